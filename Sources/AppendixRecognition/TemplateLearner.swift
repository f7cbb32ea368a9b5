package import AppendixModel
package import CellGrid
package import Findings

/// Writes a template from a form that an office already uses: its columns, headings, widths and
/// order, its font and page set-up, its sections. What could not be told is marked for a person.
package struct TemplateLearner: Sendable {
  let sheet: Sheet
  let appendix: Appendix
  /// The kind that the form was recognised as: merge rules and statuses come from it.
  let base: AppendixTemplate

  /// A template learned from a form.
  package struct Learned: Sendable {
    /// The template, ready to be written to a file.
    package var yaml: String
    /// What a person must look at, each also marked in the YAML.
    package var doubts: [Finding]
  }

  package init(sheet: Sheet, appendix: Appendix, base: AppendixTemplate) {
    self.sheet = sheet
    self.appendix = appendix
    self.base = base
  }

  package func learn(id: String, name: String) -> Learned {
    var doubts: [Finding] = []
    var lines = [
      "# Biểu mẫu học từ \(Self.oneLine(appendix.file)), trang «\(Self.oneLine(appendix.sheet))».",
      "# Chỗ ghi «CẦN XEM» là chỗ máy không chắc: hãy xem lại rồi xóa dòng đó.",
      "schema: \(AppendixTemplate.currentSchema)",
      "id: \(id)",
      "name: \(Self.quoted(name))",
    ]
    if let word = base.itemName { lines.append("itemName: \(Self.quoted(word))") }
    lines += ["", "columns:"]
    lines += columns(&doubts)
    lines += sections()
    lines += statuses()
    lines += layout(&doubts)
    lines += sentences()
    if let others = base.otherHeadings, !others.isEmpty {
      let own = Set(
        appendix.columns.flatMap { [WordKey($0.header), WordKey(Self.leaf($0.header))] })
      lines += ["", "otherHeadings:"]
      lines += others.filter { !own.contains(WordKey($0)) }.map { "  - \(Self.quoted($0))" }
    }
    return Learned(yaml: lines.joined(separator: "\n") + "\n", doubts: doubts)
  }

  // MARK: Columns

  private func columns(_ doubts: inout [Finding]) -> [String] {
    var lines: [String] = []
    var used: Set<ColumnRole> = []
    for column in appendix.columns {
      let known = column.role == .extra ? nil : base.column(column.role)
      let role = known == nil ? ownRole(column, used) : column.role
      // Several columns that hold one value together are one column of the template.
      guard used.insert(role).inserted else { continue }
      let sharing = appendix.columns.count { $0.role == column.role }
      let isGroup = sharing > 1 && column.role != .extra
      let levels = isGroup ? [Self.outermost(column.header)] : headerLevels(column)
      let header = levels.last ?? column.header
      if column.isHidden {
        lines.append("  # CẦN XEM: cột này đang ẩn trong tệp mẫu; bỏ đi nếu không cần.")
      }
      if isGroup {
        lines.append("  # CẦN XEM: tệp mẫu có \(sharing) cột cho vai trò này, ở đây còn một cột.")
        doubts.append(doubt(column, role))
      }
      if known == nil || column.confidence < 0.75 {
        lines.append("  # CẦN XEM: \(Self.oneLine(column.reason.vietnamese))")
        doubts.append(doubt(column, role))
      }
      lines += [
        "  - role: \(Self.quoted(role.rawValue))",
        "    header: \(Self.quoted(header.isEmpty ? "Cột \(column.column + 1)" : header))",
      ]
      if levels.count > 1 {
        lines.append("    groups: [\(levels.dropLast().map(Self.quoted).joined(separator: ", "))]")
      }
      if let contents = known?.contents { lines.append("    contents: \(contents.rawValue)") }
      lines += [
        "    merge: \((known?.merge ?? .sameOrList).rawValue)",
        "    width: \(CellValue.shortest(width(column.column)))",
      ]
      lines.append("    align: \(alignment(column.column).rawValue)")
      lines.append("    isRequired: true")
      if known?.isOmitted == true { lines.append("    isOmitted: true") }
      lines.append("    headings:")
      for heading in headings(isGroup ? header : column.header, known?.headings ?? []) {
        lines.append("      - \(Self.quoted(heading))")
      }
      if let ambiguous = known?.ambiguousHeadings, !ambiguous.isEmpty {
        lines.append("    ambiguousHeadings:")
        lines += ambiguous.map { "      - \(Self.quoted($0))" }
      }
      if let parts = known?.parts { lines += Self.lines(parts) }
    }
    // Notes at cells are printed below the table.
    if let note = base.column(.note), !used.contains(.note) {
      lines += [
        "  # Tệp mẫu không có cột này: ghi chú gắn ở ô được in dưới bảng.",
        "  - role: 'note'", "    header: \(Self.quoted(note.header))",
        "    merge: \(note.merge.rawValue)", "    width: \(CellValue.shortest(note.width))",
        "    headings:",
      ]
      lines += note.headings.map { "      - \(Self.quoted($0))" }
    }
    return lines
  }

  private static func lines(_ parts: AppendixTemplate.Parts) -> [String] {
    let named = [("from", parts.from), ("to", parts.to), ("office", parts.office)]
    return ["    parts:"]
      + named.compactMap { name, headings in
        headings.map { "      \(name): [\($0.map(quoted).joined(separator: ", "))]" }
      }
  }

  private func doubt(_ column: RecognisedColumn, _ role: ColumnRole) -> Finding {
    let address = CellAddress(row: appendix.headerRows.first ?? 0, column: column.column)
    return Finding(
      "column-unsure", .warning,
      at: Location(file: appendix.file, sheet: appendix.sheet, cell: address),
      vi: "cột «\(column.header)» được ghi với vai trò «\(role.rawValue)»; "
        + "hãy xem lại chỗ «CẦN XEM» trong biểu mẫu.",
      en: "the column “\(column.header)” was given the role “\(role.rawValue)”; look at the place "
        + "marked CẦN XEM in the template.")
  }

  /// A role of the form's own, from the heading's letters: `kinhPhi`.
  private func ownRole(_ column: RecognisedColumn, _ used: Set<ColumnRole>) -> ColumnRole {
    let words = WordKey(Self.leaf(column.header)).words.prefix(4).map { PlainLetters.of($0) }
      .filter { !$0.isEmpty }
    var stem = words.first ?? "column"
    for word in words.dropFirst() { stem += word.prefix(1).uppercased() + word.dropFirst() }
    if stem.first?.isNumber == true { stem = "c" + stem }
    var role = ColumnRole(rawValue: stem)
    var count = 2
    while used.contains(role) || base.column(role) != nil || role == .extra {
      role = ColumnRole(rawValue: "\(stem)\(count)")
      count += 1
    }
    return role
  }

  private func headings(_ header: String, _ known: [String]) -> [String] {
    var seen: Set<WordKey> = []
    return ([Self.leaf(header), header] + known).filter {
      let key = WordKey($0)
      return !key.isEmpty && seen.insert(key).inserted
    }
  }

  private func width(_ column: Int) -> Double {
    max(0.5, min(1000, (sheet.millimetres(ofColumn: column) * 100).rounded() / 100))
  }

  // MARK: The rest

  private func sections() -> [String] {
    var lines = ["", "sections:"]
    var known = base.sections.known
    for section in appendix.sections where !section.title.isEmpty {
      let key = WordKey(section.title)
      if known.contains(where: { ([$0.name] + $0.variants).contains { WordKey($0) == key } }) {
        continue
      }
      known.append(
        AppendixTemplate.KnownSection(
          code: "S\(known.count + 1)", name: section.title, variants: []))
    }
    guard !known.isEmpty else { return lines.dropLast() + ["sections: {known: []}"] }
    if !base.sections.openers.isEmpty {
      lines.append("  openers: [\(base.sections.openers.map(Self.quoted).joined(separator: ", "))]")
    }
    lines.append("  known:")
    for section in known {
      lines += [
        "    - code: \(Self.quoted(section.code))", "      name: \(Self.quoted(section.name))",
        "      variants: [\(section.variants.map(Self.quoted).joined(separator: ", "))]",
      ]
    }
    return lines
  }

  private func statuses() -> [String] {
    var lines = ["", "statuses:"]
    for status in base.statuses {
      lines += [
        "  - id: \(Self.quoted(status.id))", "    name: \(Self.quoted(status.name))",
        "    isDone: \(status.isDone)", "    rank: \(status.rank)",
      ]
      if let dates = status.dates { lines.append("    dates: \(dates.rawValue)") }
      if let color = status.color { lines.append("    color: \(Self.quoted(color))") }
      lines.append(
        "    patterns: [\(status.patterns.map(Self.quoted).joined(separator: ", "))]")
    }
    return lines
  }

  private func sentences() -> [String] {
    guard !base.sentences.isEmpty else { return [] }
    return ["", "sentences:"]
      + base.sentences.sorted { $0.key < $1.key }
      .map { "  \(Self.quoted($0.key)): \(Self.quoted($0.value))" }
  }
}

extension TemplateLearner {
  /// The innermost level of a heading: `Phân công / Đơn vị chủ trì` → `Đơn vị chủ trì`.
  static func leaf(_ header: String) -> String {
    guard let range = header.ranges(of: " / ").last else { return header }
    return String(header[range.upperBound...])
  }

  /// The outermost level: `Thời gian / Từ` → `Thời gian`.
  static func outermost(_ header: String) -> String {
    header.firstRange(of: " / ").map { String(header[..<$0.lowerBound]) } ?? header
  }

  /// Text on one line, for a comment.
  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: { $0.isNewline || $0 == "\r" }).joined(separator: " ")
  }

  /// A YAML scalar that reads back as the same text.
  static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.value >= 0x20 && $0.value != 0x7F && !(0x80...0x9F).contains($0.value)
        && !(0x2028...0x2029).contains($0.value) && $0.value != 0xFEFF && $0.value < 0xFFFE
    }
    if isPlain { return "'" + text.replacing("'", with: "''") + "'" }
    var escaped = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\t": escaped += "\\t"
      case "\r": escaped += "\\r"
      default:
        if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
          || (0x2028...0x2029).contains(scalar.value) || scalar.value == 0xFEFF
        {
          let digits = String(scalar.value, radix: 16)
          escaped += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        } else if scalar.value < 0xFFFE || scalar.value > 0xFFFF {
          escaped.unicodeScalars.append(scalar)
        }
      }
    }
    return escaped + "\""
  }

  /// A template's id from a file's name: `Phụ lục 2.xlsx` → `phu-luc-2`.
  package static func identifier(_ name: String) -> String {
    let words = WordKey(name).words.map { PlainLetters.of($0) }.filter { !$0.isEmpty }
    return words.isEmpty ? "bieu-mau" : words.joined(separator: "-")
  }
}
