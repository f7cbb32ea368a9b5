import CellGrid

/// Excel's rules for the names of sheets.
enum SheetName {
  /// The name, or the nearest one that Excel takes: at most 31 characters, none of `[]:*?/\`, no
  /// apostrophe at either end, not empty, and not taken in any case.
  static func legal(_ name: String, taken: inout Set<String>) -> String {
    var text = CellText.writable(name) ?? name
    text = String(text.map { "[]:*?/\\\n\t".contains($0) ? "-" : $0 })
    while text.hasPrefix("'") { text.removeFirst() }
    text = CellText.prefix(of: text, utf16: 31)
    while text.hasSuffix("'") { text.removeLast() }
    if text.allSatisfy(\.isWhitespace) { text = "Trang" }
    // Excel keeps this name for itself.
    if text.lowercased() == "history" { text += "-" }
    var candidate = text
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      let suffix = " (\(number))"
      candidate = CellText.prefix(of: text, utf16: 31 - suffix.utf16.count) + suffix
      number += 1
    }
    return candidate
  }

  /// Lets links, formulas, drop-downs and charts follow sheets to their new names.
  static func apply(_ renamed: [String: String], to page: inout Page) {
    func follow(_ text: String) -> String {
      var result = text
      for (old, new) in renamed.sorted(by: { $0.key < $1.key }) {
        result = replacing(quotedSheetName(old) + "!", in: result, by: quotedSheetName(new) + "!")
      }
      return result
    }
    for row in page.rows.indices {
      for column in page.rows[row].cells.indices {
        let cell = page.rows[row].cells[column]
        if let link = cell.link { page.rows[row].cells[column].link = follow(link) }
        if case .formula(let formula, let cached) = cell.content {
          page.rows[row].cells[column].content = .formula(follow(formula), cached: cached)
        }
      }
    }
    for index in page.charts.indices {
      for series in page.charts[index].series.indices {
        let sheet = page.charts[index].series[series].sheet
        page.charts[index].series[series].sheet = renamed[sheet] ?? sheet
      }
    }
    for index in page.validations.indices {
      if case .list(let sheet, let range) = page.validations[index].rule {
        page.validations[index].rule = .list(sheet: renamed[sheet] ?? sheet, range: range)
      }
    }
    for index in page.conditions.indices {
      if case .formula(let formula) = page.conditions[index].rule {
        page.conditions[index].rule = .formula(follow(formula))
      }
    }
  }

  private static func replacing(_ old: String, in text: String, by new: String) -> String {
    var result = ""
    var rest = text[...]
    while let range = firstRange(of: old, in: rest) {
      result += rest[..<range.lowerBound] + new
      rest = rest[range.upperBound...]
    }
    return result + rest
  }

  private static func firstRange(of needle: String, in text: Substring) -> Range<String.Index>? {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix(needle) {
        return start..<text.index(start, offsetBy: needle.count)
      }
      start = text.index(after: start)
    }
    return nil
  }
}
