/// Text as a cell can hold it.
enum CellText {
  /// The text in a form that survives the file: line breaks as \n, no control characters, no
  /// noncharacters, and what looks like an escape (`_x0041_`) escaped; nil where it is in order.
  static func writable(_ text: String) -> String? {
    needsNoLook(text) ? nil : cleaned(text, escapes: true)
  }

  /// The longest beginning of a text whose written form has at most so many UTF-16 units.
  static func writablePrefix(of text: String, utf16 limit: Int) -> String {
    // Cut before escaping, so that no escape is cut in two.
    var kept = prefix(of: cleaned(text, escapes: false), utf16: limit)
    while true {
      let written = cleaned(kept, escapes: true)
      let excess = written.utf16.count - limit
      guard excess > 0 else { return written }
      kept = prefix(of: kept, utf16: kept.utf16.count - (excess + 1) / 2)
    }
  }

  private static func cleaned(_ text: String, escapes: Bool) -> String {
    var result = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      switch scalar.value {
      case 0x09, 0x0A: result.append(scalar)
      case 0x0D:
        result.append("\n")
        if index + 1 < scalars.count, scalars[index + 1] == "\n" { index += 1 }
      // Word's line break.
      case 0x0B: result.append("\n")
      case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF: break
      case 0x5F where escapes && isEscape(scalars[index...].prefix(7)):
        result.append(contentsOf: "_x005F_".unicodeScalars)
      default: result.append(scalar)
      }
      index += 1
    }
    return String(result)
  }

  /// Whether the text, not empty, can be written as it is.
  static func isWritable(_ text: String) -> Bool {
    let count = text.utf8.count
    return count > 0 && count <= CellChecker.cellLimit && needsNoLook(text)
  }

  private static func needsNoLook(_ text: String) -> Bool {
    if let answer = unsafe text.utf8.withContiguousStorageIfAvailable({ unsafe isPlain($0) }) {
      return answer
    }
    var native = text
    return native.withUTF8 { unsafe isPlain($0) }
  }

  /// Whether nothing in the text needs a closer look; sixteen bytes at a time.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    let space = SIMD16<UInt8>(repeating: 0x20)
    let delete = SIMD16<UInt8>(repeating: 0x7F)
    let underline = SIMD16<UInt8>(repeating: UInt8(ascii: "_"))
    let noncharacter = SIMD16<UInt8>(repeating: 0xEF)
    let start = unsafe UnsafeRawPointer(bytes.baseAddress)
    while let start = unsafe start, index + 16 <= bytes.count {
      let block = unsafe start.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      let suspicious =
        (block .< space) .| (block .== delete) .| (block .== underline) .| (block .== noncharacter)
      if any(suspicious) { return unsafe isPlainInDetail(bytes) }
      index += 16
    }
    return unsafe isPlainInDetail(UnsafeBufferPointer(rebasing: bytes[max(0, index - 1)...]))
  }

  private static func isPlainInDetail(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for index in 0..<bytes.count {
      let byte = unsafe bytes[index]
      if byte < 0x20, byte != 0x0A, byte != 0x09 { return false }
      if byte == 0x7F { return false }
      if byte == UInt8(ascii: "x"), previous == UInt8(ascii: "_") { return false }
      // U+FFFE and U+FFFF begin with EF BF.
      if byte == 0xBF, previous == 0xEF { return false }
      previous = byte
    }
    return true
  }

  /// `_xHHHH_`, which readers take for one character.
  private static func isEscape(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    let list = Array(scalars)
    return list.count == 7 && list[1] == "x" && list[6] == "_"
      && list[2...5].allSatisfy { $0.properties.isASCIIHexDigit }
  }

  /// The longest beginning of at most so many UTF-16 units that cuts no character in two.
  static func prefix(of text: String, utf16 limit: Int) -> String {
    var result = ""
    var length = 0
    for character in text {
      length += character.utf16.count
      if length > limit { break }
      result.append(character)
    }
    return result
  }
}
