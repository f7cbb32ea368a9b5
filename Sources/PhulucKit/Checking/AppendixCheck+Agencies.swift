import AppendixModel
import Findings

extension AppendixCheck {
  /// Agencies that the registry doesn't know, and agencies that no longer exist at the report
  /// date. Each is told once, where it comes first.
  mutating func agencies(_ registry: UnitRegistry = .builtIn) {
    var seen: Set<UnitKey> = []
    for item in appendix.items {
      let rows = [(item.fields, item.origin)] + item.parts.map { ($0.fields, $0.origin) }
      for (fields, origin) in rows {
        for role in [ColumnRole.lead, .support] {
          guard let text = fields[role]?.text, !text.isEmpty else { continue }
          for lead in Lead.list(parsing: text) {
            guard Self.isAgency(lead.agency), seen.insert(registry.key(of: lead.agency)).inserted
            else { continue }
            agency(lead.agency, role, origin, registry)
          }
        }
      }
    }
  }

  private mutating func agency(
    _ name: String, _ role: ColumnRole, _ origin: RowOrigin, _ registry: UnitRegistry
  ) {
    guard registry.name(of: name) != nil else {
      add(
        "agency-unknown", .note, origin, role,
        vi: "danh mục đơn vị không có «\(name)»; hãy xem có viết sai không, hoặc bổ sung danh mục.",
        en: "the registry has no “\(name)”; see whether it is misspelt, or add it.")
      return
    }
    let eras = registry.eras(of: name)
    guard !eras.isEmpty, !eras.contains(where: { $0.contains(asOf) }) else { return }
    let heirs = registry.successors(of: name, asOf: asOf).joined(separator: ", ")
    add(
      "agency-gone", .warning, origin, role,
      vi: "«\(name)» không còn vào ngày \(asOf.vietnamese)"
        + (heirs.isEmpty ? "; hãy ghi cơ quan kế nhiệm." : "; nay là \(heirs), hãy sửa lại."),
      en: "“\(name)” does not exist on \(asOf)"
        + (heirs.isEmpty ? "; name its successor." : "; it is now \(heirs): correct it."))
  }

  /// Names of agencies proper; rooms of an agency and «các sở, ngành» are in no registry.
  private static func isAgency(_ name: String) -> Bool {
    guard let first = WordKey(name).words.first else { return false }
    return ["sở", "bộ"].contains(first) && WordKey(name).words.count > 1
  }
}
