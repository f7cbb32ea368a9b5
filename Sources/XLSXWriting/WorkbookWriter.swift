import CXLSXWriter
package import CellGrid
package import Findings
import Glibc

/// Writes pages as an .xlsx workbook: whole or not at all, the same bytes for the same pages
/// whatever the locale, the time zone or the day.
package struct WorkbookWriter: Sendable {
  /// Writes the workbook beside its target and puts it there when it is complete.
  ///
  /// - Parameters:
  ///   - created: the date that the file's properties show; the clock is never asked.
  /// - Returns: what had to be changed to keep within Excel's limits.
  package static func write(
    _ pages: [Page], to path: String, created: CalendarDate, title: String
  ) throws(WriteFailure) -> [Finding] {
    var checked = try PageChecker.checked(pages, path: path)
    let temporary = try TemporaryFile(beside: path)
    let locale = unsafe phuluc_enter_plain_numbers()
    defer { unsafe phuluc_leave_plain_numbers(locale) }
    checked.findings += try write(
      checked.pages, into: temporary.path, for: path, created: created, title: title)
    let patches = checked.pages.enumerated().compactMap { index, page in
      page.setup.firstPageHeader.map { FirstPageHeader(sheet: index, text: $0) }
    }
    if !patches.isEmpty {
      try FirstPageHeader.put(patches, into: temporary.path, for: path)
    }
    try temporary.move(to: path)
    return checked.findings
  }

  private static func write(
    _ pages: [Page], into temporary: String, for path: String, created: CalendarDate,
    title: String
  ) throws(WriteFailure) -> [Finding] {
    guard var workbook = WorkbookBuilder(path: temporary) else { throw outOfMemory(path) }
    setProperties(of: workbook, created: created, title: title)
    var refusals: [String] = []
    var findings: [Finding] = []
    for page in pages {
      guard var sheet = SheetWriter(name: page.name, path: path, in: &workbook) else {
        throw outOfMemory(path)
      }
      sheet.write(page, in: &workbook)
      for chart in page.charts { sheet.add(chart, in: &workbook) }
      findings += sheet.checker.findings
      refusals += sheet.refusals.map { "\(page.name): \($0)" }
    }
    if let refusal = refusals.first {
      throw WriteFailure(path: path, reason: .notWritten(detail: refusal))
    }
    activateFirstVisible(of: pages, in: workbook)
    if workbook.changedLooks > 0 {
      findings.append(
        Finding(
          "look-changed", .note, at: Location(file: path),
          vi: "phông chữ hoặc định dạng số vượt giới hạn của Excel, đã thay bằng mặc định",
          en: "a font or number format is beyond Excel's limits; the default was taken"))
    }
    let error = workbook.close()
    if error != LXW_NO_ERROR {
      let detail = unsafe lxw_strerror(error).map { unsafe String(cString: $0) } ?? "libxlsxwriter"
      throw WriteFailure(path: path, reason: .notWritten(detail: detail))
    }
    return findings
  }

  private static func outOfMemory(_ path: String) -> WriteFailure {
    WriteFailure(path: path, reason: .notWritten(detail: "out of memory"))
  }

  private static func setProperties(
    of workbook: borrowing WorkbookBuilder, created: CalendarDate, title: String
  ) {
    let title = unsafe strdup(PageChecker.plain(title, limit: 255))
    let application = unsafe strdup("phuluc")
    defer {
      unsafe free(title)
      unsafe free(application)
    }
    var properties = unsafe lxw_doc_properties()
    unsafe properties.title = unsafe title
    unsafe properties.author = unsafe application
    // Zero would mean «now».
    let seconds = created.daysSince1970 * 86_400 + (created.secondOfDay ?? 0)
    unsafe properties.created = seconds == 0 ? 1 : seconds
    _ = unsafe workbook_set_properties(workbook.pointer, &properties)
  }

  /// Excel opens the first sheet, which must not be a hidden one.
  private static func activateFirstVisible(
    of pages: [Page], in workbook: borrowing WorkbookBuilder
  ) {
    guard let page = pages.first(where: { !$0.isHidden }) else { return }
    guard let sheet = unsafe workbook_get_worksheet_by_name(workbook.pointer, page.name) else {
      return
    }
    unsafe worksheet_activate(sheet)
    unsafe worksheet_set_first_sheet(sheet)
  }
}
