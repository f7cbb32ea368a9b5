import VietText

/// Reads the typed facts that a text spells with digits: document numbers, dates, years, periods,
/// percents and plain numbers.
struct FactScanner {
  private(set) var facts = Facts()
  private let tokens: [Token]

  init(_ tokens: [Token]) {
    self.tokens = tokens
    for index in tokens.indices { scan(index) }
  }

  init(_ text: String) { self.init(VietText.tokens(of: text)) }

  private func key(_ index: Int) -> String {
    tokens.indices.contains(index) ? tokens[index].key : ""
  }

  private mutating func scan(_ index: Int) {
    let token = tokens[index]
    switch token.kind {
    case .word: break
    case .documentNumber: facts.add(.documentNumber, Self.documentNumber(token.key))
    case .percent:
      facts.add(.percent, Self.withoutTrailingZeros(String(token.key.dropLast())) + "%")
    case .date:
      let parts = token.key.split(separator: "-").map(String.init)
      if parts.count == 3 {
        facts.add(.date, token.key)
      } else if parts.count == 2 {
        facts.add(.period, "tháng \(Int(parts[1]) ?? 0)")
        facts.add(.year, parts[0])
      }
    case .quarter:
      let parts = token.key.split(separator: " ").map(String.init)
      if parts.count > 1 { facts.add(.period, "quý \(parts[1])") }
      if parts.count > 2 { facts.add(.year, parts[2]) }
    case .roman: facts.add(.number, token.key)
    case .number: scanNumber(token.key, index)
    }
  }

  private mutating func scanNumber(_ key: String, _ index: Int) {
    if key.contains(where: \.isLetter) {
      // Letters and digits name a thing: 4k, g2c, 350h.
      facts.add(.model, key)
    } else if let number = Int(key), (1900...2199).contains(number), key.count == 4 {
      facts.add(.year, key)
    } else if self.key(index - 1) == "tháng" {
      facts.add(.period, "tháng \(key)")
    } else if self.key(index + 1) == "tháng" {
      let next = self.key(index + 2)
      facts.add(.period, "\(key) tháng" + (next == "đầu" || next == "cuối" ? " \(next) năm" : ""))
    } else {
      facts.add(.number, Self.withoutTrailingZeros(key))
    }
  }

  /// Number, year and letters, whatever stands between them: `130/2005 NĐCP`.
  static func documentNumber(_ key: String) -> String {
    let digits = key.split { !$0.isNumber }.map { String(Int($0) ?? 0) }.joined(separator: "/")
    return digits + " " + key.filter(\.isLetter).lowercased()
  }

  private static func withoutTrailingZeros(_ number: String) -> String {
    guard number.contains(".") else { return number }
    var text = Substring(number)
    while text.last == "0" { text.removeLast() }
    return String(text.last == "." ? text.dropLast() : text)
  }
}
