package import AppendixModel
package import CellGrid
package import Consolidation

/// The status workbook, tinh-hinh.xlsx: what a director reads in ten seconds, then the tables with
/// their charts, the rows to press for, and the data on which every figure is a live formula.
///
/// - Parameters:
///   - title: what the appendix is called.
///   - changes: what changed since the last period; nil where none was given.
package func statusPages(
  _ summary: StatusSummary, _ consolidated: Consolidated, template: AppendixTemplate,
  title: String = "", changes: [StatusChange]? = nil
) -> [Page] {
  StatusBook(
    summary: summary, consolidated: consolidated, template: template, title: title,
    changes: changes
  ).pages()
}

/// Builds the sheets of the status workbook.
struct StatusBook {
  let summary: StatusSummary
  let consolidated: Consolidated
  let template: AppendixTemplate
  let title: String
  let changes: [StatusChange]?
  /// The items by number.
  let items: [Int: MergedItem]
  let data: StatusData
  let overdueItems: Set<Int>

  static let overview = "Tổng hợp"
  static let byAgency = "Theo cơ quan"
  static let byDeadline = "Theo thời hạn"
  static let overdue = "Quá hạn"
  static let dueSoon = "Sắp đến hạn"
  static let silent = "Chưa báo cáo"
  static let changed = "Thay đổi"

  init(
    summary: StatusSummary, consolidated: Consolidated, template: AppendixTemplate, title: String,
    changes: [StatusChange]?
  ) {
    self.summary = summary
    self.consolidated = consolidated
    self.template = template
    self.title = title.isEmpty ? template.layout.title : title
    self.changes = changes
    items = Dictionary(
      consolidated.items.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    overdueItems = Set(summary.overdue)
    data = StatusData(summary: summary, consolidated: consolidated, template: template)
  }

  func pages() -> [Page] {
    var pages = [overviewPage()]
    pages.append(
      groupPage(
        Self.byAgency, title: "TÌNH HÌNH THỰC HIỆN THEO CƠ QUAN CHỦ TRÌ", label: "Cơ quan chủ trì",
        note: "\(itemHeader) có nhiều cơ quan chủ trì được "
          + "tính cho từng cơ quan, nên cộng các dòng có thể lớn hơn tổng số \(template.itemWord).",
        groups: summary.byAgency, key: .agency, hasTotal: false))
    pages.append(
      groupPage(
        Self.byDeadline, title: "TÌNH HÌNH THỰC HIỆN THEO THỜI HẠN", label: "Thời gian thực hiện",
        note: "", groups: summary.byDeadline, key: .deadline, hasTotal: true))
    pages += StatusList.allCases.map(listPage)
    if let changes { pages.append(changePage(changes)) }
    pages.append(data.page())
    pages.append(data.agencyPage())
    pages.append(data.choicesPage())
    return pages
  }

  /// `Tính đến ngày 31/3/2025`.
  var asOfText: String { "Tính đến ngày \(Self.text(of: summary.asOf))" }

  static func text(of date: CalendarDate) -> String {
    VietnameseNumber.date(year: date.year, month: date.month, day: date.day)
  }

  /// The report date as the first sheet has it, in a formula.
  var asOfFormula: String {
    let date = StatusData.asOf
    return "\"Tính đến ngày \"&IF(DAY(\(date))<10,\"0\",\"\")&DAY(\(date))&\"/\""
      + "&IF(MONTH(\(date))<3,\"0\",\"\")&MONTH(\(date))&\"/\"&YEAR(\(date))"
  }

  var asOfCell: Page.Cell {
    Page.Cell(.formula(asOfFormula, cached: .text(asOfText)), TableSheet.line)
  }

  /// A count with two digits at least, in a formula that reads alike in every language.
  static func twoDigits(_ formula: String) -> String {
    "IF(\(formula)<10,\"0\",\"\")&\(formula)"
  }

  static func twoDigits(_ count: Int) -> String { count < 10 ? "0\(count)" : "\(count)" }

  /// `NHIỆM VỤ`, `CHỈ TIÊU`: what the template calls its items.
  var itemTitle: String { template.itemWord.uppercased() }

  private func changePage(_ changes: [StatusChange]) -> Page {
    var sheet = TableSheet(
      name: Self.changed,
      title: "THAY ĐỔI SO VỚI KỲ TRƯỚC: \(VietnameseNumber.count(changes.count))",
      lines: [asOfText],
      columns: [
        .init("Loại", 36), .init("Số", 13), .init(itemHeader, 130), .init("Kỳ trước", 40),
        .init("Kỳ này", 40),
      ])
    for change in changes {
      let number =
        change.number.map {
          Page.Cell(.number(Double($0)), Self.linked, link: data.link($0))
        } ?? .text("")
      sheet.add([
        .text(Self.name(of: change.kind)), number, .text(change.task), .text(change.before),
        .text(change.after),
      ])
    }
    return sheet.finished { page in
      guard let body = sheet.body(column: 0) else { return }
      for (kind, fill) in [
        (StatusChange.Kind.completed, "C6E0B4"), (.reopened, "F8CBAD"), (.added, "DDEBF7"),
        (.removed, "D9D9D9"),
      ] {
        var look = CellLook()
        look.fill = fill
        page.conditions.append(
          Page.Condition(range: body, rule: .textEquals(Self.name(of: kind)), look: look))
      }
    }
  }

  /// `Nhiệm vụ`, `Chỉ tiêu`: over the items' texts.
  var itemHeader: String { template.itemHeader }

  private static func name(of kind: StatusChange.Kind) -> String {
    switch kind {
    case .added: "Mới thêm"
    case .removed: "Không còn"
    case .completed: "Mới hoàn thành"
    case .reopened: "Không còn hoàn thành"
    case .moved: "Đổi trạng thái"
    }
  }

  /// A figure that leads to its rows.
  static let linked: CellLook = {
    var look = TableSheet.centered
    look.color = "1F4E9E"
    look.isUnderlined = true
    return look
  }()
}
