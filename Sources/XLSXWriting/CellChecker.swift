import CellGrid
import Findings

/// Brings the cells of one page within Excel's limits while they are written.
struct CellChecker {
  private(set) var findings: [Finding] = []
  let path: String
  let sheet: String
  private var links = 0
  private var linksLeftOut = 0

  static let cellLimit = 32_767
  static let linkLimit = 65_530
  static let formulaLimit = 8_192

  init(path: String, sheet: String) {
    self.path = path
    self.sheet = sheet
  }

  private mutating func report(
    _ code: Finding.Code, _ severity: Finding.Severity, _ cell: CellAddress?, vi: String,
    en: String
  ) {
    findings.append(
      Finding(
        code, severity, at: Location(file: path, sheet: sheet, cell: cell), vi: vi, en: en))
  }

  /// Whether the link may be written; Excel takes only so many.
  mutating func takes(link: String) -> Bool {
    links += 1
    guard links > Self.linkLimit || link.utf16.count > 2_000 else { return true }
    linksLeftOut += 1
    return false
  }

  /// To be called after the last cell.
  mutating func finish() {
    guard linksLeftOut > 0 else { return }
    report(
      "links-left-out", .note, nil,
      vi: "Excel chỉ cho 65.530 liên kết mỗi trang, đã bỏ \(linksLeftOut) liên kết",
      en: "Excel allows 65,530 links a sheet; \(linksLeftOut) links were left out")
  }

  /// What to write instead; nil where the content is in order.
  mutating func checked(
    _ content: Page.Content, at address: CellAddress
  ) -> Page.Content? {
    switch content {
    case .blank, .boolean: return nil
    case .text(let text): return checkedText(text, at: address).map { .text($0) }
    case .number(let number):
      guard !number.isFinite else { return nil }
      report(
        "number-impossible", .error, address,
        vi: "giá trị không phải là số (\(number)), để trống ô",
        en: "the value is no number (\(number)); the cell is left blank")
      return .blank
    case .date(let date):
      // Excel's calendar begins in 1900 and takes that year for a leap year.
      guard (date.year, date.month) < (1900, 3) else { return nil }
      return .text("\(date)")
    case .rich(let runs):
      let plain = runs.map { run in
        var run = run
        run.text = CellText.writable(run.text) ?? run.text
        return run
      }
      let joined = plain.map(\.text).joined()
      if joined.utf8.count > Self.cellLimit, joined.utf16.count > Self.cellLimit {
        return checkedText(runs.map(\.text).joined(), at: address).map { .text($0) }
      }
      return plain == runs ? nil : .rich(plain)
    case .formula(let formula, let cached):
      if formula.utf16.count <= Self.formulaLimit, CellText.writable(formula) == nil {
        switch cached {
        case .number(let number) where number.isFinite: return nil
        case .text(let text) where text.utf16.count <= Self.cellLimit:
          return checkedText(text, at: address).map { .formula(formula, cached: .text($0)) }
        default: break
        }
      }
      report(
        "formula-left-out", .warning, address,
        vi: "công thức vượt giới hạn của Excel, chỉ ghi kết quả",
        en: "the formula is beyond Excel's limits; only its result is written")
      switch cached {
      case .number(let number): return number.isFinite ? .number(number) : .blank
      case .text(let text): return .text(PageChecker.plain(text, limit: Self.cellLimit))
      }
    }
  }

  private mutating func checkedText(
    _ text: String, at address: CellAddress
  ) -> String? {
    var result = CellText.writable(text)
    if result == nil, text.utf8.count <= Self.cellLimit { return nil }
    let length = (result ?? text).utf8.count
    if length > Self.cellLimit, (result ?? text).utf16.count > Self.cellLimit {
      result = CellText.writablePrefix(of: text, utf16: Self.cellLimit)
      report(
        "text-cut", .error, address,
        vi: "nội dung dài quá 32.767 ký tự mà một ô Excel chứa được, phần sau bị cắt",
        en: "the text is longer than the 32,767 characters of an Excel cell; its end was cut")
    } else if let changed = result, dropsCharacters(text, changed) {
      report(
        "control-characters", .note, address,
        vi: "ô có ký tự điều khiển không ghi được vào Excel, đã bỏ các ký tự đó",
        en: "the cell holds control characters that Excel can't hold; they were left out")
    }
    return result
  }

  /// Whether more than line breaks and escapes was changed.
  private func dropsCharacters(_ old: String, _ new: String) -> Bool {
    old.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0B, 0x0D: false
      case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF: true
      default: false
      }
    }
  }
}
