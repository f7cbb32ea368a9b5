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
  let judge: StatusJudge
  let classifier: StatusClassifier
  var findings: [Finding] = []

  package init(
    _ appendix: Appendix, template: AppendixTemplate, sheet: Sheet?, asOf: CalendarDate
  ) {
    self.appendix = appendix
    self.template = template
    self.sheet = sheet
    self.asOf = asOf
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
      check.values(item)
      for part in item.parts { check.dates(part.fields, part.origin) }
    }
    check.agencies()
    check.repeatedTasks()
    check.totals()
    check.cutText()
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

  private mutating func status(_ item: Item) {
    let text = item[.progress]
    let status = judge.status(of: item.fields)
    if !text.isEmpty, classifier.match(text) == nil, status.id == template.statuses.last?.id {
      add(
        "status-unknown", .warning, item.origin, .progress,
        vi: "không rõ «\(text)» là hoàn thành hay chưa; hãy mở đầu bằng «Hoàn thành», "
          + "«Đang thực hiện» hoặc «Chưa thực hiện».",
        en: "it is unclear whether “\(text)” means done; begin with “Hoàn thành”, "
          + "“Đang thực hiện” or “Chưa thực hiện”.")
    }
    let isOverdue: Bool
    if judge.judgesByDates {
      isOverdue = status.dates == .overdue
    } else {
      let end = deadline(item)?.to
      isOverdue = !status.isDone && (end.map { $0 < day(asOf) } ?? false)
    }
    guard isOverdue else { return }
    add(
      "overdue", .warning, item.origin, .deadline,
      vi: "thời hạn «\(item[.deadline])» đã qua (tính đến \(asOf.vietnamese)) mà chưa hoàn thành; "
        + "hãy cập nhật tiến độ hoặc nêu lý do.",
      en: "the deadline “\(item[.deadline])” has passed (as of \(asOf)) and the item is not done; "
        + "update its progress or give the reason.")
  }

  func deadline(_ item: Item) -> Deadline? {
    guard let field = item.fields[.deadline], !field.isBlank else { return nil }
    return Deadline(parsing: field.text, date: field.date)
  }

  func day(_ date: CalendarDate) -> CalendarDate {
    CalendarDate(year: date.year, month: date.month, day: date.day) ?? date
  }

  // MARK: The same task twice

  private mutating func repeatedTasks() {
    var first: [TextKey: Item] = [:]
    for item in appendix.items where !item.text.isEmpty {
      // Documents of one title are told apart by their number.
      let key = TextKey(item.text + " " + item[.number] + " " + item[.document])
      guard let other = first[key] else {
        first[key] = item
        continue
      }
      let row = other.origin.row + 1
      add(
        "task-twice", .warning, item.origin, .task,
        vi:
          "trùng với dòng \(row) (số \(other.number)); hãy gộp hai dòng hoặc ghi rõ chỗ khác nhau.",
        en:
          "the same as row \(row) (no. \(other.number)); make them one row or say how they differ.")
    }
  }

  private mutating func rowsNotTaken() {
    for row in appendix.notTaken {
      findings.append(
        Finding(
          "row-not-taken", .warning, at: row.origin.location(),
          vi: "dòng này không được lấy: \(row.reason.vietnamese) («\(row.text.prefix(80))»); "
            + "nếu là nhiệm vụ, hãy ghi số thứ tự và nội dung vào đúng cột.",
          en:
            "this row was not taken: \(row.reason.english) (“\(row.text.prefix(80))”); if it is an "
            + "item, write its number and text in their columns."))
    }
  }
}
