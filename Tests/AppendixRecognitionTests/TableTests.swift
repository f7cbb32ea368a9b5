import AppendixModel
import AppendixRecognition
import CellGrid
import Findings
import Testing

/// Sheets written as rows of texts: numbers are numbers, empty texts are blank.
func sheet(_ rows: [[String]], merges: [String] = [], name: String = "PL") -> Sheet {
  Sheet(
    name: name,
    rows: rows.map { row in
      row.map { text in
        text.isEmpty
          ? .blank
          : Int(text).map { "\($0)" == text ? .number(Double($0)) : .text(text) } ?? .text(text)
      }
    }, merges: merges.compactMap { CellRange($0) })
}

func recognise(_ sheets: Sheet..., overrides: RecognitionOverrides? = nil) throws -> Recognition {
  AppendixRecognizer(templates: [try .builtIn("ke-hoach-cchc")], overrides: overrides)
    .recognise(sheets, input: InputID(0), file: "a.xlsx")
}

@Suite struct TableTests {
  static let header = ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Sản phẩm", "Thời hạn"]

  @Test func itemsUnderSections() throws {
    let found = try recognise(
      sheet(
        [
          ["Phụ lục"], Self.header,
          ["I", "CHỈ ĐẠO, ĐIỀU HÀNH"],
          ["1", "Xây dựng kế hoạch", "Văn phòng", "Kế hoạch", "Quý I/2025"],
          ["2.", "Kiểm tra việc thực hiện", "Thanh tra", "Báo cáo", "Năm 2025"],
          ["II", "THỂ CHẾ"],
          ["01", "Rà soát văn bản", "Phòng A", "Báo cáo", "Năm 2025"],
        ], merges: ["B3:E3", "B6:E6"]))
    let appendix = try #require(found.appendices.first)
    #expect(appendix.sections.map(\.number) == ["I", "II"])
    #expect(appendix.items.map(\.number) == ["1", "2.", "01"])
    #expect(appendix.account.total == 7)
    #expect(appendix.notTaken.isEmpty)
  }

  @Test func verticalMergesGiveTheirValueToEachRow() throws {
    let found = try recognise(
      sheet(
        [
          Self.header,
          ["14", "Danh mục văn bản", "Văn phòng", "Văn bản", "Quý I/2025"],
          ["", "Trình ban hành các văn bản sau:"],
          ["14.1", "Nghị quyết thứ nhất", "Phòng A", "Nghị quyết", "Quý II/2025"],
          ["14.2", "Nghị quyết thứ hai", "Phòng B"],
        ], merges: ["A2:A3", "C2:C3", "D4:D5", "E4:E5"]))
    let item = try #require(found.appendices.first?.items.first)
    #expect(found.appendices.first?.items.count == 1)
    #expect(item.parts.map(\.kind) == [.leadIn, .subitem, .subitem])
    #expect(item.parts[0][.lead] == "Văn phòng")
    #expect(item.parts[2][.output] == "Nghị quyết")
    #expect(item.parts[2].fields[.output]?.origins.map(\.address).map(\.description) == ["D4"])
  }

  @Test func theHeaderMayComeAgain() throws {
    let found = try recognise(
      sheet([
        Self.header,
        ["(1)", "(2)", "(3)", "(4)", "(5)"],
        ["1", "Xây dựng kế hoạch tuyên truyền cho", "Văn phòng", "Kế hoạch", "Năm 2025"],
        ["", "", "2"],
        Self.header,
        ["", "toàn thể công chức của cơ quan"],
        ["2", "Kiểm tra việc thực hiện", "Thanh tra", "Báo cáo", "Năm 2025"],
      ]))
    let appendix = try #require(found.appendices.first)
    #expect(found.appendices.count == 1)
    #expect(appendix.account.repeatedHeaders == 2)
    #expect(
      appendix.items.map(\.text) == [
        "Xây dựng kế hoạch tuyên truyền cho toàn thể công chức của cơ quan",
        "Kiểm tra việc thực hiện",
      ])
    #expect(appendix.items[0].origin.lastRow == 5)
    #expect(appendix.notTaken.map(\.origin.row) == [3])
  }

  @Test func contentsDecideWhatAnAmbiguousHeadingMeans() throws {
    let found = try recognise(
      sheet([
        ["TT", "Nội dung", "Cơ quan thực hiện", "Kết quả", "Tiến độ"],
        ["1", "Xây dựng kế hoạch", "Văn phòng", "Đang thực hiện", "Quý I/2025"],
        ["2", "Kiểm tra việc thực hiện", "Thanh tra", "Đã hoàn thành", "31/12/2025"],
      ]))
    #expect(
      found.appendices.first?.columns.map(\.role) == [
        .ordinal, .task, .lead, .progress, .deadline,
      ])
  }

  @Test func unknownColumnsAreKept() throws {
    let found = try recognise(
      sheet([
        ["Kinh phí", "Nhiệm vụ", "Chủ trì", "Màu sắc", "Thời hạn"],
        ["100", "Xây dựng kế hoạch", "Văn phòng", "xanh", "Quý I/2025"],
      ]))
    let item = try #require(found.appendices.first?.items.first)
    #expect(item.extras.map(\.header) == ["Kinh phí", "Màu sắc"])
    #expect(item.extras.map(\.field.text) == ["100", "xanh"])
  }

  @Test func aHeaderWithoutTaskColumnIsNamed() throws {
    let found = try recognise(
      sheet([["STT", "Đơn vị chủ trì", "Thời hạn"], ["1", "Văn phòng", "Quý I/2025"]]))
    #expect(found.appendices.isEmpty)
    #expect(found.sheetsWithoutTable.first?.lacksTaskColumn == true)
  }

  @Test func twoTablesOnOneSheet() throws {
    let found = try recognise(
      sheet([
        ["Phụ lục I"], Self.header,
        ["1", "Xây dựng kế hoạch", "Văn phòng", "Kế hoạch", "Quý I/2025"],
        [], ["Phụ lục II"], Self.header,
        ["1", "Kiểm tra việc thực hiện", "Thanh tra", "Báo cáo", "Năm 2025"],
        ["2", "Báo cáo kết quả", "Thanh tra", "Báo cáo", "Năm 2025"],
        [], ["", "Nơi nhận:", "", "GIÁM ĐỐC"],
      ]))
    #expect(found.appendices.map(\.items.count) == [1, 2])
    #expect(found.appendices.map(\.heading.word) == ["Phụ lục I", "Phụ lục II"])
    #expect(found.appendices.map(\.account.total).reduce(0, +) == 10)
  }
}
