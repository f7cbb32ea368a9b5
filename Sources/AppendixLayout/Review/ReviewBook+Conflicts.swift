import AppendixModel
import CellGrid
import Consolidation

/// The sheet of conflicts: values side by side and a drop-down.
extension ReviewBook {
  private typealias Column = ReviewLayout.ConflictColumn

  func conflictPage() -> Page {
    let columns = Column.allCases.flatMap { column -> [TableSheet.Column] in
      switch column {
      case .values:
        (0..<maximumValues).map { TableSheet.Column(ReviewLayout.valueHeader($0), 48) }
      default:
        [TableSheet.Column(column.header, width(of: column), isHidden: column == .key)]
      }
    }
    let conflicts = consolidated.conflicts
    var sheet = TableSheet(
      name: ReviewLayout.SheetKind.conflicts.name,
      title: "GIÁ TRỊ KHÁC NHAU TRONG NHIỆM VỤ ĐÃ GỘP: \(conflicts.count)",
      lines: conflicts.isEmpty
        ? ["Không có chỗ nào ghi khác nhau; không phải chọn gì ở trang này."]
        : [
          "Cột «\(Column.chosen.header)» là giá trị chọn theo quy tắc của biểu mẫu. Đúng rồi thì chọn "
            + "«\(ReviewLayout.acceptChoice)»; muốn giá trị khác thì chọn «\(ReviewLayout.valueHeader(0))», "
            + "«\(ReviewLayout.valueHeader(1))» …, hoặc ghi vào cột «\(ReviewLayout.ownHeader)». "
            + "Để trống thì giữ như quy tắc."
        ], columns: columns)
    let items = Dictionary(
      consolidated.items.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, conflict) in conflicts.enumerated() {
      let item = items[conflict.item]
      sheet.add(
        Column.allCases.flatMap { column -> [Page.Cell] in
          cells(of: conflict, item: item, index: index, column: column)
        })
    }
    return sheet.finished { page in
      page.frozenColumns = 2
      page.setup.paper = 8
      guard let body = sheet.body(column: place(of: .decision)),
        let own = sheet.body(column: place(of: .own))
      else { return }
      Self.countOpen(conflicts, in: body, own, of: &page)
      page.validations.append(
        dropDown(
          body, column: 1, count: maximumValues + 1,
          hint: "Chọn giá trị được ghi vào phụ lục; để trống thì giữ giá trị đang ghi."))
    }
  }

  /// A count in the title that falls as conflicts are looked at.
  private static func countOpen(
    _ conflicts: [Conflict], in body: CellRange, _ own: CellRange, of page: inout Page
  ) {
    let (before, after) = (
      "GIÁ TRỊ KHÁC NHAU TRONG NHIỆM VỤ ĐÃ GỘP: \(conflicts.count), CÒN ", " CHƯA XEM"
    )
    page.rows[0].cells[0].content = .formula(
      "\"\(before)\"&SUMPRODUCT((\(body)=\"\")*(\(own)=\"\"))&\"\(after)\"",
      cached: .text("\(before)\(conflicts.count { !$0.isSettled })\(after)"))
  }

  /// Where a column stands once the values are spread.
  private func place(of column: Column) -> Int {
    let before = Column.allCases.prefix { $0 != column }
    return before.reduce(0) { $0 + ($1 == .values ? maximumValues : 1) }
  }

  private func width(of column: Column) -> Double {
    switch column {
    case .ordinal: 11
    case .item: 20
    case .task: 66
    case .column: 34
    case .values: 48
    case .chosen: 50
    case .rule: 30
    case .decision: 25
    case .own: 44
    case .note: 34
    case .sources: 62
    case .key: 24
    }
  }

  private func cells(
    of conflict: Conflict, item: MergedItem?, index: Int, column: Column
  ) -> [Page.Cell] {
    switch column {
    case .ordinal: return [.number(Double(index + 1))]
    case .item:
      guard let part = conflict.part, !part.isEmpty else {
        return [.number(Double(conflict.item))]
      }
      // «a)» alone doesn't say of which item.
      return [.text(part.contains(".") ? part : "\(conflict.item) \(part)", TableSheet.centered)]
    case .task: return [.text(task(of: conflict, in: item))]
    case .column:
      let header = conflict.header ?? template.column(conflict.role)?.header
      return [.text(header ?? conflict.role.rawValue)]
    case .values:
      return (0..<maximumValues).map { place in
        .text(place < conflict.values.count ? conflict.values[place].value : "")
      }
    case .chosen: return [.text(conflict.chosen)]
    case .rule: return [.text(Self.name(ofRule: conflict.rule))]
    case .decision:
      return [.text(ReviewLayout.initialChoice(of: conflict) ?? "", TableSheet.input)]
    case .own:
      return [.text(ReviewLayout.initialOwnValue(of: conflict) ?? "", Self.noteLook)]
    case .note: return [.text(conflict.note, Self.noteLook)]
    case .sources:
      let places = conflict.values.enumerated().map { "\($0 + 1): \(place(of: $1.source))" }
      return [.text(places.joined(separator: "\n"))]
    case .key: return [.text(conflict.key)]
    }
  }

  /// The item's text; for a sub-item its own under it.
  private func task(of conflict: Conflict, in item: MergedItem?) -> String {
    guard let item else { return "" }
    guard let part = conflict.part else { return item[.task] }
    let sources = Set(conflict.values.map(\.source))
    let text = item.parts.first { $0.number == part && !sources.isDisjoint(with: $0.sources) }
    return [item[.task], text.map { "→ " + $0[.task] } ?? ""].filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  /// A merge rule in words.
  static func name(ofRule rule: String) -> String {
    guard rule != Conflict.decisionRule else { return "Theo quyết định" }
    switch AppendixTemplate.MergeRule(rawValue: rule) {
    case .runningNumber, .sectionNumber: return "Đánh số lại"
    case .identity: return "Lấy một cách viết"
    case .union: return "Ghép các cơ quan"
    case .sameOrList: return "Khác nhau thì liệt kê"
    case .list: return "Liệt kê"
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
