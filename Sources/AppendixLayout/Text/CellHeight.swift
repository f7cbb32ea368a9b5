import CellGrid

/// Heights of rows for the text that stands in them.
enum CellHeight {
  /// The height that a cell needs in a column, or a merge, of so many millimetres; in points.
  static func height(of cell: Page.Cell, millimetres: Double) -> Double {
    let text = shownText(cell)
    let look = cell.look
    let line = TextMeasure.lineHeight(size: look.size)
    guard !text.isEmpty else { return line }
    var measure = TextMeasure(size: look.size, isBold: look.isBold, isItalic: look.isItalic)
    if case .rich(let runs) = cell.content, runs.contains(where: \.isBold) {
      measure.isBold = true
    }
    guard look.wraps else { return line }
    // One step of indent is about three spaces.
    let indent = Double(look.indent) * look.size * 0.75
    let room = ColumnMeasure.textWidth(millimetres: millimetres) - indent
    return Double(measure.lines(of: text, width: room)) * line
  }

  /// The text that a cell shows, near enough to be measured.
  static func shownText(_ cell: Page.Cell) -> String {
    if case .number(let number) = cell.content, abs(number) < 1e15,
      cell.look.numberFormat == VietnameseNumber.groupedFormat
    {
      return VietnameseNumber.grouped(String(Int64(number)))
    }
    return shownText(cell.content)
  }

  private static func shownText(_ content: Page.Content) -> String {
    switch content {
    case .blank: ""
    case .text(let text): text
    case .number(let number): CellValue.shortest(number)
    case .date: "31/12/2025"
    case .boolean(let flag): flag ? "TRUE" : "FALSE"
    case .rich(let runs): runs.map(\.text).joined()
    case .formula(_, .number(let number)): CellValue.shortest(number)
    case .formula(_, .text(let text)): text
    }
  }

  /// The height of a row whose cells stand one in each column, unpadded; at most what Excel takes.
  static func height(of cells: [Page.Cell], widths: [Double]) -> Double {
    var height = TextMeasure.lineHeight(size: 12)
    for (cell, width) in zip(cells, widths) {
      height = max(height, Self.height(of: cell, millimetres: width))
    }
    return min(height, ColumnMeasure.tallestRow)
  }
}
