/// Reads the typed facts that a text spells with digits: document numbers, dates, years, periods,
/// percents and plain numbers.
struct FactScanner {
  private(set) var facts = Facts()
  private let words: [String]
  private var index = 0

  init(_ text: String) {
    words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    while index < words.count {
      scanWord()
      index += 1
    }
  }

  private static let romanNumbers: [String: Int] = [
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10,
  ]

  private static func trimmed(_ word: some StringProtocol) -> String {
    let isEdge: (Character) -> Bool = { !$0.isLetter && !$0.isNumber && $0 != "%" }
    return String(String(word.drop(while: isEdge).reversed().drop(while: isEdge)).reversed())
  }

  private func word(_ offset: Int) -> String {
    words.indices.contains(index + offset) ? Self.trimmed(words[index + offset]) : ""
  }

  private mutating func scanWord() {
    let word = word(0)
    if word == "quý" || word == "quí" || word == "q" { return scanQuarters() }
    guard word.contains(where: \.isNumber) else { return }
    if index == 0, isEnumerator(words[0]) { return }
    if word.hasPrefix("q."),
      let quarter = Self.romanNumbers[String(head(of: String(word.dropFirst(2))))]
    {
      facts.add(.period, "quý \(quarter)")
    }
    scanNumber(word)
  }

  /// `1.`, `2)`, `15.1`: numbers an item, states nothing.
  private func isEnumerator(_ word: String) -> Bool {
    guard let last = word.last, last == "." || last == ")" else { return false }
    return word.dropLast().allSatisfy { $0.isNumber || $0 == "." }
  }

  private func head(of word: String) -> Substring { word.prefix { $0 != "/" && $0 != "." } }

  private mutating func scanQuarters() {
    var offset = 1
    while offset < 8 {
      let next = word(offset)
      if next == "và" || next == "," {
        offset += 1
        continue
      }
      var any = false
      for part in next.split(whereSeparator: { ",;+-–".contains($0) }) {
        let head = String(head(of: String(part)))
        guard let quarter = Self.romanNumbers[head] ?? Int(head), (1...4).contains(quarter) else {
          break
        }
        facts.add(.period, "quý \(quarter)")
        any = true
      }
      guard any else { return }
      if words[index + offset].last.map({ ";.)".contains($0) }) == true { return }
      offset += 1
    }
  }

  private mutating func scanNumber(_ word: String) {
    if word.hasSuffix("%") || self.word(1) == "%" {
      facts.add(.percent, normalised(word.filter { $0 != "%" }))
      return
    }
    let parts = word.split(whereSeparator: { "/-–".contains($0) }).map(String.init)
    let numbers = parts.map { Int($0) }
    if parts.count == 3, let day = numbers[0], let month = numbers[1], let year = numbers[2],
      (1...31).contains(day), (1...12).contains(month), year > 1900
    {
      facts.add(.date, "\(year)-\(month)-\(day)")
    } else if parts.count > 1, word.contains(where: \.isLetter), numbers[0] != nil {
      let letters = parts.filter { Int($0) == nil }.joined().filter(\.isLetter)
      let digits = numbers.compactMap { $0 }.map(String.init)
      facts.add(.documentNumber, digits.joined(separator: "/") + "/" + letters)
    } else if parts.count == 2, let month = numbers[0], let year = numbers[1],
      (1...12).contains(month), (1900...2199).contains(year)
    {
      if self.word(-1) != "quý" { facts.add(.period, "tháng \(month)") }
      facts.add(.year, String(year))
    } else if word.contains(":") {
      facts.add(.documentNumber, word)
    } else {
      for part in parts { scanPlain(part) }
    }
  }

  private mutating func scanPlain(_ part: String) {
    if let year = Int(part), part.count == 4, (1900...2199).contains(year) {
      facts.add(.year, part)
    } else if let number = Int(part), (1...12).contains(number), word(-1) == "tháng" {
      facts.add(.period, "tháng \(number)")
    } else if part.allSatisfy({ $0.isNumber || $0 == "." || $0 == "," }) {
      if word(1) == "tháng" {
        let half = word(2) == "đầu" ? " đầu" : word(2) == "cuối" ? " cuối" : ""
        facts.add(.period, normalised(part) + " tháng" + half)
      } else {
        facts.add(.number, normalised(part))
      }
    } else if part.count > 2 {
      // iso9001, 4k, g2c …: letters and digits name a thing.
      facts.add(.model, part.filter { $0.isNumber || $0.isLetter })
    }
  }

  /// `02` is `2`, `1.500` is `1500`, `95,50` is `95.5`.
  private func normalised(_ text: String) -> String {
    var digits = text.filter { $0.isNumber || $0 == "," || $0 == "." }
    let groups = digits.split(separator: ".", omittingEmptySubsequences: false)
    if groups.count > 1, groups.dropFirst().allSatisfy({ $0.count == 3 }) {
      digits = groups.joined()
    }
    digits = String(digits.map { $0 == "," ? "." : $0 })
    if digits.contains(".") {
      while digits.last == "0" { digits.removeLast() }
      if digits.last == "." { digits.removeLast() }
    }
    let trimmed = digits.drop { $0 == "0" }
    return trimmed.isEmpty || trimmed.first == "." ? "0" + trimmed : String(trimmed)
  }
}
