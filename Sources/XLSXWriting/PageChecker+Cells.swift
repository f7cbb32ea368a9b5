import CellGrid
import Findings

/// Cells: texts, numbers, dates, formulas, links, heights.
extension PageChecker {
  mutating func checkCells(_ index: Int) {
    var links = 0
    var linksLeftOut = 0
    // The rows are walked in place and copied only if something must change; the span lends each
    // cell without counting references.
    let rows = pages[index].rows
    for row in rows.indices {
      if let height = rows[row].height, !(height.isFinite && (0...409.5).contains(height)) {
        let legal = height.isFinite ? min(max(height, 0), 409.5) : nil
        change(index) { $0.rows[row].height = legal }
      }
      let line = rows[row].cells
      let cells = line.span
      for column in cells.indices {
        let address = CellAddress(row: row, column: column)
        if let content = checked(cells[column].content, page: index, at: address) {
          change(index) { $0.rows[row].cells[column].content = content }
        }
        if let link = cells[column].link {
          links += 1
          if links > Self.linkLimit || link.utf16.count > 2_000 {
            linksLeftOut += 1
            change(index) { $0.rows[row].cells[column].link = nil }
          }
        }
        if let comment = cells[column].comment {
          let plain = Self.plain(comment, limit: Self.cellLimit)
          if plain != comment { change(index) { $0.rows[row].cells[column].comment = plain } }
        }
      }
    }
    if linksLeftOut > 0 {
      report(
        "links-left-out", .note, index, nil,
        vi: "Excel chỉ cho 65.530 liên kết mỗi trang, đã bỏ \(linksLeftOut) liên kết",
        en: "Excel allows 65,530 links a sheet; \(linksLeftOut) links were left out")
    }
  }

  /// What to write instead; nil where the content is in order.
  private mutating func checked(
    _ content: Page.Content, page: Int, at address: CellAddress
  ) -> Page.Content? {
    switch content {
    case .blank, .boolean: return nil
    case .text(let text): return checkedText(text, page: page, at: address).map { .text($0) }
    case .number(let number):
      guard !number.isFinite else { return nil }
      report(
        "number-impossible", .error, page, address,
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
        return checkedText(joined, page: page, at: address).map { .text($0) }
      }
      return plain == runs ? nil : .rich(plain)
    case .formula(let formula, let cached):
      if formula.utf16.count <= Self.formulaLimit, CellText.writable(formula) == nil {
        switch cached {
        case .number(let number) where number.isFinite: return nil
        case .text(let text) where text.utf16.count <= Self.cellLimit: return nil
        default: break
        }
      }
      report(
        "formula-left-out", .warning, page, address,
        vi: "công thức vượt giới hạn của Excel, chỉ ghi kết quả",
        en: "the formula is beyond Excel's limits; only its result is written")
      switch cached {
      case .number(let number): return number.isFinite ? .number(number) : .blank
      case .text(let text): return .text(Self.plain(text, limit: Self.cellLimit))
      }
    }
  }

  private mutating func checkedText(
    _ text: String, page: Int, at address: CellAddress
  ) -> String? {
    var result = CellText.writable(text)
    if result == nil, text.utf8.count <= Self.cellLimit { return nil }
    let length = (result ?? text).utf8.count
    if length > Self.cellLimit, (result ?? text).utf16.count > Self.cellLimit {
      result = CellText.prefix(of: result ?? text, utf16: Self.cellLimit)
      report(
        "text-cut", .error, page, address,
        vi: "nội dung dài quá 32.767 ký tự mà một ô Excel chứa được, phần sau bị cắt",
        en: "the text is longer than the 32,767 characters of an Excel cell; its end was cut")
    } else if let changed = result, dropsCharacters(text, changed) {
      report(
        "control-characters", .note, page, address,
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
