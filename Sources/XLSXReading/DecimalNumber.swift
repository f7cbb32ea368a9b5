/// Reads decimal numbers exactly: the double nearest to what is written, ties to even.
enum DecimalNumber {
  /// Powers of five that fit in 64 bits.
  private static let powersOfFive: [UInt64] = [
    1, 5, 25, 125, 625, 3125, 15625, 78125, 390625, 1953125, 9765625, 48828125, 244140625,
    1220703125, 6103515625, 30517578125, 152587890625, 762939453125, 3814697265625,
    19073486328125, 95367431640625, 476837158203125, 2384185791015625, 11920928955078125,
    59604644775390625, 298023223876953125, 1490116119384765625, 7450580596923828125,
  ]

  /// The number that fills the bytes from `start` to `end`; nil where they are no number, or one
  /// beyond the range of a double.
  static func parse(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Double? {
    guard let (number, next) = scan(bytes, from: start, limit: end), next == end else { return nil }
    return number
  }

  /// The number that begins at a place, and where it ends.
  @inline(__always)
  static func scan(_ bytes: Span<UInt8>, from start: Int, limit end: Int) -> (Double, Int)? {
    var index = start
    guard index < end else { return nil }
    var isNegative = false
    if bytes[index] == UInt8(ascii: "-") {
      isNegative = true
      index &+= 1
    } else if bytes[index] == UInt8(ascii: "+") {
      index &+= 1
    }
    var digits: UInt64 = 0
    var count = 0
    var exponent = 0
    let whole = index
    while index < end {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit > 9 { break }
      digits = digits &* 10 &+ UInt64(digit)
      index &+= 1
    }
    count = index &- whole
    if index < end, bytes[index] == UInt8(ascii: ".") {
      index &+= 1
      let fraction = index
      while index < end {
        let digit = bytes[index] &- UInt8(ascii: "0")
        if digit > 9 { break }
        digits = digits &* 10 &+ UInt64(digit)
        index &+= 1
      }
      exponent = fraction &- index
      count &+= index &- fraction
    }
    guard count > 0 else { return nil }
    if index < end, bytes[index] | 0x20 == UInt8(ascii: "e") {
      guard let (written, next) = writtenExponent(bytes, from: index, limit: end) else {
        return nil
      }
      exponent &+= written
      index = next
    }
    // Up to nineteen digits fit in 64 bits; leading zeros make it more, rarely.
    guard count <= 19 else { return slow(bytes, from: start, to: index).map { ($0, index) } }
    if digits == 0 { return (isNegative ? -0.0 : 0, index) }
    if exponent == 0, digits < 1 << 53 {
      return (isNegative ? -Double(digits) : Double(digits), index)
    }
    guard exponent >= -27, exponent <= 27 else {
      return slow(bytes, from: start, to: index).map { ($0, index) }
    }
    let magnitude = scaled(digits, by: exponent)
    return (isNegative ? -magnitude : magnitude, index)
  }

  /// `E+05` and the like with the place after it; nil where that is not what stands there.
  @inline(never)
  private static func writtenExponent(
    _ bytes: Span<UInt8>, from start: Int, limit end: Int
  ) -> (Int, Int)? {
    var index = start + 1
    guard index < end else { return nil }
    var isNegative = false
    if bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+") {
      isNegative = bytes[index] == UInt8(ascii: "-")
      index += 1
    }
    let first = index
    var value = 0
    while index < end {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit > 9 { break }
      value = min(value * 10 + Int(digit), 100_000)
      index += 1
    }
    return index > first ? (isNegative ? -value : value, index) : nil
  }

  /// `digits` × 10^`exponent`, rounded once: by one wide product or quotient with a power of five.
  @inline(__always)
  private static func scaled(_ digits: UInt64, by exponent: Int) -> Double {
    let lead = digits.leadingZeroBitCount
    let mantissa = digits << UInt64(lead)
    if exponent >= 0 {
      let power = powersOfFive[exponent]
      let shift = power.leadingZeroBitCount
      let (high, low) = mantissa.multipliedFullWidth(by: power << UInt64(shift))
      // digits × 5^e = high:low / 2^(lead + shift)
      return rounded(high, sticky: low, exponent: 64 - lead - shift + exponent)
    }
    let power = powersOfFive[-exponent]
    let shift = power.leadingZeroBitCount
    let divisor = power << UInt64(shift)
    let fits = mantissa < divisor
    let (quotient, rest) = divisor.dividingFullWidth(
      fits ? (mantissa, 0) : (mantissa >> 1, (mantissa & 1) << 63))
    // mantissa/divisor = quotient / 2^64, or / 2^63 where it was halved first.
    return rounded(
      quotient, sticky: rest, exponent: -lead + shift + exponent - (fits ? 64 : 63))
  }

  /// `high` × 2^`exponent`, with `sticky` for what lies below, to the nearest double.
  @inline(__always)
  private static func rounded(_ high: UInt64, sticky: UInt64, exponent: Int) -> Double {
    let lead = high.leadingZeroBitCount
    var bits = high << UInt64(lead)
    // Where a bit had to be shifted in, the product's next bit is the top of `sticky`.
    var below = sticky
    if lead > 0 {
      bits |= lead < 64 ? sticky >> UInt64(64 - lead) : 0
      below = sticky << UInt64(lead)
    }
    let half = bits & 0x400
    let isAbove = bits & 0x3FF != 0 || below != 0
    var top = bits >> 11
    if half != 0, isAbove || top & 1 == 1 { top += 1 }
    // The power of two is far within range: exponents here are at most a hundred or so.
    let power = Double(bitPattern: UInt64(1023 + exponent - lead + 11) << 52)
    return Double(top) * power
  }

  /// The library's exact way, for long digits and large exponents.
  @inline(never)
  private static func slow(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Double? {
    let text = bytes.extracting(start..<end).withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
    guard let number = Double(text), number.isFinite else { return nil }
    return number
  }
}
