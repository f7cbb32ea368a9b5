import AppendixModel
import CellGrid
import Consolidation

/// Tables of groups × statuses with their charts.
extension StatusBook {
  /// A table on a sheet: where it stands, for the chart that shows it.
  struct GroupTable {
    var headerRow: Int
    var firstRow: Int
    var count: Int
    var statusColumns: Range<Int>
  }

  /// The statuses that occur, in the template's order.
  var shownStatuses: [StatusSummary.StatusCount] { summary.byStatus }

  /// Columns of a group table: label, total, statuses, others, overdue, done, share.
  var groupColumnCount: Int { 2 + shownStatuses.count + 1 + 3 }

  func groupPage(
    _ name: String, title: String, label: String, note: String, groups: [StatusSummary.Group],
    key: StatusData.Key, hasTotal: Bool
  ) -> Page {
    var page = Page(name: name)
    page.hidesGridlines = true
    let labelWidth = 90.0
    page.columns = groupColumns(labelWidth: labelWidth)
    page.rows = [
      Page.Row([.text(title, Self.titleLine)], height: 24),
      Page.Row([asOfCell], height: 18),
      Page.Row([.text(note, Self.noteLine)], height: 18),
    ]
    let table = addTable(
      to: &page, label: label, labelWidth: labelWidth, groups: groups, key: key,
      hasTotal: hasTotal)
    page.frozenRows = table.headerRow + 1
    page.frozenColumns = 1
    page.setup = screenSetup
    page.setup.repeatedRows = table.headerRow...table.headerRow
    if table.count > 0 {
      page.filter = CellRange(
        CellAddress(row: table.headerRow, column: 0),
        CellAddress(row: table.headerRow + table.count, column: groupColumnCount - 1))
      page.charts.append(
        stackedBars(
          "\(label) theo trạng thái", on: name, table: table,
          place: CellAddress(row: page.rows.count + 1, column: 0)))
      printCharts(of: &page)
    }
    return page
  }

  /// Prints down to the charts' feet; on one sheet of paper where that stays readable.
  func printCharts(of page: inout Page) {
    let pixels = page.charts.map { $0.height }.max() ?? 0
    let first = page.charts.first?.place.row ?? page.rows.count
    let isShort = page.rows.count <= 26
    // Rows under a chart have heights, so that no program changes them and the chart with them.
    while page.rows.count <= first + pixels / 20 + 1 { page.rows.append(Page.Row([], height: 15)) }
    page.setup.printArea = CellRange(
      CellAddress(row: 0, column: 0),
      // A row without a height of its own has 20 pixels.
      CellAddress(row: first + pixels / 20 + 1, column: page.columns.count - 1))
    guard isShort else { return }
    page.setup.fitsHeight = 1
    // One sheet needs no number; LibreOffice would also leave too little room for it.
    page.setup.header = ""
    page.setup.firstPageHeader = nil
  }

  var screenSetup: PageSetup {
    var setup = PageSetup()
    setup.isLandscape = true
    setup.marginLeft = 15
    setup.marginRight = 15
    setup.fitsWidth = 1
    setup.header = "&C&\"Times New Roman,Regular\"&12&P"
    setup.firstPageHeader = ""
    setup.firstPageNumber = 1
    setup.isCenteredHorizontally = true
    return setup
  }

  func groupColumns(labelWidth: Double) -> [Page.Column] {
    let status = 23.0
    let widths =
      [labelWidth, 19] + shownStatuses.map { _ in status } + [16, 19, 19, 23]
    return widths.map { Page.Column(width: ColumnMeasure.units(millimetres: $0)) }
  }

  /// Adds the table below what the page holds.
  func addTable(
    to page: inout Page, label: String, labelWidth: Double, groups: [StatusSummary.Group],
    key: StatusData.Key, hasTotal: Bool
  ) -> GroupTable {
    let headerRow = page.rows.count
    let statuses = shownStatuses
    let headers =
      [label, "Tổng số"] + statuses.map(\.name) + [
        "Khác", "Quá hạn (theo ngày)", "Đã xong", "Tỷ lệ đã xong",
      ]
    let headerCells = headers.map { Page.Cell.text($0, TableSheet.header) }
    page.rows.append(
      Page.Row(
        headerCells,
        height: CellHeight.height(
          of: headerCells, widths: [labelWidth, 19] + statuses.map { _ in 23 } + [16, 19, 19, 23])
          + 4))
    for (index, group) in groups.enumerated() {
      let cells = self.cells(
        of: group, index: index, row: page.rows.count + 1, headerRow: headerRow, key: key)
      page.rows.append(
        Page.Row(cells, height: CellHeight.height(of: cells[0], millimetres: labelWidth) + 4))
    }
    let table = GroupTable(
      headerRow: headerRow, firstRow: headerRow + 1, count: groups.count,
      statusColumns: 2..<(2 + statuses.count))
    if hasTotal, !groups.isEmpty { page.rows.append(totalRow(groups, table: table)) }
    if !groups.isEmpty {
      let share = CellRange(
        CellAddress(row: headerRow + 1, column: 1),
        CellAddress(row: headerRow + groups.count, column: 1))
      var done = CellLook()
      done.fill = "C6E0B4"
      let total = "$B\(headerRow + 2)"
      let finished = "$\(CellAddress.columnName(groupColumnCount - 2))\(headerRow + 2)"
      var late = CellLook()
      late.fill = "F8CBAD"
      late.color = "C00000"
      let place = groupColumnCount - 3
      let letter = CellAddress.columnName(place)
      page.conditions.append(
        Page.Condition(
          range: CellRange(
            CellAddress(row: headerRow + 1, column: place),
            CellAddress(row: headerRow + groups.count, column: place)),
          rule: .formula("\(letter)\(headerRow + 2)>0"), look: late))
      page.conditions.append(
        Page.Condition(
          range: share, rule: .formula("AND(\(total)>0,\(total)=\(finished))"), look: done))
    }
    return table
  }

  private func cells(
    of group: StatusSummary.Group, index: Int, row: Int, headerRow: Int, key: StatusData.Key
  ) -> [Page.Cell] {
    let ranges = data.ranges(key)
    let statuses = shownStatuses
    var cells: [Page.Cell] = [
      .text(
        [group.number, group.name.isEmpty ? "(để trống)" : group.name].filter { !$0.isEmpty }
          .joined(separator: ". "), Self.label)
    ]
    let first = group.items.first
    cells.append(
      counted(
        "COUNTIFS(\(ranges.key),\(index + 1))", group.total, link: first.map { data.link($0) },
        isBold: true))
    for (offset, status) in statuses.enumerated() {
      let letter = CellAddress.columnName(2 + offset)
      let number = group.items.first { items[$0]?.statusID == status.id }
      cells.append(
        counted(
          "COUNTIFS(\(ranges.key),\(index + 1),\(ranges.status),\(letter)$\(headerRow + 1))",
          group.byStatus[status.id] ?? 0,
          link: number.map { data.link($0, column: .status) }))
    }
    let last = CellAddress.columnName(1 + statuses.count)
    let listed = statuses.reduce(0) { $0 + (group.byStatus[$1.id] ?? 0) }
    cells.append(counted("B\(row)-SUM(C\(row):\(last)\(row))", group.total - listed))
    let late = group.items.first { overdueItems.contains($0) }
    cells.append(
      counted(
        "SUMIFS(\(ranges.overdue),\(ranges.key),\(index + 1))", overdueCount(group),
        link: late.map { data.link($0, column: .isOverdue) }))
    cells.append(
      counted(
        "SUMIFS(\(ranges.done),\(ranges.key),\(index + 1))", group.done, isBold: true))
    cells.append(share(row: row, done: group.done, total: group.total))
    return cells
  }

  private func totalRow(_ groups: [StatusSummary.Group], table: GroupTable) -> Page.Row {
    let row = table.firstRow + table.count + 1
    func sum(_ column: Int, _ value: Int) -> Page.Cell {
      let letter = CellAddress.columnName(column)
      var cell = counted(
        "SUM(\(letter)\(table.firstRow + 1):\(letter)\(row - 1))", value, isBold: true)
      cell.look.fill = "EDEDED"
      return cell
    }
    var label = Self.label
    label.isBold = true
    label.fill = "EDEDED"
    let total = groups.reduce(0) { $0 + $1.total }
    let done = groups.reduce(0) { $0 + $1.done }
    var cells: [Page.Cell] = [.text("Tổng cộng", label), sum(1, total)]
    var listed = 0
    for (offset, status) in shownStatuses.enumerated() {
      let count = groups.reduce(0) { $0 + ($1.byStatus[status.id] ?? 0) }
      listed += count
      cells.append(sum(2 + offset, count))
    }
    cells.append(sum(2 + shownStatuses.count, total - listed))
    cells.append(sum(3 + shownStatuses.count, groups.reduce(0) { $0 + overdueCount($1) }))
    cells.append(sum(4 + shownStatuses.count, done))
    var rate = share(row: row, done: done, total: total)
    rate.look.isBold = true
    rate.look.fill = "EDEDED"
    cells.append(rate)
    return Page.Row(cells, height: 20)
  }

  private func overdueCount(_ group: StatusSummary.Group) -> Int {
    group.items.count { overdueItems.contains($0) }
  }

  /// A live count; a dash for none.
  func counted(_ formula: String, _ value: Int, link: String? = nil, isBold: Bool = false)
    -> Page.Cell
  {
    var look = link == nil || value == 0 ? TableSheet.centered : Self.linked
    look.vertical = .center
    look.isBold = isBold
    look.numberFormat = "#,##0;-#,##0;\"–\""
    return Page.Cell(
      .formula(formula, cached: .number(Double(value))), look, link: value == 0 ? nil : link)
  }

  /// Done of all in percent with a comma, whatever the program's language.
  func share(row: Int, done: Int, total: Int) -> Page.Cell {
    let letter = CellAddress.columnName(groupColumnCount - 2)
    var look = TableSheet.centered
    look.vertical = .center
    return Page.Cell(
      .formula(
        Self.percentFormula(part: "\(letter)\(row)", whole: "B\(row)"),
        cached: .text(VietnameseNumber.percent(done, of: total) + "%")), look)
  }

  static func percentFormula(part: String, whole: String) -> String {
    "SUBSTITUTE(FIXED(IF(\(whole)=0,0,100*\(part)/\(whole)),2,TRUE),\".\",\",\")&\"%\""
  }

  func stackedBars(_ title: String, on sheet: String, table: GroupTable, place: CellAddress)
    -> Page.Chart
  {
    let colors = shownStatuses.map { color(of: $0.id) }
    let patterns = StatusPalette.patterns(for: colors)
    let series = shownStatuses.indices.map { index in
      let column = table.statusColumns.lowerBound + index
      return Page.Chart.Series(
        sheet: sheet, name: CellAddress(row: table.headerRow, column: column),
        categories: CellRange(
          CellAddress(row: table.firstRow, column: 0),
          CellAddress(row: table.firstRow + table.count - 1, column: 0)),
        values: CellRange(
          CellAddress(row: table.firstRow, column: column),
          CellAddress(row: table.firstRow + table.count - 1, column: column)),
        colors: [colors[index]], patterns: [patterns[index]])
    }
    return Page.Chart(
      kind: .stackedBar, title: title, place: place, width: 1_000,
      height: min(900, 190 + 34 * table.count), series: series)
  }

  func color(of status: String) -> String {
    template.statuses.first { $0.id == status }?.color ?? "BFBFBF"
  }

  static let label: CellLook = {
    var look = TableSheet.cell
    look.vertical = .center
    return look
  }()

  static let titleLine: CellLook = {
    var look = TableSheet.title
    look.wraps = false
    return look
  }()

  static let noteLine: CellLook = {
    var look = TableSheet.line
    look.isItalic = true
    look.wraps = false
    return look
  }()
}
