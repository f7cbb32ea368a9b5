import AppendixModel
import CellGrid
import Findings

/// Where a table's columns are, and what its header says, for reading the rows below it.
struct TableShape: Sendable {
  var headerRows: ClosedRange<Int>
  var columns: [RecognisedColumn]
  var ordinal: Int?
  var sectionOrdinal: Int?
  var task: Int
  var section: Int?
  /// Columns of the other roles.
  var fields: [(role: ColumnRole, column: Int)] = []
  var extras: [(header: String, column: Int)] = []
  /// Columns that hold one role's value together.
  var groups: [ColumnGroup]
  /// The header's words by column, each level on its own.
  private var headerKeys: [Int: Set<WordKey>] = [:]
  /// The longest heading of each column, in bytes: what is much longer is none.
  private var headerLengths: [Int: Int] = [:]

  init?(_ assignment: ColumnAssigner.Assignment) {
    guard let task = assignment.column(.task) else { return nil }
    self.task = task
    headerRows = assignment.block.rows
    columns = assignment.columns
    ordinal = assignment.column(.ordinal)
    sectionOrdinal = assignment.column(.sectionOrdinal)
    section = assignment.column(.section)
    groups = assignment.groups
    let grouped = Set(groups.flatMap { $0.members.map(\.column) })
    for column in assignment.columns where !grouped.contains(column.column) {
      switch column.role {
      case .task, .ordinal, .sectionOrdinal, .section: continue
      case .extra: extras.append((column.header, column.column))
      default: fields.append((column.role, column.column))
      }
    }
    for column in assignment.block.columns {
      headerKeys[column.column] = Set(column.levels.map(\.key))
      headerLengths[column.column] = column.levels.map(\.text.utf8.count).max()
    }
  }

  /// Columns without a heading that hold values beside items: kept as extra columns.
  mutating func addUnheaded(_ grid: TextGrid, body: Range<Int>) {
    let known = Set(columns.map(\.column))
    let start = grid.rowIndexes.partitioningIndex { $0 >= body.lowerBound }
    var found: Set<Int> = []
    for index in start..<grid.rowIndexes.count {
      let row = grid.rowIndexes[index]
      guard row < body.upperBound, let cells = grid.rows[row] else { break }
      guard cells.contains(where: { $0.column == task }), cells.count > 1 else { continue }
      for cell in cells where !known.contains(cell.column) { found.insert(cell.column) }
    }
    for column in found.sorted().prefix(TextGrid.columnLimit) {
      let letters = CellAddress.columnName(column)
      columns.append(
        RecognisedColumn(
          column: column, role: .extra, header: "Cột \(letters)", confidence: 0.5,
          reason: Message(
            vi: "cột không có tiêu đề nhưng có giá trị; giữ làm cột thêm",
            en: "no heading, but values; kept as an extra column")))
      extras.append(("Cột \(letters)", column))
    }
    columns.sort { $0.column < $1.column }
  }

  var firstColumn: Int { columns.first?.column ?? task }
  var lastColumn: Int { columns.last?.column ?? task }

  /// Whether the row is this header again, as after a page break.
  func isHeader(_ cells: [TextGrid.Cell]) -> Bool {
    guard cells.count >= 2 || headerRows.count > 1 else { return false }
    var same = 0
    for (place, cell) in cells.enumerated() {
      // Rows of items differ from the header in their first cells already.
      if place == 3, same == 0 { return false }
      guard cell.number == nil, let longest = headerLengths[cell.column],
        cell.text.utf8.count <= longest + longest / 2 + 8
      else { continue }
      if headerKeys[cell.column]?.contains(WordKey(cell.text)) == true { same += 1 }
    }
    return same >= 2 && same * 5 >= cells.count * 3 || (same == cells.count && same > 0)
  }
}

/// One row of a table, sorted by what its columns mean.
struct TableRow {
  var row: Int
  var cells: [TextGrid.Cell]
  /// The row's own cell in a number column.
  var ordinal: TextGrid.Cell?
  var task: TextGrid.Cell?
  /// Own cells of all other columns.
  var values: [TextGrid.Cell] = []
  /// The number column's vertical merge that began in an earlier row of the table.
  var isUnderOrdinalMerge = false
  var isUnderTaskMerge = false
  /// A merge over most of the table holds the text, as section rows have it.
  var isWide = false

  init(_ row: Int, _ shape: TableShape, _ grid: TextGrid, bodyStart: Int) {
    self.row = row
    cells = grid.rows[row] ?? []
    for cell in cells {
      if cell.column == shape.ordinal {
        ordinal = cell
      } else if cell.column == shape.sectionOrdinal {
        if ordinal == nil { ordinal = cell }
      } else if cell.column == shape.task {
        task = cell
      } else {
        values.append(cell)
      }
    }
    func isCovered(_ column: Int?) -> Bool {
      guard let column, let merge = grid.merges.covering(row: row, column: column) else {
        return false
      }
      return merge.first.row < row && merge.first.row >= bodyStart
        && grid.cell(merge.first.row, merge.first.column) != nil
    }
    isUnderOrdinalMerge = ordinal == nil && isCovered(shape.ordinal)
    isUnderTaskMerge = task == nil && isCovered(shape.task)
    let width = shape.lastColumn - shape.firstColumn + 1
    isWide = cells.contains { cell in
      guard let merge = grid.merges.covering(row: row, column: cell.column) else { return false }
      return merge.height == 1 && merge.width >= 3 && merge.width * 2 >= width
    }
  }

  var number: RowNumber? { ordinal.flatMap { RowNumber(cell: $0.text) } }

  /// The one text of a row that has no value beside it: in the task column, in the number column
  /// of a merged row, or alone in another column.
  var onlyText: TextGrid.Cell? {
    if let task { return values.isEmpty && number == nil ? task : nil }
    if let ordinal, number == nil { return values.isEmpty ? ordinal : nil }
    return ordinal == nil && values.count == 1 ? values[0] : nil
  }

  /// The row's text, cells joined by ` | `.
  var text: String { cells.map(\.text).joined(separator: " | ") }
}
