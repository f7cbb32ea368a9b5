import AppendixModel
import CellGrid
import Findings

extension AppendixCheck {
  /// Percents that don't follow from their n/m, and parts that don't add up to their item.
  mutating func figures(_ item: Item) {
    percent(item.fields, item.origin)
    for part in item.parts { percent(part.fields, part.origin) }
    for role in [ColumnRole.value, .target] { parts(of: item, role) }
  }

  // MARK: Percents

  private mutating func percent(_ fields: [ColumnRole: Field], _ origin: RowOrigin) {
    // A value and a percent of its own column, or both in one text anywhere.
    var pairs: [(IndicatorValue, ColumnRole)] = []
    if let field = fields[.value] {
      let found = value(field)
      if let (part, whole) = IndicatorValue.counts(of: fields), let beside = fields[.percent],
        case .percent(let printed) = IndicatorValue(beside.text)
      {
        pairs.append((.ratio(part: part, whole: whole, printedPercent: printed), .percent))
      } else {
        pairs.append((found, .value))
      }
    }
    for role in [ColumnRole.progress, .output, .task, .note] {
      if let field = fields[role] { pairs.append((IndicatorValue(field.text), role)) }
    }
    for case (.ratio(let part, let whole, let printed?), let role) in pairs
    where whole > 0 && part <= whole && !printed.follows(part: part, whole: whole) {
      // «100% hồ sơ … (3/4 …)» may speak of two things unless they stand side by side; the value
      // columns speak of one.
      guard
        role == .percent || role == .value || abs(printed.value - part / whole * 100) < 5
          || Self.standTogether(fields[role]?.text ?? "")
      else { continue }
      let right = printed.corrected(part: part, whole: whole)
      let counts = "\(Self.text(part))/\(Self.text(whole))"
      add(
        "percent-wrong", .warning, origin, role,
        vi: "tỷ lệ ghi trong ô không khớp với \(counts); \(counts) là \(right), hãy sửa lại.",
        en: "the percent does not follow from \(counts), which is \(right); correct it.")
    }
    if let field = fields[.value], case .ratio(let part, let whole, nil) = value(field),
      part > whole, fields[.percent] == nil
    {
      add(
        "ratio-above-one", .note, origin, .value,
        vi:
          "\(Self.text(part)) lớn hơn \(Self.text(whole)); hãy xem có ghi ngược tử số, mẫu số không.",
        en: "\(Self.text(part)) is more than \(Self.text(whole)); see whether they are swapped.")
    }
  }

  /// Whether the first percent and the first n/m of a text say one thing: «50% (3/4 xã)»,
  /// «3/4 xã, đạt 50%».
  static func standTogether(_ text: String) -> Bool {
    let letters = Array(text)
    func isFigure(_ letter: Character) -> Bool {
      letter.isASCII && letter.isNumber || letter == "," || letter == "."
    }
    guard let percent = letters.firstIndex(of: "%"),
      let slash = letters.indices.dropFirst().dropLast().first(where: {
        letters[$0] == "/" && isFigure(letters[$0 - 1]) && isFigure(letters[$0 + 1])
      })
    else { return false }
    var start = min(percent, slash) + 1
    var end = max(percent, slash)
    if slash < percent { while start < end, isFigure(letters[start]) { start += 1 } }
    while end > start, isFigure(letters[end - 1]) || letters[end - 1] == " " { end -= 1 }
    let between = letters[start..<end]
    guard !between.contains(where: { ".;\n".contains($0) }) else { return false }
    let words = between.split { $0.isWhitespace || "(,:–-".contains($0) }
    return words.count <= (percent < slash ? 0 : 4)
  }

  private func value(_ field: Field) -> IndicatorValue {
    IndicatorValue(field.text, number: field.number)
  }

  // MARK: Sub-items

  private mutating func parts(of item: Item, _ role: ColumnRole) {
    guard let field = item.fields[role], case .count(let whole) = value(field) else { return }
    var children = item.parts.filter { $0.kind == .subitem }
    // 3.1.1 adds up to 3.1, not to 3.
    let depth = children.map { Self.depth($0.number) }.min() ?? 0
    children = children.filter { Self.depth($0.number) == depth }
    var sum = 0.0
    for part in children {
      guard let own = part.fields[role], case .count(let number) = value(own) else { return }
      sum += number
    }
    guard children.count > 1, abs(sum - whole) > 0.000_1 else { return }
    // «Trong đó» names some of the whole, not all of it.
    let isSome = item.parts.contains {
      WordKey($0[.task]).starts(with: WordKey("trong đó"))
    }
    if isSome && sum < whole { return }
    add(
      "sum-wrong", .warning, item.origin, role,
      vi: "các mục con cộng lại được \(Self.text(sum)), không phải \(Self.text(whole)); "
        + "hãy xem lại.",
      en: "the sub-items add up to \(Self.text(sum)), not \(Self.text(whole)); look again.")
  }

  private static func depth(_ number: String) -> Int {
    number.split(separator: ".").count
  }

  // MARK: Totals

  /// Rows that add up, and section rows with figures, against the items that they stand for.
  mutating func totals() {
    guard let sheet else { return }
    let table = FigureTable(sheet, appendix)
    for row in appendix.notTaken where Self.isTotal(row) {
      count(stated: row.text, at: row.origin, ofItems: table.itemGroups(forTotal: row.origin.row))
      let groups = table.itemGroups(forTotal: row.origin.row)
      for column in table.columns {
        guard let total = table.figure(row.origin.row, column.column) else { continue }
        compare(total, with: groups, table, column, row.origin)
      }
    }
    for (index, section) in appendix.sections.enumerated() {
      guard let origin = section.origin else { continue }
      let rows = table.itemRows(ofSection: index)
      count(stated: section.title, at: origin, ofItems: [rows])
      for column in table.columns {
        guard let total = table.figure(origin.row, column.column) else { continue }
        compare(total, with: [rows], table, column, origin)
      }
    }
  }

  static func isTotal(_ row: RowNotTaken) -> Bool { row.reason.english.contains("total") }

  private mutating func compare(
    _ total: FigureTable.Figure, with groups: [[Int]], _ table: FigureTable,
    _ column: RecognisedColumn, _ origin: RowOrigin
  ) {
    let sums = groups.compactMap { table.sum($0, column.column, like: total) }
    guard let nearest = sums.first, !sums.contains(where: { $0.isNear(total) }) else { return }
    findings.append(
      Finding(
        "sum-wrong", .warning, at: origin.location(column: column.column),
        vi: "cột «\(column.header)» cộng lại được \(nearest.text), không phải \(total.text); "
          + "hãy xem lại.",
        en: "the column “\(column.header)” adds up to \(nearest.text), not \(total.text); "
          + "look again."))
  }

  /// «Tổng cộng: 43 nhiệm vụ», «II. Cải cách thể chế (12 nhiệm vụ)».
  private mutating func count(stated text: String, at origin: RowOrigin, ofItems groups: [[Int]]) {
    let words = WordKey(text).words
    guard
      let place = words.indices.dropLast(2).first(where: { index in
        Int(words[index]) != nil && words[index].utf8.count <= 6
          && ["nhiệm vụ", "chỉ tiêu", "văn bản"].contains(
            words[index + 1] + " " + words[index + 2])
      }), let stated = Int(words[place]), let first = groups.first, !first.isEmpty,
      !groups.contains(where: { $0.count == stated })
    else { return }
    add(
      "count-wrong", .warning, origin, .task,
      vi: "ghi \(stated) nhưng bảng có \(first.count) dòng; hãy sửa lại cho khớp.",
      en: "\(stated) are stated, but there are \(first.count) rows; make them agree.")
  }

  static func text(_ number: Double) -> String {
    // Sums of decimals: 0,1 + 0,2 is 0,3.
    let rounded = (number * 1_000_000).rounded() / 1_000_000
    return CellValue.shortest(abs(number) < 1e9 ? rounded : number)
      .replacing(".", with: ",")
  }
}

/// The figures of a table by row and column, to be added up.
struct FigureTable {
  /// A count, or n/m.
  enum Figure: Equatable {
    case count(Double)
    case ratio(Double, Double)

    var text: String {
      switch self {
      case .count(let number): AppendixCheck.text(number)
      case .ratio(let part, let whole):
        "\(AppendixCheck.text(part))/\(AppendixCheck.text(whole))"
      }
    }

    func isNear(_ other: Figure) -> Bool {
      switch (self, other) {
      case (.count(let left), .count(let right)): abs(left - right) < 0.000_1
      case (.ratio(let part, let whole), .ratio(let otherPart, let otherWhole)):
        abs(part - otherPart) < 0.000_1 && abs(whole - otherWhole) < 0.000_1
      default: false
      }
    }
  }

  private let sheet: Sheet
  private let appendix: Appendix
  private let totalRows: [Int]
  private let items: [[Int]]
  /// Columns whose figures may be added: no numbers of rows, percents, indexes or years.
  let columns: [RecognisedColumn]

  init(_ sheet: Sheet, _ appendix: Appendix) {
    self.sheet = sheet
    self.appendix = appendix
    totalRows = appendix.notTaken.filter(AppendixCheck.isTotal).map(\.origin.row)
    items = appendix.sections.map { $0.items.map(\.origin.row) }
    columns = appendix.columns.filter { column in
      guard [.value, .extra, .target].contains(column.role) else { return false }
      let words = WordKey(column.header)
      return ![
        "tỷ lệ", "tỉ lệ", "%", "chỉ số", "năm", "điểm", "bình quân", "trung bình", "xếp hạng",
      ]
      .contains { words.contains(WordKey($0)) }
    }
  }

  func figure(_ row: Int, _ column: Int) -> Figure? {
    let address = CellAddress(row: row, column: column)
    switch sheet[address] {
    case .number(let number):
      let isPercent = sheet.style(at: address)?.numberFormat?.contains("%") == true
      return isPercent ? nil : .count(number)
    case .text(let text):
      guard text.utf8.count <= 40, !text.contains("%") else { return nil }
      switch IndicatorValue(text) {
      case .ratio(let part, let whole, nil): return .ratio(part, whole)
      case .count(let number):
        // «12 hồ sơ» is a figure, «2025–2026» and «3 đơn vị chậm» are words.
        return text.allSatisfy { $0.isNumber || ".,  ".contains($0) } ? .count(number) : nil
      default: return nil
      }
    default: return nil
    }
  }

  /// The sum of a column's figures in rows; nil where they are no figures of the total's kind,
  /// or too few to be a sum. Blank cells count for nothing.
  func sum(_ rows: [Int], _ column: Int, like total: Figure) -> Figure? {
    var part = 0.0
    var whole = 0.0
    var counted = 0
    for row in rows {
      guard let figure = figure(row, column) else {
        if !sheet[CellAddress(row: row, column: column)].isBlank { return nil }
        continue
      }
      switch (figure, total) {
      case (.count(let number), .count): part += number
      case (.ratio(let own, let all), .ratio):
        part += own
        whole += all
      default: return nil
      }
      counted += 1
    }
    guard counted > 1 else { return nil }
    if case .count = total { return .count(part) }
    return .ratio(part, whole)
  }

  /// Rows that a total may stand for, the likeliest first.
  func itemGroups(forTotal row: Int) -> [[Int]] {
    let all = items.flatMap(\.self)
    let above = all.filter { $0 < row }
    let below = all.filter { $0 > row }
    // A total over the table stands for what is below it.
    if above.isEmpty { return [below] }
    let last = totalRows.last { $0 < row }
    let since = last.map { total in above.filter { $0 > total } } ?? above
    let section = items.last { rows in rows.first.map { $0 < row } ?? false } ?? []
    let own = section.filter { $0 < row }
    let isLastTotal = totalRows.last == row && totalRows.count > 1 && below.isEmpty
    let groups =
      totalRows.count == 1
      ? [above, own] : isLastTotal ? [above, since, own] : [since, own, above]
    return groups.filter { !$0.isEmpty }
  }

  /// The items of a section, those of the groups inside it included.
  func itemRows(ofSection index: Int) -> [Int] {
    let level = appendix.sections[index].level
    var rows = items[index]
    for inner in appendix.sections.indices.dropFirst(index + 1) {
      guard appendix.sections[inner].level > level else { break }
      rows += items[inner]
    }
    return rows
  }
}
