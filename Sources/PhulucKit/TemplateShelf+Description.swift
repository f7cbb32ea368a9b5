import AppendixModel

extension TemplateShelf {
  /// A template for a person: columns with their headings and merge rules, statuses, sections.
  package static func description(_ name: String, isEnglish: Bool) throws(RunFailure) -> [String] {
    let template = try template(name)
    func say(_ vietnamese: String, _ english: String) -> String {
      isEnglish ? english : vietnamese
    }
    var lines = ["\(template.id): \(template.name)", "", say("Cột:", "Columns:")]
    for column in template.columns {
      lines.append("  \(column.role.rawValue) – \(column.header) [\(column.merge.rawValue)]")
      lines.append(
        say("    tiêu đề: ", "    headings: ") + column.headings.joined(separator: "; "))
      if let ambiguous = column.ambiguousHeadings, !ambiguous.isEmpty {
        lines.append(
          say("    tùy nội dung: ", "    by contents: ") + ambiguous.joined(separator: "; "))
      }
    }
    lines += ["", say("Trạng thái:", "Statuses:")]
    for status in template.statuses {
      let done = status.isDone ? say("đã xong", "done") : say("chưa xong", "not done")
      lines.append("  \(status.id) – \(status.name) (\(done))")
    }
    if !template.sections.known.isEmpty {
      lines += ["", say("Lĩnh vực:", "Sections:")]
      lines += template.sections.known.map { "  \($0.code) – \($0.name)" }
    }
    return lines
  }
}
