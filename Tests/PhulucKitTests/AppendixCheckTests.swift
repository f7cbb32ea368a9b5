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
    registry: UnitRegistry = .builtIn,
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
    for column in 0..<8 { sheet.columnWidths[column] = 10 }
    change(&sheet)
    let template = try AppendixTemplate.builtIn(id)
    let found = AppendixRecognizer(templates: [template])
      .recognise([sheet], input: InputID(0), file: "a.xlsx")
    let appendix = try #require(found.appendices.first)
    let day = try #require(CalendarDate(iso: asOf))
    return AppendixCheck(
      appendix, template: template, sheet: sheet, asOf: day, registry: registry
    ).run()
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

  @Test(arguments: [
    ("31/02/2025", "date-impossible"), ("31-02-2025", "date-impossible"),
    ("30/2", "date-impossible"), ("2025-02-30", "date-impossible"),
    ("ngày 31 tháng 4 năm 2025", "date-impossible"), ("Tháng 13", "date-impossible"),
    ("13/2025", "date-impossible"), ("Quý V/2025", "date-impossible"),
    ("Quý 5 năm 2025", "date-impossible"), ("Quý I/2205", "date-impossible"),
    ("Năm 20255", "date-impossible"), ("Trước ngày 32/12/2025", "date-impossible"),
    ("từ 20/5/2025 đến 10/5/2025", "date-order"), ("Quý IV/2025 đến quý I/2025", "date-order"),
  ])
  func deadlinesThatCannotBe(_ text: String, _ code: String) throws {
    let found = try codes([Self.header, row("1", [4: text, 5: "Hoàn thành"])])
    #expect(found == ["E2 \(code)"])
  }

  @Test(arguments: [
    "29/02/2024", "Quý I, II, III, IV/2025", "Tháng 12/2025", "31/12", "Năm 2025 và 2026",
    "Quý IV năm 2025", "Thường xuyên", "Giai đoạn 2025-2030", "Trước 31/3/2030", "15/6, 15/12",
    "Theo kế hoạch của UBND tỉnh", "từ ngày 01/3 đến ngày 30/6/2030", "T12/2030",
  ])
  func deadlinesThatCanBe(_ text: String) throws {
    #expect(try codes([Self.header, row("1", [4: text, 5: "Hoàn thành"])]) == [])
  }

  @Test func datesAmongOtherWords() throws {
    let impossible = "Hoàn thành tại Quyết định số 13/2025/QĐ-UBND ngày 30/02/2025"
    #expect(
      try codes([Self.header, row("1", [5: impossible])]) == ["F2 date-impossible"])
    for fine in ["Hoàn thành 13/21 hồ sơ", "Hoàn thành theo Công văn số 45/13/2025"] {
      #expect(try codes([Self.header, row("1", [5: fine])]) == [])
    }
  }

  @Test func numbersOfSectionsAndWithinThem() throws {
    let running = [
      Self.header, ["I", "CẢI CÁCH THỂ CHẾ"], row("1", [:]), row("2", [:]),
      ["II", "CẢI CÁCH TÀI CHÍNH CÔNG"], row("3", [:]), row("4", [:]),
    ]
    #expect(try codes(running) == [])
    let restarting = [
      Self.header, ["I", "CẢI CÁCH THỂ CHẾ"], row("1", [:]), row("2", [:]),
      ["II", "CẢI CÁCH TÀI CHÍNH CÔNG"], row("1", [1: "Việc kia"]), row("3", [:]),
    ]
    #expect(try codes(restarting) == ["A7 number-gap"])
    let wrong = [
      Self.header, ["I", "CẢI CÁCH THỂ CHẾ"], row("1", [:]),
      ["III", "CẢI CÁCH TÀI CHÍNH CÔNG"], row("2", [:]), ["III", "CHUYỂN ĐỔI SỐ"],
      row("3", [:]),
    ]
    #expect(try codes(wrong) == ["A4 section-number", "A6 section-number"])
  }

  @Test func numbersOutOfOrder() throws {
    #expect(
      try codes([Self.header, row("1", [:]), row("2", [:]), row("4", [:]), row("3", [:])])
        == ["A5 number-order"])
    #expect(
      try codes([Self.header, row("1", [:]), row("2", [:]), row("30", [:]), row("4", [:])])
        == ["A4 number-gap", "A5 number-order"])
  }

  @Test(arguments: [
    ("Hoàn thành 50% (3/4 xã)", true), ("Hoàn thành 75% (3/4 xã)", false),
    ("Hoàn thành 3/4 xã, đạt 50%", true),
    ("Hoàn thành 100% hồ sơ đúng hạn (3/4 thủ tục)", false),
  ])
  func percentsInWords(_ text: String, _ isWrong: Bool) throws {
    let found = try codes([Self.header, row("1", [5: text])])
    #expect(found.contains("F2 percent-wrong") == isWrong)
  }

  @Test func totalsOfTheTableAndOfSections() throws {
    let header = Self.header + ["Kinh phí (triệu đồng)"]
    func priced(_ number: String, _ price: String) -> [String] { row(number, [:]) + [price] }
    let section = ["II", "CẢI CÁCH TÀI CHÍNH CÔNG", "", "", "", "", "7"]
    let rows = [
      header, ["I", "CẢI CÁCH THỂ CHẾ (2 nhiệm vụ)", "", "", "", "", "30"], priced("1", "10"),
      priced("2", "20"), section, priced("3", "3"), priced("4", "4"),
      ["", "Tổng cộng", "", "", "", "", "37"],
    ]
    #expect(try codes(rows) == [])
    var wrong = rows
    wrong[1] = ["I", "CẢI CÁCH THỂ CHẾ (3 nhiệm vụ)", "", "", "", "", "31"]
    wrong[7][6] = "38"
    #expect(try codes(wrong) == ["B2 count-wrong", "G2 sum-wrong", "G8 sum-wrong"])
  }

  @Test func agenciesThatAreMisspeltOrYetToCome() throws {
    #expect(
      try codes([Self.header, row("1", [2: "Sở Nôi vụ"])]) == ["C2 agency-unknown"])
    #expect(
      try codes(
        [Self.header, row("1", [2: "Sở Nông nghiệp và Môi trường"])], asOf: "2025-01-31")
        == ["C2 agency-not-yet"])
    #expect(
      try codes([Self.header, row("1", [2: "UBND huyện Núi Xa"])], asOf: "2025-07-31")
        == ["C2 agency-gone"])
    // Offices, groups and communes are in no registry.
    for name in [
      "Phòng Tổ chức cán bộ", "Văn phòng", "Các sở, ban, ngành", "UBND xã Núi Gần",
      "Lãnh đạo Sở", "Toàn thể công chức",
    ] {
      #expect(try codes([Self.header, row("1", [2: name])], asOf: "2025-07-31") == [], "\(name)")
    }
    // A department's own centre is no agency of the province.
    #expect(
      try codes(
        [["SỞ NỘI VỤ"], ["KẾ HOẠCH"], Self.header, row("1", [2: "Trung tâm Lưu trữ lịch sử"])])
        == [])
  }

  @Test func anOfficesOwnUnitsAreKnown() throws {
    let own = try UnitRegistry.builtIn.adding(
      yaml: "schema: phuluc/units/1\nunits: [{name: 'Sở Biển'}]\n", file: "rieng.yaml")
    let rows = [Self.header, row("1", [2: "Sở Biển"])]
    #expect(try codes(rows) == ["C2 agency-unknown"])
    #expect(try codes(rows, registry: own) == [])
  }

  @Test func textHiddenByTheCellBeside() throws {
    let long = "Nội dung dài hơn bề rộng của cột nhiều lần nên bị che"
    let rows = [Self.header, row("1", [1: long])]
    #expect(
      try codes(rows) { sheet in
        sheet.styles.append(CellStyle(fontName: "Times New Roman", fontSize: 12))
        sheet.set(.text(long), at: CellAddress(row: 1, column: 1), style: 1)
      } == ["B2 text-hidden"])
    // Over an empty cell the text runs on.
    #expect(
      try codes([["STT", "Nhiệm vụ", "", "", "Thời hạn"], ["1", long, "", "", "Năm 2025"]]) {
        sheet in
        for column in 1...3 { sheet.columnWidths[column] = 24 }
        sheet.styles.append(CellStyle(fontName: "Times New Roman", fontSize: 12))
        sheet.set(.text(long), at: CellAddress(row: 1, column: 1), style: 1)
      }.filter { $0.contains("hidden") } == [])
  }

  @Test func numbersTooWideForTheirColumn() throws {
    let rows = [Self.header + ["Kinh phí"], row("1", [:]) + ["123456789"]]
    #expect(try codes(rows) { $0.columnWidths[6] = 5 } == ["G2 number-hidden"])
    #expect(try codes(rows) == [])
  }

  @Test func pagesThatCutTheTable() throws {
    let rows = [Self.header, row("1", [:]), row("2", [:]), row("3", [:])]
    #expect(
      try codes(rows) { sheet in
        sheet.merges = [
          CellRange(CellAddress(row: 1, column: 2), CellAddress(row: 2, column: 2))
        ]
        sheet.set(.blank, at: CellAddress(row: 2, column: 2))
        sheet.pageSetup.breaksAfterRows = [1]
      } == ["C2 row-torn"])
    #expect(try codes(rows) { $0.pageSetup.breaksAfterRows = [1] } == [])
    #expect(try codes(rows) { $0.pageSetup.breaksAfterColumns = [2] } == ["D1 columns-torn"])
    #expect(
      try codes(rows) { $0.pageSetup.printArea = CellRange("A1:E3") }
        == ["F1 outside-print-area", "A4 outside-print-area"])
    #expect(
      try codes(rows) { sheet in
        sheet.columnWidths[1] = 80
        sheet.hasPageSetup = true
      } == ["B1 columns-torn"])
    #expect(
      try codes(rows) { sheet in
        sheet.columnWidths[1] = 80
        sheet.pageSetup.fitsWidth = 1
      } == [])
    #expect(
      try codes(rows) { sheet in
        sheet.columnWidths[1] = 200
        sheet.columnWidths[2] = 200
        sheet.pageSetup.fitsWidth = 1
      } == ["A1 print-small"])
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
      } == ["B2 text-cut"])
  }
}
