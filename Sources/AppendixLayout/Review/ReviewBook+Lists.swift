import AppendixModel
import CellGrid
import Consolidation
import Findings

/// The sheets for reading only: single rows, rows not taken, the balance, sources, the log.
extension ReviewBook {
  func singlePage() -> Page {
    let singles = consolidated.sections.flatMap { section in
      section.items.filter { $0.sources.count == 1 }.map { (section, $0) }
    }
    var sheet = TableSheet(
      name: ReviewLayout.SheetKind.single.name,
      title: "NHIỆM VỤ ĐỨNG RIÊNG (CHỈ CÓ Ở MỘT NGUỒN): \(singles.count)",
      columns: [
        .init("Số nhiệm vụ", 18), .init("Lĩnh vực", 50), .init("Nhiệm vụ", 96),
        .init("Chủ trì", 45), .init("Thời gian", 28), .init("Nguồn", 62),
      ])
    for (section, item) in singles {
      sheet.add([
        .number(Double(item.number)), .text(Self.title(of: section)), .text(item[.task]),
        .text(item[.lead]), .text(item[.deadline]),
        .text(item.sources.map(place).joined(separator: "\n")),
      ])
    }
    return sheet.finished()
  }

  static func title(of section: MergedSection) -> String {
    [section.number, section.title].filter { !$0.isEmpty }.joined(separator: ". ")
  }

  func notTakenPage() -> Page {
    var sheet = TableSheet(
      name: ReviewLayout.SheetKind.notTaken.name,
      title: "DÒNG KHÔNG LẤY VÀO PHỤ LỤC: \(consolidated.notTaken.count)",
      lines: ["Mỗi dòng đọc được đều nằm trong phụ lục hoặc trong danh sách này."],
      columns: [.init("STT", 11), .init("Nguồn", 70), .init("Nội dung", 110), .init("Lý do", 80)])
    for (index, row) in consolidated.notTaken.enumerated() {
      sheet.add([
        .number(Double(index + 1)), .text(place(of: row.origin)), .text(row.text),
        .text(row.reason.vietnamese),
      ])
    }
    return sheet.finished { $0.tabColor = consolidated.notTaken.isEmpty ? nil : "ED7D31" }
  }

  func balancePage() -> Page {
    let balance = consolidated.balance
    var sheet = TableSheet(
      name: ReviewLayout.SheetKind.balance.name, title: "CÂN ĐỐI SỐ NHIỆM VỤ",
      columns: [
        .init("Nguồn", 60), .init("Tệp", 70), .init("Trang", 40), .init("Nhiệm vụ", 22),
        .init("Mục con", 20), .init("Lĩnh vực", 20),
      ])
    let first = sheet.nextRow
    for input in consolidated.inputs {
      sheet.add([
        .text(input.name), .text(input.file), .text(input.sheet), .number(Double(input.items)),
        .number(Double(input.subitems)), .number(Double(input.sections)),
      ])
    }
    let last = sheet.nextRow
    let plan: [(String, Page.Content)] = [
      (
        "Tổng số dòng nhiệm vụ đọc được",
        last > first
          ? .formula(
            "SUM(D\(first + 1):D\(last))",
            cached: .number(Double(consolidated.inputs.reduce(0) { $0 + $1.items })))
          : .number(Double(balance.input))
      ),
      ("Đã gộp vào dòng khác", .number(Double(balance.merged))),
    ]
    for (label, content) in plan { addTotal(label, content, to: &sheet) }
    let total = sheet.nextRow
    addTotal(
      "Nhiệm vụ trong phụ lục",
      .formula(
        "D\(total - 1)-D\(total)",
        cached: .number(
          Double(consolidated.inputs.reduce(0) { $0 + $1.items } - balance.merged))),
      to: &sheet)
    addTotal(
      "Ngoài ra, dòng không lấy (xem trang «\(ReviewLayout.SheetKind.notTaken.name)»)",
      .number(Double(balance.rejected)), to: &sheet)
    addTotal(
      balance.isBalanced ? "Khớp: \(balanceText)" : "KHÔNG KHỚP: \(balanceText)", .blank,
      to: &sheet)
    return sheet.finished { $0.filter = nil }
  }

  /// `43 + 50 − 21 = 72`.
  private var balanceText: String {
    let inputs = consolidated.inputs.map { String($0.items) }.joined(separator: " + ")
    return "\(inputs) − \(consolidated.balance.merged) = \(consolidated.balance.output)"
  }

  private func addTotal(_ label: String, _ content: Page.Content, to sheet: inout TableSheet) {
    var bold = TableSheet.cell
    bold.isBold = true
    var number = TableSheet.centered
    number.isBold = true
    sheet.add([
      .text(label, bold), .text("", bold), .text("", bold), Page.Cell(content, number),
      .text("", bold), .text("", bold),
    ])
  }

  func sourcesPage() -> Page {
    var sheet = TableSheet(
      name: ReviewLayout.SheetKind.sources.name, title: "NGUỒN DỮ LIỆU",
      lines: ["Mã SHA-256 cho biết kết quả này được lập từ đúng những tệp nào."],
      columns: [
        .init("STT", 11), .init("Vai trò", 34), .init("Nguồn", 50), .init("Tệp", 90),
        .init("SHA-256", 130),
      ])
    for (index, source) in sources.enumerated() {
      sheet.add([
        .number(Double(index + 1)), .text(source.role),
        .text(source.input.map(name) ?? ""), .text(source.path), .text(source.sha256),
      ])
    }
    return sheet.finished()
  }

  func logPage() -> Page {
    var sheet = TableSheet(
      name: ReviewLayout.SheetKind.log.name, title: "NHẬT KÝ",
      columns: [
        .init("STT", 11), .init("Loại", 30), .init("Mã", 36), .init("Vị trí", 70),
        .init("Nội dung", 140),
      ])
    var number = 0
    func add(_ kind: String, _ code: String, _ place: String, _ text: String) {
      number += 1
      sheet.add([
        .number(Double(number)), .text(kind), .text(code), .text(place), .text(text),
      ])
    }
    for outcome in consolidated.decisions {
      add(
        "Quyết định", Self.name(of: outcome.state), outcome.location.map { "\($0)" } ?? "",
        outcome.message.vietnamese)
    }
    for finding in consolidated.findings {
      let kind =
        switch finding.severity {
        case .note: "Lưu ý"
        case .warning: "Cảnh báo"
        case .error: "Lỗi"
        }
      add(
        kind, finding.code.rawValue, finding.location.map { "\($0)" } ?? "",
        finding.message.vietnamese)
    }
    return sheet.finished()
  }

  private static func name(of state: DecisionOutcome.State) -> String {
    switch state {
    case .applied: "Đã áp dụng"
    case .stale: "Dòng đã thay đổi"
    case .unknown: "Không còn dòng này"
    case .contradictory: "Trái nhau"
    }
  }
}
