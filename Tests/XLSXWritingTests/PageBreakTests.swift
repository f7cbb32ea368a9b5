import CellGrid
import Testing
import XLSXReading

/// Page breaks, scale and row heights that are written are read back.
@Suite struct PageBreakTests {
  @Test func breaksAndScaleAreReadBack() throws {
    var page = Page(name: "PL")
    page.columns = (0..<4).map { _ in Page.Column(width: 10) }
    page.rows = (0..<9).map { row in
      Page.Row([Page.Cell(.text("dòng \(row)"))], height: row == 2 ? 40 : nil)
    }
    page.setup.breaksAfterRows = [3, 6]
    page.setup.breaksAfterColumns = [1]
    page.setup.scale = 80
    let written = try WrittenWorkbook([page])
    for way in [ReadWay.fast, .judge] {
      let sheet = try #require(
        try Workbook.read(path: written.path, way: way).sheets.first)
      #expect(sheet.pageSetup.breaksAfterRows == [3, 6])
      #expect(sheet.pageSetup.breaksAfterColumns == [1])
      #expect(sheet.pageSetup.scale == 80)
      #expect(sheet.fixedRows == [2])
      #expect(sheet.rowHeights[2] == 40)
      #expect(sheet.hasPageSetup)
    }
  }
}
