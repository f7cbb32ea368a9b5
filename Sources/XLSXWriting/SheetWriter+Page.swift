import CXLSXWriter
import CellGrid
import Glibc

/// What surrounds the cells: print set-up, view, validations, conditions.
extension SheetWriter {
  mutating func set(_ setup: PageSetup) {
    if setup.isLandscape { unsafe worksheet_set_landscape(sheet) }
    unsafe worksheet_set_paper(sheet, UInt8(clamping: setup.paper))
    let inch = 25.4
    unsafe worksheet_set_margins(
      sheet, setup.marginLeft / inch, setup.marginRight / inch, setup.marginTop / inch,
      setup.marginBottom / inch)
    if !setup.header.isEmpty || setup.firstPageHeader != nil {
      var options = unsafe lxw_header_footer_options()
      unsafe options.margin = setup.marginHeader / inch
      check(unsafe worksheet_set_header_opt(sheet, setup.header, &options), "header")
    }
    if !setup.footer.isEmpty {
      var options = unsafe lxw_header_footer_options()
      unsafe options.margin = setup.marginFooter / inch
      check(unsafe worksheet_set_footer_opt(sheet, setup.footer, &options), "footer")
    }
    if let rows = setup.repeatedRows {
      check(
        unsafe worksheet_repeat_rows(sheet, UInt32(rows.lowerBound), UInt32(rows.upperBound)),
        "repeated rows")
    }
    if setup.fitsWidth != nil || setup.fitsHeight != nil {
      unsafe worksheet_fit_to_pages(
        sheet, UInt16(clamping: setup.fitsWidth ?? 0), UInt16(clamping: setup.fitsHeight ?? 0))
    } else if setup.scale != 100 {
      unsafe worksheet_set_print_scale(sheet, UInt16(clamping: min(max(setup.scale, 10), 400)))
    }
    if let area = setup.printArea {
      check(
        unsafe worksheet_print_area(
          sheet, UInt32(area.first.row), UInt16(area.first.column), UInt32(area.last.row),
          UInt16(area.last.column)), "print area")
    }
    if setup.isCenteredHorizontally { unsafe worksheet_center_horizontally(sheet) }
    if let number = setup.firstPageNumber {
      unsafe worksheet_set_start_page(sheet, UInt16(clamping: number))
    }
    if !setup.breaksAfterRows.isEmpty {
      // A break stands before the row whose index it names, counted from zero; zero ends the list.
      var breaks = setup.breaksAfterRows.map { UInt32($0 + 1) } + [0]
      check(unsafe worksheet_set_h_pagebreaks(sheet, &breaks), "page breaks")
    }
    if !setup.breaksAfterColumns.isEmpty {
      var breaks = setup.breaksAfterColumns.map { UInt16(clamping: $0 + 1) } + [0]
      check(unsafe worksheet_set_v_pagebreaks(sheet, &breaks), "page breaks")
    }
  }

  mutating func setView(of page: Page) {
    if page.frozenRows > 0 || page.frozenColumns > 0 {
      unsafe worksheet_freeze_panes(sheet, UInt32(page.frozenRows), UInt16(page.frozenColumns))
    }
    if let filter = page.filter {
      check(
        unsafe worksheet_autofilter(
          sheet, UInt32(filter.first.row), UInt16(filter.first.column), UInt32(filter.last.row),
          UInt16(filter.last.column)), "filter")
    }
    if let color = page.tabColor.flatMap(rgb) { unsafe worksheet_set_tab_color(sheet, color) }
    if page.hidesGridlines {
      unsafe worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    }
    if page.isProtected {
      var options = lxw_protection()
      options.format_columns = 1
      options.format_rows = 1
      options.autofilter = 1
      options.sort = 1
      unsafe worksheet_protect(sheet, nil, &options)
    }
    if page.isHidden { unsafe worksheet_hide(sheet) }
    let width = page.widestRow
    if width > 0 {
      // «15.1» and «09» are text on purpose: no green corners.
      let all = CellRange(
        CellAddress(row: 0, column: 0), CellAddress(row: page.rows.count - 1, column: width - 1))
      check(
        unsafe worksheet_ignore_errors(
          sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "\(all)"), "ignored errors")
    }
  }

  mutating func add(_ validation: Page.Validation) {
    var rule = unsafe lxw_data_validation()
    unsafe rule.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    unsafe rule.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    unsafe rule.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
    unsafe rule.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
    unsafe rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    var strings: [UnsafeMutablePointer<CChar>?] = unsafe []
    defer { unsafe strings.forEach { unsafe free($0) } }
    func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
      guard !text.isEmpty else { return nil }
      let string = unsafe strdup(text)
      unsafe strings.append(string)
      return unsafe string
    }
    switch validation.rule {
    case .list(let list, let range):
      unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      unsafe rule.value_formula = unsafe copy("=\(range.absolute(in: list))")
    case .date(let from, let to):
      unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_DATE_NUMBER.rawValue)
      unsafe rule.minimum_number = from.excelSerial
      unsafe rule.maximum_number = to.excelSerial
    case .wholeNumber(let from, let to):
      unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      unsafe rule.minimum_number = Double(from)
      unsafe rule.maximum_number = Double(to)
    case .anything:
      unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
      unsafe rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_NONE.rawValue)
    }
    unsafe rule.input_title = unsafe copy(validation.hint.isEmpty ? "" : validation.title)
    unsafe rule.input_message = unsafe copy(validation.hint)
    unsafe rule.error_title = unsafe copy(validation.errorText.isEmpty ? "" : validation.title)
    unsafe rule.error_message = unsafe copy(validation.errorText)
    let range = validation.range
    check(
      unsafe worksheet_data_validation_range(
        sheet, UInt32(range.first.row), UInt16(range.first.column), UInt32(range.last.row),
        UInt16(range.last.column), &rule), "validation \(range)")
  }

  mutating func add(_ condition: Page.Condition, in workbook: inout WorkbookBuilder) {
    var rule = unsafe lxw_conditional_format()
    let text: String
    switch condition.rule {
    case .textEquals(let value):
      unsafe rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
      unsafe rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
      let doubled = value.split(separator: "\"", omittingEmptySubsequences: false)
      text = "\"" + doubled.joined(separator: "\"\"") + "\""
    case .formula(let formula):
      unsafe rule.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
      text = "=" + formula
    }
    let copy = unsafe strdup(text)
    defer { unsafe free(copy) }
    unsafe rule.value_string = unsafe copy
    unsafe rule.format = unsafe workbook.format(.init(look: condition.look, isPartial: true))
    let range = condition.range
    check(
      unsafe worksheet_conditional_format_range(
        sheet, UInt32(range.first.row), UInt16(range.first.column), UInt32(range.last.row),
        UInt16(range.last.column), &rule), "condition \(range)")
  }
}

extension CellRange {
  /// `'Danh sách'!$A$1:$A$9`, as formulas name it.
  func absolute(in sheet: String) -> String {
    func corner(_ address: CellAddress) -> String {
      "$\(CellAddress.columnName(address.column))$\(address.row + 1)"
    }
    let range = first == last ? corner(first) : "\(corner(first)):\(corner(last))"
    return "\(quotedSheetName(sheet))!\(range)"
  }
}

/// A sheet's name as formulas and links spell it.
func quotedSheetName(_ name: String) -> String {
  "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
}
