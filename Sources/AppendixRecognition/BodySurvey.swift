import AppendixModel
import CellGrid

/// A first look over a table's rows: how they are numbered and where the table ends.
struct BodySurvey: Sendable {
  /// Rows whose number column holds 1, 2, 3 …
  private(set) var integerRows = 0
  /// Rows without a number cell whose text begins with `1.`, `2.` …
  private(set) var integerTexts = 0
  /// Rows whose number column holds 1, 2, 3 … and that have values beside their text.
  private(set) var integerRowsWithValues = 0
  private(set) var decimalRows = 0
  private(set) var decimalRowsWithValues = 0
  /// Numbered I, II …; A, B …; a, b ….
  private var romans = Tally()
  private var capitals = Tally()
  private var letters = Tally()
  private(set) var boldItems = 0
  private(set) var items = 0
  /// Rows of one style of number, and those with values beside their text.
  private struct Tally {
    var rows = 0
    var withValues = 0

    mutating func count(_ row: TableRow) {
      rows += 1
      if !row.values.isEmpty, row.task != nil { withValues += 1 }
    }

    /// Nearly all have values, as items have and headings don't.
    var areItems: Bool { rows > 1 && withValues * 10 >= rows * 9 }
  }

  /// The last row that is an item, a part or a section.
  private(set) var lastRow: Int
  /// Where the signature block or the recipients begin.
  private(set) var signatureRow: Int?

  init(_ rows: [TableRow], bodyStart: Int) {
    lastRow = bodyStart - 1
    for row in rows {
      if signatureRow == nil, Self.isSignature(row) {
        signatureRow = row.row
        continue
      }
      let isItem = note(row)
      if isItem, signatureRow == nil || row.number != nil {
        lastRow = row.row
        // Rows of the table go on: what looked like a signature was a cell of it.
        signatureRow = nil
      }
    }
  }

  /// Counts the row; true where it is surely part of the table.
  private mutating func note(_ row: TableRow) -> Bool {
    switch row.number {
    case .integer?:
      guard row.task != nil || row.isUnderTaskMerge || !row.values.isEmpty else { return false }
      integerRows += 1
      if !row.values.isEmpty { integerRowsWithValues += 1 }
      countItem(row)
      return true
    case .decimal?:
      decimalRows += 1
      if !row.values.isEmpty { decimalRowsWithValues += 1 }
      return row.task != nil
    case .roman(let value)?:
      // C and L after A and B.
      if value == 50 || value == 100 { capitals.count(row) } else { romans.count(row) }
      return row.cells.count > 1
    case .upperLetter?:
      capitals.count(row)
      return row.cells.count > 1
    case .lowerLetter?:
      letters.count(row)
      return row.task != nil
    case .bullet?: return row.task != nil
    case nil:
      guard let task = row.task ?? row.ordinal else { return row.isUnderTaskMerge }
      let leading = RowNumber.leading(task.text)?.number
      if case .integer? = leading { integerTexts += 1 }
      if !row.values.isEmpty, row.task != nil {
        countItem(row)
        return true
      }
      return leading?.isSectionStyle == true
    }
  }

  private mutating func countItem(_ row: TableRow) {
    items += 1
    if row.task?.isBold == true { boldItems += 1 }
  }

  /// Whether bold type tells headings from items here.
  var boldMeansHeading: Bool { boldItems * 4 < items }
  /// No row is numbered 1, 2, 3 …, in a column or in its text.
  private var hasNoIntegers: Bool { integerRows == 0 && integerTexts == 0 && decimalRows == 0 }
  /// Roman numbers number the items themselves.
  var romanIsItem: Bool { hasNoIntegers && romans.areItems }
  /// A, B, C number the items themselves.
  var capitalIsItem: Bool { hasNoIntegers && romans.withValues == 0 && capitals.areItems }
  /// a, b, c number the items themselves.
  var letterIsItem: Bool {
    hasNoIntegers && letters.areItems && romans.withValues == 0 && capitals.withValues == 0
  }
  /// 1, 2 … head groups of 1.1, 1.2 …, which alone have values.
  var integersAreGroups: Bool {
    integerRows > 1 && integerRowsWithValues == 0 && decimalRowsWithValues >= integerRows
  }
  /// The table's rows have no numbers; a text here and there may begin with one.
  var isUnnumbered: Bool {
    integerRows == 0 && integerTexts * 4 < max(1, items) && decimalRows == 0
  }

  static func isSignature(_ row: TableRow) -> Bool {
    row.number == nil && isSignature(row.cells)
  }

  /// Whether few cells stand there and one of them begins a signature block.
  static func isSignature(_ cells: [TextGrid.Cell]) -> Bool {
    cells.count <= 3
      && cells.contains { cell in
        let firstLine = cell.text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        let key = WordKey(firstLine)
        guard key.words.count <= 10 else { return false }
        return OfficeWords.signatureStarts.startsAny(key)
      }
  }
}
