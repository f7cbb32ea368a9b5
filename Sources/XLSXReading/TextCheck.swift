/// Checks in one pass what every piece of markup must be: valid UTF-8, only characters that XML
/// allows, and no `]]>`, which may not stand in text. Sixteen bytes at a time.
enum TextCheck {
  /// Whether the bytes from `start` to `end` are clean. They must begin and end between characters.
  static func isClean(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    let raw = bytes.bytes
    var faults = SIMD16<UInt8>(repeating: 0)
    var index = start
    // The last bytes of the block before: wide characters and `]]>` may begin there.
    var isWide = false
    var first = true
    while index &+ 16 <= end {
      let block = raw.unsafeLoadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      faults |= controls(block)
      let halves = unsafeBitCast(block, to: SIMD2<UInt64>.self)
      let hasWide = (halves.x | halves.y) & 0x8080_8080_8080_8080 != 0
      if first {
        faults |= sequences(block, before: SIMD16(repeating: 0x20), raw, index, start, end)
        first = false
      } else if hasWide || isWide {
        let one = raw.unsafeLoadUnaligned(fromByteOffset: index &- 1, as: SIMD16<UInt8>.self)
        let two = raw.unsafeLoadUnaligned(fromByteOffset: index &- 2, as: SIMD16<UInt8>.self)
        let three = raw.unsafeLoadUnaligned(fromByteOffset: index &- 3, as: SIMD16<UInt8>.self)
        faults |= wide(block, one, two, three)
        faults |= ending(block, one, two)
      } else {
        let one = raw.unsafeLoadUnaligned(fromByteOffset: index &- 1, as: SIMD16<UInt8>.self)
        let two = raw.unsafeLoadUnaligned(fromByteOffset: index &- 2, as: SIMD16<UInt8>.self)
        faults |= ending(block, one, two)
      }
      isWide = hasWide
      index &+= 16
    }
    // What is left, filled up with blanks, so that a character cut off shows.
    var block = SIMD16<UInt8>(repeating: 0x20)
    for lane in 0..<(end &- index) { block[lane] = bytes[index &+ lane] }
    faults |= controls(block)
    faults |= sequences(block, before: SIMD16(repeating: 0x20), raw, index, start, end)
    return faults == SIMD16(repeating: 0)
  }

  /// The slow way for a block at an edge: its neighbours are put together byte by byte.
  @inline(never)
  private static func sequences(
    _ block: SIMD16<UInt8>, before: SIMD16<UInt8>, _ raw: RawSpan, _ index: Int, _ start: Int,
    _ end: Int
  ) -> SIMD16<UInt8> {
    var around = before
    for lane in 0..<3 where index &- 1 &- lane >= start {
      around[lane] = raw.unsafeLoad(fromByteOffset: index &- 1 &- lane, as: UInt8.self)
    }
    var one = block
    var two = block
    var three = block
    for lane in 0..<16 {
      one[lane] = lane >= 1 ? block[lane &- 1] : around[0]
      two[lane] = lane >= 2 ? block[lane &- 2] : around[1 &- lane]
      three[lane] = lane >= 3 ? block[lane &- 3] : around[2 &- lane]
    }
    return wide(block, one, two, three) | ending(block, one, two)
  }

  /// Control characters that XML forbids.
  @inline(__always)
  private static func controls(_ block: SIMD16<UInt8>) -> SIMD16<UInt8> {
    let low = block .< SIMD16(repeating: 0x20)
    let allowed =
      (block .== SIMD16(repeating: 9)) .| (block .== SIMD16(repeating: 10))
      .| (block .== SIMD16(repeating: 13))
    return ones(low .& .!allowed)
  }

  /// `]]>`.
  @inline(__always)
  private static func ending(
    _ block: SIMD16<UInt8>, _ one: SIMD16<UInt8>, _ two: SIMD16<UInt8>
  ) -> SIMD16<UInt8> {
    ones(
      (block .== SIMD16(repeating: 0x3E)) .& (one .== SIMD16(repeating: 0x5D))
        .& (two .== SIMD16(repeating: 0x5D)))
  }

  /// Sequences that are no UTF-8, surrogates, and U+FFFE and U+FFFF.
  @inline(__always)
  private static func wide(
    _ block: SIMD16<UInt8>, _ one: SIMD16<UInt8>, _ two: SIMD16<UInt8>, _ three: SIMD16<UInt8>
  ) -> SIMD16<UInt8> {
    func all(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }
    let follows = (block & all(0xC0)) .== all(0x80)
    let must = (one .>= all(0xC0)) .| (two .>= all(0xE0)) .| (three .>= all(0xF0))
    let noLead = (block .== all(0xC0)) .| (block .== all(0xC1)) .| (block .>= all(0xF5))
    let short =
      ((one .== all(0xE0)) .& (block .< all(0xA0)))
      .| ((one .== all(0xF0)) .& (block .< all(0x90)))
    let beyond =
      ((one .== all(0xED)) .& (block .>= all(0xA0)))
      .| ((one .== all(0xF4)) .& (block .>= all(0x90)))
    let noCharacter =
      (two .== all(0xEF)) .& (one .== all(0xBF)) .& (block .>= all(0xBE))
    return ones((follows .^ must) .| noLead .| short .| beyond .| noCharacter)
  }

  @inline(__always)
  private static func ones(_ mask: SIMDMask<SIMD16<Int8>>) -> SIMD16<UInt8> {
    SIMD16<UInt8>(repeating: 0).replacing(with: SIMD16(repeating: 0xFF), where: mask)
  }
}
