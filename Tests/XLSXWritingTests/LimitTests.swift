import CellGrid
import Findings
import Testing
import XLSXWriting

@Suite("Excel's limits become findings, not broken files")
struct LimitTests {
  @Test(arguments: [
    ("", "Trang"), ("Phụ lục: I/II", "Phụ lục- I-II"), ("'a'", "a"), ("history", "history-"),
    (String(repeating: "ộ", count: 40), String(repeating: "ộ", count: 31)),
  ])
  func sheetNames(_ name: String, _ legal: String) throws {
    let written = try WrittenWorkbook([page(name, [["a"]])])
    #expect(try written.sheets().map(\.name) == [legal])
    #expect(written.findings.map(\.code) == ["sheet-renamed"])
  }

  @Test func namesThatDifferOnlyInCase() throws {
    let written = try WrittenWorkbook([page("Phụ lục", [["a"]]), page("PHỤ LỤC", [["b"]])])
    #expect(try written.sheets().map(\.name) == ["Phụ lục", "PHỤ LỤC (2)"])
  }

  @Test func linksAndListsFollowARenamedSheet() throws {
    var first = page("Đầu", [["a"]])
    first.rows[0].cells[0].link = "'Hai: số'!A1"
    first.rows[0].cells.append(
      Page.Cell(.formula("'Hai: số'!A1", cached: .text("b"))))
    let written = try WrittenWorkbook([first, page("Hai: số", [["b"]])])
    let part = try written.part("xl/worksheets/sheet1.xml")
    #expect(part.contains("location=\"'Hai- số'!A1\""))
    #expect(part.contains("<f>'Hai- số'!A1</f>"))
  }

  @Test func aNewNameMayBeAnothersOldOne() throws {
    var first = page("a*b", [["x"]])
    first.rows[0].cells[0].link = "'a*b'!A1"
    var second = page("a-b", [["y"]])
    second.rows[0].cells[0].link = "'a-b'!A1"
    second.rows[0].cells.append(
      Page.Cell(.formula("\"'a*b'!\"&'a*b'!A1", cached: .text("'a*b'!x"))))
    let written = try WrittenWorkbook([first, second])
    #expect(try written.part("xl/worksheets/sheet1.xml").contains("location=\"'a-b'!A1\""))
    let part = try written.part("xl/worksheets/sheet2.xml")
    #expect(part.contains("location=\"'a-b (2)'!A1\""))
    #expect(
      part.contains("'a*b'!&quot;&amp;'a-b'!A1</f>") || part.contains("'a*b'!\"&amp;'a-b'!A1"))
  }

  @Test func longTextIsCutWithAFinding() throws {
    let long = String(repeating: "ế", count: 40_000)
    let written = try WrittenWorkbook([page("PL", [["a", long]])])
    let value = try written.sheets()[0][CellAddress(row: 0, column: 1)]
    #expect(value.displayText.utf16.count == 32_767)
    #expect(written.findings.map(\.code) == ["text-cut"])
    #expect(written.findings.first?.location?.cell == CellAddress(row: 0, column: 1))
  }

  @Test func controlCharactersAreLeftOut() throws {
    let written = try WrittenWorkbook([page("PL", [["a\u{1}b\u{0}c\u{FFFF}", "x\r\ny\u{B}z"]])])
    let sheet = try written.sheets()[0]
    #expect(sheet[CellAddress(row: 0, column: 0)] == .text("abc"))
    #expect(sheet[CellAddress(row: 0, column: 1)] == .text("x\ny\nz"))
    #expect(written.findings.map(\.code) == ["control-characters"])
  }

  @Test func resultsOfFormulasAreCleanedToo() throws {
    var sheet = page("PL", [["a"]])
    sheet.rows[0].cells.append(
      Page.Cell(.formula("A1", cached: .text("a\u{1}b\r\n_x0041_"))))
    let read = try WrittenWorkbook([sheet]).sheets()[0]
    #expect(read[CellAddress(row: 0, column: 1)] == .text("ab\n_x0041_"))
  }

  @Test func aLongTextIsNotCutWithinAnEscape() throws {
    let long = String(repeating: "_x000D_", count: 6_000)
    let read = try WrittenWorkbook([page("PL", [[long]])]).sheets()[0]
    let text = read[CellAddress(row: 0, column: 0)].displayText
    #expect(long.hasPrefix(text) && text.utf16.count > 16_000)
  }

  @Test func loneSurrogatesCanNotReachTheFile() throws {
    // A lone surrogate in UTF-8 bytes: Swift's text takes the replacement character for it.
    let text = String(decoding: [0x61, 0xED, 0xA0, 0x80, 0x62], as: UTF8.self)
    let sheet = try WrittenWorkbook([page("PL", [[text]])]).sheets()[0]
    #expect(sheet[CellAddress(row: 0, column: 0)] == .text(text))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func impossibleNumbers(_ number: Double) throws {
    var sheet = page("PL", [["a"]])
    sheet.rows[0].cells.append(Page.Cell(.number(number)))
    sheet.rows[0].cells.append(Page.Cell(.formula("1/0", cached: .number(number))))
    let written = try WrittenWorkbook([sheet])
    #expect(written.findings.map(\.code) == ["number-impossible", "formula-left-out"])
    #expect(try written.sheets()[0][CellAddress(row: 0, column: 1)] == .blank)
  }

  @Test func overlappingMerges() throws {
    var sheet = page("PL", [["a", "b"], ["c", "d"]])
    func range(_ text: String) throws -> CellRange { try #require(CellRange(text)) }
    sheet.merges = [try range("A1:B1"), try range("B1:B2"), try range("A2"), try range("A2:B2")]
    let written = try WrittenWorkbook([sheet])
    #expect(try written.sheets()[0].merges == [try range("A1:B1"), try range("A2:B2")])
    #expect(written.findings.map(\.code) == ["merge-left-out"])
  }

  @Test func validationsKeepWithinTheirLimits() throws {
    var sheet = page("PL", [["a"]])
    let cell = try #require(CellRange("A1"))
    sheet.validations = [
      Page.Validation(
        range: cell, rule: .list(sheet: "Danh mục", range: cell),
        title: String(repeating: "a", count: 40), hint: String(repeating: "b", count: 300)),
      Page.Validation(range: cell, rule: .list(sheet: "Không có", range: cell)),
      Page.Validation(range: cell, rule: .wholeNumber(from: 5, to: 1)),
    ]
    let written = try WrittenWorkbook([sheet, page("Danh mục", [["x"]])])
    #expect(
      written.findings.map(\.code) == ["hint-cut", "validation-left-out", "validation-left-out"])
    #expect(try written.part("xl/worksheets/sheet1.xml").contains("count=\"1\""))
  }

  @Test func heightsAndWidthsBeyondLimits() throws {
    var sheet = page("PL", [["a"], ["b"]])
    sheet.rows[0].height = 5_000
    sheet.rows[1].height = .nan
    sheet.columns = [Page.Column(width: 10_000), Page.Column(width: .nan)]
    let read = try WrittenWorkbook([sheet]).sheets()[0]
    #expect(read.rowHeights[0] == 409.5)
    #expect((read.columnWidths[0] ?? 0) <= 256)
  }

  @Test func tooManyRowsAreRefused() {
    var sheet = Page(name: "PL")
    sheet.rows = Array(repeating: Page.Row([]), count: CellAddress.rowLimit + 1)
    #expect(throws: WriteFailure.self) { try WrittenWorkbook([sheet]) }
    #expect(throws: WriteFailure.self) { try WrittenWorkbook([]) }
  }
}
