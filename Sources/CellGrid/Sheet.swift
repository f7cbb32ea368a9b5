/// A sheet as it was read: sparse, in row order, nothing expanded, nothing interpreted.
///
/// This is what every domain room sees of a workbook. Rows and cells without content are absent.
package struct Sheet: Sendable {
  package enum State: String, Sendable { case visible, hidden, veryHidden }

  /// A cell that is there: with a value, or at least a style.
  package struct Cell: Sendable {
    package var address: CellAddress
    package var value: CellValue
    /// Index into ``Sheet/styles``; nil where the cell has none.
    package var style: Int?
  }

  package var name: String
  package var state: State
  package var merges: [CellRange] = []
  /// Every style of the workbook; cells hold an index.
  package var styles: [CellStyle] = []
  /// Rich text cells with their runs; the cell's value holds the joined text.
  package var richText: [CellAddress: [TextRun]] = [:]
  /// Notes that people attached to cells.
  package var comments: [CellAddress: String] = [:]
  package var hiddenRows: Set<Int> = []
  package var hiddenColumns: Set<Int> = []
  /// The range of the automatic filter, if any.
  package var filter: CellRange?
  /// In Excel's unit, the width of one digit of the default font.
  package var columnWidths: [Int: Double] = [:]
  /// In points.
  package var rowHeights: [Int: Double] = [:]
  package var pageSetup = PageSetup()

  /// Cells by row, each row sorted by column.
  private var cellsByRow: [Int: [Cell]] = [:]

  package init(name: String, state: State = .visible) {
    self.name = name
    self.state = state
  }

  /// A sheet from rows of values, for tests and for sheets made by program; blanks are left out.
  package init(name: String, rows: [[CellValue]], merges: [CellRange] = []) {
    self.init(name: name)
    self.merges = merges
    for (row, values) in rows.enumerated() {
      for (column, value) in values.enumerated() where !value.isBlank {
        set(value, at: CellAddress(row: row, column: column))
      }
    }
  }

  /// Puts a value into a cell, replacing what was there.
  package mutating func set(_ value: CellValue, at address: CellAddress, style: Int? = nil) {
    let cell = Cell(address: address, value: value, style: style)
    var cells = cellsByRow[address.row] ?? []
    if let last = cells.last, last.address.column >= address.column {
      let place = cells.firstIndex { $0.address.column >= address.column } ?? cells.count
      if place < cells.count, cells[place].address.column == address.column {
        cells[place] = cell
      } else {
        cells.insert(cell, at: place)
      }
    } else {
      cells.append(cell)
    }
    cellsByRow[address.row] = cells
  }

  /// Indexes of the rows that hold a cell, ascending.
  package var rowIndexes: [Int] { cellsByRow.keys.sorted() }

  /// The cells of a row, left to right; empty where the row holds none.
  package func cells(inRow row: Int) -> [Cell] { cellsByRow[row] ?? [] }

  /// The cell's value; blank where there is none. Under a merge only the first cell has one.
  package subscript(_ address: CellAddress) -> CellValue {
    cellsByRow[address.row]?.first { $0.address.column == address.column }?.value ?? .blank
  }

  /// The cell's style, if it has one.
  package func style(at address: CellAddress) -> CellStyle? {
    guard
      let index = cellsByRow[address.row]?.first(where: { $0.address.column == address.column })?
        .style, styles.indices.contains(index)
    else { return nil }
    return styles[index]
  }
}
