import CellGrid

/// A sheet to be read on the screen: a title, a few lines, a table with a header that stays in
/// view, filters, heights for wrapped text.
struct TableSheet {
  /// A column: its header and its width in millimetres.
  struct Column {
    var header: String
    var width: Double
    var isHidden = false
    var note: String?

    init(_ header: String, _ width: Double, isHidden: Bool = false, note: String? = nil) {
      self.header = header
      self.width = width
      self.isHidden = isHidden
      self.note = note
    }
  }

  private(set) var page: Page
  let columns: [Column]
  private(set) var headerRow = 0
  private var widths: [Double] { columns.map { $0.isHidden ? 400 : $0.width } }

  /// Begins the sheet with its title, its lines and the header.
  init(name: String, title: String, lines: [String] = [], columns: [Column]) {
    page = Page(name: name)
    self.columns = columns
    page.columns = columns.map {
      Page.Column(width: ColumnMeasure.units(millimetres: $0.width), isHidden: $0.isHidden)
    }
    page.hidesGridlines = true
    addText(title, Self.title)
    for line in lines { addText(line, Self.line) }
    addText("", Self.line)
    headerRow = page.rows.count
    add(columns.map { Page.Cell(.text($0.header), Self.header, comment: $0.note) })
    page.frozenRows = headerRow + 1
    var setup = PageSetup()
    setup.isLandscape = true
    setup.marginLeft = 15
    setup.marginRight = 15
    setup.fitsWidth = 1
    setup.repeatedRows = headerRow...headerRow
    setup.header = "&C&\"Times New Roman,Regular\"&12&P"
    page.setup = setup
  }

  /// A text over the visible columns, such as a title.
  mutating func addText(_ text: String, _ look: CellLook) {
    let visible = columns.lastIndex { !$0.isHidden } ?? 0
    let cell = Page.Cell(text.isEmpty ? .blank : .text(text), look)
    let width = zip(columns, widths).prefix(visible + 1).filter { !$0.0.isHidden }
      .reduce(0) { $0 + $1.1 }
    let row = page.rows.count
    page.rows.append(
      Page.Row([cell], height: CellHeight.height(of: cell, millimetres: width) + 1))
    if visible > 0, !text.isEmpty {
      page.merges.append(
        CellRange(CellAddress(row: row, column: 0), CellAddress(row: row, column: visible)))
    }
  }

  /// A row of the table, as high as its texts.
  mutating func add(_ cells: [Page.Cell], isHidden: Bool = false) {
    page.rows.append(
      Page.Row(
        cells, height: min(CellHeight.height(of: cells, widths: widths) + 2, 409),
        isHidden: isHidden))
  }

  /// A row of the table whose text at `first` stands over the columns from there to the last
  /// visible one.
  mutating func add(_ cells: [Page.Cell], spanningFrom first: Int) {
    let visible = columns.lastIndex { !$0.isHidden } ?? 0
    guard cells.indices.contains(first), first < visible else {
      add(cells)
      return
    }
    let row = page.rows.count
    let width = Array(zip(columns, widths))[first...visible].filter { !$0.0.isHidden }
      .reduce(0) { $0 + $1.1 }
    page.rows.append(
      Page.Row(
        cells,
        height: min(CellHeight.height(of: cells[first], millimetres: width) + 4, 409)))
    page.merges.append(
      CellRange(CellAddress(row: row, column: first), CellAddress(row: row, column: visible)))
  }

  /// The index of the row that comes next.
  var nextRow: Int { page.rows.count }

  /// The range of the table's body in a column, if it has rows.
  func body(column: Int) -> CellRange? {
    guard nextRow > headerRow + 1 else { return nil }
    return CellRange(
      CellAddress(row: headerRow + 1, column: column),
      CellAddress(row: nextRow - 1, column: column))
  }

  /// The page with its filter.
  func finished(change: (inout Page) -> Void = { _ in }) -> Page {
    var page = page
    if nextRow > headerRow + 1 {
      page.filter = CellRange(
        CellAddress(row: headerRow, column: 0),
        CellAddress(row: nextRow - 1, column: columns.count - 1))
    }
    change(&page)
    return page
  }

  // MARK: Looks

  static let base: CellLook = {
    var look = CellLook()
    look.size = 11
    look.vertical = .top
    look.horizontal = .left
    return look
  }()

  static let title: CellLook = {
    var look = base
    look.size = 14
    look.isBold = true
    look.vertical = .center
    return look
  }()

  static let line = base

  static let header: CellLook = {
    var look = base
    look.isBold = true
    look.horizontal = .center
    look.vertical = .center
    look.hasBorder = true
    look.fill = "D9E2F3"
    return look
  }()

  static let cell: CellLook = {
    var look = base
    look.hasBorder = true
    return look
  }()

  static let centered: CellLook = {
    var look = cell
    look.horizontal = .center
    return look
  }()

  static let input: CellLook = {
    var look = centered
    look.fill = "FFF2CC"
    look.isUnlocked = true
    return look
  }()
}

extension Page.Cell {
  /// A cell of a table; empty text makes it blank.
  static func text(_ text: String, _ look: CellLook = TableSheet.cell, link: String? = nil)
    -> Page.Cell
  {
    Page.Cell(text.isEmpty ? .blank : .text(text), look, link: link)
  }

  /// A number in the middle of its cell.
  static func number(_ number: Double, _ look: CellLook = TableSheet.centered) -> Page.Cell {
    Page.Cell(.number(number), look)
  }
}
