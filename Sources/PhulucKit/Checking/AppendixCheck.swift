package import AppendixModel
package import CellGrid
package import Findings
import VietText

/// Looks for faults of one appendix; each finding says where it is and what to do.
package struct AppendixCheck: Sendable {
  let appendix: Appendix
  let template: AppendixTemplate
  let sheet: Sheet?
  let asOf: CalendarDate
  let registry: UnitRegistry
  let judge: StatusJudge
  let classifier: StatusClassifier
  var findings: [Finding] = []

  package init(
    _ appendix: Appendix, template: AppendixTemplate, sheet: Sheet?, asOf: CalendarDate,
    registry: UnitRegistry = .builtIn
  ) {
    self.appendix = appendix
    self.template = template
    self.sheet = sheet
    self.asOf = asOf
    self.registry = registry
    judge = StatusJudge(template, asOf: asOf)
    classifier = StatusClassifier(template)
  }

  /// All findings, in row order.
  package func run() -> [Finding] {
    var check = self
    check.missingColumns()
    check.numbering()
    for item in appendix.items {
      check.blanks(item)
      check.status(item)
      check.dates(item.fields, item.origin)
      check.figures(item)
      for part in item.parts { check.dates(part.fields, part.origin) }
    }
    check.agencies()
    check.repeatedTasks()
    check.totals()
    check.print()
    check.rowsNotTaken()
    return check.findings.enumerated()
      .sorted {
        ($0.element.location?.cell?.row ?? -1, $0.offset)
          < ($1.element.location?.cell?.row ?? -1, $1.offset)
      }
      .map(\.element)
  }

  mutating func add(
    _ code: Finding.Code, _ severity: Finding.Severity = .warning, _ place: RowOrigin,
    _ role: ColumnRole, vi: String, en: String
  ) {
    let column = appendix.columns.first { $0.role == role }?.column ?? 0
    findings.append(
      Finding(code, severity, at: place.location(column: column), vi: vi, en: en))
  }

  func has(_ role: ColumnRole) -> Bool { appendix.columns.contains { $0.role == role } }

  /// What people call a column: its header in the sheet.
  func name(_ role: ColumnRole) -> String {
    appendix.columns.first { $0.role == role }?.header ?? template.column(role)?.header
      ?? role.rawValue
  }

  // MARK: Columns and blanks

  private mutating func missingColumns() {
    let roles: [ColumnRole] = [.lead, .deadline, .progress, .value]
    for column in template.columns
    where column.isRequired == true && roles.contains(column.role) && !has(column.role)
      && !(column.role == .progress && judge.judgesByDates && has(.finishedDate))
    {
      let place = Location(
        file: appendix.file, sheet: appendix.sheet,
        cell: CellAddress(row: appendix.headerRows.last ?? 0, column: 0))
      findings.append(
        Finding(
          "column-missing", .warning, at: place,
          vi: "bảng không có cột «\(column.header)»; hãy thêm cột, hoặc sửa tiêu đề cột cho đúng.",
          en: "the table has no column “\(column.header)”; add it, or correct its heading."))
    }
  }

  private mutating func blanks(_ item: Item) {
    if item.text.isEmpty {
      add(
        "task-blank", .error, item.origin, .task,
        vi: "nhiệm vụ số \(item.number) không có nội dung; hãy ghi nội dung hoặc xóa dòng.",
        en: "item \(item.number) has no text; write it or delete the row.")
    }
    for role in [ColumnRole.lead, .deadline, .progress] where has(role) && item[role].isEmpty {
      guard template.column(role)?.isRequired == true else { continue }
      // What the sub-items say counts for their item.
      if item.parts.contains(where: { !$0[role].isEmpty }) { continue }
      if role == .progress, judge.judgesByDates { continue }
      let word = role.rawValue
      add(
        Finding.Code(rawValue: "\(word)-blank"), .warning, item.origin, role,
        vi: "ô «\(name(role))» để trống; hãy điền.",
        en: "the cell under “\(name(role))” is blank; fill it in.")
    }
  }

  // MARK: Status and lateness

  private mutating func status(_ item: Item) {
    unclear(item.fields, item.origin)
    for part in item.parts { unclear(part.fields, part.origin) }
    overdue(item.fields, item.origin)
    // A sub-item with a deadline of its own may be late where its item is not.
    guard !judge.status(of: item.fields).isDone else { return }
    let own = item[.deadline]
    for part in item.parts where !part[.deadline].isEmpty && part[.deadline] != own {
      overdue(part.fields, part.origin)
    }
  }

  private mutating func unclear(_ fields: [ColumnRole: Field], _ origin: RowOrigin) {
    let text = fields[.progress]?.text ?? ""
    guard !text.isEmpty, classifier.match(text) == nil,
      judge.status(of: fields).id == template.statuses.last?.id
    else { return }
    let shown = text.count > 80 ? text.prefix(80) + "…" : text
    add(
      "status-unknown", .warning, origin, .progress,
      vi: "không rõ «\(shown)» là hoàn thành hay chưa; hãy mở đầu bằng «Hoàn thành», "
        + "«Đang thực hiện» hoặc «Chưa thực hiện».",
      en: "it is unclear whether “\(shown)” means done; begin with “Hoàn thành”, "
        + "“Đang thực hiện” or “Chưa thực hiện”.")
  }

  private mutating func overdue(_ fields: [ColumnRole: Field], _ origin: RowOrigin) {
    let status = judge.status(of: fields)
    let isOverdue: Bool
    if judge.judgesByDates {
      isOverdue = status.dates == .overdue
    } else {
      let end = deadline(fields)?.to
      isOverdue = !status.isDone && (end.map { $0 < day(asOf) } ?? false)
    }
    guard isOverdue else { return }
    let text = fields[.deadline]?.text ?? ""
    add(
      "overdue", .warning, origin, .deadline,
      vi: "thời hạn «\(text)» đã qua (tính đến \(asOf.vietnamese)) mà chưa hoàn thành; "
        + "hãy cập nhật tiến độ hoặc nêu lý do.",
      en: "the deadline “\(text)” has passed (as of \(asOf)) and the item is not done; "
        + "update its progress or give the reason.")
  }

  private func deadline(_ fields: [ColumnRole: Field]) -> Deadline? {
    guard let field = fields[.deadline], !field.isBlank else { return nil }
    return Deadline(parsing: field.text, date: field.date)
  }

  func day(_ date: CalendarDate) -> CalendarDate {
    CalendarDate(year: date.year, month: date.month, day: date.day) ?? date
  }

  // MARK: The same task twice

  private mutating func repeatedTasks() {
    var first: [TextKey: Item] = [:]
    for section in appendix.sections {
      // An indicator may be counted in each section by itself.
      let place = has(.value) ? " " + section.title : ""
      for item in section.items where !item.text.isEmpty {
        // Documents of one title are told apart by their number.
        let key = TextKey(item.text + " " + item[.number] + " " + item[.document] + place)
        guard let other = first[key] else {
          first[key] = item
          continue
        }
        let row = other.origin.row + 1
        let differs = [ColumnRole.lead, .deadline].contains {
          !item[$0].isEmpty && !other[$0].isEmpty && TextKey(item[$0]) != TextKey(other[$0])
        }
        add(
          "task-twice", differs ? .note : .warning, item.origin, .task,
          vi: "trùng nội dung với dòng \(row) (số \(other.number)); "
            + (differs
              ? "hai dòng khác cơ quan hoặc thời hạn, hãy xem có phải một việc không."
              : "hãy gộp hai dòng hoặc ghi rõ chỗ khác nhau."),
          en: "the same as row \(row) (no. \(other.number)); "
            + (differs
              ? "lead or deadline differ: see whether they are one."
              : "make them one row or say how they differ."))
      }
    }
  }

  private mutating func rowsNotTaken() {
    // A total is no item and needs none; its figures are checked by themselves.
    for row in appendix.notTaken where !Self.isTotal(row) {
      let isPageNumber = row.reason.english == "a page number"
      findings.append(
        Finding(
          "row-not-taken", isPageNumber ? .note : .warning, at: row.origin.location(),
          vi: "dòng này không được lấy: \(row.reason.vietnamese) («\(row.text.prefix(80))»); "
            + (isPageNumber
              ? "hãy xóa dòng và đánh số trang bằng đầu trang (Page Layout, Header)."
              : "nếu là nhiệm vụ, hãy ghi số thứ tự và nội dung vào đúng cột."),
          en: "this row was not taken: \(row.reason.english) (“\(row.text.prefix(80))”); "
            + (isPageNumber
              ? "delete it and number the pages by the page header."
              : "if it is an item, write its number and text in their columns.")))
    }
  }
}
