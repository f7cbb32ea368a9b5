import AppendixModel
import CellGrid
import Consolidation

/// The first sheet: a few large figures, the table of sections, two charts.
extension StatusBook {
  func overviewPage() -> Page {
    var page = Page(name: Self.overview)
    page.hidesGridlines = true
    page.tabColor = "1F4E9E"
    let labelWidth = 90.0
    page.columns = groupColumns(labelWidth: labelWidth)
    // At least as many columns as there are figures to show.
    while page.columns.count < figures.count + 1 {
      page.columns.append(Page.Column(width: ColumnMeasure.units(millimetres: 23)))
    }
    let lastColumn = page.columns.count - 1
    addTitle("TÌNH HÌNH THỰC HIỆN \(itemTitle)", TableSheet.title, to: &page, lastColumn)
    addTitle(title, Self.subtitle, to: &page, lastColumn)
    var date = StatusData.dateInput
    date.horizontal = .left
    page.rows.append(
      Page.Row(
        [.text("Tính đến ngày (sửa được)", TableSheet.line), Page.Cell(.date(summary.asOf), date)],
        height: 20))
    page.merges.append(
      CellRange(CellAddress(row: 2, column: 1), CellAddress(row: 2, column: 2)))
    page.rows[2].cells.append(Page.Cell(.blank, date))
    addHeadline(to: &page, lastColumn)
    addFigures(to: &page)
    page.rows.append(Page.Row([], height: 10))
    let table = addTable(
      to: &page, label: "Lĩnh vực", labelWidth: labelWidth, groups: summary.bySection,
      key: .section, hasTotal: true)
    page.setup = screenSetup
    if table.count > 0 {
      let place = page.rows.count + 1
      page.charts.append(
        stackedBars(
          "\(itemHeader) theo lĩnh vực và trạng thái", on: Self.overview, table: table,
          place: CellAddress(row: place, column: 3)))
      let pixels = page.columns.map { $0.width * 8 + 5 }
      page.charts[0].width = Int(pixels.dropFirst(3).reduce(0, +))
      page.charts.insert(doughnut(table, place: CellAddress(row: place, column: 0)), at: 0)
      page.charts[0].width = Int(pixels.prefix(3).reduce(0, +)) - 8
      printCharts(of: &page)
    }
    return page
  }

  /// What a director wants to know, in one live sentence above the figures.
  private func addHeadline(to page: inout Page, _ last: Int) {
    let row = page.rows.count
    // The figures stand two rows below: total, done, share, open, overdue, due soon, silent.
    let line = row + 3
    let word = template.itemWord
    let formula =
      "\"Đã hoàn thành \"&\(Self.twoDigits("B\(line)"))&\"/\"&\(Self.twoDigits("A\(line)"))"
      + "&\" \(word) (\"&C\(line)&\"); quá hạn \"&\(Self.twoDigits("E\(line)"))"
      + "&\"; chưa báo cáo \"&\(Self.twoDigits("G\(line)"))&\".\""
    let percent = VietnameseNumber.percent(summary.done, of: summary.total) + "%"
    let cached =
      "Đã hoàn thành \(Self.twoDigits(summary.done))/\(Self.twoDigits(summary.total)) \(word) "
      + "(\(percent)); quá hạn \(Self.twoDigits(summary.overdue.count)); chưa báo cáo "
      + "\(Self.twoDigits(summary.silent.count))."
    page.rows.append(
      Page.Row([Page.Cell(.formula(formula, cached: .text(cached)), Self.headline)], height: 30))
    page.merges.append(
      CellRange(CellAddress(row: row, column: 0), CellAddress(row: row, column: last)))
  }

  private func addTitle(_ text: String, _ look: CellLook, to page: inout Page, _ last: Int) {
    let row = page.rows.count
    let widths = page.columns.reduce(0) { $0 + ($1.width * 8 + 5) / 96 * 25.4 }
    let cell = Page.Cell.text(text, look)
    page.rows.append(
      Page.Row([cell], height: CellHeight.height(of: cell, millimetres: widths) + 3))
    page.merges.append(
      CellRange(CellAddress(row: row, column: 0), CellAddress(row: row, column: last)))
  }

  /// A large figure: what it is, its live formula, its value, where it leads.
  private struct Figure {
    var label: String
    var content: Page.Content
    var link: String?
    var color: String
  }

  private var figures: [Figure] {
    let total = "COUNT(\(data.range(.number)))"
    let done = "SUM(\(data.range(.isDone)))"
    func count(_ formula: String, _ value: Int) -> Page.Content {
      .formula(formula, cached: .number(Double(value)))
    }
    return [
      Figure(
        label: "Tổng số \(template.itemWord)", content: count(total, summary.total),
        link: "'\(StatusData.name)'!A1", color: "1F4E9E"),
      Figure(
        label: "Đã hoàn thành", content: count(done, summary.done),
        link: "'\(StatusData.name)'!\(StatusData.Column.isDone.letter)1", color: "548235"),
      Figure(
        label: "Tỷ lệ hoàn thành",
        content: .formula(
          Self.percentFormula(part: done, whole: total),
          cached: .text(VietnameseNumber.percent(summary.done, of: summary.total) + "%")),
        color: "548235"),
      Figure(
        label: "Chưa hoàn thành", content: count("\(total)-\(done)", summary.open),
        link: "'\(StatusData.name)'!A1", color: "7F6000"),
      Figure(
        label: "Quá hạn",
        content: count("SUM(\(data.range(.isOverdue)))", summary.overdue.count),
        link: "'\(Self.overdue)'!A1", color: "C00000"),
      Figure(
        label: "Đến hạn trong \(summary.dueWithin) ngày",
        content: count(liveCount(.dueSoon), summary.dueSoon.count), link: "'\(Self.dueSoon)'!A1",
        color: "C55A11"),
      Figure(
        label: "Chưa báo cáo",
        content: count("SUM(\(data.range(.isSilent)))", summary.silent.count),
        link: "'\(Self.silent)'!A1", color: "595959"),
    ]
  }

  private func addFigures(to page: inout Page) {
    var labels: [Page.Cell] = []
    var values: [Page.Cell] = []
    for figure in figures {
      var label = TableSheet.centered
      label.vertical = .center
      label.fill = "F2F2F2"
      labels.append(.text(figure.label, label))
      var value = TableSheet.centered
      value.vertical = .center
      value.size = 18
      value.isBold = true
      value.color = figure.color
      value.wraps = false
      value.numberFormat = "#,##0"
      values.append(Page.Cell(figure.content, value, link: figure.link))
    }
    page.rows.append(Page.Row(labels, height: 48))
    page.rows.append(Page.Row(values, height: 36))
  }

  private func doughnut(_ table: GroupTable, place: CellAddress) -> Page.Chart {
    let total = table.firstRow + table.count
    let colors = shownStatuses.map { color(of: $0.id) }
    let columns = table.statusColumns
    return Page.Chart(
      kind: .doughnut, title: "Toàn bộ \(template.itemWord)", place: place, width: 490,
      height: min(900, 190 + 34 * table.count),
      series: [
        Page.Chart.Series(
          sheet: Self.overview, name: nil,
          categories: CellRange(
            CellAddress(row: table.headerRow, column: columns.lowerBound),
            CellAddress(row: table.headerRow, column: columns.upperBound - 1)),
          values: CellRange(
            CellAddress(row: total, column: columns.lowerBound),
            CellAddress(row: total, column: columns.upperBound - 1)), colors: colors,
          patterns: StatusPalette.patterns(for: colors))
      ])
  }

  static let headline: CellLook = {
    var look = TableSheet.line
    look.isBold = true
    look.size = 15
    look.color = "1F4E9E"
    look.vertical = .center
    look.wraps = false
    return look
  }()

  static let subtitle: CellLook = {
    var look = TableSheet.line
    look.isBold = true
    look.size = 12
    return look
  }()
}
