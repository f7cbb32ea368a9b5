import AppendixModel

/// What a column's cells look like, as shares of its filled cells from 0 to 1.
struct ColumnContents: Sendable {
  private var hits: [AppendixTemplate.ContentKind: Int] = [:]
  private(set) var filled = 0
  private(set) var words = 0
  private(set) var textCells = 0
  /// Cells that hold nothing but a tick.
  private(set) var marks = 0
  /// Cells that hold a 1, which counts or ticks.
  private(set) var ones = 0
  /// Cells that say no: `-`, `0`, FALSE.
  private(set) var voids = 0

  init() {}

  /// - Parameter kind: which of the facts' kinds of table the statuses are of.
  init(_ cells: some Sequence<TextGrid.Cell>, facts: CellFacts, kind: Int) {
    for cell in cells {
      let found = facts.facts(cell)
      filled += 1
      words += found.words
      if Self.isMark(cell.text) {
        marks += 1
      } else if Self.isVoid(cell.text) {
        voids += 1
      } else if cell.text == "1" {
        ones += 1
      }
      if cell.number == nil, cell.date == nil { textCells += 1 }
      for kind in found.kinds { hits[kind, default: 0] += 1 }
      if found.isStatus.indices.contains(kind), found.isStatus[kind] {
        hits[.status, default: 0] += 1
      }
    }
  }

  /// The share of filled cells that are of a kind; 0 where none is filled.
  func share(_ kind: AppendixTemplate.ContentKind) -> Double {
    filled == 0 ? 0 : Double(hits[kind] ?? 0) / Double(filled)
  }

  /// Whether any cell holds a count, n/m or a percent.
  var hasNumbers: Bool {
    [AppendixTemplate.ContentKind.number, .ratio, .percent].contains { (hits[$0] ?? 0) > 0 }
  }

  var wordsPerCell: Double { filled == 0 ? 0 : Double(words) / Double(filled) }

  /// What a cell looks like, whatever the kind of table; statuses are told elsewhere.
  static func kinds(of cell: TextGrid.Cell, _ key: WordKey) -> Set<AppendixTemplate.ContentKind> {
    var kinds: Set<AppendixTemplate.ContentKind> = []
    if let number = cell.number {
      kinds.insert(.number)
      if cell.text.hasSuffix("%") { kinds.insert(.percent) }
      if number >= 0, number < 10_000, number == number.rounded() || number * 10 < 1000 {
        kinds.insert(.ordinal)
      }
      if number >= 1990, number <= 2100, number == number.rounded() { kinds.insert(.period) }
      return kinds
    }
    if cell.date != nil { return [.date, .period] }
    if RowNumber(cell: cell.text) != nil { kinds.insert(.ordinal) }
    if isRatio(cell.text) { kinds.insert(.ratio) }
    if isNumber(cell.text) { kinds.formUnion([.number]) }
    if cell.text.hasSuffix("%"), isNumber(String(cell.text.dropLast())) { kinds.insert(.percent) }
    if isPeriod(key, cell.text) { kinds.insert(.period) }
    if isDate(cell.text) { kinds.formUnion([.date, .period]) }
    if isReference(cell.text) { kinds.insert(.reference) }
    if AgencyWords.builtIn.begins(key) || Lead.parted(cell.text) != nil { kinds.insert(.agency) }
    if OfficeWords.documentStarts.startsAny(key) { kinds.insert(.document) }
    if key.words.count >= 4 { kinds.insert(.text) }
    return kinds
  }

  /// Whether every filled cell is a tick or says no.
  func isTicks(orOnes: Bool) -> Bool { marks + voids + (orOnes ? ones : 0) == filled }

  /// `x`, `✓`: a tick.
  static func isMark(_ text: String) -> Bool { marks.contains(text) }

  private static let marks: Set<String> = [
    "x", "X", "✓", "✔", "☑", "☒", "✗", "✘", "v", "V", "√", "•", "+", "þ", "●", "■", "TRUE", "(x)",
    "(X)",
  ]

  /// `-`, `0`, FALSE in a column of ticks: none.
  static func isVoid(_ text: String) -> Bool {
    ["-", "–", "—", "0", "FALSE", "☐", "□", "/"].contains(text)
  }

  /// `1.114`, `61,91`, `05`.
  static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 20
      && text.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
          || $0 == UInt8(ascii: ",")
      } && text.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// `13/21`, `1.114/1.114`.
  static func isRatio(_ text: String) -> Bool {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    return halves.count == 2
      && halves.allSatisfy { half in isNumber(half.filter { !$0.isWhitespace }) }
  }

  /// `31/3/2025`, `31-03-2025`.
  static func isDate(_ text: String) -> Bool {
    let parts = text.split(whereSeparator: { "/-.".contains($0) }).map { Int(String($0)) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2] else {
      return false
    }
    return (1...31).contains(day) && (1...12).contains(month) && (1900...2200).contains(year)
  }

  /// A document's number and symbol: `13/2025/QĐ-UBND`, `12/KH-SXD`.
  static func isReference(_ text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).contains { (word: Substring) -> Bool in
      guard let slash = word.firstIndex(of: "/"), word.first?.isNumber == true else { return false }
      let symbol = word[slash...]
      return symbol.contains("-") && symbol.contains { $0.isUppercase }
    }
  }

  static func isPeriod(_ key: WordKey, _ text: String) -> Bool {
    guard key.words.count <= 16 else { return false }
    if OfficeWords.periodWords.startsAny(key) { return true }
    for (index, word) in key.words.enumerated()
    where index + 1 < key.words.count {
      let next = key.words[index + 1]
      switch word {
      case "quý", "quí", "tháng", "năm", "ngày", "tuần":
        if next.first?.isNumber == true || RowNumber.roman(next.uppercased()) != nil { return true }
      case "kỳ": if next == "họp" { return true }
      default: continue
      }
    }
    let parts = text.split(separator: "/").map { Int(String($0)) }
    if parts.count == 2, let month = parts[0], let year = parts[1] {
      return (1...12).contains(month) && (1990...2200).contains(year)
    }
    return false
  }
}
