import VietText

/// A number as appendices write them, in a cell of its own or before a text.
enum RowNumber: Hashable, Sendable {
  /// `1`, `01`, `1.`; with the letter of `12b` where it has one.
  case integer(Int, suffix: String)
  /// `14.1`, `2.1.3`.
  case decimal([Int])
  /// `I`, `XIV`.
  case roman(Int)
  /// `A`.
  case upperLetter(Character)
  /// `a`, `đ`.
  case lowerLetter(Character)
  /// `-`, `+`, `*`, `•`.
  case bullet

  /// The number that the whole text is; nil where it is something else.
  init?(cell text: String) {
    guard !text.isEmpty, text.utf8.count <= 24 else { return nil }
    var body = Substring(text)
    while let last = body.last, ".):/- –".contains(last), body.count > 1 { body.removeLast() }
    while let first = body.first, "( ".contains(first), body.count > 1 { body.removeFirst() }
    self.init(core: body)
  }

  private init?(core body: Substring) {
    if body.count == 1, let character = body.first {
      if Self.bullets.contains(character) {
        self = .bullet
        return
      }
    }
    let parts = body.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 1 {
      guard parts.count <= 6 else { return nil }
      // `I.1`, `A.2.1`: the section's number stands before the item's own.
      let hasSection =
        parts[0].count == 1 && parts[0].first?.isUppercase == true
        || Self.roman(parts[0]) != nil
      let own = hasSection ? parts.dropFirst() : parts[...]
      let numbers = own.compactMap { Self.integer($0) }
      guard numbers.count == own.count, let first = numbers.first, first > 0 else { return nil }
      self = numbers.count == 1 ? .integer(first, suffix: "") : .decimal(numbers)
      return
    }
    if let number = Self.integer(body) {
      self = .integer(number, suffix: "")
    } else if let number = Self.behindPrefix(body) {
      self = .integer(number, suffix: "")
    } else if let digits = Self.leadingDigits(body), body.count == digits.count + 1,
      let number = Self.integer(digits), let letter = body.last, letter.isLetter
    {
      self = .integer(number, suffix: String(letter))
    } else if let roman = Self.roman(body) {
      self = .roman(roman)
    } else if body.count == 1, let letter = body.first, letter.isLetter {
      self = letter.isUppercase ? .upperLetter(letter) : .lowerLetter(letter)
    } else {
      return nil
    }
  }

  /// A number that a text begins with, as written, and the text after it: `I. CÔNG TÁC …`,
  /// `a) Rà soát`, `- Báo cáo`, `14.1 Nghị quyết`. Numbers that belong to the sentence (`100% …`,
  /// `50 hồ sơ`, `1.114 hồ sơ`) are left alone.
  static func leading(_ text: String) -> (number: RowNumber, written: String, rest: String)? {
    guard let first = text.first else { return nil }
    func split(_ written: Substring, _ number: RowNumber) -> (RowNumber, String, String)? {
      let rest = text[written.endIndex...].drop { $0.isWhitespace }
      return rest.isEmpty ? nil : (number, String(written), String(rest))
    }
    if bullets.contains(first) {
      let rest = text.dropFirst()
      // `-5%` and `+84` are values, not bullets.
      guard let next = rest.first, next.isWhitespace || next.isLetter else { return nil }
      return split(text.prefix(1), .bullet)
    }
    let token = text.prefix { !$0.isWhitespace && $0 != ")" && $0 != ":" }
    guard token.utf8.count <= 12 else { return nil }
    let end = token.endIndex
    let closer = end < text.endIndex ? text[end] : " "
    if closer == ")" || closer == ":" {
      guard let number = RowNumber(core: token.drop { $0 == "(" }) else { return nil }
      if closer == ":", case .lowerLetter = number { return nil }
      return split(text[..<text.index(after: end)], number)
    }
    if token.last == "." || token.last == "/" {
      guard let number = RowNumber(core: token.dropLast()) else { return nil }
      return split(token, number)
    }
    if token.contains(".") {
      guard case .decimal(let parts)? = RowNumber(core: token),
        parts.dropFirst().allSatisfy({ $0 > 0 && $0 < 100 }), parts[0] < 200
      else { return nil }
      return split(token, .decimal(parts))
    }
    // `I - CÔNG TÁC`, `II– …`, and `I CÔNG TÁC` where capitals follow.
    if case .roman(let value)? = RowNumber(core: token) {
      let rest = text[end...].drop { $0.isWhitespace }
      if let dash = rest.first, "-–—".contains(dash) {
        return split(text[..<text.index(after: rest.startIndex)], .roman(value))
      }
    }
    return nil
  }

  var isSectionStyle: Bool {
    switch self {
    case .roman, .upperLetter: true
    default: false
    }
  }

  private static let bullets: Set<Character> = [
    "-", "–", "—", "+", "*", "•", "·", "●", "○", "▪", "■", "\u{F0B7}", "\u{F076}", "\u{F0A7}",
  ]

  private static func leadingDigits(_ text: Substring) -> Substring? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    return digits.isEmpty ? nil : digits
  }

  /// `NV01`, `#3`, `①`: a running number behind letters that are the same for every row; not `Q1`
  /// and `T3`, which are quarters and months, nor the heading `TT1`.
  private static func behindPrefix(_ text: Substring) -> Int? {
    if text.count == 1, let scalar = text.unicodeScalars.first,
      (0x2460...0x2473).contains(scalar.value)
    {
      return Int(scalar.value - 0x245F)
    }
    let digits = text.drop { !$0.isNumber }
    let prefix = text[..<digits.startIndex]
    guard !digits.isEmpty, digits.count <= 4, (1...2).contains(prefix.count),
      !["Q", "T", "TT"].contains(prefix),
      prefix == "#" || prefix.allSatisfy({ $0.isLetter && $0.isUppercase })
    else { return nil }
    return integer(digits)
  }

  private static func integer(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 6,
      text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return Int(text)
  }

  /// The value of a Roman number in capitals below 400; larger ones are letters or words.
  static func roman(_ text: some StringProtocol) -> Int? {
    guard text.allSatisfy(\.isUppercase), let value = RomanNumber.value(text), value < 400 else {
      return nil
    }
    return value
  }
}
