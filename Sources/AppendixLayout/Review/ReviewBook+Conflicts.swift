import AppendixModel
import CellGrid
import Consolidation

/// The sheet of conflicts: values side by side and a drop-down.
extension ReviewBook {
  func conflictPage() -> Page {
    let columns =
      [
        TableSheet.Column("STT", 11), .init("Số nhiệm vụ", 18), .init("Nhiệm vụ", 70),
        .init("Cột", 30),
      ]
      + (0..<maximumValues).map { TableSheet.Column(ReviewLayout.valueHeader($0), 52) }
      + [
        .init("Nguồn các giá trị", 62), .init("Đang chọn", 52), .init("Quy tắc", 30),
        .init(ReviewLayout.decisionHeader, 24), .init("Ghi chú", 36),
        .init(ReviewLayout.keyHeader, 24, isHidden: true),
      ]
    var sheet = TableSheet(
      name: ReviewLayout.SheetKind.conflicts.name,
      title: "GIÁ TRỊ KHÁC NHAU TRONG NHIỆM VỤ ĐÃ GỘP: \(consolidated.conflicts.count)",
      lines: [
        "Cột «Đang chọn» là giá trị được ghi vào phụ lục theo quy tắc của biểu mẫu. "
          + "Muốn lấy giá trị khác, chọn «\(ReviewLayout.valueHeader(0))», "
          + "«\(ReviewLayout.valueHeader(1))» … ở ô vàng."
      ], columns: columns)
    let items = Dictionary(
      consolidated.items.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, conflict) in consolidated.conflicts.enumerated() {
      let header = template.column(conflict.role)?.header ?? conflict.role.rawValue
      var cells: [Page.Cell] = [
        .number(Double(index + 1)), .number(Double(conflict.item)),
        .text(items[conflict.item]?[.task] ?? ""), .text(header),
      ]
      for place in 0..<maximumValues {
        guard place < conflict.values.count else {
          cells.append(.text(""))
          continue
        }
        let value = conflict.values[place]
        cells.append(.text(value.value))
      }
      let places = conflict.values.enumerated().map { "\($0 + 1): \(place(of: $1.source))" }
      cells += [
        .text(places.joined(separator: "\n")), .text(conflict.chosen),
        .text(Self.name(ofRule: conflict.rule)),
        .text(ReviewLayout.initialChoice(of: conflict) ?? "", TableSheet.input),
        .text("", Self.noteLook), .text(conflict.key),
      ]
      sheet.add(cells)
    }
    return sheet.finished { page in
      page.frozenColumns = 2
      guard let body = sheet.body(column: 7 + maximumValues) else { return }
      page.validations.append(
        dropDown(
          body, column: 1, count: maximumValues,
          hint: "Chọn giá trị được ghi vào phụ lục; để trống thì giữ giá trị đang chọn."))
    }
  }

  /// A merge rule in words.
  static func name(ofRule rule: String) -> String {
    guard rule != Conflict.decisionRule else { return "Theo quyết định" }
    switch AppendixTemplate.MergeRule(rawValue: rule) {
    case .runningNumber, .sectionNumber: return "Đánh số lại"
    case .identity: return "Lấy một cách viết"
    case .union: return "Ghép các cơ quan"
    case .sameOrList: return "Khác nhau thì liệt kê"
    case .earliest: return "Sớm nhất"
    case .latest: return "Muộn nhất"
    case .byAgency: return "Ghi theo từng cơ quan"
    case .sum: return "Cộng"
    case .ratio: return "Cộng, tính lại tỷ lệ"
    case .first: return "Lấy giá trị đầu"
    case .leastAdvanced: return "Mức thấp hơn"
    case nil: return rule
    }
  }
}
