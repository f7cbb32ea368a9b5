import AppendixLayout
import AppendixModel
import CellGrid
import Findings

extension AppendixCheck {
  /// What a reader of the printed table does not see, or sees torn.
  mutating func print() {
    guard let sheet, let first = appendix.headerRows.first,
      let firstColumn = appendix.columns.map(\.column).min(),
      let lastColumn = appendix.columns.map(\.column).max()
    else { return }
    let rows = first...max(first, lastRow)
    let columns = firstColumn...lastColumn
    let printed = PrintedSheet(sheet)
    var hidden = HiddenCells()
    for row in sheet.rowIndexes where rows.contains(row) && !sheet.hiddenRows.contains(row) {
      hiddenText(inRow: row, columns, printed, &hidden)
    }
    tell(hidden, printed)
    paper(rows, columns, printed)
    pages(rows, columns, printed)
  }

  /// The last row of the table.
  private var lastRow: Int {
    let items = appendix.items.map { max($0.origin.lastRow, $0.parts.last?.origin.lastRow ?? 0) }
    let others = appendix.notTaken.map(\.origin.row) + appendix.headerRows
    return (items + others).max() ?? 0
  }

  private mutating func tell(
    _ code: Finding.Code, _ row: Int, _ column: Int, severity: Finding.Severity = .warning,
    vi: String, en: String
  ) {
    let place = Location(
      file: appendix.file, sheet: appendix.sheet, cell: CellAddress(row: row, column: column))
    findings.append(Finding(code, severity, at: place, vi: vi, en: en))
  }

  // MARK: Inside cells

  private mutating func hiddenText(
    inRow row: Int, _ columns: ClosedRange<Int>, _ printed: PrintedSheet,
    _ hidden: inout HiddenCells
  ) {
    /// The cell of the row that shows least of its text, by height.
    var worst: (column: Int, hidden: Double, isTooTall: Bool)?
    for cell in printed.sheet.cells(inRow: row) where columns.contains(cell.address.column) {
      let column = cell.address.column
      guard !printed.sheet.hiddenColumns.contains(column) else { continue }
      let style = printed.sheet.style(at: cell.address)
      let merge = printed.merge(startingAt: cell.address)
      let span = column...max(column, merge?.last.column ?? column)
      let room = PrintedSheet.room(printed.width(ofColumns: span))
      switch cell.value {
      case .number, .date:
        if showsHashes(cell, style, room, printed) {
          hidden.numbers[column, default: []].append(row)
        }
      case .text(let text) where PrintedSheet.wraps(style):
        let cut = cutHeight(text, style, row, merge, room, printed)
        if let cut, cut.hidden > worst?.hidden ?? 0 { worst = (column, cut.hidden, cut.isTooTall) }
      case .text(let text):
        if isCut(text, cell.address, span, isMerged: merge != nil, style, room, printed) {
          hidden.texts[column, default: []].append(row)
        }
      default: break
      }
    }
    guard let worst else { return }
    if worst.isTooTall {
      tell(
        "text-cut", row, worst.column,
        vi: "chữ trong ô cần dòng cao hơn mức Excel cho phép (409 pt) nên phần cuối bị che; "
          + "hãy nới rộng cột hoặc tách nội dung thành nhiều dòng.",
        en: "the text needs a row higher than Excel's 409 pt, so its end is hidden; widen the "
          + "column or part the text over rows.")
    } else {
      tell(
        "text-cut", row, worst.column,
        vi: "dòng quá thấp nên chữ trong ô bị che khi in; hãy tăng chiều cao dòng "
          + "(Home, Format, AutoFit Row Height; ô gộp thì phải kéo tay) hoặc nới rộng cột.",
        en: "the row is too low and hides part of the text when printed; make it higher or the "
          + "column wider.")
    }
  }

  /// How much of a wrapped text lies beyond its cell; nil where all of it is seen.
  private func cutHeight(
    _ text: String, _ style: CellStyle?, _ row: Int, _ merge: CellRange?, _ room: Double,
    _ printed: PrintedSheet
  ) -> (hidden: Double, isTooTall: Bool)? {
    let sheet = printed.sheet
    let measure = printed.measure(style)
    // Rows grow with their text, but not beyond Excel's limit, and not for merged cells.
    let mayGrow = sheet.rowHeights[row] == nil && merge == nil
    if mayGrow, Double(text.utf8.count) * measure.size * 0.3 < room * 20 { return nil }
    let needed = printed.height(of: text, style, room: room)
    let available: Double
    if mayGrow {
      available = PrintedSheet.tallestRow
    } else {
      let last = min(merge?.last.row ?? row, row + 10_000)
      available = (row...max(row, last)).reduce(0) { $0 + printed.height(ofRow: $1) }
    }
    // A generous estimate: fonts and programs differ by a few letters a line. A height that a
    // program worked out is likely to fit; one that a person set may well not.
    let line = TextMeasure.lineHeight(size: measure.size)
    let slack = max(line * 0.8, needed * (sheet.fixedRows.contains(row) ? 0.12 : 0.3))
    guard needed > available + slack else { return nil }
    return (needed - available, mayGrow)
  }

  /// A text on one line that the next filled cell, or the edge of a merge, cuts off.
  private func isCut(
    _ text: String, _ address: CellAddress, _ span: ClosedRange<Int>, isMerged: Bool,
    _ style: CellStyle?, _ room: Double, _ printed: PrintedSheet
  ) -> Bool {
    let line = text.replacing("\n", with: " ")
    let needed = printed.measure(style).width(of: line)
    guard needed > room * 1.08 + 3 else { return false }
    var available = room
    if !isMerged {
      // The text runs on over empty cells: to the right, or to both sides where it is centred.
      let word = style?.horizontalAlignment ?? "general"
      let toLeft = ["right", "center"].contains(word)
      let toRight = word != "right"
      for (runs, step) in [(toRight, 1), (toLeft, -1)] where runs {
        var column = address.column + step
        while (0..<CellAddress.columnLimit).contains(column), available < needed {
          let next = CellAddress(row: address.row, column: column)
          if !printed.sheet[next].isBlank { break }
          available += printed.width(ofColumn: column)
          column += step
          if abs(column - address.column) > 60 { break }
        }
      }
      guard needed > available * 1.08 + 3 else { return false }
    }
    return true
  }

  /// A number or a date that shows as ####.
  private func showsHashes(
    _ cell: Sheet.Cell, _ style: CellStyle?, _ room: Double, _ printed: PrintedSheet
  ) -> Bool {
    let shown: String
    switch cell.value {
    case .number(let number): shown = ShownNumber.text(number, format: style?.numberFormat)
    case .date: shown = ShownNumber.date(format: style?.numberFormat)
    default: return false
    }
    return printed.measure(style).width(of: shown) > room + 3.5
  }

  /// Tells cells that show a part of what they hold: each, or a column at once where they are many.
  private mutating func tell(_ hidden: HiddenCells, _ printed: PrintedSheet) {
    // A sheet in which nobody set a width or a wrapping is raw data, not yet laid out.
    let sheet = printed.sheet
    let isLaidOut = !sheet.columnWidths.isEmpty || sheet.styles.contains { $0.wrapsText }
    for (column, row, others) in HiddenCells.places(hidden.texts) {
      tell(
        "text-hidden", row, column, severity: isLaidOut ? .warning : .note,
        vi: "chữ không xuống dòng nên phần sau bị ô bên cạnh che"
          + (others > 0 ? " (cùng \(others) ô khác trong cột này)" : "")
          + "; hãy bật Wrap Text hoặc nới rộng cột.",
        en: "the text does not wrap and the cell beside it hides its end"
          + (others > 0 ? " (as in \(others) other cells of this column)" : "")
          + "; turn on Wrap Text or widen the column.")
    }
    for (column, row, others) in HiddenCells.places(hidden.numbers) {
      tell(
        "number-hidden", row, column,
        vi: "cột quá hẹp nên số hoặc ngày hiện thành ####"
          + (others > 0 ? " (cùng \(others) ô khác trong cột này)" : "") + "; hãy nới rộng cột.",
        en: "the column is too narrow, so that the number or date shows as ####"
          + (others > 0 ? " (as in \(others) other cells of this column)" : "") + "; widen it.")
    }
  }

  // MARK: Paper

  private mutating func paper(
    _ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>, _ printed: PrintedSheet
  ) {
    let setup = printed.sheet.pageSetup
    if let area = setup.printArea {
      let visible = columns.filter { printed.width(ofColumn: $0) > 0 }
      if let left = visible.first(where: { $0 < area.first.column || $0 > area.last.column }) {
        tell(
          "outside-print-area", rows.lowerBound, left,
          vi: "vùng in \(area) bỏ sót cột \(CellAddress.columnName(left)) của bảng; "
            + "hãy đặt lại vùng in (Page Layout, Print Area).",
          en: "the print area \(area) leaves out column \(CellAddress.columnName(left)) of the "
            + "table; set it anew.")
      }
      let all = appendix.items.flatMap { [$0.origin] + $0.parts.map(\.origin) }
      if let lost = all.first(where: { $0.row < area.first.row || $0.lastRow > area.last.row }) {
        tell(
          "outside-print-area", lost.row, columns.lowerBound,
          vi: "vùng in \(area) bỏ sót từ dòng \(lost.row + 1) của bảng; "
            + "hãy đặt lại vùng in (Page Layout, Print Area).",
          en: "the print area \(area) leaves out the table's row \(lost.row + 1); set it anew.")
      }
    }
    if let torn = setup.breaksAfterColumns.first(where: {
      $0 >= columns.lowerBound && $0 < columns.upperBound
    }) {
      tell(
        "columns-torn", rows.lowerBound, torn + 1,
        vi: "có ngắt trang dọc trước cột \(CellAddress.columnName(torn + 1)) nên bảng bị chia "
          + "sang trang khác; hãy bỏ ngắt trang đó (Page Layout, Breaks).",
        en: "a page break before column \(CellAddress.columnName(torn + 1)) parts the table; "
          + "remove it.")
    } else if setup.fitsWidth == nil, setup.fitsHeight == nil {
      tooWide(rows, columns, printed)
    }
    let scale = printed.scale(ofColumns: columns)
    let size = bodySize(printed)
    if size * scale < 6.5, scale < 0.95 {
      let percent = Int((scale * 100).rounded())
      tell(
        "print-small", rows.lowerBound, columns.lowerBound, severity: .note,
        vi: "bảng in ra chỉ còn \(percent)% nên chữ khó đọc (khoảng \(Int(size * scale)) pt); "
          + "hãy dùng giấy ngang, thu hẹp cột hoặc khổ giấy lớn hơn.",
        en: "the table is printed at \(percent)% and hard to read; use landscape, narrower "
          + "columns or larger paper.")
    }
  }

  private mutating func tooWide(
    _ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>, _ printed: PrintedSheet
  ) {
    let scale = printed.scale(ofColumns: columns)
    var used = 0.0
    let start = printed.sheet.pageSetup.printArea?.first.column ?? 0
    guard start <= columns.upperBound else { return }
    for column in start...columns.upperBound {
      used += printed.width(ofColumn: column) * scale
      guard used > printed.bodyWidth * 1.03, column > columns.lowerBound else { continue }
      // A sheet that nobody set up for printing is perhaps not meant to be printed.
      tell(
        "columns-torn", rows.lowerBound, column,
        severity: printed.sheet.hasPageSetup ? .warning : .note,
        vi: "bảng rộng hơn trang giấy nên cột \(CellAddress.columnName(column)) bị in sang trang "
          + "khác; hãy chọn giấy ngang hoặc «Fit All Columns on One Page» khi in.",
        en: "the table is wider than the page, so that column \(CellAddress.columnName(column)) "
          + "is printed on another page; use landscape or “Fit All Columns on One Page”.")
      return
    }
  }

  /// The size of letters in which most items are set.
  private func bodySize(_ printed: PrintedSheet) -> Double {
    let column = appendix.columns.first { $0.role == .task }?.column ?? 0
    let sizes = appendix.items.prefix(50).compactMap {
      printed.sheet.style(at: CellAddress(row: $0.origin.row, column: column))?.fontSize
    }.sorted()
    return sizes.isEmpty ? 11 : sizes[sizes.count / 2]
  }
}

/// Cells that show a part of what they hold: rows by column.
private struct HiddenCells {
  var texts: [Int: [Int]] = [:]
  var numbers: [Int: [Int]] = [:]

  /// Cells to be told, each with how many others of its column it stands for.
  static func places(_ found: [Int: [Int]]) -> [(column: Int, row: Int, others: Int)] {
    found.sorted { $0.key < $1.key }.flatMap { column, rows in
      rows.count <= 3
        ? rows.map { (column, $0, 0) } : rows.prefix(1).map { (column, $0, rows.count - 1) }
    }
  }
}

/// A number as a cell shows it, near enough to be measured.
enum ShownNumber {
  static func text(_ number: Double, format: String?) -> String {
    guard abs(number) < 1e15 else { return "1,0E+15" }
    let code = format?.split(separator: ";").first.map(String.init) ?? "General"
    let isPercent = code.contains("%")
    let value = abs(isPercent ? number * 100 : number)
    let integer = String(Int(value.rounded(.down)))
    // General drops decimals, and then turns to powers of ten, before it gives up.
    guard code != "General", code != "@" else {
      return number < 0 ? "-" + integer : integer
    }
    let places = code.split(separator: ".").dropFirst().first?.prefix { $0 == "0" }.count ?? 0
    let marks = code.contains(",") ? max(0, (integer.count - 1) / 3) : 0
    return (number < 0 ? "-" : "") + integer + String(repeating: ".", count: marks)
      + (places > 0 ? "," + String(repeating: "0", count: places) : "") + (isPercent ? "%" : "")
  }

  static func date(format: String?) -> String {
    let code = (format ?? "dd/mm/yyyy").lowercased()
    let letters = code.filter { "dmyhs/-.: ".contains($0) }
    let plain = letters.replacing("mmmm", with: "mm").replacing("dddd", with: "dd")
    return String(plain.map { "dmyhs".contains($0) ? "0" : $0 })
  }
}
