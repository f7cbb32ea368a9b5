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
  /// Which role each column of the sources holds, for notes at cells.
  let noteColumns: [SourceColumn: ColumnRole]
  var looks: AppendixLooks

  /// The direction of the paper.
  let isLandscape: Bool
  /// The size of the table's text, in points.
  let size: Double

  /// Sets the appendix as roomily as the paper allows: all columns in the template's size; where
  /// words would break, without the columns in which nothing is written, then in smaller type.
  init(_ consolidated: Consolidated, template: AppendixTemplate, heading: OutputHeading) {
    let all = AppendixColumns(consolidated, template: template)
    let used = all.withoutEmptyColumns(in: consolidated)
    let wish = template.layout.fontSize
    if template.layout.keepsForm {
      let orientation = heading.orientation ?? template.layout.orientation
      self.init(
        consolidated, template: template, heading: heading, columns: all,
        isLandscape: orientation != .portrait, size: wish)
      return
    }
    var tries: [(AppendixColumns, Double)] = [(all, wish)]
    if used.columns.count < all.columns.count { tries.append((used, wish)) }
    for size in [11.0, 10, 9] where size < wish { tries.append((used, size)) }
    let directions: [Bool] =
      switch heading.orientation ?? template.layout.orientation {
      case .portrait: [false]
      case .landscape: [true]
      case .auto: [false, true]
      }
    for isLandscape in directions {
      for (columns, size) in tries {
        let page = Self(
          consolidated, template: template, heading: heading, columns: columns,
          isLandscape: isLandscape, size: size)
        // The paper is turned before the table is made tight.
        let isTight = page.tightness > (directions.last == isLandscape ? 0.85 : 0.6)
        if !isTight {
          self = page
          return
        }
        if directions.last != isLandscape { break }
      }
    }
    self.init(
      consolidated, template: template, heading: heading, columns: used,
      isLandscape: directions.last ?? true, size: min(9, wish))
  }

  private init(
    _ consolidated: Consolidated, template: AppendixTemplate, heading: OutputHeading,
    columns: AppendixColumns, isLandscape: Bool, size: Double
  ) {
    self.consolidated = consolidated
    self.template = template
    self.heading = heading
    let looks = AppendixLooks(layout: template.layout, size: size)
    self.columns = columns.columns.map { column in
      var column = column
      column.look = looks.cell(column)
      return column
    }
    hasFootnotes = columns.hasFootnotes
    noteColumns = columns.noteColumns
    self.isLandscape = isLandscape
    self.size = size
    self.looks = looks
  }

  /// A row of the sheet before it is set: cells, and which of them stand over several columns.
  struct Line {
    var cells: [Page.Cell]
    /// Columns that one text spans; the rest of the row stands alone.
    var span: ClosedRange<Int>?
    /// Stays on one page with the row that follows.
    var isHeading = false
  }

  func page() -> Page { page(titles: titleLines, body: bodyLines()) }

  /// A page with these lines above its table and in it.
  func page(titles: [Line], body: (lines: [Line], footnotes: [String])) -> Page {
    var page = Page(name: heading.wordLine)
    page.setup = setup
    let header = headerLine
    let keepsForm = template.layout.keepsForm
    let widths = keepsForm ? formWidths : self.widths(header: header, body: body.lines)
    let lines = keepsForm ? body.lines : body.lines.map { aligned($0, widths: widths) }
    page.columns = widths.map { Page.Column(width: ColumnMeasure.units(millimetres: $0)) }
    var sheet = SheetBuilder(
      page: page, widths: widths,
      // A row that leaves the header no room on its page must be parted.
      tallestRow: min(ColumnMeasure.tallestRow, bodyHeight * 0.8))
    for line in titles { sheet.add(line) }
    let headerRow = sheet.page.rows.count
    sheet.add(PrintedHeader(columns, look: looks.header))
    let bodyStart = sheet.page.rows.count
    for line in lines { sheet.add(line) }
    let tableEnd = sheet.page.rows.count - 1
    if !body.footnotes.isEmpty {
      sheet.add(blankLine)
      for note in body.footnotes { sheet.add(fullLine(note, looks.footnote)) }
    }
    sheet.page.setup.repeatedRows = headerRow...bodyStart - 1
    sheet.page.frozenRows = bodyStart
    if let last = sheet.page.rows.indices.last {
      sheet.page.setup.printArea = CellRange(
        CellAddress(row: 0, column: 0), CellAddress(row: last, column: columns.count - 1))
    }
    sheet.breakPages(
      // A form wider than the paper is printed smaller, with more rows on a page.
      bodyHeight: bodyHeight * max(1, widths.reduce(0, +) / bodyWidth),
      header: headerRow...bodyStart - 1, from: bodyStart, to: tableEnd)
    return sheet.page
  }

  // MARK: Paper

  private var setup: PageSetup {
    var setup = PageSetup()
    setup.isLandscape = isLandscape
    setup.paper = paper.code
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

  private var paper: AppendixTemplate.Paper { template.layout.paper ?? .a4 }

  /// The widths of the form that the template was learned from, in millimetres.
  private var formWidths: [Double] {
    columns.map { column in
      guard case .extra = column.source else { return column.share }
      return 25
    }
  }

  /// In millimetres; a little less than the paper allows, so that rounding never adds a page.
  var bodyWidth: Double {
    (isLandscape ? paper.size.height : paper.size.width) - template.layout.margins.left
      - template.layout.margins.right - 2.5
  }

  /// In points.
  private var bodyHeight: Double {
    let side = isLandscape ? paper.size.width : paper.size.height
    return (side - template.layout.margins.top - template.layout.margins.bottom) / 25.4 * 72
  }
}
