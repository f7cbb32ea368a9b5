package import AppendixModel
package import Findings

/// Puts the forms that units have returned back into the master appendix.
package struct FormCollection: Sendable {
  /// A cell of the master that a form filled in.
  package struct Update: Hashable, Sendable {
    package var item: RowOrigin
    package var role: ColumnRole
    package var old: Field
    package var new: Field
  }

  /// Forms that give differing values for one cell; the master keeps its own.
  package struct Disagreement: Hashable, Sendable {
    package var item: RowOrigin
    package var role: ColumnRole
    package var values: [ConflictValue]
  }

  /// The master with the returned values.
  package var appendix: Appendix
  package var updates: [Update]
  package var disagreements: [Disagreement]
  /// Lead agencies of the master from which no form has come.
  package var missing: [String]
  /// Rows of forms that are in no row of the master.
  package var notTaken: [RowNotTaken]
  package var findings: [Finding]

  /// `fillable` names the columns that forms may change; anything else in them is left alone.
  package init(
    master: Appendix, forms: [Appendix], fillable: Set<ColumnRole> = [.progress, .note],
    registry: UnitRegistry = .builtIn
  ) {
    appendix = master
    updates = []
    disagreements = []
    missing = []
    notTaken = []
    findings = []
    var rowsByTask: [String: [RowOrigin]] = [:]
    var rowsByDigest: [String: [RowOrigin]] = [:]
    for item in master.items {
      rowsByTask[comparisonKey(item.text), default: []].append(item.origin)
      rowsByDigest[FormLayout.digest(of: item.text), default: []].append(item.origin)
    }
    let numbers = Dictionary(
      master.items.map { ($0.origin, $0.number) }, uniquingKeysWith: { first, _ in first })
    var given: [RowOrigin: [ColumnRole: [(RowOrigin, Field)]]] = [:]
    var answered: Set<RowOrigin> = []
    for form in forms {
      notTaken += form.notTaken
      for item in form.items {
        // The hidden key knows the row even where its text was edited.
        let rows =
          Self.digest(of: item).flatMap { rowsByDigest[$0] }
          ?? rowsByTask[comparisonKey(item.text)] ?? []
        // Of rows with the same wording, the one with the same number is meant.
        let row = rows.first { numbers[$0] == item.number } ?? (rows.count == 1 ? rows[0] : nil)
        guard let row else {
          notTaken.append(
            RowNotTaken(
              origin: item.origin, text: item.text,
              reason: Message(
                vi: "không có nhiệm vụ này trong bảng gốc; kiểm tra xem nội dung có bị sửa không",
                en: "the master has no such task; check whether its text was changed")))
          continue
        }
        answered.insert(row)
        for role in fillable {
          guard let field = item.fields[role], !field.isBlank else { continue }
          given[row, default: [:]][role, default: []].append((item.origin, field))
        }
      }
    }
    apply(given, fillable)
    missing = Self.missing(master, answered, registry)
  }

  /// What the form's hidden key says of the text that the row was sent out with.
  private static func digest(of item: Item) -> String? {
    item.extras.first { $0.header == FormLayout.keyHeader }
      .flatMap { FormLayout.digest(in: $0.field.text) }
  }

  private mutating func apply(
    _ given: [RowOrigin: [ColumnRole: [(RowOrigin, Field)]]], _ fillable: Set<ColumnRole>
  ) {
    for section in appendix.sections.indices {
      for index in appendix.sections[section].items.indices {
        let item = appendix.sections[section].items[index]
        for role in fillable.sorted(by: { $0.rawValue < $1.rawValue }) {
          guard let values = given[item.origin]?[role], let first = values.first else { continue }
          let keys = Set(values.map { comparisonKey($0.1.text) })
          guard keys.count == 1 else {
            disagreements.append(
              Disagreement(
                item: item.origin, role: role,
                values: values.map { ConflictValue(source: $0.0, value: $0.1.text) }))
            continue
          }
          let old = item.fields[role] ?? Field("")
          guard old.text != first.1.text else { continue }
          appendix.sections[section].items[index].fields[role] = first.1
          updates.append(Update(item: item.origin, role: role, old: old, new: first.1))
        }
      }
    }
  }

  /// Agencies of which no row was answered.
  private static func missing(
    _ master: Appendix, _ answered: Set<RowOrigin>, _ registry: UnitRegistry
  ) -> [String] {
    var order: [UnitKey] = []
    var names: [UnitKey: String] = [:]
    var heard: Set<UnitKey> = []
    for item in master.items {
      for lead in Lead.list(parsing: item[.lead]) {
        let key = registry.key(of: lead.agency)
        if names[key] == nil {
          names[key] = lead.agency
          order.append(key)
        }
        if answered.contains(item.origin) { heard.insert(key) }
      }
    }
    return order.filter { !heard.contains($0) }.compactMap { names[$0] }
  }
}
