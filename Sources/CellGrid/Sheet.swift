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
  package var richText: RichText {
    get { RichText(store: store, own: ownRuns) }
    set { ownRuns = newValue.own }
  }
  /// Notes that people attached to cells.
  package var comments: [CellAddress: String] = [:]
  /// The same notes by font, where their file names fonts.
  package var commentRuns: [CellAddress: [TextRun]] = [:]
  package var hiddenRows: Set<Int> = []
  package var hiddenColumns: Set<Int> = []
  /// The range of the automatic filter, if any.
  package var filter: CellRange?
  /// In Excel's unit, the width of one digit of the default font.
  package var columnWidths: [Int: Double] = [:]
  /// In points.
  package var rowHeights: [Int: Double] = [:]
  /// Rows whose height a person set; the others grow with their text.
  package var fixedRows: Set<Int> = []
  /// What columns without a width of their own have; nil where the file says nothing.
  package var defaultColumnWidth: Double?
  /// What rows without a height of their own have, in points.
  package var defaultRowHeight: Double?
  package var pageSetup = PageSetup()
  /// Whether anyone chose paper and direction for the sheet.
  package var hasPageSetup = false

  /// The cells themselves.
  private var store = CellStore()
  /// Runs of cells whose text is their own, or was set anew.
  private var ownRuns: [CellAddress: [TextRun]] = [:]

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

  /// A sheet around cells that are read already.
  package init(name: String, state: State, store: CellStore, runs: [CellAddress: [TextRun]]) {
    self.init(name: name, state: state)
    self.store = store
    ownRuns = runs
  }

  /// Puts a value into a cell, replacing what was there.
  package mutating func set(_ value: CellValue, at address: CellAddress, style: Int? = nil) {
    let kind: PackedCell.Kind
    let payload: UInt64
    switch value {
    case .blank: (kind, payload) = (.blank, 0)
    case .number(let number): (kind, payload) = (.number, number.bitPattern)
    case .date(let date, let raw):
      // A date made by program keeps its day even where its number says another epoch.
      let day = SerialDate(serial: raw, uses1904: store.uses1904)?.calendarDate
      let serial =
        day == date
        ? raw
        : SerialDate.serial(
          daysSince1970: date.daysSince1970, seconds: Double(date.secondOfDay ?? 0),
          uses1904: store.uses1904)
      (kind, payload) = (.date, serial.bitPattern)
    case .boolean(let flag): (kind, payload) = (.boolean, flag ? 1 : 0)
    case .error(let text): (kind, payload) = (.error, store.keep(text.utf8))
    case .text(let text): (kind, payload) = (.ownText, store.keep(text.utf8))
    }
    store.set(
      PackedCell(
        row: address.row, column: address.column, style: style, kind: kind, payload: payload))
  }

  /// The packed cells and their texts, for rooms that count every nanosecond.
  package var packed: CellStore { store }

  /// Indexes of the rows that hold a cell, ascending.
  package var rowIndexes: [Int] {
    var rows: [Int] = []
    for cell in store.cells where rows.last != cell.row { rows.append(cell.row) }
    return rows
  }

  /// The cells of a row, left to right; empty where the row holds none.
  package func cells(inRow row: Int) -> [Cell] {
    guard row >= 0, row < CellAddress.rowLimit else { return [] }
    var index = store.firstIndex(from: PackedCell.place(of: CellAddress(row: row, column: 0)))
    var cells: [Cell] = []
    while index < store.cells.count, store.cells[index].row == row {
      let cell = store.cells[index]
      cells.append(Cell(address: cell.address, value: store.value(of: cell), style: cell.style))
      index += 1
    }
    return cells
  }

  /// The cell's value; blank where there is none. Under a merge only the first cell has one.
  package subscript(_ address: CellAddress) -> CellValue {
    store.cell(at: address).map { store.value(of: $0) } ?? .blank
  }

  /// The cell's style, if it has one.
  package func style(at address: CellAddress) -> CellStyle? {
    guard let index = store.cell(at: address)?.style, styles.indices.contains(index) else {
      return nil
    }
    return styles[index]
  }
}
