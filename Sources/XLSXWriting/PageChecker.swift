import CellGrid
import Findings

/// Brings pages within Excel's limits before anything is written: what Excel would call a broken
/// file becomes a finding here.
struct PageChecker {
  private(set) var pages: [Page]
  private(set) var findings: [Finding] = []
  private let path: String

  /// The pages as they can be written, and what had to be changed.
  static func checked(
    _ pages: [Page], path: String
  ) throws(WriteFailure) -> (pages: [Page], findings: [Finding]) {
    var checker = PageChecker(pages: pages, path: path)
    try checker.checkSize()
    checker.checkNames()
    for index in checker.pages.indices {
      checker.checkSetup(index)
      checker.checkRanges(index)
    }
    return (checker.pages, checker.findings)
  }

  private init(pages: [Page], path: String) {
    self.pages = pages
    self.path = path
  }

  private func checkSize() throws(WriteFailure) {
    guard pages.contains(where: { !$0.isHidden }) else {
      throw WriteFailure(
        path: path,
        reason: .beyondLimits(
          Message(vi: "không có trang tính nào để ghi", en: "there is no sheet to write")))
    }
    for page in pages {
      let width = max(page.columns.count, page.widestRow)
      guard page.rows.count > CellAddress.rowLimit || width > CellAddress.columnLimit else {
        continue
      }
      throw WriteFailure(
        path: path,
        reason: .beyondLimits(
          Message(
            vi: "trang «\(page.name)» có \(page.rows.count) dòng và \(width) cột, Excel chỉ chứa "
              + "\(CellAddress.rowLimit) dòng và \(CellAddress.columnLimit) cột; hãy chia nhỏ",
            en: "sheet «\(page.name)» has \(page.rows.count) rows and \(width) columns, Excel "
              + "holds \(CellAddress.rowLimit) and \(CellAddress.columnLimit); split the input")))
    }
  }

  mutating func report(
    _ code: Finding.Code, _ severity: Finding.Severity, _ page: Int, _ cell: CellAddress?,
    vi: String, en: String
  ) {
    findings.append(
      Finding(
        code, severity, at: Location(file: path, sheet: pages[page].name, cell: cell), vi: vi,
        en: en))
  }

  mutating func change(_ page: Int, _ body: (inout Page) -> Void) { body(&pages[page]) }

  // MARK: Names

  /// Names become unique and legal; what refers to a sheet follows its new name.
  private mutating func checkNames() {
    var taken: Set<String> = []
    var renamed: [String: String] = [:]
    let names = pages.map(\.name)
    for index in pages.indices {
      let old = names[index]
      let name = SheetName.legal(old, taken: &taken)
      guard name != old else { continue }
      // Of two sheets of one name the first is meant.
      if !names[..<index].contains(old) {
        renamed[old] = name
      }
      pages[index].name = name
      report(
        "sheet-renamed", .note, index, nil,
        vi: "tên trang «\(old)» trái quy định của Excel hoặc bị trùng, đã đổi thành «\(name)»",
        en: "the sheet name «\(old)» is not allowed by Excel or taken; renamed to «\(name)»")
    }
    guard !renamed.isEmpty else { return }
    for index in pages.indices { SheetName.apply(renamed, to: &pages[index]) }
  }

  // MARK: Set-up

  private mutating func checkSetup(_ index: Int) {
    let setup = pages[index].setup
    for (keyPath, text) in [(\PageSetup.header, setup.header), (\.footer, setup.footer)] {
      let plain = Self.plain(text, limit: 255)
      guard plain != text else { continue }
      pages[index].setup[keyPath: keyPath] = plain
      report(
        "header-cut", .warning, index, nil,
        vi: "đầu trang hoặc chân trang dài quá 255 ký tự, đã cắt bớt",
        en: "a header or footer is longer than 255 characters and was cut")
    }
    if let first = setup.firstPageHeader {
      pages[index].setup.firstPageHeader = Self.plain(first, limit: 255)
    }
    let columns = pages[index].columns
    for (column, value) in columns.enumerated() {
      let width = value.width.isFinite ? min(max(value.width, 0.5), 255) : 10
      if width != value.width { pages[index].columns[column].width = width }
    }
    let breaks = setup.breaksAfterRows.filter { (0..<CellAddress.rowLimit - 1).contains($0) }
    if breaks != setup.breaksAfterRows || breaks.count > 1_023 {
      pages[index].setup.breaksAfterRows = Array(breaks.prefix(1_023))
    }
    if let rows = setup.repeatedRows, rows.lowerBound < 0 || rows.upperBound > 0xFFFF {
      pages[index].setup.repeatedRows = nil
    }
  }

  // MARK: Texts

  /// The text without what XML can't hold, at most `limit` UTF-16 units long.
  static func plain(_ text: String, limit: Int) -> String {
    var result = CellText.writable(text) ?? text
    if result.utf8.count > limit, result.utf16.count > limit {
      result = CellText.prefix(of: result, utf16: limit)
    }
    return result
  }
}

extension Page {
  /// The number of cells in the row that has most.
  var widestRow: Int {
    var widest = 0
    for row in rows { widest = max(widest, row.cells.count) }
    return widest
  }
}
