import CXLSXWriter
import CellGrid
import Glibc

/// Puts one page into a sheet of the workbook. Pages are checked before (``PageChecker``), so
/// that libxlsxwriter has nothing to refuse; what it refuses all the same is counted.
@safe struct SheetWriter: ~Copyable {
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  /// Calls that libxlsxwriter refused: a fault of ours, never silent.
  private(set) var refusals: [String] = []
  /// Looks at each cell before it is written.
  private(set) var checker: CellChecker
  /// The last look of each column with its format: rows mostly repeat it.
  private var lastLooks: [CellLook] = []
  private var lastFormats: [UnsafeMutablePointer<lxw_format>?] = unsafe []

  /// nil where the sheet can't be added.
  init?(name: String, path: String, in workbook: inout WorkbookBuilder) {
    guard let sheet = unsafe workbook_add_worksheet(workbook.pointer, name) else { return nil }
    unsafe self.sheet = sheet
    checker = CellChecker(path: path, sheet: name)
  }

  mutating func check(_ error: lxw_error, _ what: @autoclosure () -> String) {
    if error != LXW_NO_ERROR { refusals.append("\(what()): \(error.rawValue)") }
  }

  /// Columns, rows, merges and all that belongs to the page but its charts.
  mutating func write(_ page: Page, in workbook: inout WorkbookBuilder) {
    for (index, column) in page.columns.enumerated() { set(column, at: UInt16(index)) }
    for merge in page.merges {
      check(
        unsafe worksheet_merge_range(
          sheet, UInt32(merge.first.row), UInt16(merge.first.column), UInt32(merge.last.row),
          UInt16(merge.last.column), nil, nil), "merge \(merge)")
    }
    for (index, row) in page.rows.enumerated() { write(row, at: index, in: &workbook) }
    checker.finish()
    set(page.setup)
    setView(of: page)
    for validation in page.validations { add(validation) }
    for condition in page.conditions { add(condition, in: &workbook) }
  }

  private mutating func set(_ column: Page.Column, at index: UInt16) {
    // libxlsxwriter reckons with digits of 7 pixels, ours have 8; see ``WorkbookBuilder``.
    let inFile = (column.width * 8 + 5) / 8
    var options = lxw_row_col_options()
    options.hidden = column.isHidden ? 1 : 0
    check(
      unsafe worksheet_set_column_opt(
        sheet, index, index, max(1, inFile - 5.0 / 7), nil, &options), "column \(index)")
  }

  private mutating func write(_ row: Page.Row, at index: Int, in workbook: inout WorkbookBuilder) {
    if row.height != nil || row.isHidden {
      var options = lxw_row_col_options()
      options.hidden = row.isHidden ? 1 : 0
      // A height of exactly 15 would not be written, since it is the default.
      var height = row.height ?? 15
      height = height.isFinite ? min(max(height, 0), 409.5) : 15
      if height == 15, row.height != nil { height = 15.01 }
      check(
        unsafe worksheet_set_row_opt(sheet, UInt32(index), height, nil, &options), "row \(index)")
    }
    while lastLooks.count < row.cells.count {
      lastLooks.append(CellLook())
      unsafe lastFormats.append(nil)
    }
    let cells = row.cells.span
    for column in cells.indices {
      if unsafe lastFormats[column] == nil || cells[column].look != lastLooks[column] {
        lastLooks[column] = cells[column].look
        unsafe lastFormats[column] = unsafe workbook.format(.init(look: cells[column].look))
      }
      let format = unsafe lastFormats[column]
      let (line, place) = (UInt32(index), UInt16(column))
      if let link = cells[column].link, checker.takes(link: link) {
        check(
          unsafe worksheet_write_url_opt(
            sheet, line, place, "internal:" + link, format, "", nil), "link \(link)")
      }
      if case .text(let text) = cells[column].content, CellText.isWritable(text) {
        // By far the most cells; a text lends its own bytes here.
        let error = unsafe text.withCString {
          unsafe worksheet_write_string(sheet, line, place, $0, format)
        }
        check(error, "cell \(CellAddress(row: index, column: column))")
      } else if case .number(let number) = cells[column].content, number.isFinite {
        check(
          unsafe worksheet_write_number(sheet, line, place, number, format),
          "cell \(CellAddress(row: index, column: column))")
      } else {
        let content = cells[column].content
        let legal = checker.checked(content, at: CellAddress(row: index, column: column))
        unsafe write(legal ?? content, line, place, format, cells[column].look, in: &workbook)
      }
      if let comment = cells[column].comment {
        let comment = PageChecker.plain(comment, limit: CellChecker.cellLimit)
        var options = unsafe lxw_comment_options()
        unsafe options.width = 260
        unsafe options.height = UInt16(min(400, 40 + comment.utf8.count / 2))
        check(
          unsafe worksheet_write_comment_opt(sheet, line, place, comment, &options), "comment")
      }
    }
  }

  private mutating func write(
    _ content: Page.Content, _ row: UInt32, _ column: UInt16,
    _ format: UnsafeMutablePointer<lxw_format>?, _ look: CellLook,
    in workbook: inout WorkbookBuilder
  ) {
    let error =
      switch content {
      case .blank: unsafe worksheet_write_blank(sheet, row, column, format)
      case .text(let text):
        text.isEmpty
          ? unsafe worksheet_write_blank(sheet, row, column, format)
          : unsafe worksheet_write_string(sheet, row, column, text, format)
      case .number(let number): unsafe worksheet_write_number(sheet, row, column, number, format)
      case .boolean(let flag):
        unsafe worksheet_write_boolean(sheet, row, column, flag ? 1 : 0, format)
      case .date(let date):
        unsafe worksheet_write_number(sheet, row, column, date.excelSerial, format)
      case .rich(let runs): unsafe writeRich(runs, row, column, format, look, in: &workbook)
      case .formula(let formula, .number(let result)):
        unsafe worksheet_write_formula_num(sheet, row, column, "=" + formula, format, result)
      case .formula(let formula, .text(let result)):
        unsafe worksheet_write_formula_str(sheet, row, column, "=" + formula, format, result)
      }
    check(error, "cell \(CellAddress(row: Int(row), column: Int(column)))")
  }

  private mutating func writeRich(
    _ runs: [Page.Run], _ row: UInt32, _ column: UInt16,
    _ format: UnsafeMutablePointer<lxw_format>?, _ look: CellLook,
    in workbook: inout WorkbookBuilder
  ) -> lxw_error {
    let runs = runs.filter { !$0.text.isEmpty }
    guard runs.count > 1 else {
      guard let run = runs.first else {
        return unsafe worksheet_write_blank(sheet, row, column, format)
      }
      // The whole cell in the run's look: borders and alignment stay the cell's.
      let own = unsafe workbook.format(.init(look: look.changed(by: run), isStruck: run.isStruck))
      return unsafe worksheet_write_string(sheet, row, column, run.text, own)
    }
    // Texts are copied by hand: the tuples must outlive the loop that makes them.
    let copies = unsafe runs.map { unsafe strdup($0.text) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    var tuples: [lxw_rich_string_tuple] = unsafe []
    for (index, run) in runs.enumerated() {
      let own = unsafe workbook.format(.init(look: look.with(run), isStruck: run.isStruck))
      unsafe tuples.append(unsafe lxw_rich_string_tuple(format: own, string: copies[index]))
    }
    return unsafe tuples.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return LXW_ERROR_NULL_PARAMETER_IGNORED }
      var list: [UnsafeMutablePointer<lxw_rich_string_tuple>?] =
        unsafe buffer.indices.map { unsafe base + $0 }
      unsafe list.append(nil)
      return unsafe worksheet_write_rich_string(sheet, row, column, &list, format)
    }
  }
}

extension CellLook {
  /// The cell's look with a run's font.
  fileprivate func changed(by run: Page.Run) -> CellLook {
    var look = self
    look.isBold = self.isBold || run.isBold
    look.isItalic = self.isItalic || run.isItalic
    look.color = run.color ?? self.color
    return look
  }

  /// The look of a run inside a cell of this look.
  fileprivate func with(_ run: Page.Run) -> CellLook {
    var look = CellLook()
    look.font = self.font
    look.size = self.size
    look.isBold = self.isBold || run.isBold
    look.isItalic = self.isItalic || run.isItalic
    look.color = run.color ?? self.color
    return look
  }
}

extension CalendarDate {
  /// Days since 1899-12-30, as Excel counts from 1900-03-01 on.
  var excelSerial: Double {
    Double(daysSince1970 + 25_569) + Double(secondOfDay ?? 0) / 86_400
  }
}
