/// Checks in one pass what every piece of markup must be: valid UTF-8, only characters that XML
/// allows, and no `]]>`, which may not stand in text. Sixteen bytes at a time.
enum TextCheck {
  private typealias Block = SIMD16<UInt8>

  /// Whether the bytes from `start` to `end` are clean. They must begin and end between characters,
  /// and at least ``Markup/padding`` zero bytes must follow `end`.
  static func isClean(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    let raw = bytes.bytes
    var faults = Block(repeating: 0)
    var index = start
    var wasWide = false
    while index &+ 16 <= end {
      let words = raw.unsafeLoadUnaligned(fromByteOffset: index, as: SIMD2<UInt64>.self)
      if mayHoldControls(words.x) || mayHoldControls(words.y) {
        guard hasNoControls(bytes, index, index &+ 16) else { return false }
      }
      if holdsBracket(words.x) || holdsBracket(words.y) {
        guard endsNoSection(bytes, start, index, index &+ 16) else { return false }
      }
      let isWide = (words.x | words.y) & 0x8080_8080_8080_8080 != 0
      if isWide || wasWide {
        if index &- start < 3 {
          faults |= edge(bytes, start, index, end)
        } else {
          faults |= wide(
            unsafeBitCast(words, to: Block.self),
            raw.unsafeLoadUnaligned(fromByteOffset: index &- 1, as: Block.self),
            raw.unsafeLoadUnaligned(fromByteOffset: index &- 2, as: Block.self),
            raw.unsafeLoadUnaligned(fromByteOffset: index &- 3, as: Block.self))
        }
      }
      wasWide = isWide
      index &+= 16
    }
    guard hasNoControls(bytes, index, end), endsNoSection(bytes, start, index, end) else {
      return false
    }
    // The last bytes, or a character that the last whole block left open.
    for place in index..<end where bytes[place] >= 0x80 { wasWide = true }
    if wasWide { faults |= edge(bytes, start, index, end) }
    let sums = unsafeBitCast(faults, to: SIMD2<UInt64>.self)
    return sums.x | sums.y == 0
  }

  /// Whether one of eight bytes is below 0x20.
  @inline(__always)
  private static func mayHoldControls(_ word: UInt64) -> Bool {
    (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080 != 0
  }

  /// Whether one of eight bytes is `]`.
  @inline(__always)
  private static func holdsBracket(_ word: UInt64) -> Bool {
    let difference = word ^ 0x5D5D_5D5D_5D5D_5D5D
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080 != 0
  }

  @inline(never)
  private static func hasNoControls(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    for index in start..<end where bytes[index] < 0x20 && !Markup.isSpace(bytes[index]) {
      return false
    }
    return true
  }

  /// Whether no `]]>` begins in these bytes; it may end behind them.
  @inline(never)
  private static func endsNoSection(
    _ bytes: Span<UInt8>, _ first: Int, _ start: Int, _ end: Int
  ) -> Bool {
    for index in start..<end
    where bytes[index] == 0x5D && bytes[index + 1] == 0x5D && bytes[index + 2] == 0x3E {
      return false
    }
    return true
  }

  /// A block at an edge: put together byte by byte, with blanks outside the bytes, so that a
  /// character that is cut off shows.
  @inline(never)
  private static func edge(
    _ bytes: Span<UInt8>, _ start: Int, _ index: Int, _ end: Int
  ) -> SIMD16<UInt8> {
    func block(_ shift: Int) -> Block {
      var block = Block(repeating: 0x20)
      for lane in 0..<16 {
        let place = index &+ lane &- shift
        if place >= start, place < end { block[lane] = bytes[place] }
      }
      return block
    }
    return wide(block(0), block(1), block(2), block(3))
  }

  /// Sequences that are no UTF-8, surrogates, and U+FFFE and U+FFFF: `one` to `three` are the
  /// bytes so many places before. Only tests for equality, which processors do at once.
  @inline(__always)
  private static func wide(
    _ block: Block, _ one: Block, _ two: Block, _ three: Block
  ) -> SIMD16<UInt8> {
    func all(_ byte: UInt8) -> Block { Block(repeating: byte) }
    func mask(_ left: Block, _ right: UInt8) -> Block {
      unsafeBitCast(left .== Block(repeating: right), to: Block.self)
    }
    let follows = mask(block & all(0xC0), 0x80)
    let must =
      mask(one & all(0xC0), 0xC0) | mask(two & all(0xE0), 0xE0) | mask(three & all(0xF0), 0xF0)
    // C0, C1 and F5 to FF never stand in UTF-8.
    let noLead =
      mask(block & all(0xFE), 0xC0) | mask(block & all(0xF8), 0xF8)
      | (mask(block & all(0xFC), 0xF4) & ~mask(block & all(0x03), 0))
    // Spelled longer than need be, surrogates, beyond U+10FFFF.
    let odd =
      (mask(one, 0xE0) & mask(block & all(0xE0), 0x80))
      | (mask(one, 0xF0) & mask(block & all(0xF0), 0x80))
      | (mask(one, 0xED) & mask(block & all(0xE0), 0xA0))
      | (mask(one, 0xF4) & ~mask(block & all(0xF0), 0x80))
    let noCharacter = mask(two, 0xEF) & mask(one, 0xBF) & mask(block & all(0xFE), 0xBE)
    return (follows ^ must) | noLead | odd | noCharacter
  }
}
