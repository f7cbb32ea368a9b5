import AppendixLayout
import CellGrid

/// A sheet as it comes out of a printer, as near as can be told without one: sizes of columns and
/// rows, the paper, where pages end. All lengths are in points.
struct PrintedSheet {
  let sheet: Sheet
  private let mergesByRow: [Int: [CellRange]]

  init(_ sheet: Sheet) {
    self.sheet = sheet
    var byRow: [Int: [CellRange]] = [:]
    for merge in sheet.merges.prefix(100_000) { byRow[merge.first.row, default: []].append(merge) }
    mergesByRow = byRow
  }

  // MARK: Cells

  /// The merge whose first cell stands here.
  func merge(startingAt address: CellAddress) -> CellRange? {
    mergesByRow[address.row]?.first { $0.first == address }
  }

  func width(ofColumn column: Int) -> Double {
    guard !sheet.hiddenColumns.contains(column) else { return 0 }
    return sheet.pixels(ofColumn: column) * 0.75
  }

  func width(ofColumns columns: ClosedRange<Int>) -> Double {
    columns.prefix(CellAddress.columnLimit).reduce(0) { $0 + width(ofColumn: $1) }
  }

  /// Room for text beside the margins of a cell.
  static func room(_ width: Double) -> Double { max(1, width - 3.75) }

  /// How the text of a cell is set.
  func measure(_ style: CellStyle?) -> TextMeasure {
    TextMeasure(
      size: style?.fontSize ?? sheet.styles.first?.fontSize ?? 11,
      isBold: style?.isBold ?? false, isItalic: style?.isItalic ?? false, isExact: true)
  }

  static func wraps(_ style: CellStyle?) -> Bool {
    style?.wrapsText == true
      || ["justify", "distributed"].contains(style?.horizontalAlignment ?? "")
  }

  /// The height that a wrapped text needs in so much room.
  func height(of text: String, _ style: CellStyle?, room: Double) -> Double {
    let measure = measure(style)
    let indent = Double(style?.indent ?? 0) * measure.size * 0.75
    return Double(measure.lines(of: text, width: max(1, room - indent)))
      * TextMeasure.lineHeight(size: measure.size)
  }

  // MARK: Rows

  /// What Excel gives a row at most.
  static let tallestRow = 409.5

  private var plainRow: Double {
    sheet.defaultRowHeight ?? TextMeasure.lineHeight(size: sheet.styles.first?.fontSize ?? 11)
  }

  /// The row's height: as the file says, else as its text needs. Merged cells make no row higher.
  func height(ofRow row: Int) -> Double {
    if sheet.hiddenRows.contains(row) { return 0 }
    if let height = sheet.rowHeights[row] { return height }
    var height = plainRow
    for cell in sheet.cells(inRow: row) {
      guard case .text(let text) = cell.value, merge(startingAt: cell.address) == nil else {
        continue
      }
      let style = sheet.style(at: cell.address)
      let needed =
        Self.wraps(style)
        ? self.height(of: text, style, room: Self.room(width(ofColumn: cell.address.column)))
        : TextMeasure.lineHeight(size: measure(style).size)
      height = max(height, needed)
    }
    return min(height, Self.tallestRow)
  }

  // MARK: Pages

  /// Width and height of the paper, in millimetres, upright.
  private var paper: (width: Double, height: Double) {
    switch sheet.pageSetup.paper {
    case 1, 2: (215.9, 279.4)
    case 5: (215.9, 355.6)
    case 8: (297, 420)
    case 11: (148, 210)
    case 12: (250, 353)
    case 13: (176, 250)
    default: (210, 297)
    }
  }

  private static let millimetre = 72 / 25.4

  var bodyWidth: Double {
    let setup = sheet.pageSetup
    let side = setup.isLandscape ? paper.height : paper.width
    return max(20, side - setup.marginLeft - setup.marginRight) * Self.millimetre
  }

  var bodyHeight: Double {
    let setup = sheet.pageSetup
    let side = setup.isLandscape ? paper.width : paper.height
    return max(20, side - setup.marginTop - setup.marginBottom) * Self.millimetre
  }

  var isFitted: Bool { sheet.pageSetup.fitsWidth != nil || sheet.pageSetup.fitsHeight != nil }

  /// At what size the columns are printed, 1 for the real one; fitting never enlarges.
  func scale(ofColumns columns: ClosedRange<Int>) -> Double {
    guard isFitted else { return Double(sheet.pageSetup.scale) / 100 }
    guard let pages = sheet.pageSetup.fitsWidth, pages > 0 else { return 1 }
    let width = width(ofColumns: columns)
    return width > 0 ? max(0.1, min(1, bodyWidth * Double(pages) / width)) : 1
  }
}
