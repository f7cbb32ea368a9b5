import AppendixModel
import CellGrid
import Findings

extension TemplateShelf {
  /// A template for a person: columns with their headings and merge rules, statuses, sections,
  /// the look.
  package static func description(_ name: String, isEnglish: Bool) throws(RunFailure) -> [String] {
    let template = try template(name)
    let language: Language = isEnglish ? .english : .vietnamese
    func say(_ vietnamese: String, _ english: String) -> String {
      isEnglish ? english : vietnamese
    }
    var lines = ["\(template.name) (\(template.id))", "", say("Cột:", "Columns:")]
    for column in template.columns {
      let groups = (column.groups ?? []).map { $0 + " / " }.joined()
      let role = RoleName.message(column.role, in: template).text(in: language)
      var marks = [mergeRule(column.merge).text(in: language)]
      if column.isOmitted == true {
        marks.append(say("không in ra", "not printed"))
      } else if column.isRequired != true {
        marks.append(say("chỉ in khi có", "printed only if used"))
      }
      lines.append("  «\(groups)\(column.header)» – \(role)")
      lines.append(say("    khi gộp: ", "    merging: ") + marks.joined(separator: "; "))
      lines.append(
        say("    tiêu đề nhận ra: ", "    headings: ") + column.headings.joined(separator: "; "))
      if let ambiguous = column.ambiguousHeadings, !ambiguous.isEmpty {
        lines.append(
          say("    tùy nội dung cột: ", "    by contents: ") + ambiguous.joined(separator: "; "))
      }
    }
    lines += ["", say("Trạng thái:", "Statuses:")]
    for status in template.statuses {
      let done = status.isDone ? say("đã xong", "done") : say("chưa xong", "not done")
      lines.append("  \(status.name) – \(done) (\(status.id))")
    }
    if !template.sections.known.isEmpty {
      lines += ["", say("Lĩnh vực:", "Sections:")]
      lines += template.sections.known.map { "  \($0.name) (\($0.code))" }
    }
    let layout = template.layout
    let direction =
      switch layout.orientation {
      case .portrait: say("giấy dọc", "portrait")
      case .landscape: say("giấy ngang", "landscape")
      case .auto: say("chiều giấy tùy bảng", "direction by the table")
      }
    lines += [
      "", say("Trình bày:", "Layout:"),
      "  \((layout.paper ?? .a4).rawValue), \(direction), \(layout.font) "
        + CellValue.shortest(layout.fontSize),
      "  \(layout.word) · \(layout.title)",
    ]
    return lines
  }

  private static func mergeRule(_ rule: AppendixTemplate.MergeRule) -> Message {
    switch rule {
    case .runningNumber: Message(vi: "đánh số lại suốt bảng", en: "numbered anew throughout")
    case .sectionNumber:
      Message(vi: "đánh số lại trong từng lĩnh vực", en: "numbered anew in each section")
    case .identity: Message(vi: "giữ một lời văn", en: "one wording is kept")
    case .union: Message(vi: "ghép các cơ quan", en: "agencies are united")
    case .sameOrList: Message(vi: "giống thì giữ, khác thì liệt kê", en: "the same, or all listed")
    case .list: Message(vi: "liệt kê các giá trị", en: "all listed")
    case .earliest: Message(vi: "lấy sớm nhất", en: "the earliest")
    case .latest: Message(vi: "lấy muộn nhất", en: "the latest")
    case .byAgency: Message(vi: "ghi theo từng cơ quan", en: "by agency")
    case .sum: Message(vi: "cộng lại", en: "added up")
    case .ratio: Message(vi: "cộng số đếm, tính lại tỷ lệ", en: "counts added, percent anew")
    case .first: Message(vi: "lấy của tệp thứ nhất", en: "the first file's")
    case .leastAdvanced: Message(vi: "lấy mức chậm nhất", en: "the least advanced")
    }
  }
}
