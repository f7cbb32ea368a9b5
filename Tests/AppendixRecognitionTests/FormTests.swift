import AppendixModel
import AppendixRecognition
import CellGrid
import Findings
import Testing

/// Forms as offices make them: each case is a way in which a table may be odd.
@Suite struct FormTests {
  static let header = ["STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Sản phẩm", "Thời hạn"]

  private func table(_ rows: [[String]], merges: [String] = [], bold: [Int] = []) throws -> Appendix
  {
    var made = sheet(rows, merges: merges)
    var style = CellStyle()
    style.isBold = true
    made.styles = [CellStyle(), style]
    for row in bold {
      for cell in made.cells(inRow: row) { made.set(cell.value, at: cell.address, style: 1) }
    }
    let found = try recognise(made)
    #expect(found.appendices.count == 1)
    return try #require(found.appendices.first)
  }

  @Test func groupsInGroups() throws {
    let appendix = try table([
      Self.header, ["A", "TRỌNG TÂM"], ["I", "Thể chế"],
      ["1", "Xây dựng nghị quyết", "Văn phòng", "Nghị quyết", "Quý I/2025"], ["II", "Thủ tục"],
      ["1", "Rà soát thủ tục", "Phòng A", "Báo cáo", "Quý I/2025"], ["B", "THƯỜNG XUYÊN"],
      ["I", "Tuyên truyền"], ["1", "Viết tin bài", "Phòng B", "Tin bài", "Năm 2025"],
    ])
    #expect(appendix.sections.map(\.number) == ["A", "I", "II", "B", "I"])
    #expect(appendix.sections.map(\.level) == [0, 1, 1, 0, 1])
    #expect(appendix.sections.map(\.items.count) == [0, 1, 1, 0, 1])
  }

  @Test func boldArabicGroupsAboveDecimalItems() throws {
    let appendix = try table(
      [
        Self.header, ["1", "Cải cách thể chế"],
        ["1.1", "Xây dựng nghị quyết", "Văn phòng", "Nghị quyết", "Quý I/2025"],
        ["1.2", "Rà soát văn bản", "Phòng A", "Báo cáo", "Quý I/2025"],
        ["2", "Cải cách thủ tục"], ["2.1", "Công khai thủ tục", "Phòng A", "", "Năm 2025"],
      ], bold: [1, 4])
    #expect(appendix.sections.map(\.items.count) == [2, 1])
  }

  @Test func subitemsOfEveryStyle() throws {
    let appendix = try table([
      Self.header, ["1", "Rà soát văn bản", "Văn phòng", "Báo cáo", "Năm 2025"],
      ["", "a) Văn bản của HĐND", "Phòng A", "", "Quý I/2025"], ["", "- Gửi Sở Tư pháp"],
      ["", "+ Gửi UBND tỉnh"], ["-", "Công khai", "Phòng B", "", "Quý II/2025"],
      ["b", "Lưu hồ sơ", "Phòng B"], ["2", "+ Kiểm tra", "Thanh tra", "Báo cáo", "Năm 2025"],
    ])
    #expect(appendix.items.count == 2)
    #expect(appendix.items[0].parts.map(\.number) == ["a)", "-", "+", "-", "b"])
    #expect(appendix.items[1].text == "+ Kiểm tra")
  }

  @Test func sectionNumbersInAnotherColumn() throws {
    let appendix = try table([
      ["STT", "Mã", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"],
      ["", "I", "Cải cách thể chế"], ["1", "NV01", "Rà soát", "Phòng A", "Quý I/2025"],
      ["", "II", "Cải cách thủ tục"], ["2", "NV02", "Kiểm tra", "Phòng B", "Quý I/2025"],
    ])
    #expect(appendix.sections.map(\.number) == ["I", "II"])
    #expect(appendix.items.map(\.number) == ["1", "2"])
  }

  @Test func aTableWithoutNumbers() throws {
    let appendix = try table(
      [
        ["Nhiệm vụ", "Chủ trì", "Thời hạn", "Ghi chú"], ["I. THỂ CHẾ"],
        ["Xây dựng kế hoạch", "Văn phòng", "Quý I/2025"],
        ["Kiểm tra công vụ", "Thanh tra", "Quý II/2025", "x"],
      ], merges: ["A2:D2"])
    #expect(appendix.sections.map(\.number) == ["I"])
    #expect(appendix.items.map(\.text) == ["Xây dựng kế hoạch", "Kiểm tra công vụ"])
  }

  @Test func sectionsNamedInAColumn() throws {
    let appendix = try table(
      [
        ["Lĩnh vực", "STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"],
        ["Thể chế", "1", "Xây dựng", "Phòng A", "Quý I/2025"],
        ["", "2", "Rà soát", "Phòng B", "Quý II/2025"],
        ["Thủ tục", "3", "Công khai", "Phòng C", "Quý III/2025"],
      ], merges: ["A2:A3"])
    #expect(appendix.sections.map(\.title) == ["Thể chế", "Thủ tục"])
    #expect(appendix.sections.map(\.items.count) == [2, 1])
  }

  @Test func ticksUnderStatuses() throws {
    let appendix = try table(
      [
        ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Tình trạng thực hiện", "", "", "Ghi chú"],
        ["", "", "", "Đã thực hiện", "Đang thực hiện", "Chưa thực hiện"],
        ["1", "Xây dựng kế hoạch", "Văn phòng", "x"], ["2", "Kiểm tra", "Thanh tra", "", "x"],
        ["3", "Rà soát", "Phòng A", "", "", "X"],
      ], merges: ["A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:G2"])
    #expect(
      appendix.items.map { $0[.progress] } == ["Đã thực hiện", "Đang thực hiện", "Chưa thực hiện"])
  }

  @Test func headingsNobodyHasHeardOf() throws {
    let appendix = try table([
      ["#", "Hạng mục", "Bộ phận làm", "Khi nào xong", "Tới đâu rồi"],
      ["1", "Xây dựng kế hoạch cải cách năm 2025", "Văn phòng", "Quý I/2025", "Đang thực hiện"],
      ["2", "Kiểm tra công vụ tại các đơn vị", "Thanh tra", "Quý II/2025", "Hoàn thành"],
    ])
    #expect(appendix.columns.map(\.role) == [.ordinal, .task, .lead, .deadline, .progress])
  }

  @Test func itemsOverSeveralRows() throws {
    let appendix = try table(
      [
        Self.header, ["1", "Xây dựng kế hoạch", "Văn phòng", "Kế hoạch", "Quý I/2025"],
        ["", "", "Phòng A", "", "Quý II/2025"], ["2", "Kiểm tra", "Thanh tra", "", "Năm 2025"],
      ], merges: ["A2:A3", "B2:B3"])
    #expect(appendix.items.count == 2)
    #expect(appendix.items[0][.lead] == "Văn phòng\nPhòng A")
    #expect(appendix.items[0].origin.lastRow == 2)
  }

  @Test func totalsPageNumbersAndNotesAreNoItems() throws {
    let appendix = try table([
      Self.header, ["1", "Xây dựng kế hoạch", "Văn phòng", "Kế hoạch", "Quý I/2025"],
      ["Trang 1/2"], ["2", "Kiểm tra", "Thanh tra", "Báo cáo", "Năm 2025"],
      ["", "Tổng cộng", "", "2"], [], ["Ghi chú: theo Công văn số 12"],
      ["", "Nơi nhận:", "", "", "GIÁM ĐỐC"], ["", "- Lưu: VT."],
    ])
    #expect(appendix.items.count == 2)
    #expect(appendix.notTaken.map(\.origin.row) == [2, 4])
    #expect(appendix.account.outside == 3)
    #expect(appendix.account.total == 9)
  }

  @Test func hiddenRowsAndColumnsAreReadAndSaidSo() throws {
    var made = sheet([
      Self.header, ["1", "Xây dựng kế hoạch", "Văn phòng", "Kế hoạch", "Quý I/2025"],
      ["2", "Kiểm tra", "Thanh tra", "Báo cáo", "Năm 2025"],
    ])
    made.hiddenRows = [2]
    made.hiddenColumns = [3]
    let found = try recognise(made)
    #expect(found.appendices.first?.items.count == 2)
    #expect(found.findings.map(\.code.rawValue) == ["hidden-rows", "hidden-column"])
  }

  @Test func aPersonMayOverrule() throws {
    let made = sheet([
      ["A", "B", "C"], ["x", "y", "z"], ["1", "Văn phòng", "Xây dựng kế hoạch năm 2025"],
      ["2", "Thanh tra", "Kiểm tra công vụ năm 2025"],
    ])
    let overrides = RecognitionOverrides(
      sheet: "PL", headerRows: 1...1, columns: [0: .ordinal, 1: .lead, 2: .task])
    let found = try recognise(made, overrides: overrides)
    #expect(found.appendices.first?.items.map { $0[.lead] } == ["Văn phòng", "Thanh tra"])
  }
}
