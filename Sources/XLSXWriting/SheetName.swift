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
    func follow(_ text: String) -> String { following(renamed, in: text) }
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

  /// The formula or link with every sheet that it names (`'Danh mục'!A1`) under its new name; all
  /// at once, since a new name may be another sheet's old one. Texts in quotation marks stay.
  static func following(_ renamed: [String: String], in text: String) -> String {
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      guard first == "'" || first == "\"" else {
        result.append(first)
        rest = rest.dropFirst()
        continue
      }
      let (name, after) = quoted(rest, by: first)
      let isSheet = first == "'" && after.first == "!"
      if isSheet, let new = renamed[name] {
        result += quotedSheetName(new)
      } else {
        result += rest[..<after.startIndex]
      }
      rest = after
    }
    return result
  }

  /// What stands between two marks, a doubled one being part of it, and the rest behind them.
  private static func quoted(
    _ text: Substring, by mark: Character
  ) -> (name: String, after: Substring) {
    var name = ""
    var rest = text.dropFirst()
    while let next = rest.first {
      rest = rest.dropFirst()
      if next == mark {
        guard rest.first == mark else { return (name, rest) }
        rest = rest.dropFirst()
      }
      name.append(next)
    }
    return (name, rest)
  }
}
