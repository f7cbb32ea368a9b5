import AppendixModel
import VietText

/// A row, or one of its sub-items, whose columns are merged with those of others.
struct MergingRow {
  var ref: RowRef
  var fields: [ColumnRole: Field]
  var extras: [ExtraField]
  var origin: RowOrigin
}

/// What the merged columns belong to, for the list of conflicts.
struct MergingPlace {
  /// Running number of the output item.
  var item: Int
  /// The rows of the item.
  var group: [RowRef]
  /// A sub-item's number in the output, and what tells it from its neighbours.
  var part: (number: String, key: String)?
}

/// Merges columns by the template's rules; the same for items and for what belongs to them.
extension Merger {
  func mergedFields(
    _ rows: [MergingRow], number: String, numberInSection: String, _ place: MergingPlace,
    _ conflicts: inout [Conflict]
  ) -> [ColumnRole: Field] {
    let byWording = rows.sorted { wordingRank($0.ref) < wordingRank($1.ref) }
    let byLead = rows.sorted { leadRank($0.ref) < leadRank($1.ref) }
    let adds = rows.count < 2 || !holdsFigures || Additivity.adds(rows.map(\.fields))
    var result: [ColumnRole: Field] = [:]
    for role in roles(of: rows, isPart: place.part != nil) {
      let rule = template.column(role)?.merge ?? .sameOrList
      switch rule {
      case .runningNumber:
        result[role] = Field(number, origins: origins(of: role, in: rows))
      case .sectionNumber:
        result[role] = Field(numberInSection, origins: origins(of: role, in: rows))
      default:
        let order = rule == .union || rule == .byAgency ? byLead : byWording
        let merged = fields.merged(
          order.map { source($0, $0.fields[role]) }, role: role, by: rule, adds: adds)
        result[role] = settled(
          merged, rule, role: role, header: nil, rows.map { ($0.origin, $0.fields[role]) }, place,
          &conflicts)
      }
    }
    return result
  }

  /// Whether the template has columns that are added up at all.
  private var holdsFigures: Bool {
    template.columns.contains { $0.merge == .sum || $0.merge == .ratio }
  }

  func mergedExtras(
    _ rows: [MergingRow], _ place: MergingPlace, _ conflicts: inout [Conflict]
  ) -> [ExtraField] {
    let byWording = rows.sorted { wordingRank($0.ref) < wordingRank($1.ref) }
    var headers: [String] = []
    for extra in byWording.flatMap(\.extras) where !headers.contains(extra.header) {
      headers.append(extra.header)
    }
    return headers.map { header in
      func field(_ row: MergingRow) -> Field? { row.extras.first { $0.header == header }?.field }
      let rule: AppendixTemplate.MergeRule = Self.isCode(header) ? .list : .sameOrList
      let merged = fields.merged(
        byWording.map { source($0, field($0)) }, role: .extra, by: rule)
      return ExtraField(
        header: header,
        field: settled(
          merged, rule, role: .extra, header: header, rows.map { ($0.origin, field($0)) }, place,
          &conflicts))
    }
  }

  /// A column that names rows by a code differs from file to file and says nothing by it.
  private static func isCode(_ header: String) -> Bool {
    let words = unaccented(header).split(separator: " ")
    guard let first = words.first else { return false }
    return ["id", "ma", "code", "key", "ref", "no", "stt", "tt"].contains(
      String(first.filter(\.isLetter)))
  }

  /// The merged value, or what a person chose in its stead; differing values are listed.
  private func settled(
    _ merged: FieldMerger.Merged, _ rule: AppendixTemplate.MergeRule, role: ColumnRole,
    header: String?, _ sources: [(origin: RowOrigin, field: Field?)], _ place: MergingPlace,
    _ conflicts: inout [Conflict]
  ) -> Field {
    guard merged.isConflict else { return merged.field }
    let values = sources.compactMap { source -> ConflictValue? in
      guard let field = source.field, !field.isBlank else { return nil }
      return ConflictValue(source: source.origin, value: field.text)
    }
    let key = keys.conflictKey(
      place.group,
      place: [role.rawValue, header ?? "", place.part?.key ?? ""].joined(separator: "/"),
      values: values.map(\.value))
    var conflict = Conflict(
      item: place.item, part: place.part?.number, role: role, header: header, values: values,
      chosen: merged.field.text, rule: (merged.rule ?? rule).rawValue, key: key,
      note: replay.notes[key] ?? "")
    var field = merged.field
    switch replay.chosenValues[key] {
    case nil: break
    case .accept: conflict.isAccepted = true
    case .own(let text):
      field = Field(text, origins: merged.field.origins)
      conflict.rule = Conflict.decisionRule
    case .value(let text):
      guard let chosen = sources.compactMap(\.field).first(where: { $0.text == text }) else {
        break
      }
      field = chosen
      field.origins += merged.field.origins.filter { !chosen.origins.contains($0) }
      conflict.rule = Conflict.decisionRule
    }
    conflict.chosen = field.text
    conflicts.append(conflict)
    return field
  }

  private func leadRank(_ row: RowRef) -> Int {
    (leadOrder.firstIndex(of: row.input) ?? 0) * 1_000_000_000 + row.row
  }

  private func source(_ row: MergingRow, _ field: Field?) -> FieldMerger.Source {
    FieldMerger.Source(
      origin: row.origin, name: names[row.ref.input], field: field ?? Field(""))
  }

  private func origins(of role: ColumnRole, in rows: [MergingRow]) -> [CellOrigin] {
    rows.flatMap { $0.fields[role]?.origins ?? [] }
  }

  /// The template's columns first, then what else the rows have, in a fixed order. An item always
  /// has its numbers.
  private func roles(of rows: [MergingRow], isPart: Bool) -> [ColumnRole] {
    let known = template.columns.map(\.role)
    let numbers: [ColumnRole] =
      isPart
      ? []
      : template.columns.filter {
        $0.merge == .runningNumber || $0.merge == .sectionNumber
      }.map(\.role)
    let present = Set(rows.flatMap { $0.fields.keys })
    let others = present.subtracting(known).sorted { $0.rawValue < $1.rawValue }
    return known.filter { present.contains($0) || numbers.contains($0) } + others
  }

  /// A percent beside n/m, or beside a part and its whole in two columns, is that of the added
  /// counts, never a mean of percents.
  func workOutPercent(
    _ fields: inout [ColumnRole: Field], item: Int, _ conflicts: inout [Conflict]
  ) {
    guard let printed = fields[.percent], !printed.isBlank,
      let (part, whole) = IndicatorValue.counts(of: fields), whole > 0
    else { return }
    let decimals: Int
    if case .percent(let percent) = IndicatorValue(printed.text) {
      decimals = percent.decimals
    } else {
      decimals = 2
    }
    fields[.percent]?.text = IndicatorValue.PrintedPercent(value: 0, decimals: decimals)
      .corrected(part: part, whole: whole)
    fields[.percent]?.number = nil
    if let value = fields[.value], value.text.contains("(") {
      fields[.value]?.text = String(
        value.text.prefix { $0 != "(" }.reversed().drop { $0 == " " }.reversed())
    }
    // An item's conflicts stand last.
    let own = conflicts.lastIndex { $0.item != item }.map { $0 + 1 } ?? 0
    conflicts.replaceSubrange(own..., with: conflicts[own...].filter { $0.role != .percent })
  }
}
