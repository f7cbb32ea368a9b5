/// How far a scanner came.
enum ScanOutcome: Equatable {
  /// All whole elements were read; what is left begins here.
  case consumed(Int)
  /// The list ends here, at its closing tag.
  case ended(Int)
  /// From the element that begins here on, expat must read.
  case surprise(Int)
}

/// Reading markup strictly: each function answers with the place after what it read, or with
/// `none` where something else stands there. The bytes end with zeros, which match nothing.
enum Markup {
  /// Zero bytes that must follow the content, so that looking ahead never leaves the bytes.
  static let padding = 64
  static let none = -1

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 10 || byte == 13 || byte == 9
  }

  /// After any blanks.
  @inline(__always)
  static func skipSpaces(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while isSpace(bytes[index]) { index &+= 1 }
    return index
  }

  @inline(__always)
  static func word(_ bytes: Span<UInt8>, _ index: Int) -> UInt64 {
    bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  @inline(__always)
  static func half(_ bytes: Span<UInt8>, _ index: Int) -> UInt32 {
    bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt32.self)
  }

  /// The place of the next byte of that value; `none` where there is none before `end`.
  @inline(__always)
  static func find(_ byte: UInt8, _ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    // Sixteen bytes at a time; a match within them is then found byte by byte.
    let raw = bytes.bytes
    let wanted = SIMD16<UInt8>(repeating: byte)
    var index = start
    while index &+ 16 <= end {
      let block = raw.unsafeLoadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      let hits = unsafeBitCast(block .== wanted, to: SIMD2<UInt64>.self)
      if hits.x != 0 { return index &+ hits.x.trailingZeroBitCount >> 3 }
      if hits.y != 0 { return index &+ 8 &+ hits.y.trailingZeroBitCount >> 3 }
      index &+= 16
    }
    while index < end {
      if bytes[index] == byte { return index }
      index &+= 1
    }
    return none
  }

  /// One attribute: where its name and value lie.
  struct Attribute {
    var nameStart = 0
    var nameEnd = 0
    var valueStart = 0
    var valueEnd = 0
    var next = 0
  }

  /// Reads ` name="value"` in plain ASCII without entities; nil where something else stands there.
  @inline(__always)
  static func attribute(_ bytes: Span<UInt8>, _ start: Int) -> Attribute? {
    var attribute = Attribute()
    var index = start
    guard isSpace(bytes[index]) else { return nil }
    index = skipSpaces(bytes, index)
    attribute.nameStart = index
    while true {
      let byte = bytes[index]
      let isLetter = (byte | 0x20) &- 0x61 < 26
      let isOther = index > attribute.nameStart && (byte &- 0x30 < 10 || byte == 0x3A)
      guard isLetter || isOther else { break }
      index &+= 1
    }
    attribute.nameEnd = index
    guard index > attribute.nameStart, bytes[index] == UInt8(ascii: "="),
      bytes[index &+ 1] == UInt8(ascii: "\"")
    else { return nil }
    index &+= 2
    attribute.valueStart = index
    while true {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") { break }
      // Entities, tabs and line feeds are changed by a parser; wide letters are rare here.
      guard byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "<"), byte != UInt8(ascii: "&") else {
        return nil
      }
      index &+= 1
    }
    attribute.valueEnd = index
    attribute.next = index &+ 1
    return attribute
  }

  /// Whether a stretch of bytes spells a word.
  @inline(__always)
  static func spells(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ word: StaticString
  ) -> Bool {
    guard end &- start == word.utf8CodeUnitCount else { return false }
    for offset in 0..<(end &- start)
    where bytes[start &+ offset] != word.utf8Start.advanced(by: offset).pointee {
      return false
    }
    return true
  }
}
