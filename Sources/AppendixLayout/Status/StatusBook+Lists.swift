import AppendixModel
import CellGrid
import Consolidation

/// The rows to press for, by what is wrong with them.
enum StatusList: CaseIterable {
  case overdue, dueSoon, silent

  var sheet: String {
    switch self {
    case .overdue: StatusBook.overdue
    case .dueSoon: StatusBook.dueSoon
    case .silent: StatusBook.silent
    }
  }
}

/// Lists of rows. Members stand as they were when the workbook was made; counts, dates, progress
/// and status are live, and a row that an edit took out of the list turns grey.
extension StatusBook {
  func listPage(_ list: StatusList) -> Page {
    let numbers = self.numbers(list)
    let columns: [TableSheet.Column] = [
      .init("Số", 13), .init(itemHeader, 104), .init("Chủ trì", 48), .init("Thời gian", 30),
      .init("Hạn cuối", 26), .init("Tiến độ", 56), .init("Trạng thái", 30),
      .init("Còn thuộc danh sách", 10, isHidden: true),
    ]
    var sheet = TableSheet(
      name: list.sheet, title: "\(title(list)): \(Self.twoDigits(numbers.count))",
      lines: [asOfText], columns: columns)
    for number in numbers {
      if let item = items[number] { sheet.add(cells(of: item, in: list)) }
    }
    if numbers.isEmpty {
      sheet.addText("Không có \(template.itemWord) nào.", TableSheet.line)
    }
    let flags = sheet.body(column: columns.count - 1)
    return sheet.finished { page in
      page.tabColor = numbers.isEmpty ? nil : list == .overdue ? "C00000" : "ED7D31"
      makeLive(&page, list, flags: numbers.isEmpty ? nil : flags)
      guard !numbers.isEmpty else {
        page.filter = nil
        return
      }
      if let body = sheet.body(column: 6) { page.conditions += data.statusColors(body) }
    }
  }

  private func numbers(_ list: StatusList) -> [Int] {
    switch list {
    case .overdue: summary.overdue
    case .dueSoon: summary.dueSoon
    case .silent: summary.silent
    }
  }

  private func title(_ list: StatusList) -> String {
    switch list {
    case .overdue: "\(itemTitle) QUÁ HẠN CHƯA HOÀN THÀNH"
    case .dueSoon: "\(itemTitle) ĐẾN HẠN TRONG \(summary.dueWithin) NGÀY TỚI"
    case .silent: "\(itemTitle) CHƯA CÓ BÁO CÁO TIẾN ĐỘ"
    }
  }

  /// How many rows belong to the list now.
  func liveCount(_ list: StatusList) -> String {
    switch list {
    case .overdue: "SUM(\(data.range(.isOverdue)))"
    case .dueSoon:
      "COUNTIFS(\(data.range(.isDone)),0,\(data.range(.daysLeft)),\">=0\","
        + "\(data.range(.daysLeft)),\"<=\(summary.dueWithin)\")"
    case .silent: "SUM(\(data.range(.isSilent)))"
    }
  }

  private func cells(of item: MergedItem, in list: StatusList) -> [Page.Cell] {
    let row = data.row(of: item.number) + 1
    func at(_ column: StatusData.Column) -> String {
      "'\(StatusData.name)'!\(column.letter)\(row)"
    }
    func live(_ column: StatusData.Column, _ cached: Page.Cached, _ look: CellLook) -> Page.Cell {
      let cell = at(column)
      return Page.Cell(.formula("IF(\(cell)=\"\",\"\",\(cell))", cached: cached), look)
    }
    let member =
      switch list {
      case .overdue: at(.isOverdue)
      case .dueSoon:
        "IF(AND(\(at(.isDone))=0,ISNUMBER(\(at(.daysLeft)))),"
          + "IF(AND(\(at(.daysLeft))>=0,\(at(.daysLeft))<=\(summary.dueWithin)),1,0),0)"
      case .silent: at(.isSilent)
      }
    return [
      Page.Cell(.number(Double(item.number)), Self.linked, link: data.link(item.number)),
      .text(item[.task]), .text(item[.lead]), .text(item[.deadline], TableSheet.centered),
      live(
        .lastDay, data.lastDay(of: item).map { .number($0.excelDay) } ?? .text(""),
        StatusData.dateLook),
      live(.progress, .text(item[.progress]), TableSheet.cell),
      live(.status, .text(data.statusName(item.statusID)), TableSheet.centered),
      Page.Cell(.formula(member, cached: .number(1)), TableSheet.centered),
    ]
  }

  /// Title and date follow the data; a row that no longer belongs turns grey.
  private func makeLive(_ page: inout Page, _ list: StatusList, flags: CellRange?) {
    let count = liveCount(list)
    let shown = numbers(list).count
    page.rows[0].cells[0].content = .formula(
      "\"\(title(list)): \"&\(Self.twoDigits(count))",
      cached: .text("\(title(list)): \(Self.twoDigits(shown))"))
    var formula = asOfFormula
    let listed = flags.map { range in
      "SUM(\(CellAddress.columnName(range.first.column))\(range.first.row + 1):"
        + "\(CellAddress.columnName(range.last.column))\(range.last.row + 1))"
    }
    formula +=
      "&IF(\(count)=\(listed ?? "0"),\"\",\". Dữ liệu đã sửa: có dòng mới ngoài danh sách này, "
      + "hãy lọc ở trang «\(StatusData.name)».\")"
    page.rows[1].cells[0].content = .formula(formula, cached: .text(asOfText))
    guard let flags else { return }
    var gone = CellLook()
    gone.color = "A6A6A6"
    let letter = CellAddress.columnName(flags.first.column)
    page.conditions.append(
      Page.Condition(
        range: CellRange(
          CellAddress(row: flags.first.row, column: 0),
          CellAddress(row: flags.last.row, column: flags.first.column - 1)),
        rule: .formula("$\(letter)\(flags.first.row + 1)=0"), look: gone))
  }
}

extension CalendarDate {
  /// The day as Excel counts it, from 1900-03-01 on.
  var excelDay: Double { Double(daysSince1970 + 25_569) }
}
