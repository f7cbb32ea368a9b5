import AppendixModel
import CellGrid
import TestSupport

/// The rows around and below a made table's header.
extension HeaderGenerator {
  private var first: Int { places.first ?? 0 }
  private var last: Int { places.last ?? 0 }

  mutating func writeTitle(rows: Int) -> Int {
    guard rows > 0 else { return 0 }
    let lines = [
      "UBND TỈNH", "SỞ NỘI VỤ", "Phụ lục II", "DANH MỤC NHIỆM VỤ NĂM 2025",
      "(Kèm theo Kế hoạch số 12/KH-SNV ngày 05/01/2025 của Sở Nội vụ)", "", "Đơn vị tính: nhiệm vụ",
      "Ngày xuất: 01/02/2025",
    ]
    for row in 0..<rows where !lines[row].isEmpty {
      put(lines[row], row, row < 2 ? first : first + 1)
      if row < 2, last > first + 2 {
        put(
          row == 0 ? "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" : "Độc lập - Tự do - Hạnh phúc", row,
          last - 1)
      }
      if row >= 2, chance(50) {
        made.sheet.merges.append(range(row, first + 1, row, max(first + 1, last)))
      }
    }
    return rows
  }

  /// `(1) (2) (3)` under the header, as people and Excel write it; how to fill the form in.
  mutating func writeColumnNumbers(_ row: inout Int) {
    let style = Int.random(in: 0..<20, using: &random)
    guard style < 5 else { return }
    for (index, place) in places.enumerated() {
      switch style {
      case 0: put("(\(index + 1))", row, place)
      case 1:
        made.sheet.set(.number(Double(index + 1)), at: CellAddress(row: row, column: place))
      case 2:
        // What Excel makes of `(1)`.
        made.sheet.set(.number(Double(-index - 1)), at: CellAddress(row: row, column: place))
      case 3: put("[\(index + 1)]", row, place)
      default: put(pick(["(ghi rõ)", "(nếu có)", "(theo mẫu)"]), row, place)
      }
    }
    row += 1
  }

  mutating func writeSignature(_ below: Int) {
    let row = below + Int.random(in: 0...2, using: &random)
    put("Nơi nhận:\n- Như trên;\n- Lưu: VT.", row, first)
    put(pick(["GIÁM ĐỐC", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "TRƯỞNG PHÒNG"]), row, last)
  }

  mutating func writeBody(_ row: inout Int) {
    let count = Int.random(in: 3...12, using: &random)
    let sectionStyle = chance(45) ? Int.random(in: 0..<4, using: &random) : nil
    let numbering = Int.random(in: 0..<6, using: &random)
    let hasSubitems = chance(15) && columns.contains { $0.role == .ordinal }
    made.items = count
    for item in 0..<count {
      if let sectionStyle, item % 4 == 0 { writeSection(item / 4, style: sectionStyle, &row) }
      if item > 0, chance(2) { writeBreak(&row) }
      writeItem(item, numbering: numbering, row)
      row += 1
      if hasSubitems, chance(25) { writeSubitems(&row) }
    }
    if chance(15) { writeTotal(&row, count) }
    if chance(10) { made.sheet.hiddenRows.insert(row - 1) }
    if chance(10) { made.sheet.hiddenColumns.insert(last) }
  }

  private var task: Int {
    zip(columns, places).first { $0.0.role == .task }?.1 ?? 0
  }

  private var number: Int? {
    zip(columns, places).first { $0.0.role == .ordinal }?.1
  }

  private mutating func writeSection(_ index: Int, style: Int, _ row: inout Int) {
    let roman = ["I", "II", "III"][index]
    let title = "LĨNH VỰC THỨ \(index + 1) CỦA KẾ HOẠCH"
    made.sections += 1
    switch style {
    case 0 where number != nil:
      put(roman, row, number ?? 0)
      put(title, row, task)
    case 1 where last > first + 2:
      put("\(roman). \(title)", row, first)
      made.sheet.merges.append(range(row, first, row, last))
    case 2 where last > first + 2:
      put("Phần \(roman). Cải cách lĩnh vực thứ \(index + 1)", row, first)
      made.sheet.merges.append(range(row, first, row, last))
    default: put("\(roman). \(title)", row, task)
    }
    row += 1
  }

  /// The end of a page: its number, and the header again where it is one row.
  private mutating func writeBreak(_ row: inout Int) {
    put(pick(["Trang 2", "- 2 -"]), row, task)
    row += 1
    guard made.headerRows.count == 1, chance(50) else { return }
    for cell in made.sheet.cells(inRow: made.headerRows.lowerBound) {
      made.sheet.set(cell.value, at: CellAddress(row: row, column: cell.address.column))
    }
    row += 1
  }

  private mutating func writeItem(_ item: Int, numbering: Int, _ row: Int) {
    let ticked = Int.random(in: 0..<4, using: &random)
    var tick = 0
    for (column, place) in zip(columns, places) {
      switch column.kind {
      case "tick":
        let count = columns.count { $0.kind == "tick" }
        if tick == ticked % count { put(pick(["x", "X", "✓"]), row, place) }
        tick += 1
      case _ where column.role == .ordinal:
        switch numbering {
        case 0: put("\(item + 1).", row, place)
        case 1: put(item < 9 ? "0\(item + 1)" : "\(item + 1)", row, place)
        case 2: put("\(item + 1))", row, place)
        default:
          made.sheet.set(.number(Double(item + 1)), at: CellAddress(row: row, column: place))
        }
      default: put(value(of: column, item), row, place)
      }
    }
  }

  private mutating func writeSubitems(_ row: inout Int) {
    for letter in ["a)", "b)"] {
      if chance(50) {
        put(letter, row, number ?? 0)
        put("Nội dung thành phần của nhiệm vụ", row, task)
      } else {
        put("\(letter) Nội dung thành phần của nhiệm vụ", row, task)
      }
      made.subitems += 1
      row += 1
    }
  }

  private mutating func writeTotal(_ row: inout Int, _ count: Int) {
    put(pick(["Tổng cộng", "TỔNG SỐ", "Tổng cộng: \(count) nhiệm vụ"]), row, task)
    row += 1
  }

  mutating func value(of column: Column, _ item: Int) -> String {
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
    case "office": return pick(["Phòng Cải cách hành chính", "Phòng Nghiệp vụ", ""])
    case "from": return pick(["01/01/2025", "Tháng 02/2025", "15/3/2025"])
    case "to": return pick(["30/6/2025", "Tháng 9/2025", "31/12/2025"])
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
}
