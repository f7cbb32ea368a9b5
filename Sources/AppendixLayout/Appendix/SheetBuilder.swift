import CellGrid

/// Sets lines one below the other: heights, merges, page breaks.
struct SheetBuilder {
  var page: Page
  /// In millimetres.
  let widths: [Double]
  /// A row taller than this goes over several rows; in points.
  let tallestRow: Double
  /// Rows that stay with the one below them.
  private var headings: Set<Int> = []

  init(page: Page, widths: [Double], tallestRow: Double) {
    self.page = page
    self.widths = widths
    self.tallestRow = tallestRow
  }

  /// Sets a line; one that is taller than Excel's tallest row goes over several rows, merged.
  mutating func add(_ line: AppendixPage.Line) {
    let height = self.height(of: line)
    let row = page.rows.count
    if line.isHeading { headings.insert(row) }
    let isTall = height > tallestRow
    let piece = isTall ? pieceHeight(of: line) : height
    let rows = isTall ? Int((height / piece).rounded(.up)) : 1
    var line = line
    if isTall { for column in line.cells.indices { line.cells[column].look.vertical = .top } }
    page.rows.append(Page.Row(line.cells, height: piece))
    for _ in 1..<max(rows, 1) {
      let blank = line.cells.map { Page.Cell(.blank, $0.look) }
      page.rows.append(Page.Row(blank, height: piece))
    }
    let last = row + rows - 1
    if let span = line.span {
      page.merges.append(
        CellRange(
          CellAddress(row: row, column: span.lowerBound),
          CellAddress(row: last, column: span.upperBound)))
    }
    guard rows > 1 else { return }
    for column in line.cells.indices where line.span?.contains(column) != true {
      page.merges.append(
        CellRange(
          CellAddress(row: row, column: column), CellAddress(row: last, column: column)))
    }
  }

  /// Sets the header: one row, or several where columns stand in groups.
  mutating func add(_ header: PrintedHeader) {
    let first = page.rows.count
    page.rows += header.rows.map { Page.Row($0) }
    var heights = header.rows.map { row in
      row.map { TextMeasure.lineHeight(size: $0.look.size) }.max() ?? 15
    }
    // Cells of one row first: those over several take what is there, and more below if need be.
    for cell in header.blocks.sorted(by: {
      ($0.rows.count, $0.rows.lowerBound) < ($1.rows.count, $1.rows.lowerBound)
    }) {
      let content = header.rows[cell.rows.lowerBound][cell.columns.lowerBound]
      let needed = CellHeight.height(
        of: content, millimetres: widths[cell.columns].reduce(0, +))
      let there = heights[cell.rows].reduce(0, +)
      if needed > there { heights[cell.rows.upperBound] += needed - there }
      guard cell.rows.count > 1 || cell.columns.count > 1 else { continue }
      page.merges.append(
        CellRange(
          CellAddress(row: first + cell.rows.lowerBound, column: cell.columns.lowerBound),
          CellAddress(row: first + cell.rows.upperBound, column: cell.columns.upperBound)))
    }
    for (index, height) in heights.enumerated() { page.rows[first + index].height = height + 3 }
  }

  /// Pieces well below a page let it be filled before the next one begins; each holds whole lines
  /// as they are printed, so that no page ends within one.
  private func pieceHeight(of line: AppendixPage.Line) -> Double {
    let size = line.cells.map(\.look.size).max() ?? 12
    return TextMeasure.printedLineHeight(size: size) * 8
  }

  private func height(of line: AppendixPage.Line) -> Double {
    var height = 0.0
    for (column, cell) in line.cells.enumerated() {
      var width = widths[column]
      if let span = line.span, span.contains(column) {
        guard column == span.lowerBound else { continue }
        width = widths[span].reduce(0, +)
      }
      height = max(height, CellHeight.height(of: cell, millimetres: width))
    }
    // A little air, since borders and rounding take some.
    return height + 3
  }

  /// Sets every page's break, so that no heading stands at the foot of a page without its first
  /// row.
  ///
  /// All breaks or none: with a few, a program that fills a page a little differently would break
  /// by itself just before one of them and leave a page almost empty. The room counted with is a
  /// little less than there is, so that no program needs a break of its own. Excel passes over
  /// these breaks, since the sheet is fitted to the paper's width, and fills its pages itself.
  mutating func breakPages(
    bodyHeight: Double, header: ClosedRange<Int>, from first: Int, to last: Int
  ) {
    guard first <= last else { return }
    let room = bodyHeight * 0.985
    let repeated = page.rows[header].reduce(0) { $0 + ($1.height ?? 0) }
    var used = page.rows[..<first].reduce(0) { $0 + ($1.height ?? 0) }
    for row in first...last {
      let height = page.rows[row].height ?? 0
      var end = row
      while end < last, headings.contains(end) { end += 1 }
      let group = (row...end).reduce(0) { $0 + (page.rows[$1].height ?? 0) }
      let followsHeading = row > first && headings.contains(row - 1)
      if used + group > room, row > first, !followsHeading {
        page.setup.breaksAfterRows.append(row - 1)
        used = repeated
      }
      used += height
    }
  }
}
