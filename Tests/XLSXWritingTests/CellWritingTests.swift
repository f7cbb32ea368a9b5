import CellGrid
import Findings
import TestSupport
import Testing
import XLSXReading
import XLSXWriting

@Suite("What is written is read back")
struct CellWritingTests {
  @Test(arguments: [
    "=1+1", "+84", "-5", "@a", "'x", "  hai đầu  ", "dòng 1\ndòng 2", "<&>\"'", "_x0041_",
    "a_x000D_b", "Sở TT&TT", "𝒳 𠀀 emoji 🏛️", "1", "007", "TRUE", "#N/A", "tab\tở giữa", "hoà/hòa",
  ])
  func textStaysText(_ text: String) throws {
    let sheets = try WrittenWorkbook([page("PL", [[text]])]).sheets()
    #expect(sheets.first?[CellAddress(row: 0, column: 0)] == .text(text))
  }

  @Test func everyKindOfCell() throws {
    var sheet = Page(name: "PL")
    var dateLook = CellLook()
    dateLook.numberFormat = "dd/mm/yyyy"
    let day = try #require(CalendarDate(iso: "2025-03-31"))
    sheet.rows = [
      Page.Row([
        Page.Cell(.number(0.1)), Page.Cell(.number(-1e300)), Page.Cell(.boolean(true)),
        Page.Cell(.date(day), dateLook), Page.Cell(.blank),
        Page.Cell(.rich([Page.Run("đậm ", isBold: true), Page.Run("thường")])),
        Page.Cell(.formula("A1*2", cached: .number(0.2))),
        Page.Cell(.formula("\"a\"&\"b\"", cached: .text("ab"))),
      ])
    ]
    let read = try #require(try WrittenWorkbook([sheet]).sheets().first)
    func value(_ column: Int) -> CellValue { read[CellAddress(row: 0, column: column)] }
    #expect(value(0) == .number(0.1))
    #expect(value(1) == .number(-1e300))
    #expect(value(2) == .boolean(true))
    #expect(value(3) == .date(day, raw: 45_747))
    #expect(value(4) == .blank)
    #expect(value(5) == .text("đậm thường"))
    #expect(value(6) == .number(0.2))
    #expect(value(7) == .text("ab"))
  }

  @Test func numbersKeepEveryBit() throws {
    var random = SeededGenerator(seed: 7)
    var numbers: [Double] = [0, 1, -1, 1 / 3, 123_456_789.125]
    while numbers.count < 200 {
      let number = Double(bitPattern: random.next())
      // libxlsxwriter writes 16 digits; what needs 17 comes back within one unit of the last.
      if number.isFinite, abs(number) < 1e290, abs(number) > 1e-290 { numbers.append(number) }
    }
    var sheet = Page(name: "PL")
    sheet.rows = numbers.map { Page.Row([Page.Cell(.number($0))]) }
    let read = try #require(try WrittenWorkbook([sheet]).sheets().first)
    for (row, number) in numbers.enumerated() {
      guard case .number(let back) = read[CellAddress(row: row, column: 0)] else {
        Issue.record("no number in row \(row)")
        continue
      }
      #expect(abs(back - number) <= abs(number) * 1e-15)
    }
  }

  @Test(arguments: 0..<20)
  func randomTextsComeBack(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("aăâđêôơưÁẠ 0_x<>&\"'=\n🙂﷽ế\u{301}")
    var rows: [[String]] = []
    for _ in 0..<30 {
      rows.append(
        (0..<6).map { _ in
          String(
            (0..<Int.random(in: 0...20, using: &random)).map { _ in
              alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            })
        })
    }
    let read = try #require(try WrittenWorkbook([page("PL", rows)]).sheets().first)
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() {
        let value = read[CellAddress(row: row, column: column)]
        #expect(value == (text.isEmpty ? .blank : .text(text)))
        #expect(Array(value.displayText.utf8) == Array(text.utf8))
      }
    }
  }

  @Test func mergesHiddenSheetsAndSetUp() throws {
    var first = page("Ẩn", [["a"]])
    first.isHidden = true
    var second = page("Phụ lục", [["a", "b"], ["c", "d"]])
    second.merges = [CellRange(CellAddress(row: 0, column: 0), CellAddress(row: 0, column: 1))]
    second.setup.isLandscape = true
    second.setup.header = "&C&P"
    second.setup.firstPageHeader = ""
    second.setup.firstPageNumber = 1
    second.setup.repeatedRows = 0...0
    second.frozenRows = 1
    let written = try WrittenWorkbook([first, second])
    let sheets = try written.sheets()
    #expect(sheets.map(\.state) == [.hidden, .visible])
    #expect(sheets[1].merges == second.merges)
    let part = try written.part("xl/worksheets/sheet2.xml")
    #expect(part.contains("<headerFooter differentFirst=\"1\"><oddHeader>&amp;C&amp;P</oddHeader>"))
    #expect(part.contains("orientation=\"landscape\""))
    #expect(part.contains("useFirstPageNumber=\"1\""))
    #expect(part.contains("tabSelected=\"1\""))
    let book = try written.part("xl/workbook.xml")
    #expect(book.contains("'Phụ lục'!$1:$1"))
  }
}
