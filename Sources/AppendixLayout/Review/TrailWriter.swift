import AppendixModel
import CellGrid
import Consolidation

/// Says of each value of the appendix how it came about.
struct TrailWriter {
  /// A value with its cells.
  struct Line {
    var column: String
    var value: String
    var how: String
    var origins: [CellOrigin]
  }

  private struct Place: Hashable {
    var item: Int
    var part: String?
    var role: ColumnRole
    var header: String?
    var chosen: String
  }

  private let template: AppendixTemplate
  private let statusNames: [String: String]
  private var conflicts: [Place: Conflict] = [:]
  private var rewritings: [CellOrigin: [Rewriting]] = [:]

  init(consolidated: Consolidated, template: AppendixTemplate) {
    self.template = template
    statusNames = Dictionary(
      template.statuses.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    for conflict in consolidated.conflicts {
      let place = Place(
        item: conflict.item, part: conflict.part, role: conflict.role, header: conflict.header,
        chosen: conflict.chosen)
      conflicts[place] = conflict
    }
    for rewriting in consolidated.rewritings {
      rewritings[rewriting.origin, default: []].append(rewriting)
    }
  }

  func lines(of item: MergedItem) -> [Line] {
    var lines = lines(item.fields, item.extras, item: item.number, part: nil)
    if let name = statusNames[item.statusID] {
      lines.append(
        Line(
          column: "Trạng thái", value: name, how: "Xếp loại theo tiến độ, thời hạn của các nguồn",
          origins: item.fields[.progress]?.origins ?? []))
    }
    return lines
  }

  func lines(of part: MergedPart, in item: MergedItem) -> [Line] {
    lines(part.fields, part.extras, item: item.number, part: part.number)
  }

  /// A line for each value, in the template's order of columns, then what else there is.
  private func lines(
    _ fields: [ColumnRole: Field], _ extras: [ExtraField], item: Int, part: String?
  ) -> [Line] {
    let known = template.columns.map(\.role)
    let others = Set(fields.keys).subtracting(known).sorted { $0.rawValue < $1.rawValue }
    var lines: [Line] = []
    for role in known + others {
      guard let field = fields[role], !field.isBlank else { continue }
      lines.append(
        Line(
          column: template.column(role)?.header ?? role.rawValue, value: field.text,
          how: how(field, role, nil, item, part), origins: field.origins))
    }
    for extra in extras where !extra.field.isBlank {
      lines.append(
        Line(
          column: extra.header, value: extra.field.text,
          how: how(extra.field, .extra, extra.header, item, part), origins: extra.field.origins))
    }
    return lines
  }

  private func how(
    _ field: Field, _ role: ColumnRole, _ header: String?, _ item: Int, _ part: String?
  ) -> String {
    var told: [String] = []
    let place = Place(item: item, part: part, role: role, header: header, chosen: field.text)
    let rule = header == nil ? template.column(role)?.merge : nil
    if let conflict = conflicts[place] {
      told.append("Các nguồn ghi khác nhau: \(ReviewBook.name(ofRule: conflict.rule))")
    } else if rule == .runningNumber || rule == .sectionNumber {
      told.append("Đánh số lại")
    } else if field.origins.count < 2 {
      told.append("Nguyên văn")
    } else {
      told.append(Self.united(rule))
    }
    // An agency may be written otherwise than its cell says.
    let changed = field.origins.flatMap { rewritings[$0] ?? [] }
    if !changed.isEmpty, field.origins.count < 2 { told.removeAll() }
    for rewriting in changed {
      let why = rewriting.kind == .successor ? "tên mới" : "ghi kèm đơn vị"
      told.append("«\(rewriting.before)» → «\(rewriting.after)» (\(why))")
    }
    return told.joined(separator: "\n")
  }

  private static func united(_ rule: AppendixTemplate.MergeRule?) -> String {
    switch rule {
    case .union: "Ghép các cơ quan, mỗi cơ quan một lần"
    case .sum, .ratio: "Cộng các nguồn, tính lại tỷ lệ"
    case .identity: "Giữ lời văn của ô đứng đầu"
    case .list: "Liệt kê các nguồn"
    default: "Các nguồn ghi như nhau"
    }
  }
}
