/// The references that may stand in text: five names and characters by number.
enum Entities {
  /// Reads a reference at a `&`: its character and the place after it; nil for anything else.
  static func read(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> (Unicode.Scalar, Int)? {
    var semicolon = start + 1
    while semicolon < end, semicolon - start < 12, bytes[semicolon] != UInt8(ascii: ";") {
      semicolon += 1
    }
    guard semicolon < end, bytes[semicolon] == UInt8(ascii: ";"), semicolon > start + 1 else {
      return nil
    }
    let next = semicolon + 1
    if bytes[start + 1] == UInt8(ascii: "#") {
      return numbered(bytes, start + 2, semicolon).map { ($0, next) }
    }
    func spells(_ word: StaticString) -> Bool { Markup.spells(bytes, start + 1, semicolon, word) }
    if spells("amp") { return ("&", next) }
    if spells("lt") { return ("<", next) }
    if spells("gt") { return (">", next) }
    if spells("quot") { return ("\"", next) }
    if spells("apos") { return ("'", next) }
    return nil
  }

  private static func numbered(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int
  ) -> Unicode.Scalar? {
    var index = start
    let isHexadecimal = index < end && bytes[index] == UInt8(ascii: "x")
    if isHexadecimal { index += 1 }
    guard index < end else { return nil }
    var value: UInt32 = 0
    while index < end {
      let byte = bytes[index]
      var digit = UInt32(byte) &- 0x30
      if isHexadecimal, digit > 9 { digit = (UInt32(byte | 0x20) &- 0x61) &+ 10 }
      let isDigit =
        byte < 0x80 && (digit < 10 || (isHexadecimal && digit >= 10 && digit < 16 && byte >= 0x41))
      guard isDigit else { return nil }
      value = value &* (isHexadecimal ? 16 : 10) &+ digit
      guard value <= 0x10_FFFF else { return nil }
      index += 1
    }
    let isAllowed =
      value >= 0x20 && value != 0xFFFE && value != 0xFFFF || value == 9 || value == 10
      || value == 13
    return isAllowed ? Unicode.Scalar(value) : nil
  }

  /// Whether every reference in a text is one of the known ones.
  static func areKnown(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var index = Markup.find(UInt8(ascii: "&"), bytes, start, end)
    while index != Markup.none {
      guard let (_, next) = read(bytes, index, end) else { return false }
      index = Markup.find(UInt8(ascii: "&"), bytes, next, end)
    }
    return true
  }

  /// Adds a text to an arena with its references replaced and its line ends made `\n`, as a parser
  /// does. False where a reference is unknown; the arena then holds half a text.
  static func decode(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, into arena: inout [UInt8]
  ) -> Bool {
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "&") {
        guard let (scalar, next) = read(bytes, index, end) else { return false }
        arena.append(contentsOf: UTF8.encode(scalar) ?? .init())
        index = next
      } else if byte == 13 {
        arena.append(10)
        index += index + 1 < end && bytes[index + 1] == 10 ? 2 : 1
      } else {
        arena.append(byte)
        index += 1
      }
    }
    return true
  }
}
