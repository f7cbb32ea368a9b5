import AppendixModel
import CellGrid
import Consolidation

/// The sheets on which the figures are counted: one row an item, one row an item and agency, and
/// the statuses to choose from.
struct StatusData {
  static let name = "Dữ liệu"
  static let agencyName = "Chủ trì"
  static let choicesName = "Danh mục"

  /// Columns of the data sheet.
  enum Column: Int, CaseIterable {
    case number, section, task, lead, output, deadline, lastDay, progress, status
    case isDone, isOverdue, daysLeft, isSilent, sectionKey, deadlineKey

    var letter: String { CellAddress.columnName(rawValue) }
  }

  /// By which groups are counted.
  enum Key { case section, agency, deadline }

  let summary: StatusSummary
  let consolidated: Consolidated
  /// All rows, gathered once: there may be tens of thousands.
  let items: [MergedItem]
  let template: AppendixTemplate
  /// Rows above the table: title, date, blank, header.
  static let firstRow = 4
  private let places: [Int: Int]
  private let names: [String: String]
  /// Item and place of its agency in `summary.byAgency`, in item order.
  let agencyRows: [(number: Int, agency: Int)]

  init(summary: StatusSummary, consolidated: Consolidated, template: AppendixTemplate) {
    self.summary = summary
    self.consolidated = consolidated
    items = consolidated.items
    self.template = template
    places = Dictionary(
      items.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { a, _ in a })
    names = Dictionary(
      template.statuses.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var rows: [(number: Int, agency: Int)] = []
    for (index, group) in summary.byAgency.enumerated() {
      rows += group.items.map { ($0, index) }
    }
    agencyRows = rows.sorted { ($0.agency, $0.number) < ($1.agency, $1.number) }
  }

  var count: Int { items.count }

  /// The item's row on the data sheet, from zero.
  func row(of number: Int) -> Int { Self.firstRow + (places[number] ?? 0) }

  func link(_ number: Int, column: Column = .number) -> String {
    "'\(Self.name)'!\(column.letter)\(row(of: number) + 1)"
  }

  func statusName(_ id: String) -> String { names[id] ?? id }

  func deadline(of item: MergedItem) -> Deadline {
    let field = item.fields[.deadline] ?? Field("")
    return Deadline(parsing: field.text, date: field.date)
  }

  func lastDay(of item: MergedItem) -> CalendarDate? { deadline(of: item).to }

  /// `'Dữ liệu'!$J$5:$J$76`; at least one row.
  func range(_ column: Column) -> String {
    Self.range(Self.name, column.letter, first: Self.firstRow, count: count)
  }

  static func range(_ sheet: String, _ letter: String, first: Int, count: Int) -> String {
    "'\(sheet)'!$\(letter)$\(first + 1):$\(letter)$\(first + max(count, 1))"
  }

  /// The range of a group's keys, of its statuses, of its done and of its overdue marks.
  func ranges(_ key: Key) -> (key: String, status: String, done: String, overdue: String) {
    func agency(_ letter: String) -> String {
      Self.range(Self.agencyName, letter, first: 1, count: agencyRows.count)
    }
    return switch key {
    case .section: (range(.sectionKey), range(.status), range(.isDone), range(.isOverdue))
    case .deadline: (range(.deadlineKey), range(.status), range(.isDone), range(.isOverdue))
    case .agency: (agency("B"), agency("D"), agency("E"), agency("F"))
    }
  }

  // MARK: The data sheet

  func page() -> Page {
    let widths: [Double] = [12, 38, 84, 42, 32, 26, 25, 46, 30, 17, 16, 17, 17, 10, 10]
    let headers = [
      "Số", "Lĩnh vực", template.itemHeader, "Chủ trì", "Kết quả", "Thời gian", "Hạn cuối",
      "Tiến độ",
      "Trạng thái", "Hoàn thành", "Quá hạn", "Còn (ngày)", "Chưa báo cáo", "Lĩnh vực số",
      "Thời hạn số",
    ]
    var sheet = TableSheet(
      name: Self.name, title: "DỮ LIỆU",
      lines: ["Sửa ô vàng (tiến độ, trạng thái, hạn cuối): mọi con số và biểu đồ tự tính lại."],
      columns: zip(headers, widths).enumerated().map { index, pair in
        TableSheet.Column(pair.0, pair.1, isHidden: index >= Column.sectionKey.rawValue)
      })
    var sectionKeys: [Int: Int] = [:]
    for (index, group) in summary.bySection.enumerated() {
      for number in group.items { sectionKeys[number] = index + 1 }
    }
    var deadlineKeys: [Int: Int] = [:]
    for (index, group) in summary.byDeadline.enumerated() {
      for number in group.items { deadlineKeys[number] = index + 1 }
    }
    for section in consolidated.sections {
      for item in section.items {
        sheet.add(
          cells(
            of: item, section: ReviewBook.title(of: section), row: sheet.nextRow + 1,
            keys: (sectionKeys[item.number] ?? 0, deadlineKeys[item.number] ?? 0)))
      }
    }
    return sheet.finished { page in
      page.frozenColumns = 1
      // The marks are for the formulas: printed, they would make the texts small.
      page.setup.printArea = CellRange(
        CellAddress(row: 0, column: 0),
        CellAddress(row: max(page.rows.count - 1, 0), column: Column.status.rawValue))
      guard let status = sheet.body(column: Column.status.rawValue) else { return }
      page.conditions += statusColors(status)
      if let overdue = sheet.body(column: Column.isOverdue.rawValue) {
        var look = CellLook()
        look.fill = "F8CBAD"
        look.color = "C00000"
        let first = "\(Column.isOverdue.letter)\(Self.firstRow + 1)"
        page.conditions.append(
          Page.Condition(range: overdue, rule: .formula("\(first)=1"), look: look))
      }
      page.validations.append(
        Page.Validation(
          range: status,
          rule: .list(
            sheet: Self.choicesName,
            range: CellRange(
              CellAddress(row: 1, column: 0),
              CellAddress(row: max(1, template.statuses.count), column: 0))),
          title: "Trạng thái", hint: "Chọn trạng thái trong danh sách.",
          errorText: "Hãy chọn một trạng thái trong danh sách."))
    }
  }

  private func cells(
    of item: MergedItem, section: String, row: Int, keys: (section: Int, deadline: Int)
  ) -> [Page.Cell] {
    let last = lastDay(of: item)
    func at(_ column: Column) -> String { "\(column.letter)\(row)" }
    let asOf = Self.asOf
    let days = last.map { $0.daysSince1970 - summary.asOf.daysSince1970 }
    let isOverdue = !item.isDone && (days ?? 0) < 0
    return [
      .number(Double(item.number)), .text(section), .text(item[.task]), .text(item[.lead]),
      .text(item[.output]), .text(item[.deadline], TableSheet.centered),
      Page.Cell(last.map { .date($0) } ?? .blank, Self.dateInput),
      .text(item[.progress], Self.textInput), .text(statusName(item.statusID), TableSheet.input),
      formula(
        "IFERROR(VLOOKUP(\(at(.status)),\(choices),2,FALSE),0)", item.isDone ? 1 : 0),
      formula(
        "IF(AND(\(at(.isDone))=0,ISNUMBER(\(at(.lastDay))),\(at(.lastDay))<\(asOf)),1,0)",
        isOverdue ? 1 : 0),
      Page.Cell(
        .formula(
          "IF(ISNUMBER(\(at(.lastDay))),\(at(.lastDay))-\(asOf),\"\")",
          cached: days.map { .number(Double($0)) } ?? .text("")), TableSheet.centered),
      formula(
        "IF(LEN(TRIM(\(at(.progress))))=0,1,0)", item[.progress].isEmpty ? 1 : 0),
      .number(Double(keys.section)), .number(Double(keys.deadline)),
    ]
  }

  private func formula(_ text: String, _ result: Int) -> Page.Cell {
    Page.Cell(.formula(text, cached: .number(Double(result))), TableSheet.centered)
  }

  /// The cell that holds the report date.
  static let asOf = "'\(StatusBook.overview)'!$B$3"

  // MARK: Agencies and choices

  func agencyPage() -> Page {
    var page = Page(name: Self.agencyName)
    page.isHidden = true
    let overdue = Set(summary.overdue)
    page.columns = [10, 10, 40, 24, 12, 12].map { Page.Column(width: $0) }
    page.rows.append(
      Page.Row(
        ["Số", "Cơ quan số", "Cơ quan", "Trạng thái", "Hoàn thành", "Quá hạn"].map {
          .text($0, TableSheet.header)
        }))
    for (number, agency) in agencyRows {
      guard let place = places[number] else { continue }
      let item = items[place]
      let line = page.rows.count + 1
      func look(_ column: Column) -> String {
        "INDEX(\(range(column)),MATCH($A\(line),\(range(.number)),0))"
      }
      page.rows.append(
        Page.Row([
          .number(Double(number)), .number(Double(agency + 1)),
          .text(summary.byAgency[agency].name),
          Page.Cell(
            .formula(look(.status), cached: .text(statusName(item.statusID))),
            TableSheet.centered),
          formula(look(.isDone), item.isDone ? 1 : 0),
          formula(look(.isOverdue), overdue.contains(number) ? 1 : 0),
        ]))
    }
    return page
  }

  private var choices: String {
    "'\(Self.choicesName)'!$A$2:$B$\(max(2, template.statuses.count + 1))"
  }

  func choicesPage() -> Page {
    var page = Page(name: Self.choicesName)
    page.isHidden = true
    page.columns = [Page.Column(width: 30), Page.Column(width: 14)]
    page.rows.append(
      Page.Row([.text("Trạng thái", TableSheet.header), .text("Hoàn thành", TableSheet.header)]))
    for status in template.statuses {
      page.rows.append(
        Page.Row([.text(status.name), .number(status.isDone ? 1 : 0)]))
    }
    return page
  }

  /// The statuses' colours, where cells say them.
  func statusColors(_ range: CellRange) -> [Page.Condition] {
    template.statuses.compactMap { status in
      guard let color = status.color else { return nil }
      var look = CellLook()
      look.fill = color
      look.color = StatusPalette.isDark(color) ? "FFFFFF" : "000000"
      return Page.Condition(range: range, rule: .textEquals(status.name), look: look)
    }
  }

  // MARK: Looks

  static let dateLook: CellLook = {
    var look = TableSheet.centered
    look.numberFormat = "dd/mm/yyyy"
    return look
  }()

  static let dateInput: CellLook = {
    var look = TableSheet.input
    look.numberFormat = "dd/mm/yyyy"
    return look
  }()

  static let textInput: CellLook = {
    var look = TableSheet.input
    look.horizontal = .left
    return look
  }()
}

extension AppendixTemplate {
  /// `Nhiệm vụ`, `Chỉ tiêu`: over the items' texts.
  var itemHeader: String { itemWord.prefix(1).uppercased() + itemWord.dropFirst() }
}
