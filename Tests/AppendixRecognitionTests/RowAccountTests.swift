import AppendixModel
import AppendixRecognition
import CellGrid
import TestSupport
import Testing

/// Every row of a sheet is counted exactly once, whatever it holds.
@Suite struct RowAccountTests {
  @Test func rowsAddUpInAnySheet() throws {
    var random = SeededGenerator(seed: 4)
    let recognizer = AppendixRecognizer(templates: try AppendixTemplate.allBuiltIn())
    for _ in 0..<100 {
      let sheet = Self.sheet(&random)
      let found = recognizer.recognise([sheet], input: InputID(0), file: "a.xlsx")
      let last = sheet.rowIndexes.last { row in
        sheet.cells(inRow: row).contains { !$0.value.displayText.allSatisfy(\.isWhitespace) }
      }
      guard !found.appendices.isEmpty else { continue }
      // Tables side by side each count the rows of their own columns.
      let bands = Dictionary(grouping: found.appendices) { $0.headerRows.first ?? 0 }
      if bands.values.contains(where: { $0.count > 1 }) {
        for appendix in found.appendices { try Self.check(appendix) }
        continue
      }
      let total = found.appendices.reduce(0) { $0 + $1.account.total }
      let accounts = found.appendices.map { "\($0.headerRows) \($0.account)" }
      #expect(total == (last ?? -1) + 1, "\(accounts)")
      for appendix in found.appendices { try Self.check(appendix) }
    }
  }

  /// The lists agree with the account: no row in two places, none in none.
  private static func check(_ appendix: Appendix) throws {
    var rows: [Int] = appendix.notTaken.map(\.origin.row)
    #expect(rows.count == appendix.account.notTaken)
    var parts = 0
    for section in appendix.sections {
      if let origin = section.origin { rows.append(origin.row) }
      for item in section.items {
        rows.append(item.origin.row)
        for part in item.parts {
          rows.append(part.origin.row)
          parts += 1
        }
      }
    }
    #expect(Set(rows).count == rows.count)
    #expect(appendix.account.items >= appendix.items.count)
    #expect(appendix.account.parts >= parts)
    #expect(appendix.sections.count { $0.origin != nil } == appendix.account.sections)
  }

  /// A table after a fashion: headers, numbers of every style, merges anywhere, stray rows.
  private static func sheet(_ random: inout SeededGenerator) -> Sheet {
    func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
    var sheet = Sheet(name: "PL")
    let width = Int.random(in: 3...7, using: &random)
    let headings =
      [
        [
          "STT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn", "Kết quả", "Tiến độ thực hiện",
          "Ghi chú",
        ],
        ["TT", "Nội dung", "Chủ trì", "Quý I", "Quý II", "Quý III", "Quý IV"],
        ["STT", "Nhiệm vụ", "Từ", "Đến", "Đã hoàn thành", "Đang thực hiện", "Chưa thực hiện"],
        ["STT", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch", "Thực hiện", "Tỷ lệ (%)", "Ghi chú"],
        ["STT", "Số, ký hiệu", "Trích yếu", "Cơ quan ban hành", "Tỉnh", "Phương án xử lý", ""],
        ["STT", "Nhiệm vụ", "Chủ trì", "TT", "Nội dung", "Chủ trì", "Thời hạn"],
      ].randomElement(using: &random) ?? []
    let header = Int.random(in: 0...4, using: &random)
    func put(_ text: String, _ row: Int, _ column: Int) {
      if !text.isEmpty { sheet.set(.text(text), at: CellAddress(row: row, column: column)) }
    }
    if header > 1 { put("Phụ lục", 0, 0) }
    for column in 0..<width { put(headings[column], header, column) }
    let rows = Int.random(in: 0...40, using: &random)
    for row in header + 1..<header + 1 + rows {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: continue
      case 1: for column in 0..<width { put(headings[column], row, column) }
      case 2:
        put(pick(["Tổng cộng", "Nơi nhận:", "Trang 2", "(1)", "*", " "]), row, pick01(&random))
      case 3: put(pick(["I", "II", "A", "B."]), row, 0)
      default:
        for column in 0..<width where Int.random(in: 0..<4, using: &random) > 0 {
          put(
            pick([
              "1", "2.", "03", "14.1", "a)", "-", "+ Rà soát", "I. CÔNG TÁC CHỈ ĐẠO", "x",
              "Xây dựng kế hoạch", "văn bản tiếp theo", "Các văn bản sau:", "Quý I/2025",
              "Sở Nội vụ", "GIÁM ĐỐC", "31/12/2025", "Hoàn thành", "1.2.3", "\u{A0}", "…",
              "(*) chú thích", "văn bản (*)", "-nt-", "./.", "Phần II. Thể chế", "TRUE", "①", "I.1",
              "Chủ trì: Sở A; phối hợp: Sở B", "(1)", "(ghi rõ)", "¹", "STT", "*", "**", "(",
              "Phần",
            ]), row, column)
        }
      }
    }
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let row = Int.random(in: 0...header + rows + 1, using: &random)
      let column = Int.random(in: 0..<width, using: &random)
      sheet.merges.append(
        CellRange(
          CellAddress(row: row, column: column),
          CellAddress(
            row: row + Int.random(in: 0...3, using: &random),
            column: column + Int.random(in: 0...width, using: &random))))
    }
    return sheet
  }

  private static func pick01(_ random: inout SeededGenerator) -> Int {
    Int.random(in: 0...1, using: &random)
  }

  @Test func hugeMergesAndFarCellsCostLittle() throws {
    var sheet = Sheet(name: "PL")
    for (column, heading) in ["STT", "Nhiệm vụ", "Đơn vị chủ trì"].enumerated() {
      sheet.set(.text(heading), at: CellAddress(row: 0, column: column))
      sheet.set(.text("Xây dựng kế hoạch \(column)"), at: CellAddress(row: 1, column: column))
    }
    sheet.set(.text("xa"), at: CellAddress(row: 1_048_575, column: 16_383))
    sheet.merges = (0..<2000).compactMap { CellRange("A\($0 + 3):XFD\($0 + 3)") }
    sheet.merges.append(
      CellRange(
        CellAddress(row: 0, column: 0), CellAddress(row: 1_048_575, column: 16_383)))
    let found = AppendixRecognizer(templates: [try .builtIn("ke-hoach-cchc")])
      .recognise([sheet], input: InputID(0), file: "a.xlsx")
    #expect(found.appendices.reduce(0) { $0 + $1.account.total } == 1_048_576)
  }
}
