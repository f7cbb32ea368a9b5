import AppendixModel
import CellGrid
import Consolidation

/// Builds the sheets of a form: the table, the guide, the hidden list of choices.
struct FormBook {
  /// A column of the form.
  enum Column: Hashable {
    case role(ColumnRole)
    case status
    case doneOn
    case key
  }

  let template: AppendixTemplate
  let heading: FormHeading
  let isBlank: Bool
  let columns: [Column]
  private var sheet: TableSheet

  /// - Parameter used: roles under which the items say something; for a blank form, none.
  init(
    template: AppendixTemplate, heading: FormHeading, isBlank: Bool,
    used: Set<ColumnRole> = []
  ) {
    self.template = template
    self.heading = heading
    self.isBlank = isBlank
    let isTold = Self.tellsProgress(template)
    var columns: [Column] = [.role(.ordinal)]
    for column in template.columns where column.isOmitted != true {
      let role = column.role
      let isWanted =
        column.isRequired == true || used.contains(role) || Self.isFillable(role)
        || (isBlank && (role == .unit || role == .target))
      guard isWanted, ![.ordinal, .sectionOrdinal, .note].contains(role) else { continue }
      if role == .progress { columns.append(.status) }
      // Where a kind has no deadlines, what it says of progress is one of the choices.
      if role != .progress || isTold { columns.append(.role(role)) }
    }
    if !columns.contains(.status) { columns += isTold ? [.status, .role(.progress)] : [.status] }
    // Forms of kinds without a column for it ask for the day all the same.
    if isTold, template.column(.finishedDate) == nil,
      let place = columns.firstIndex(of: .role(.progress))
    {
      columns.insert(.doneOn, at: place + 1)
    }
    columns += [.role(.note), .key]
    self.columns = columns
    let unit = heading.unit.isEmpty ? "Đơn vị: …………………………" : "Đơn vị: \(heading.unit)"
    sheet = TableSheet(
      name: FormLayout.sheetName, title: heading.title,
      lines: [
        unit,
        "Tính đến ngày \(StatusBook.text(of: heading.asOf)). Chỉ điền vào ô vàng; chọn trạng thái "
          + "trong danh sách; xem trang «\(FormLayout.guideName)».",
      ],
      columns: columns.map { column in
        TableSheet.Column(
          Self.header(of: column, template: template), Self.width(of: column),
          isHidden: column == .key)
      })
  }

  /// Whether progress is told in words beside a status; kinds that ask for a deadline do so.
  static func tellsProgress(_ template: AppendixTemplate) -> Bool {
    template.column(.deadline)?.isRequired == true || template.column(.progress) == nil
  }

  /// Whether units fill in what stands under a role.
  static func isFillable(_ role: ColumnRole) -> Bool {
    [.progress, .note, .finishedDate, .reason, .value, .percent, .evidence].contains(role)
  }

  private static func header(of column: Column, template: AppendixTemplate) -> String {
    switch column {
    case .role(let role):
      role == .task
        // The kind's own first word for it: a form has no column of sections.
        ? template.column(.task)?.headings.first ?? template.itemHeader
        : role == .ordinal
          ? "STT" : template.column(role)?.header ?? (role == .note ? "Ghi chú" : role.rawValue)
    case .status:
      tellsProgress(template)
        ? FormLayout.statusHeader
        : template.column(.progress)?.header ?? FormLayout.statusHeader
    case .doneOn: FormLayout.doneOnHeader
    case .key: FormLayout.keyHeader
    }
  }

  private static func width(of column: Column) -> Double {
    switch column {
    case .role(.ordinal): 14
    case .role(.task): 80
    case .role(.progress): 62
    case .role(.deadline), .role(.finishedDate), .role(.assignedDate): 28
    case .role(.unit), .role(.target), .role(.percent): 24
    case .role(.note): 36
    case .role: 38
    case .status: 30
    case .doneOn: 28
    case .key: 30
    }
  }

  // MARK: Rows

  mutating func addSection(number: String, title: String) {
    var look = Self.locked
    look.isBold = true
    let place = columns.firstIndex(of: .role(.task)) ?? 1
    sheet.add(
      columns.enumerated().map { index, column in
        if index == place { return .text(title, look) }
        return .text(column == .role(.ordinal) ? number : "", look)
      }, spanningFrom: place)
  }

  mutating func add(_ item: MergedItem) {
    sheet.add(
      columns.map {
        cell(
          $0, number: "\(item.number)", fields: item.fields, statusID: item.statusID,
          key: FormLayout.key(of: item))
      })
    for (index, part) in item.parts.enumerated() {
      if part.kind == .leadIn {
        sheet.add(columns.map { .text($0 == .role(.task) ? part[.task] : "", Self.locked) })
      } else {
        sheet.add(
          columns.map {
            cell(
              $0, number: part.number, fields: part.fields, statusID: nil,
              key: FormLayout.key(of: part, index: index + 1, in: item))
          })
      }
    }
  }

  mutating func addBlank() {
    sheet.add(
      columns.map { column in
        switch column {
        case .key: .text("", Self.locked)
        case .doneOn, .role(.finishedDate): .text("", StatusData.dateInput)
        case .status, .role(.ordinal): .text("", TableSheet.input)
        default: .text("", StatusData.textInput)
        }
      })
  }

  private func cell(
    _ column: Column, number: String, fields: [ColumnRole: Field], statusID: String?, key: String
  ) -> Page.Cell {
    switch column {
    case .role(.ordinal): .text(number, Self.lockedCentered)
    case .role(.finishedDate): dateCell(fields[.finishedDate])
    case .role(let role) where Self.isFillable(role):
      .text(fields[role]?.text ?? "", StatusData.textInput)
    case .role(.deadline): .text(fields[.deadline]?.text ?? "", Self.lockedCentered)
    case .role(let role): .text(fields[role]?.text ?? "", Self.locked)
    case .status: .text(statusName(statusID, fields), TableSheet.input)
    case .doneOn: .text("", StatusData.dateInput)
    case .key: .text(key, Self.locked)
    }
  }

  /// A day to be filled in; a day that is known stands as one.
  private func dateCell(_ field: Field?) -> Page.Cell {
    guard let field, !field.isBlank else { return .text("", StatusData.dateInput) }
    if let date = field.date { return Page.Cell(.date(date), StatusData.dateInput) }
    return .text(field.text, StatusData.dateInput)
  }

  /// The status to begin with: what was reported before; nothing where nothing was.
  private func statusName(_ id: String?, _ fields: [ColumnRole: Field]) -> String {
    guard fields[.progress]?.isBlank == false else { return "" }
    return template.statuses.first { $0.id == id }?.name ?? ""
  }

  // MARK: Sheets

  func pages() -> [Page] {
    let page = sheet.finished { page in
      page.isProtected = true
      page.frozenColumns = (columns.firstIndex(of: .role(.task)) ?? 0) + 1
      page.validations = validations
    }
    return [page, guidePage(), choicesPage()]
  }

  private var validations: [Page.Validation] {
    var result: [Page.Validation] = []
    if let place = columns.firstIndex(of: .status), let range = sheet.body(column: place) {
      result.append(
        Page.Validation(
          range: range,
          rule: .list(
            sheet: FormLayout.choicesName,
            range: CellRange(
              CellAddress(row: 0, column: 0),
              CellAddress(row: max(0, choices.count - 1), column: 0))),
          title: FormLayout.statusHeader, hint: "Chọn một trạng thái trong danh sách.",
          errorText: "Hãy chọn một trạng thái trong danh sách, hoặc để trống."))
    }
    if let place = columns.firstIndex(where: { $0 == .doneOn || $0 == .role(.finishedDate) }),
      let range = sheet.body(column: place),
      let first = CalendarDate(year: 2000, month: 1, day: 1),
      let last = CalendarDate(year: 2099, month: 12, day: 31)
    {
      result.append(
        Page.Validation(
          range: range, rule: .date(from: first, to: last), title: FormLayout.doneOnHeader,
          hint: "Ghi ngày hoàn thành, như 31/3/2025; để trống nếu chưa xong.",
          errorText: "Ngày không hợp lệ. Hãy ghi theo dạng ngày/tháng/năm, như 31/3/2025."))
    }
    for (place, column) in columns.enumerated() {
      guard case .role(let role) = column, let hint = Self.hint(for: role),
        let range = sheet.body(column: place)
      else { continue }
      // Whatever is typed is taken: the rule is there for its hint.
      result.append(
        Page.Validation(
          range: range, rule: .anything, title: Self.header(of: column, template: template),
          hint: hint))
    }
    return result
  }

  /// What to write under a role that units fill in.
  private static func hint(for role: ColumnRole) -> String? {
    switch role {
    case .progress: "Ghi ngắn gọn kết quả đạt được, số và ngày văn bản; lý do nếu chậm."
    case .value: "Ghi số liệu như 13/21, 61,91% hoặc 1.114; không để số ở dạng ngày."
    case .percent: "Ghi tỷ lệ phần trăm, như 61,91%."
    case .evidence: "Ghi số, ngày văn bản hoặc nguồn số liệu."
    case .reason: "Ghi lý do nếu chậm hoặc chưa thực hiện."
    case .note: "Ghi chú thêm nếu cần."
    default: nil
    }
  }

  private var choices: [String] { template.statuses.map(\.name) }

  private func choicesPage() -> Page {
    var page = Page(name: FormLayout.choicesName)
    page.isHidden = true
    page.columns = [Page.Column(width: 30)]
    page.rows = choices.map { Page.Row([.text($0, TableSheet.base)]) }
    return page
  }

  private func guidePage() -> Page {
    var page = Page(name: FormLayout.guideName)
    page.hidesGridlines = true
    page.isProtected = true
    page.columns = [Page.Column(width: ColumnMeasure.units(millimetres: 170))]
    var lines = [
      "1. Chỉ điền vào các ô màu vàng ở trang «\(FormLayout.sheetName)»; các ô khác được khóa."
    ]
    var steps = [
      "Cột «\(Self.header(of: .status, template: template))»: bấm vào ô rồi chọn trong danh sách."
    ]
    for column in columns {
      guard case .role(let role) = column, role != .note, let hint = Self.hint(for: role) else {
        continue
      }
      steps.append("Cột «\(Self.header(of: column, template: template))»: \(hint)")
    }
    if columns.contains(where: { $0 == .doneOn || $0 == .role(.finishedDate) }) {
      steps.append("Cột «\(FormLayout.doneOnHeader)»: ghi ngày/tháng/năm, như 31/3/2025.")
    }
    steps += [
      "Không xóa, không chèn dòng"
        + (isBlank ? "; thiếu dòng thì xin thêm biểu mẫu." : "; mỗi dòng có mã ẩn để nhận lại."),
      "Lưu tệp ở dạng .xlsx, giữ nguyên tên tệp rồi gửi lại đơn vị tổng hợp.",
    ]
    lines += steps.enumerated().map { "\($0 + 2). \($1)" }
    lines += [
      "Khóa ô chỉ để tránh sửa nhầm, không phải biện pháp bảo mật."
    ]
    page.rows.append(
      Page.Row([.text("CÁCH ĐIỀN BIỂU MẪU", TableSheet.title)], height: 24))
    for line in lines {
      let cell = Page.Cell.text(line, Self.guide)
      page.rows.append(
        Page.Row([cell], height: CellHeight.height(of: cell, millimetres: 170) + 4))
    }
    return page
  }

  // MARK: Looks

  static let locked: CellLook = {
    var look = TableSheet.cell
    look.fill = "F2F2F2"
    return look
  }()

  static let lockedCentered: CellLook = {
    var look = locked
    look.horizontal = .center
    return look
  }()

  static let guide: CellLook = {
    var look = TableSheet.base
    look.size = 12
    return look
  }()
}
