package import AppendixModel
package import CellGrid
package import Consolidation

/// The official appendix by Nghị định 30/2020/NĐ-CP: one page of a workbook.
package func appendixPages(
  _ consolidated: Consolidated, template: AppendixTemplate, heading: OutputHeading
) -> [Page] {
  [AppendixPage(consolidated, template: template, heading: heading).page()]
}

/// Several appendices in one workbook: Phụ lục I, Phụ lục II …; each begins with page 1.
package func appendixPages(
  _ appendices: [(consolidated: Consolidated, heading: OutputHeading)],
  template: AppendixTemplate
) -> [Page] {
  appendices.enumerated().flatMap { index, appendix in
    var heading = appendix.heading
    if appendices.count > 1, heading.number == nil { heading.number = index + 1 }
    return appendixPages(appendix.consolidated, template: template, heading: heading)
  }
}

/// Builds the sheet of one appendix.
struct AppendixPage {
  let consolidated: Consolidated
  let template: AppendixTemplate
  let heading: OutputHeading
  let columns: [PrintedColumn]
  let hasFootnotes: Bool
  var looks: AppendixLooks

  init(_ consolidated: Consolidated, template: AppendixTemplate, heading: OutputHeading) {
    self.consolidated = consolidated
    self.template = template
    self.heading = heading
    let chosen = AppendixColumns(consolidated, template: template)
    columns = chosen.columns
    hasFootnotes = chosen.hasFootnotes
    looks = AppendixLooks(layout: template.layout)
  }

  /// A row of the sheet before it is set: cells, and which of them stand over several columns.
  struct Line {
    var cells: [Page.Cell]
    /// Columns that one text spans; the rest of the row stands alone.
    var span: ClosedRange<Int>?
    /// Stays on one page with the row that follows.
    var isHeading = false
  }

  func page() -> Page {
    var page = Page(name: heading.wordLine)
    page.setup = setup
    let body = bodyLines()
    let header = headerLine
    let widths = self.widths(header: header, body: body.lines)
    page.columns = widths.map { Page.Column(width: ColumnMeasure.units(millimetres: $0)) }
    let titles = titleLines
    var sheet = SheetBuilder(page: page, widths: widths)
    for line in titles { sheet.add(line) }
    let headerRow = sheet.page.rows.count
    sheet.add(header)
    for line in body.lines { sheet.add(line) }
    let tableEnd = sheet.page.rows.count - 1
    if !body.footnotes.isEmpty {
      sheet.add(blankLine)
      for note in body.footnotes { sheet.add(fullLine(note, looks.footnote)) }
    }
    sheet.page.setup.repeatedRows = headerRow...headerRow
    sheet.page.frozenRows = headerRow + 1
    if let last = sheet.page.rows.indices.last {
      sheet.page.setup.printArea = CellRange(
        CellAddress(row: 0, column: 0), CellAddress(row: last, column: columns.count - 1))
    }
    sheet.breakPages(
      bodyHeight: bodyHeight, headerRow: headerRow, from: headerRow + 1, to: tableEnd)
    return sheet.page
  }

  // MARK: Paper

  var isLandscape: Bool {
    switch template.layout.orientation {
    case .landscape: true
    case .portrait: false
    case .auto: columns.count > 5
    }
  }

  private var setup: PageSetup {
    var setup = PageSetup()
    setup.isLandscape = isLandscape
    setup.marginTop = template.layout.margins.top
    setup.marginBottom = template.layout.margins.bottom
    setup.marginLeft = template.layout.margins.left
    setup.marginRight = template.layout.margins.right
    setup.marginHeader = max(5, template.layout.margins.top / 2)
    setup.header = "&C&\"\(template.layout.font),Regular\"&13&P"
    setup.firstPageHeader = ""
    setup.firstPageNumber = 1
    setup.fitsWidth = 1
    setup.isCenteredHorizontally = true
    return setup
  }

  /// In millimetres; a little less than the paper allows, so that rounding never adds a page.
  private var bodyWidth: Double {
    (isLandscape ? 297 : 210) - template.layout.margins.left - template.layout.margins.right - 2.5
  }

  /// In points.
  private var bodyHeight: Double {
    let paper = isLandscape ? 210.0 : 297.0
    return (paper - template.layout.margins.top - template.layout.margins.bottom) / 25.4 * 72
  }

  private func widths(header: Line, body: [Line]) -> [Double] {
    let rows = body.filter { $0.span == nil }
    let step = max(1, rows.count / ColumnFitter.sampleSize)
    let sample = stride(from: 0, to: rows.count, by: step).map { rows[$0] }
    let total = bodyWidth
    let shares = columns.reduce(0) { $0 + $1.share }
    let measured = columns.enumerated().map { index, column in
      let head = header.cells[index]
      let measure = TextMeasure(size: template.layout.fontSize)
      let bold = TextMeasure(size: template.layout.fontSize, isBold: true)
      var widest = bold.widestWord(of: CellHeight.shownText(head.content))
      for row in rows {
        let text = CellHeight.shownText(row.cells[index].content)
        let isBold = row.cells[index].look.isBold
        // A word that would take a third of the page, such as an address, may be broken.
        widest = max(widest, (isBold ? bold : measure).widestWord(of: text))
      }
      widest = max(widest, unbrokenWidth(column, rows: rows, index: index, measure, total: total))
      let cells = sample.map { row in
        CellHeight.shownText(row.cells[index].content)
          .split(separator: "\n", omittingEmptySubsequences: false).map(measure.wordWidths)
      }
      return ColumnFitter.Column(
        share: column.share,
        // The template's wish counts: a column yields a tenth of it to the others, no more.
        narrowest: max(
          min(ColumnMeasure.millimetres(textWidth: widest) + 0.5, total / 3),
          column.source == .role(.task) ? 0 : column.share / shares * total * 0.9),
        cells: cells, measure: measure)
    }
    return ColumnFitter.widths(measured, total: total)
  }

  /// Names of offices and periods of time are short and read badly when broken: the widest of
  /// them that takes less than a fifth of the page.
  private func unbrokenWidth(
    _ column: PrintedColumn, rows: [Line], index: Int, _ measure: TextMeasure, total: Double
  ) -> Double {
    guard [.lead, .support, .deadline].contains(where: { column.source == .role($0) }) else {
      return 0
    }
    let limit = ColumnMeasure.textWidth(millimetres: total / 5)
    var widest = 0.0
    for row in rows {
      for line in CellHeight.shownText(row.cells[index].content).split(separator: "\n") {
        let width = measure.width(of: line)
        if width <= limit { widest = max(widest, width) }
      }
    }
    return widest
  }
}
