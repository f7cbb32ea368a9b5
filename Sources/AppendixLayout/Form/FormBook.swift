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

  init(template: AppendixTemplate, heading: FormHeading, isBlank: Bool) {
    self.template = template
    self.heading = heading
    self.isBlank = isBlank
    var columns: [Column] = [.role(.ordinal)]
    for column in template.columns
    where column.isOmitted != true && column.isRequired == true {
      switch column.role {
      case .ordinal, .sectionOrdinal: continue
      case .progress: columns += [.status, .role(.progress), .doneOn]
      default: columns.append(.role(column.role))
      }
    }
    if !columns.contains(.status) { columns += [.status, .role(.progress), .doneOn] }
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

  private static func header(of column: Column, template: AppendixTemplate) -> String {
    switch column {
    case .role(let role):
      role == .ordinal
        ? "STT" : template.column(role)?.header ?? (role == .note ? "Ghi chú" : role.rawValue)
    case .status: FormLayout.statusHeader
    case .doneOn: FormLayout.doneOnHeader
    case .key: FormLayout.keyHeader
    }
  }

  private static func width(of column: Column) -> Double {
    switch column {
    case .role(.ordinal): 14
    case .role(.task): 80
    case .role(.progress): 62
    case .role(.deadline): 28
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
    look.wraps = false
    sheet.add(
      columns.map { column in
        switch column {
        case .role(.ordinal): .text(number, look)
        case .role(.task): .text(title, look)
        default: .text("", look)
        }
      })
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
        case .doneOn: .text("", StatusData.dateInput)
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
    case .role(.progress): .text(fields[.progress]?.text ?? "", StatusData.textInput)
    case .role(.note): .text(fields[.note]?.text ?? "", StatusData.textInput)
    case .role(.deadline): .text(fields[.deadline]?.text ?? "", Self.lockedCentered)
    case .role(let role): .text(fields[role]?.text ?? "", Self.locked)
    case .status: .text(statusName(statusID, fields), TableSheet.input)
    case .doneOn: .text("", StatusData.dateInput)
    case .key: .text(key, Self.locked)
    }
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
    if let place = columns.firstIndex(of: .doneOn), let range = sheet.body(column: place),
      let first = CalendarDate(year: 2000, month: 1, day: 1),
      let last = CalendarDate(year: 2099, month: 12, day: 31)
    {
      result.append(
        Page.Validation(
          range: range, rule: .date(from: first, to: last), title: FormLayout.doneOnHeader,
          hint: "Ghi ngày hoàn thành, như 31/3/2025; để trống nếu chưa xong.",
          errorText: "Ngày không hợp lệ. Hãy ghi theo dạng ngày/tháng/năm, như 31/3/2025."))
    }
    if let place = columns.firstIndex(of: .role(.progress)), let range = sheet.body(column: place) {
      // Any number of characters: the rule is there for its hint.
      result.append(
        Page.Validation(
          range: range, rule: .anything, title: "Tiến độ",
          hint: "Ghi ngắn gọn kết quả đạt được, số và ngày văn bản; lý do nếu chậm."))
    }
    return result
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
    let lines = [
      "1. Chỉ điền vào các ô màu vàng ở trang «\(FormLayout.sheetName)»; các ô khác được khóa.",
      "2. Cột «\(FormLayout.statusHeader)»: bấm vào ô rồi chọn trong danh sách.",
      "3. Cột tiến độ: ghi kết quả đạt được, số và ngày văn bản; nếu chậm thì ghi lý do.",
      "4. Cột «\(FormLayout.doneOnHeader)»: ghi ngày/tháng/năm, như 31/3/2025.",
      "5. Không xóa, không chèn dòng"
        + (isBlank ? "; thiếu dòng thì xin thêm biểu mẫu." : "; mỗi dòng có mã ẩn để nhận lại."),
      "6. Lưu tệp ở dạng .xlsx, giữ nguyên tên tệp rồi gửi lại đơn vị tổng hợp.",
      "Khóa ô chỉ để tránh sửa nhầm, không phải biện pháp bảo mật.",
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
