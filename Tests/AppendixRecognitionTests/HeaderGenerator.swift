import AppendixModel
import CellGrid
import Foundation
import TestSupport
import Testing

/// Tables as offices make them, by seeded chance: headings from the facts in Fixtures, in any
/// order, under any number of header rows, with noise above and below.
struct HeaderGenerator {
  struct Made {
    var sheet: Sheet
    /// By column, from zero.
    var roles: [ColumnRole]
    var headerRows: ClosedRange<Int>
    var items: Int
  }

  private var random: SeededGenerator
  private let headings: [String: [String]]

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    headings = Dictionary(grouping: try Fixture.table("headings")) { $0[0] }
      .mapValues { $0.map { $0[1] } }
  }

  private struct Column {
    var role: ColumnRole
    var heading: String
    var kind: String
    var parent: String?
  }

  mutating func next() -> Made {
    var columns = chooseColumns()
    columns = ordered(columns)
    var sheet = Sheet(name: "Sheet1")
    let above = Int.random(in: 0...8, using: &random)
    var row = writeTitle(into: &sheet, rows: above, width: columns.count)
    let first = row
    let depth = columns.count > 4 ? Int.random(in: 1...3, using: &random) : 1
    row = writeHeader(&columns, depth: depth, at: row, into: &sheet)
    let header = first...(row - 1)
    if chance(20) {
      for column in columns.indices { put("(\(column + 1))", row, column, &sheet) }
      row += 1
    }
    let items = writeBody(columns, from: &row, into: &sheet)
    if chance(70) {
      row += Int.random(in: 0...2, using: &random)
      put("Nơi nhận:\n- Như trên;\n- Lưu: VT.", row, 0, &sheet)
      put(
        pick(["GIÁM ĐỐC", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "TRƯỞNG PHÒNG"]), row, columns.count - 1,
        &sheet)
    }
    return Made(sheet: sheet, roles: columns.map(\.role), headerRows: header, items: items)
  }

  // MARK: Columns

  private mutating func chooseColumns() -> [Column] {
    var columns: [Column] = []
    var used: Set<ColumnRole> = []
    func add(_ role: ColumnRole, _ kind: String, _ contents: String? = nil) {
      if role != .extra { guard used.insert(role).inserted else { return } }
      let heading = pick(headings[kind] ?? [])
      if columns.contains(where: { $0.heading == heading }) { return }
      columns.append(Column(role: role, heading: heading, kind: contents ?? role.rawValue))
    }
    if chance(90) { add(.ordinal, "ordinal") }
    if chance(8) { add(.sectionOrdinal, "sectionOrdinal") }
    add(.task, "task")
    if chance(85) { add(.lead, chance(85) ? "lead" : "lead?") }
    if chance(10) {
      add(.progress, "output|progress")
    } else if chance(25) {
      add(.output, "output|progress")
    }
    if chance(20) {
      if chance(50) {
        add(.progress, "progress|deadline")
      } else {
        add(.deadline, "progress|deadline")
      }
    }
    if chance(45) { add(.support, "support") }
    if chance(65) { add(.output, "output") }
    if chance(85) { add(.deadline, "deadline") }
    if chance(60) { add(.progress, chance(75) ? "progress" : "result") }
    if chance(45) { add(.note, "note") }
    if chance(6), used.contains(.ordinal) { add("section", "section") }
    let others = [
      "task_code", "person", "actual_date", "percent", "evidence", "basis", "internal", "reason",
      "proposal", "next", "priority", "budget",
    ]
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let kind = pick(others)
      add(.extra, kind, kind)
    }
    if used.contains(.deadline), chance(5) { add(.extra, "deadline_original", "deadline") }
    // A table has more than a number and a text.
    if columns.count < 4 {
      add(.lead, "lead")
      add(.deadline, "deadline")
    }
    return columns
  }

  private mutating func ordered(_ columns: [Column]) -> [Column] {
    var shuffled = columns.shuffled(using: &random)
    if chance(80), let place = shuffled.firstIndex(where: { $0.role == .ordinal }) {
      shuffled.insert(shuffled.remove(at: place), at: 0)
    }
    return shuffled
  }

  // MARK: Header

  private mutating func writeHeader(
    _ columns: inout [Column], depth: Int, at row: Int, into sheet: inout Sheet
  ) -> Int {
    guard depth > 1 else {
      for (column, made) in columns.enumerated() { put(dressed(made.heading), row, column, &sheet) }
      return row + 1
    }
    let parents = [
      "Phân công thực hiện", "Tổ chức thực hiện", "Thông tin chung", "Phân công", "Chi tiết",
    ]
    let length = min(columns.count - 1, Int.random(in: 2...4, using: &random))
    let start = Int.random(in: 1...(columns.count - length), using: &random)
    let group = start..<(start + length)
    let isMerged = chance(85)
    put(pick(parents), row, start, &sheet)
    if isMerged {
      sheet.merges.append(range(row, start, row, start + length - 1))
    }
    var inner: Range<Int>?
    if depth == 3, length >= 3 {
      inner = start..<(start + 2)
      put("Nội dung chi tiết cột", row + 1, start, &sheet)
      if isMerged { sheet.merges.append(range(row + 1, start, row + 1, start + 1)) }
    }
    let last = row + (inner == nil ? 1 : 2)
    for (column, made) in columns.enumerated() {
      let text = dressed(made.heading)
      if group.contains(column) {
        let top = inner?.contains(column) == true ? last : row + 1
        put(text, top, column, &sheet)
        if top < last { sheet.merges.append(range(top, column, last, column)) }
      } else {
        put(text, row, column, &sheet)
        if isMerged || chance(50) { sheet.merges.append(range(row, column, last, column)) }
      }
    }
    return last + 1
  }

  /// A heading as people type it.
  private mutating func dressed(_ heading: String) -> String {
    var text = heading
    if chance(15) { text = text.uppercased() }
    if chance(5) { text = text.decomposedStringWithCanonicalMapping }
    if chance(15) { text = text.replacingOccurrences(of: " ", with: "\n") }
    if chance(8) { text = " \(text)  " }
    if chance(4) { text += " (*)" }
    return text
  }

  // MARK: Rows

  private mutating func writeTitle(into sheet: inout Sheet, rows: Int, width: Int) -> Int {
    guard rows > 0 else { return 0 }
    let lines = [
      "UBND TỈNH", "SỞ NỘI VỤ", "Phụ lục II", "DANH MỤC NHIỆM VỤ NĂM 2025",
      "(Kèm theo Kế hoạch số 12/KH-SNV ngày 05/01/2025 của Sở Nội vụ)", "", "Đơn vị tính: nhiệm vụ",
      "Ngày xuất: 01/02/2025",
    ]
    for row in 0..<rows where !lines[row].isEmpty {
      put(lines[row], row, row < 2 ? 0 : 1, &sheet)
      if row < 2, width > 2 {
        put(
          row == 0 ? "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" : "Độc lập - Tự do - Hạnh phúc", row,
          width - 2, &sheet)
      }
      if row >= 2, chance(50) { sheet.merges.append(range(row, 1, row, max(1, width - 1))) }
    }
    return rows
  }

  private mutating func writeBody(_ columns: [Column], from row: inout Int, into sheet: inout Sheet)
    -> Int
  {
    let count = Int.random(in: 3...12, using: &random)
    let hasSections = chance(40)
    let task = columns.firstIndex { $0.role == .task } ?? 0
    let number = columns.firstIndex { $0.role == .ordinal }
    for item in 0..<count {
      if hasSections, item % 4 == 0 {
        let title = "LĨNH VỰC THỨ \(item / 4 + 1) CỦA KẾ HOẠCH"
        let roman = ["I", "II", "III"][item / 4]
        if let number {
          put(roman, row, number, &sheet)
          put(title, row, task, &sheet)
        } else {
          put("\(roman). \(title)", row, task, &sheet)
        }
        row += 1
      }
      for (index, column) in columns.enumerated() {
        if column.role == .ordinal {
          sheet.set(.number(Double(item + 1)), at: CellAddress(row: row, column: index))
        } else {
          put(value(of: column, item), row, index, &sheet)
        }
      }
      row += 1
    }
    return count
  }

  private mutating func value(of column: Column, _ item: Int) -> String {
    switch column.kind {
    case "sectionOrdinal": return "\(item % 4 + 1)"
    case "task":
      return pick([
        "Xây dựng Kế hoạch kiểm tra công tác cải cách hành chính",
        "Rà soát, đơn giản hóa thủ tục hành chính thuộc phạm vi quản lý",
        "Tổ chức lớp bồi dưỡng nghiệp vụ cho công chức một cửa",
        "100% hồ sơ được số hóa", "Báo cáo định kỳ quý, 6 tháng, năm",
      ]) + " \(item + 1)"
    case "lead":
      return pick(["Văn phòng Sở", "Sở Nội vụ", "UBND cấp xã", "Phòng CCHC", "Thanh tra tỉnh"])
    case "support":
      return pick(["Các sở, ban, ngành", "UBND cấp xã", "", "Sở Tài chính; Sở Tư pháp"])
    case "output":
      return pick(["Kế hoạch", "Báo cáo", "Quyết định của UBND tỉnh", "Văn bản triển khai", ""])
    case "deadline":
      return pick([
        "Quý I/2025", "Tháng 02/2025", "Thường xuyên", "31/12/2025", "Năm 2025", "Quý II, III/2025",
      ])
    case "progress":
      return pick([
        "Đang thực hiện", "Đã hoàn thành", "Hoàn thành", "Chưa thực hiện", "", "Chờ hướng dẫn",
      ])
    case "note": return pick(["", "", "Theo chỉ đạo của UBND tỉnh", "Chuyển từ năm 2024"])
    case "section": return pick(["Cải cách thể chế", "Cải cách thủ tục hành chính"])
    case "actual_date": return pick(["15/03/2025", "", "20/6/2025"])
    case "percent": return pick(["50%", "100%", ""])
    case "person": return pick(["Nguyễn Văn An", "Trần Thị Bình", ""])
    case "budget": return pick(["100", "250", ""])
    case "basis": return pick(["Công văn số 12/SNV-CCHC", "Kế hoạch số 5/KH-UBND", ""])
    case "evidence": return pick(["Công văn 12/SNV", ""])
    case "task_code": return "NV\(item)"
    default: return pick(["", "", "Cần bổ sung kinh phí", "Theo dõi tiếp"])
    }
  }

  // MARK: Small things

  private func put(_ text: String, _ row: Int, _ column: Int, _ sheet: inout Sheet) {
    if !text.isEmpty { sheet.set(.text(text), at: CellAddress(row: row, column: column)) }
  }

  private func range(_ row: Int, _ column: Int, _ lastRow: Int, _ lastColumn: Int) -> CellRange {
    CellRange(
      CellAddress(row: row, column: column), CellAddress(row: lastRow, column: lastColumn))
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func pick(_ values: [String]) -> String {
    values.isEmpty ? "" : values[Int.random(in: 0..<values.count, using: &random)]
  }
}

/// Facts that stand beside the tests.
enum Fixture {
  /// The rows of a tab-separated file, without its header.
  static func table(_ name: String) throws -> [[String]] {
    let file = try #require(
      Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "tsv"))
    return try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
