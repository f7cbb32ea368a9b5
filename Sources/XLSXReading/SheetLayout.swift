import CellGrid

/// What a worksheet part says besides its cells: columns, filter, page set-up.
struct SheetLayout {
  var hiddenColumns: Set<Int> = []
  var columnWidths: [Int: Double] = [:]
  var defaultColumnWidth: Double?
  var defaultRowHeight: Double?
  var filter: CellRange?
  var setup = PageSetup()
  private(set) var hasSetup = false
  var header: String?
  var footer: String?
  var firstHeader: String?
  private var fitsToPage = false
  private var fitWidth = 1
  private var fitHeight = 1
  /// Which list of page breaks is being read.
  private var breaks: WritableKeyPath<PageSetup, [Int]>?
  private var differsOnFirst = false
  /// Columns that were described, one by one; a flood of overlapping ones is cut off.
  private var columnWork = 0

  /// Where the text of a header or footer element goes.
  static func header(_ name: String) -> WritableKeyPath<SheetLayout, String?>? {
    switch name {
    case "oddHeader": \.header
    case "oddFooter": \.footer
    case "firstHeader": \.firstHeader
    default: nil
    }
  }

  /// An element outside the rows starts.
  mutating func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "col": describeColumns(attributes)
    case "autoFilter": filter = filter ?? attributes["ref"].flatMap { CellRange($0) }
    case "pageSetUpPr": fitsToPage = attributes.flag("fitToPage") ?? false
    case "printOptions":
      setup.isCenteredHorizontally = attributes.flag("horizontalCentered") ?? false
    case "pageMargins": readMargins(attributes)
    case "pageSetup":
      hasSetup = true
      setup.isLandscape = attributes["orientation"] == "landscape"
      setup.paper = attributes.integer("paperSize") ?? setup.paper
      setup.scale = min(max(attributes.integer("scale") ?? 100, 10), 400)
      fitWidth = attributes.integer("fitToWidth") ?? 1
      fitHeight = attributes.integer("fitToHeight") ?? 1
    case "sheetFormatPr":
      defaultColumnWidth = attributes.number("defaultColWidth").flatMap { $0 > 0 ? $0 : nil }
      defaultRowHeight = attributes.number("defaultRowHeight").flatMap { $0 > 0 ? $0 : nil }
    case "rowBreaks": breaks = \.breaksAfterRows
    case "colBreaks": breaks = \.breaksAfterColumns
    case "brk": addBreak(attributes)
    case "headerFooter": differsOnFirst = attributes.flag("differentFirst") ?? false
    default: break
    }
  }

  /// A break that a person set; it lies before the row or column that it names from zero.
  private mutating func addBreak(_ attributes: XMLAttributes) {
    guard let breaks, attributes.flag("man") ?? false, let next = attributes.integer("id"),
      next >= 1, next < CellAddress.rowLimit, setup[keyPath: breaks].count < Self.breakLimit
    else { return }
    setup[keyPath: breaks].append(next - 1)
  }

  /// What Excel takes.
  private static let breakLimit = 1_026

  private mutating func describeColumns(_ attributes: XMLAttributes) {
    guard let first = attributes.integer("min"), let last = attributes.integer("max"), first >= 1,
      first <= last, first <= CellAddress.columnLimit
    else { return }
    let columns = first - 1...min(last, CellAddress.columnLimit) - 1
    columnWork += columns.count
    guard columnWork <= 10 * CellAddress.columnLimit else { return }
    let width = attributes.number("width")
    let isHidden = attributes.flag("hidden") ?? false
    for column in columns {
      if isHidden { hiddenColumns.insert(column) }
      if let width, width >= 0 { columnWidths[column] = width }
    }
  }

  /// Margins are in inches.
  private mutating func readMargins(_ attributes: XMLAttributes) {
    func millimetres(_ name: StaticString, _ old: Double) -> Double {
      guard let inches = attributes.number(name), (0...50).contains(inches) else { return old }
      return inches * 25.4
    }
    setup.marginTop = millimetres("top", setup.marginTop)
    setup.marginBottom = millimetres("bottom", setup.marginBottom)
    setup.marginLeft = millimetres("left", setup.marginLeft)
    setup.marginRight = millimetres("right", setup.marginRight)
    setup.marginHeader = millimetres("header", setup.marginHeader)
    setup.marginFooter = millimetres("footer", setup.marginFooter)
  }

  /// The page set-up, put together.
  func pageSetup() -> PageSetup {
    var setup = setup
    setup.header = header ?? ""
    setup.footer = footer ?? ""
    setup.firstPageHeader = differsOnFirst ? firstHeader ?? "" : nil
    setup.fitsWidth = fitsToPage && fitWidth > 0 ? fitWidth : nil
    setup.fitsHeight = fitsToPage && fitHeight > 0 ? fitHeight : nil
    setup.breaksAfterRows.sort()
    setup.breaksAfterColumns.sort()
    return setup
  }
}
