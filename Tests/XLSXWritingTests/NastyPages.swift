import CellGrid
import TestSupport

/// Makes pages of everything that a workbook dislikes, by a seed.
struct NastyPages {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let pieces = [
    "_x000D_", "_x0041_", "_x005F_x000D_", "_x", "=1+1", "+84", "-5", "@a", "'", "''", "\"", "<b>",
    "&amp;", "]]>", "\r\n", "\r", "\n", "\t", "\u{B}", "\u{1}", "\u{7F}", "\u{FFFE}", "\u{0}", "  ",
    "Ủy ban", "ế\u{301}", "🙂", "﷽", "\u{200B}", "\u{FEFF}", "\u{202E}", "1e5", "001", "TRUE",
    "#N/A", "31/3/2025", "{=A1}", "&P", "%s", "%n", "\\", "/", "[a]", "x",
  ]

  private mutating func pick<Element>(_ list: [Element]) -> Element {
    list[Int.random(in: 0..<list.count, using: &random)]
  }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  private mutating func text(_ most: Int = 6) -> String {
    if chance(1) { return String(repeating: pick(["ế", "🙂", "a ", "_x000D_"]), count: 33_000) }
    return (0..<Int.random(in: 0...most, using: &random)).map { _ in pick(Self.pieces) }.joined()
  }

  mutating func pages() -> [Page] {
    let names = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      pick([text(4), "PL", "pl", "History", "", "a:b/c", String(repeating: "ộ", count: 50), "'x'"])
    }
    var pages = names.map { page(named: $0, all: names) }
    for index in pages.indices.dropFirst() { pages[index].isHidden = chance(30) }
    return pages
  }

  private mutating func page(named name: String, all names: [String]) -> Page {
    var page = Page(name: name)
    for row in 0..<Int.random(in: 0...8, using: &random) {
      var line = Page.Row([])
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        line.cells.append(cell(all: names))
      }
      if chance(30) { line.height = pick([0, 15, 409, 10_000, -3, .nan, .infinity]) }
      line.isHidden = chance(5)
      page.rows.append(line)
      if chance(25) {
        page.merges.append(range(nearRow: row))
      }
    }
    page.columns = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      Page.Column(width: pick([0, 8.43, 255, 9_999, -1, .nan]), isHidden: chance(10))
    }
    page.setup.header = chance(20) ? String(repeating: "&C", count: 200) : text(3)
    page.setup.footer = text(3)
    page.setup.firstPageHeader = chance(30) ? text(2) : nil
    if chance(30) { page.setup.repeatedRows = pick([0...0, 3...5, 0...70_000]) }
    if chance(30) { page.setup.printArea = range(nearRow: 0) }
    if chance(30) { page.setup.breaksAfterRows = (0..<1_200).map { $0 } }
    if chance(30) { page.setup.fitsWidth = pick([0, 1, 99_999]) }
    page.frozenRows = pick([0, 1, 5])
    page.frozenColumns = pick([0, 1])
    if chance(30) { page.filter = range(nearRow: 0) }
    page.isProtected = chance(20)
    page.tabColor = pick([nil, "000000", "zz", "FFFFFF", ""])
    if chance(40) { page.validations.append(validation(all: names)) }
    if chance(40) {
      var look = CellLook()
      look.fill = "C6E0B4"
      page.conditions.append(
        Page.Condition(
          range: range(nearRow: 1),
          rule: chance(50) ? .textEquals(text(3)) : .formula("A1>1"), look: look))
    }
    if chance(40) { page.charts.append(chart(all: names)) }
    return page
  }

  private mutating func cell(all names: [String]) -> Page.Cell {
    var look = CellLook()
    look.isBold = chance(20)
    look.size = pick([12, 0, 1_000, .nan])
    look.font = pick(["Times New Roman", "", String(repeating: "a", count: 60), "a\u{1}"])
    look.fill = pick([nil, "FFF2CC", "nonsense"])
    look.numberFormat = pick([nil, "0.00", String(repeating: "0", count: 300), "@\"¹\""])
    var cell = Page.Cell(content(), look)
    if chance(10) { cell.link = "'\(pick(names).replacing("'", with: "''"))'!A1" }
    if chance(5) { cell.link = String(repeating: "a", count: 3_000) }
    if chance(10) { cell.comment = text() }
    return cell
  }

  private mutating func content() -> Page.Content {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: .blank
    case 1:
      .number(
        pick([
          0, -0.0, 1 / 3, 1e300, .leastNonzeroMagnitude, .nan, .infinity, -.infinity, 9_007_199_254,
        ]))
    case 2: .boolean(chance(50))
    case 3:
      CalendarDate(
        year: pick([1, 1899, 1900, 1999, 9999]), month: pick([1, 2, 3, 12]), day: pick([1, 28])
      ).map { .date($0) } ?? .blank
    case 4: .rich((0..<Int.random(in: 0...4, using: &random)).map { _ in run() })
    default: .text(text())
    }
  }

  private mutating func run() -> Page.Run {
    Page.Run(text(3), isBold: chance(50), isStruck: chance(20), color: pick([nil, "C00000", "x"]))
  }

  private mutating func range(nearRow row: Int) -> CellRange {
    let left = Int.random(in: 0...4, using: &random)
    let height = pick([0, 0, 1, 2])
    let width = pick([0, 1, 3])
    return CellRange(
      CellAddress(row: row, column: left), CellAddress(row: row + height, column: left + width))
  }

  private mutating func validation(all names: [String]) -> Page.Validation {
    let days = (
      CalendarDate(year: 1800, month: 1, day: 1), CalendarDate(year: 2099, month: 1, day: 1)
    )
    let rule: Page.Validation.Rule =
      switch Int.random(in: 0..<4, using: &random) {
      case 0: .list(sheet: pick(names + ["không có"]), range: range(nearRow: 0))
      case 1:
        if let first = days.0, let last = days.1 { .date(from: first, to: last) } else { .anything }
      case 2: .wholeNumber(from: pick([0, 9]), to: 5)
      default: .anything
      }
    return Page.Validation(
      range: range(nearRow: 0), rule: rule, title: text(), hint: text(60), errorText: text(60))
  }

  private mutating func chart(all names: [String]) -> Page.Chart {
    let cells = range(nearRow: 0)
    return Page.Chart(
      kind: pick([.stackedBar, .bar, .doughnut]), title: text(),
      place: CellAddress(row: 2, column: 2), width: 300, height: 200,
      series: [
        Page.Chart.Series(
          sheet: pick(names + ["không có"]), name: chance(50) ? cells.first : nil,
          categories: cells, values: cells, colors: pick([[], ["C00000"], ["zz", "548235"]]),
          patterns: pick([[], [.vertical], [.none, .grid, .upward]]))
      ])
  }

  // MARK: What must come back

  /// Whether a cell that was read says what was written, as far as Excel can hold it.
  static func agrees(_ value: CellValue, with content: Page.Content) -> Bool {
    switch content {
    case .blank: value == .blank
    case .text(let text): isHeld(value.displayText, holdable(text))
    case .rich(let runs): isHeld(value.displayText, holdable(runs.map(\.text).joined()))
    case .boolean(let flag): value == .boolean(flag)
    case .formula: true
    case .number(let number):
      if !number.isFinite {
        value == .blank
      } else {
        // Formats show a number as a date or as a text; the double is what counts.
        switch value {
        case .number(let back): abs(back - number) <= abs(number) * 1e-15
        default: false
        }
      }
    case .date(let date):
      switch value {
      case .date(let back, _): back == date
      // Days before Excel's calendar, and days in a format that is none of days.
      case .text(let text): text == "\(date)"
      case .number: true
      default: false
      }
    }
  }

  /// A long text is cut; escapes count in the file, so that it may be cut earlier than it seems.
  private static func isHeld(_ value: String, _ text: String) -> Bool {
    guard text.utf8.count > 16_000 else { return value == text }
    let count = value.utf16.count
    return text.utf16.starts(with: value.utf16) && count <= 32_767
      && (count == text.utf16.count || count > 16_000)
  }

  /// The text as a cell holds it: no control characters, one kind of line break.
  private static func holdable(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    var wasReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\n", wasReturn {
        wasReturn = false
        continue
      }
      wasReturn = scalar == "\r"
      switch scalar.value {
      case 0x0D, 0x0B: plain.append("\n")
      case 0x09, 0x0A: plain.append(scalar)
      case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF: break
      default: plain.append(scalar)
      }
    }
    return String(plain)
  }
}
