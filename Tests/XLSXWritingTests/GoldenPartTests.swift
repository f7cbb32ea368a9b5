import CellGrid
import Glibc
import Testing
import XLSXWriting

/// The parts of a workbook, as they were last looked at. To record them anew, run with
/// PHULUC_RECORD=1; recording fails the test, so that it can't pass unseen.
@Suite("Parts of a workbook")
struct GoldenPartTests {
  static let folder: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast().joined(separator: "/") + "/Fixtures/golden"
  }()

  @Test(arguments: [
    "[Content_Types].xml", "docProps/app.xml", "docProps/core.xml", "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml",
    "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/drawings/drawing1.xml",
    "xl/charts/chart1.xml", "xl/charts/chart2.xml", "xl/comments1.xml",
  ])
  func partIsAsItWas(_ name: String) throws {
    let part = try WrittenWorkbook(Self.pages()).part(
      name.first == "[" ? "\\" + name.replacingBracket : name)
    // One element a line, so that a difference can be read.
    let lines = part.split(separator: "><", omittingEmptySubsequences: false).joined(
      separator: ">\n<")
    let file =
      Self.folder + "/" + String(name.map { $0 == "/" || $0 == "[" || $0 == "]" ? "_" : $0 })
    if getenv("PHULUC_RECORD") != nil {
      let handle = try #require(fopen(file, "w"))
      fputs(lines + "\n", handle)
      fclose(handle)
      Issue.record("recorded \(file)")
      return
    }
    let handle = try #require(fopen(file, "r"), "no \(file)")
    defer { fclose(handle) }
    var golden: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, handle), count > 0 {
      golden += buffer[..<count]
    }
    let expected = String(decoding: golden, as: UTF8.self).split(separator: "\n")
    let actual = (lines + "\n").split(separator: "\n")
    #expect(!actual.isEmpty)
    for (index, pair) in zip(expected, actual).enumerated() where pair.0 != pair.1 {
      Issue.record("\(name), line \(index + 1):\n- \(pair.0)\n+ \(pair.1)")
      return
    }
    #expect(expected.count == actual.count)
  }

  /// Two pages that use everything a page can hold.
  static func pages() throws -> [Page] {
    var first = try FileWritingTests.everything()[0]
    func range(_ text: String) throws -> CellRange { try #require(CellRange(text)) }
    first.merges = [try range("A3:B3")]
    first.setup.isLandscape = true
    first.setup.repeatedRows = 0...0
    first.setup.fitsWidth = 1
    first.setup.firstPageNumber = 1
    first.setup.printArea = try range("A1:C30")
    first.setup.breaksAfterRows = [1]
    first.frozenRows = 1
    first.filter = try range("A1:B2")
    first.tabColor = "1F4E9E"
    first.hidesGridlines = true
    first.isProtected = true
    first.rows[0].cells[0].link = "'Danh mục'!A1"
    first.rows[0].cells[1].comment = "Ghi chú"
    first.rows[1].cells[0].content = .rich([
      Page.Run("giống "), Page.Run("khác", isBold: true, isStruck: true, color: "C00000"),
    ])
    var look = CellLook()
    look.hasBorder = true
    look.fill = "FFF2CC"
    look.isUnlocked = true
    look.numberFormat = "General;General;General;@\"¹\""
    first.rows[1].cells[1].look = look
    first.rows.append(
      Page.Row([Page.Cell(.formula("SUM(C1:C2)", cached: .number(1234.625)))], height: 15))
    first.validations = [
      Page.Validation(
        range: try range("B2"), rule: .list(sheet: "Danh mục", range: try range("A1:A2")),
        title: "Chọn", hint: "Chọn một mục", errorText: "Sai"),
      Page.Validation(
        range: try range("B1"),
        rule: .date(
          from: try #require(CalendarDate(iso: "2000-01-01")),
          to: try #require(CalendarDate(iso: "2099-12-31")))),
    ]
    var fill = CellLook()
    fill.fill = "C6E0B4"
    first.conditions = [
      Page.Condition(range: try range("A1:A2"), rule: .textEquals("a \"b\""), look: fill),
      Page.Condition(range: try range("C1:C2"), rule: .formula("$C1>1"), look: fill),
    ]
    first.charts.append(
      Page.Chart(
        kind: .doughnut, title: "Tròn", place: CellAddress(row: 20, column: 0), width: 400,
        height: 300,
        series: [
          Page.Chart.Series(
            sheet: "Phụ lục", name: nil, categories: try range("A1:A2"),
            values: try range("C1:C2"), colors: ["C00000", "548235"])
        ]))
    var list = page("Danh mục", [["Hoàn thành"], ["Chưa"]])
    list.isHidden = true
    return [first, list]
  }
}

extension String {
  /// unzip takes brackets for patterns.
  fileprivate var replacingBracket: String {
    String(flatMap { $0 == "]" ? ["\\", "]"] : [$0] })
  }
}
