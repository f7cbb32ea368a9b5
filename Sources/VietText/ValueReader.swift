/// Reads numbers, percents, dates, months, quarters and document numbers out of scanned words.
struct ValueReader {
  struct Value {
    var kind: Token.Kind
    /// Tokens from first to last.
    var first: Int
    var last: Int
    var key: String
  }

  let tokens: [RawToken]
  let folded: [UInt8]

  private static let quarterWord = PackedWord("quy")?.bits ?? 0
  private static let q = PackedWord("q")?.bits ?? 0
  private static let t = PackedWord("t")?.bits ?? 0
  private static let month = PackedWord("thang")?.bits ?? 0
  private static let day = PackedWord("ngay")?.bits ?? 0
  private static let year = PackedWord("năm")?.bits ?? 0

  /// A quick look whether a word may begin a value.
  static func mayBegin(_ token: RawToken) -> Bool {
    switch token.packed.count {
    case 1...5:
      let first = token.packed[0]
      if first == Letter.q { return token.tone == 2 || token.hasCapital }
      if first == Letter.t { return token.tone == 2 || token.packed.count == 1 }
      return token.hasCapital && token.gap.sign == UInt8(ascii: ",")
        && RomanNumber.isRoman(token.packed)
    default: return false
    }
  }

  /// `QI` to `QIV` in one word.
  private func gluedQuarter(_ token: RawToken) -> Int? {
    guard token.isAllCapital, token.packed.count > 1, token.packed[0] == Letter.q else {
      return nil
    }
    var rest = token.packed
    rest.count -= 1
    rest.bits = token.packed.suffix(from: 1)
    return RomanNumber.value(rest).flatMap { $0 <= 4 ? $0 : nil }
  }

  func value(at place: Int) -> Value? {
    let token = tokens[place]
    switch token.kind {
    case .digits:
      return documentNumber(at: place) ?? date(at: place) ?? number(at: place)
    case .word:
      return quarter(at: place) ?? month(at: place)
    case .percent, .ampersand: return nil
    }
  }

  // MARK: - Words and digits

  func text(_ place: Int) -> String {
    String(decoding: folded[tokens[place].folded], as: UTF8.self)
  }

  /// The digits as a number, where there are so many at most.
  func integer(_ place: Int, digits: ClosedRange<Int>) -> Int? {
    guard tokens.indices.contains(place), tokens[place].kind == .digits else { return nil }
    let token = tokens[place]
    guard digits.contains(token.folded.count) else { return nil }
    return folded[token.folded].reduce(0) { $0 * 10 + Int($1) - 48 }
  }

  private func isWord(_ place: Int, _ bits: UInt64, tone: UInt8) -> Bool {
    tokens.indices.contains(place) && tokens[place].kind == .word
      && tokens[place].packed.bits == bits && tokens[place].tone == tone
  }

  /// Digits without leading zeros.
  private func plainDigits(_ place: Int) -> String {
    let digits = text(place).drop { $0 == "0" }
    return digits.isEmpty ? "0" : String(digits)
  }

  private static func padded(_ number: Int, _ width: Int = 2) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  // MARK: - Numbers

  /// `1.000`, `98,5%`, `02`.
  private func number(at place: Int) -> Value? {
    var last = place
    var digits = plainDigits(place)
    // Thousands: groups of exactly three after a dot.
    if digits.utf8.count <= 3, digits != "0" {
      while last + 1 < tokens.count, tokens[last + 1].kind == .digits,
        tokens[last + 1].gap.isTight("."),
        tokens[last + 1].folded.count == 3
      {
        digits += text(last + 1)
        last += 1
      }
    }
    if last + 1 < tokens.count, tokens[last + 1].kind == .digits,
      tokens[last + 1].gap.isTight(",") || (last == place && tokens[last + 1].gap.isTight(".")),
      last + 2 >= tokens.count || tokens[last + 2].kind != .digits
        || !(tokens[last + 2].gap.isTight(".") || tokens[last + 2].gap.isTight(","))
    {
      digits += "." + text(last + 1)
      last += 1
    }
    if last + 1 < tokens.count, tokens[last + 1].kind == .percent {
      return Value(kind: .percent, first: place, last: last + 1, key: digits + "%")
    }
    return Value(kind: .number, first: place, last: last, key: digits)
  }

  // MARK: - Days and months

  private func date(at place: Int) -> Value? {
    for sign in ["/", "-", "."] as [Unicode.Scalar] {
      guard follows(place + 1, sign), follows(place + 2, sign) else { continue }
      if let day = integer(place, digits: 1...2), let month = integer(place + 1, digits: 1...2),
        let year = integer(place + 2, digits: 4...4), isDay(day, month)
      {
        return Value(
          kind: .date, first: place, last: place + 2,
          key: "\(Self.padded(year, 4))-\(Self.padded(month))-\(Self.padded(day))")
      }
      if sign == "-", let year = integer(place, digits: 4...4),
        let month = integer(place + 1, digits: 2...2), let day = integer(place + 2, digits: 2...2),
        isDay(day, month)
      {
        return Value(
          kind: .date, first: place, last: place + 2,
          key: "\(Self.padded(year, 4))-\(Self.padded(month))-\(Self.padded(day))")
      }
    }
    if let value = spelledDate(at: place) { return value }
    guard !follows(place + 2, "/"), !follows(place + 2, "-") else { return nil }
    if follows(place + 1, "/"), let month = integer(place, digits: 1...2), (1...12).contains(month),
      let year = integer(place + 1, digits: 4...4), !(place > 0 && follows(place, "/"))
    {
      return Value(
        kind: .date, first: place, last: place + 1,
        key: "\(Self.padded(year, 4))-\(Self.padded(month))")
    }
    if follows(place + 1, "-"), tokens[place + 1].gap.isTight("-"),
      let year = integer(place, digits: 4...4), let month = integer(place + 1, digits: 2...2),
      (1...12).contains(month)
    {
      return Value(
        kind: .date, first: place, last: place + 1,
        key: "\(Self.padded(year, 4))-\(Self.padded(month))")
    }
    return nil
  }

  /// `15 tháng 3 năm 2025` behind «ngày».
  private func spelledDate(at place: Int) -> Value? {
    guard place > 0, isWord(place - 1, Self.day, tone: 1), isWord(place + 1, Self.month, tone: 2),
      isWord(place + 3, Self.year, tone: 0), let day = integer(place, digits: 1...2),
      let month = integer(place + 2, digits: 1...2), let year = integer(place + 4, digits: 4...4),
      isDay(day, month)
    else { return nil }
    return Value(
      kind: .date, first: place, last: place + 4,
      key: "\(Self.padded(year, 4))-\(Self.padded(month))-\(Self.padded(day))")
  }

  private func follows(_ place: Int, _ sign: Unicode.Scalar) -> Bool {
    tokens.indices.contains(place) && tokens[place].gap.isSign(sign)
  }

  private func isDay(_ day: Int, _ month: Int) -> Bool {
    (1...31).contains(day) && (1...12).contains(month)
  }

  /// `tháng 02/2025`, `tháng 2 năm 2025`, `T2/2025`.
  private func month(at place: Int) -> Value? {
    let isShort = isWord(place, Self.t, tone: 0)
    guard isShort || isWord(place, Self.month, tone: 2) else { return nil }
    guard let month = integer(place + 1, digits: 1...2), (1...12).contains(month) else {
      return nil
    }
    if isShort {
      let gap = tokens[place + 1].gap
      guard tokens[place].hasCapital, gap == .none || gap.isTight(".") else { return nil }
    }
    if follows(place + 2, "/"), let year = integer(place + 2, digits: 4...4) {
      return Value(
        kind: .date, first: place, last: place + 2,
        key: "\(Self.padded(year, 4))-\(Self.padded(month))")
    }
    if isWord(place + 2, Self.year, tone: 0), let year = integer(place + 3, digits: 4...4) {
      return Value(
        kind: .date, first: place, last: place + 3,
        key: "\(Self.padded(year, 4))-\(Self.padded(month))")
    }
    return nil
  }

  // MARK: - Quarters

  /// `quý I/2025`, `Q.1/2025`, `quý 1 năm 2025`, and `, III/2025` behind a quarter.
  private func quarter(at place: Int) -> Value? {
    var next = place
    var number: Int?
    if let glued = gluedQuarter(tokens[place]) {
      number = glued
    } else if isWord(place, Self.quarterWord, tone: 2) {
      next += 1
    } else if isWord(place, Self.q, tone: 0), tokens[place].hasCapital {
      next += 1
      guard tokens.indices.contains(next),
        tokens[next].gap == .none || tokens[next].gap.isSign(".")
      else { return nil }
    } else {
      guard tokens[place].gap.isSign(","), quarterBehind(place) else { return nil }
    }
    guard let number = number ?? quarterNumber(next) else { return nil }
    var key = "quý \(number)"
    var last = next
    if follows(next + 1, "/") || follows(next + 1, "-") || follows(next + 1, " "),
      let year = integer(next + 1, digits: 4...4), (1900...2200).contains(year)
    {
      key += " \(year)"
      last = next + 1
    } else if isWord(next + 1, Self.year, tone: 0), let year = integer(next + 2, digits: 4...4) {
      key += " \(year)"
      last = next + 2
    }
    return Value(kind: .quarter, first: place, last: last, key: key)
  }

  private func quarterBehind(_ place: Int) -> Bool {
    guard place > 1, quarterNumber(place - 1) != nil else { return false }
    if isWord(place - 2, Self.quarterWord, tone: 2) || isWord(place - 2, Self.q, tone: 0) {
      return true
    }
    return tokens[place - 1].gap.isSign(",") && quarterBehind(place - 1)
  }

  private func quarterNumber(_ place: Int) -> Int? {
    guard tokens.indices.contains(place) else { return nil }
    if let digit = integer(place, digits: 1...1) { return (1...4).contains(digit) ? digit : nil }
    guard tokens[place].kind == .word, !tokens[place].isForeign, tokens[place].tone == 0,
      let value = RomanNumber.value(tokens[place].packed), value <= 4
    else { return nil }
    return value
  }

  // MARK: - Document numbers

  /// `12/KH-SNV`, `30/2020/NĐ-CP`, `12-NQ/TW`: in capitals, signs as written.
  private func documentNumber(at place: Int) -> Value? {
    guard place + 1 < tokens.count else { return nil }
    var last = place
    var key = plainDigits(place)
    if follows(place + 1, "/"), integer(place + 1, digits: 4...4) != nil {
      key += "/" + text(place + 1)
      last += 1
    }
    let opening = last + 1
    guard tokens.indices.contains(opening), isSymbol(opening) else { return nil }
    let isSlash = follows(opening, "/")
    guard isSlash || (last == place && tokens[opening].gap.isTight("-")) else { return nil }
    var hasSlash = isSlash
    last = opening
    key += (isSlash ? "/" : "-") + upper(opening)
    while last + 1 < tokens.count, !tokens[last + 1].gap.hasSpace || isSpacedHyphen(last + 1) {
      let next = tokens[last + 1]
      let sign = next.gap.sign
      guard sign == 0 || sign == 0x2D || sign == 0x2F || sign == 0x2E,
        next.kind == .ampersand || (next.kind == .word && isSymbol(last + 1))
          || (next.kind == .digits && sign == 0)
      else { break }
      if sign != 0 { key.unicodeScalars.append(Unicode.Scalar(sign)) }
      if sign == 0x2F { hasSlash = true }
      key += next.kind == .ampersand ? "&" : upper(last + 1)
      last += 1
    }
    return hasSlash ? Value(kind: .documentNumber, first: place, last: last, key: key) : nil
  }

  /// `12/KH - UBND`: spaces about the hyphen, and capitals behind it.
  private func isSpacedHyphen(_ place: Int) -> Bool {
    tokens[place].gap.isSign("-") && tokens[place].isAllCapital && tokens[place].letters > 1
      && (Syllable(tokens[place].packed) == nil)
  }

  /// A word of a document's symbol: KH, SKHCN, NĐ, TTg, CTr; not «Sở».
  private func isSymbol(_ place: Int) -> Bool {
    let token = tokens[place]
    guard token.kind == .word, token.hasCapital, !token.isForeign else { return false }
    return token.isAllCapital || Syllable(token.packed) == nil
  }

  private func upper(_ place: Int) -> String { text(place).uppercased() }
}
