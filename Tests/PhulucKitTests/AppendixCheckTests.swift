import AppendixModel
import AppendixRecognition
import CellGrid
import Findings
import PhulucKit
import Testing

/// Faults of an appendix, one case each: where, and which.
@Suite struct AppendixCheckTests {
  static let header = [
    "STT", "Nhiệm vụ", "Đơn vị chủ trì", "Sản phẩm", "Thời hạn", "Tình hình thực hiện",
  ]

  private func codes(
    _ rows: [[String]], template id: String = "ke-hoach-cchc", asOf: String = "2025-06-30",
    change: (inout Sheet) -> Void = { _ in }
  ) throws -> [String] {
    var sheet = Sheet(
      name: "PL",
      rows: rows.map { row in
        row.map { text in
          Double(text).map { .number($0) } ?? (text.isEmpty ? .blank : .text(text))
        }
      })
    var style = CellStyle(fontName: "Times New Roman", fontSize: 12)
    style.wrapsText = true
    sheet.styles = [style]
    for row in sheet.rowIndexes {
      for cell in sheet.cells(inRow: row) { sheet.set(cell.value, at: cell.address, style: 0) }
    }
    for column in 0..<8 { sheet.columnWidths[column] = 12 }
    change(&sheet)
    let template = try AppendixTemplate.builtIn(id)
    let found = AppendixRecognizer(templates: [template])
      .recognise([sheet], input: InputID(0), file: "a.xlsx")
    let appendix = try #require(found.appendices.first)
    let day = try #require(CalendarDate(iso: asOf))
    return AppendixCheck(appendix, template: template, sheet: sheet, asOf: day).run()
      .map { "\($0.location?.cell?.description ?? "") \($0.code.rawValue)" }
  }

  private static let good = [
    "1", "Xây dựng kế hoạch", "Sở Nội vụ", "Kế hoạch", "Năm 2025", "Đang thực hiện",
  ]

  private func row(_ number: String, _ changes: [Int: String]) -> [String] {
    var row = Self.good
    row[0] = number
    row[1] = "Nhiệm vụ thứ \(number)"
    for (column, text) in changes { row[column] = text }
    return row
  }

  @Test func nothingIsFoundInAGoodTable() throws {
    #expect(try codes([Self.header, row("1", [:]), row("2", [:])]) == [])
  }

  @Test func numbering() throws {
    #expect(
      try codes([Self.header, row("1", [:]), row("3", [:])]) == ["A3 number-gap"])
    #expect(
      try codes([Self.header, row("1", [:]), row("1", [1: "Việc khác"])])
        == ["A3 number-twice"])
    #expect(
      try codes([Self.header, row("1", [:]), row("", [1: "Việc khác"])])
        == ["A3 number-missing"])
  }

  @Test func blanksAndStatuses() throws {
    #expect(
      try codes([Self.header, row("1", [2: "", 4: "", 5: ""]), row("2", [:])])
        == ["C2 lead-blank", "E2 deadline-blank", "F2 progress-blank"])
    #expect(
      try codes([Self.header, row("1", [5: "Đồng chí An theo dõi"])]) == ["F2 status-unknown"])
  }

  @Test func overdueAtTheReportDate() throws {
    let rows = [Self.header, row("1", [4: "Quý I/2025"]), row("2", [4: "Quý II/2025"])]
    #expect(try codes(rows) == ["E2 overdue"])
    #expect(try codes(rows, asOf: "2025-03-31") == [])
    #expect(try codes([Self.header, row("1", [4: "Quý I/2025", 5: "Hoàn thành"])]) == [])
  }

  @Test func theSameTaskTwice() throws {
    #expect(
      try codes([
        Self.header, row("1", [1: "Rà soát văn bản QPPL"]),
        row("2", [1: "Rà soát văn bản quy phạm pháp luật"]),
      ]) == ["B3 task-twice"])
  }

  @Test func datesThatCannotBe() throws {
    #expect(
      try codes([Self.header, row("1", [4: "31/02/2025"])]) == ["E2 date-impossible"])
    #expect(
      try codes(
        [
          [
            "STT", "Ngày giao", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời hạn",
            "Ngày hoàn thành",
          ],
          ["1", "10/3/2025", "Báo cáo", "Văn phòng", "20/3/2025", "01/3/2025"],
        ], template: "giao-nhiem-vu") == ["F2 date-order"])
  }

  @Test func percentsAndSums() throws {
    let header = ["STT", "Chỉ tiêu", "Đơn vị tính", "Kết quả", "Tỷ lệ"]
    #expect(
      try codes(
        [
          header, ["1", "Hồ sơ toàn trình", "hồ sơ", "13/21", "61,91%"],
          ["2", "Hồ sơ một phần", "hồ sơ", "53/53", "100%"],
          ["3", "Hồ sơ đã tiếp nhận", "hồ sơ", "113", ""],
          ["3.1", "Đúng hạn", "hồ sơ", "110", ""], ["3.2", "Quá hạn", "hồ sơ", "2", ""],
        ], template: "chi-tieu") == ["E2 percent-wrong", "D4 sum-wrong"])
  }

  @Test func agenciesThatAreGone() throws {
    #expect(
      try codes([
        Self.header, row("1", [2: "Sở Thông tin và Truyền thông"]), row("2", [2: "Sở Bóng đá"]),
      ]) == ["C2 agency-gone", "C3 agency-unknown"])
    #expect(
      try codes(
        [Self.header, row("1", [2: "Sở Thông tin và Truyền thông"])], asOf: "2025-01-31") == [])
  }

  @Test func rowsNotTakenAndTextCutOff() throws {
    #expect(
      try codes([Self.header, row("1", [:]), ["Trang 2"], row("2", [:])])
        == ["A3 row-not-taken"])
    let long = String(repeating: "Nội dung rất dài của nhiệm vụ ", count: 20)
    #expect(
      try codes([Self.header, row("1", [1: long])]) { sheet in
        var style = CellStyle(fontName: "Times New Roman", fontSize: 12)
        style.wrapsText = true
        sheet.styles = [style]
        sheet.set(.text(long), at: CellAddress(row: 1, column: 1), style: 0)
        sheet.rowHeights[1] = 30
        sheet.columnWidths[1] = 30
      } == ["B2 text-cut"])
  }
}
