/// Excel's own escapes in texts: `_x000D_` stands for the character U+000D.
enum EscapedText {
  /// Undoes the escapes from a place on, in place. Halves of a pair that stand alone, which are no
  /// characters, are left as they are written.
  static func decode(_ bytes: inout [UInt8], from start: Int) {
    guard var source = firstEscape(bytes, from: start) else { return }
    var target = source
    while source < bytes.count {
      guard let unit = unit(bytes, at: source) else {
        bytes[target] = bytes[source]
        target += 1
        source += 1
        continue
      }
      var scalar = Unicode.Scalar(unit)
      var width = 7
      if scalar == nil, unit < 0xDC00, let low = self.unit(bytes, at: source + 7),
        (0xDC00..<0xE000).contains(low)
      {
        scalar = Unicode.Scalar(0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
        width = 14
      }
      guard let scalar else {
        bytes[target] = bytes[source]
        target += 1
        source += 1
        continue
      }
      for byte in UTF8.encode(scalar) ?? .init() {
        bytes[target] = byte
        target += 1
      }
      source += width
    }
    bytes.removeSubrange(target...)
  }

  /// Where the first escape stands; nil where there is none.
  private static func firstEscape(_ bytes: [UInt8], from start: Int) -> Int? {
    let span = bytes.span
    var index = Markup.find(UInt8(ascii: "_"), span, start, span.count)
    while index != Markup.none {
      if unit(bytes, at: index) != nil { return index }
      index = Markup.find(UInt8(ascii: "_"), span, index + 1, span.count)
    }
    return nil
  }

  /// The UTF-16 unit that is escaped at a place: `_x`, four hexadecimal digits, `_`.
  private static func unit(_ bytes: [UInt8], at index: Int) -> UInt32? {
    guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"),
      bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt32 = 0
    for byte in bytes[index + 2..<index + 6] {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46: digit = byte - 0x37
      case 0x61...0x66: digit = byte - 0x57
      default: return nil
      }
      unit = unit << 4 | UInt32(digit)
    }
    return unit
  }
}
