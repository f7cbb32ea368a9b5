import AppendixModel
import Findings

/// Builds the merged appendix from groups of rows.
struct Merger {
  let appendices: [Appendix]
  let template: AppendixTemplate
  let settings: ConsolidationSettings
  let fields: FieldMerger
  let judge: StatusJudge
  let names: [String]
  /// Evidence of a group of several rows, and whether a person had a hand in it.
  let evidence: [RowRef: (evidence: Evidence?, decision: MergedItem.Decision)]
  /// Values that a person chose, by conflict key.
  let chosenValues: [String: String]
  /// Items of each input in order, with the place of their section.
  let items: [[(item: Item, section: Int)]]
  let keys: RowKeys
  let union: SectionUnion

  private var inputs: [InputID] { appendices.map(\.input) }
  private var wordingOrder: [Int] { settings.order(settings.wordingOrder, among: inputs) }
  private var leadOrder: [Int] { settings.order(settings.leadOrder, among: inputs) }
  private var rowOrder: [Int] { settings.order(settings.rowOrder, among: inputs) }

  struct Result {
    var sections: [MergedSection] = []
    var conflicts: [Conflict] = []
  }

  func merged(_ groups: [[RowRef]]) -> Result {
    var groupOf: [RowRef: Int] = [:]
    for (index, group) in groups.enumerated() { for row in group { groupOf[row] = index } }

    // A group stands in the section of the input whose wording is kept.
    var sectionOf = [Int](repeating: 0, count: groups.count)
    for (index, group) in groups.enumerated() {
      guard let row = group.min(by: { wordingRank($0) < wordingRank($1) }) else { continue }
      sectionOf[index] = union.places[row.input][items[row.input][row.row].section]
    }
    var sequences: [[[Int]]] = union.sections.map { _ in appendices.map { _ in [] } }
    for input in rowOrder {
      var seen: Set<Int> = []
      for row in items[input].indices {
        guard let group = groupOf[RowRef(input: input, row: row)], seen.insert(group).inserted
        else { continue }
        sequences[sectionOf[group]][input].append(group)
      }
    }

    var result = Result()
    var number = 0
    var numberer = SectionNumberer(union.sections, wordingOrder: wordingOrder)
    let orders = sequences.map { sequence in RowOrder.merged(rowOrder.map { sequence[$0] }) }
    for (place, united) in union.sections.enumerated() where isKept(place, orders) {
      let order = orders[place]
      var section = mergedSection(united, &numberer)
      for (index, group) in order.enumerated() {
        number += 1
        section.items.append(
          mergedItem(groups[group], number: number, numberInSection: index + 1, &result.conflicts))
      }
      result.sections.append(section)
    }
    return result
  }

  /// A section whose rows all went into other sections is left out; one that is a heading for
  /// deeper sections, or had no rows from the start, stays.
  private func isKept(_ place: Int, _ orders: [[Int]]) -> Bool {
    let united = union.sections[place]
    if !orders[place].isEmpty || united.sources.values.allSatisfy(\.items.isEmpty) { return true }
    var next = place + 1
    while next < union.sections.count, union.sections[next].level > united.level {
      if !orders[next].isEmpty { return true }
      next += 1
    }
    return false
  }

  private func wordingRank(_ row: RowRef) -> Int {
    (wordingOrder.firstIndex(of: row.input) ?? 0) * 1_000_000_000 + row.row
  }

  private func mergedSection(
    _ united: SectionUnion.United, _ numberer: inout SectionNumberer
  ) -> MergedSection {
    let sources = wordingOrder.compactMap { united.sources[$0] }
    let titled = sources.first { !$0.title.isEmpty } ?? sources.first
    return MergedSection(
      number: numberer.number(
        isNumbered: sources.contains { !$0.number.isEmpty }, level: united.level),
      title: titled?.title ?? "", level: united.level, items: [],
      sources: united.sources.keys.sorted().compactMap { united.sources[$0]?.origin })
  }

  // MARK: Items

  private func mergedItem(
    _ group: [RowRef], number: Int, numberInSection: Int, _ conflicts: inout [Conflict]
  ) -> MergedItem {
    let byWording = group.sorted { wordingRank($0) < wordingRank($1) }
    let byLead = group.sorted { leadRank($0) < leadRank($1) }
    var fields: [ColumnRole: Field] = [:]
    for role in roles(of: group) {
      let rule = template.column(role)?.merge ?? .sameOrList
      switch rule {
      case .runningNumber:
        fields[role] = Field(String(number), origins: origins(of: role, in: group))
      case .sectionNumber:
        fields[role] = Field(String(numberInSection), origins: origins(of: role, in: group))
      default:
        let order = rule == .union || rule == .byAgency ? byLead : byWording
        let merged = self.fields.merged(
          order.map { source($0, role) }, role: role, by: rule)
        fields[role] = merged.field
        guard merged.isConflict else { continue }
        let conflict = conflict(item: number, role: role, rule: rule, group, merged.field.text)
        fields[role]?.text = conflict.chosen
        conflicts.append(conflict)
      }
    }
    if group.count > 1 { workOutPercent(&fields, item: number, &conflicts) }
    let status =
      judge.judgesByDates
      ? judge.status(of: fields) : status(byWording, merged: fields[.progress])
    let why = group.count > 1 ? evidence[group[0]] : nil
    return MergedItem(
      number: number, numberInSection: numberInSection, fields: fields,
      extras: extras(byWording.map { item($0).extras }),
      parts: PartMerger(merger: self).merged(
        byWording, byLead: byLead, number: number, numberInSection: numberInSection),
      sources: group.map { item($0).origin },
      decision: why?.decision ?? evidence[group[0]]?.decision ?? .single, evidence: why?.evidence,
      statusID: status.id, isDone: status.isDone)
  }

  func item(_ row: RowRef) -> Item { items[row.input][row.row].item }

  private func leadRank(_ row: RowRef) -> Int {
    (leadOrder.firstIndex(of: row.input) ?? 0) * 1_000_000_000 + row.row
  }

  private func source(_ row: RowRef, _ role: ColumnRole) -> FieldMerger.Source {
    FieldMerger.Source(
      origin: item(row).origin, name: names[row.input], field: item(row).fields[role] ?? Field(""))
  }

  private func origins(of role: ColumnRole, in group: [RowRef]) -> [CellOrigin] {
    group.flatMap { item($0).fields[role]?.origins ?? [] }
  }

  /// The template's columns first, then what else the rows have, in a fixed order.
  private func roles(of group: [RowRef]) -> [ColumnRole] {
    let known = template.columns.map(\.role)
    let numbers: [ColumnRole] = template.columns.filter {
      $0.merge == .runningNumber || $0.merge == .sectionNumber
    }.map(\.role)
    let present = Set(group.flatMap { item($0).fields.keys })
    let others = present.subtracting(known).sorted { $0.rawValue < $1.rawValue }
    return known.filter { present.contains($0) || numbers.contains($0) } + others
  }

  private func conflict(
    item number: Int, role: ColumnRole, rule: AppendixTemplate.MergeRule, _ group: [RowRef],
    _ chosen: String
  ) -> Conflict {
    let values = group.compactMap { row -> ConflictValue? in
      let text = item(row)[role]
      return text.isEmpty ? nil : ConflictValue(source: item(row).origin, value: text)
    }
    let key = keys.conflictKey(group, role: role)
    let byPerson = chosenValues[key].flatMap { hash in
      values.first { ContentHash.hex($0.value) == hash }
    }
    return Conflict(
      item: number, role: role, values: values, chosen: byPerson?.value ?? chosen,
      rule: byPerson == nil ? rule.rawValue : Conflict.decisionRule, key: key)
  }

  func extras(_ lists: [[ExtraField]]) -> [ExtraField] {
    var headers: [String] = []
    var values: [String: [Field]] = [:]
    for extra in lists.joined() {
      if values[extra.header] == nil { headers.append(extra.header) }
      values[extra.header, default: []].append(extra.field)
    }
    return headers.map { header in
      let sources = (values[header] ?? []).map {
        FieldMerger.Source(
          origin: RowOrigin(input: InputID(0), file: "", sheet: "", row: 0), name: "", field: $0)
      }
      return ExtraField(
        header: header, field: fields.merged(sources, role: .extra, by: .sameOrList).field)
    }
  }

  /// Merged fields of a part, by the same rules as an item's.
  func partFields(
    _ parts: [(row: RowRef, part: Part)], number: String, numberInSection: String
  ) -> [ColumnRole: Field] {
    var result: [ColumnRole: Field] = [:]
    let present = Set(parts.flatMap { $0.part.fields.keys })
    for role in present.sorted(by: { $0.rawValue < $1.rawValue }) {
      let rule = template.column(role)?.merge ?? .sameOrList
      let origins = parts.flatMap { $0.part.fields[role]?.origins ?? [] }
      if rule == .runningNumber {
        result[role] = Field(number, origins: origins)
      } else if rule == .sectionNumber {
        result[role] = Field(numberInSection, origins: origins)
      } else {
        let ordered =
          rule == .union || rule == .byAgency
          ? parts.sorted { leadRank($0.row) < leadRank($1.row) } : parts
        let sources = ordered.map {
          FieldMerger.Source(
            origin: $0.part.origin, name: names[$0.row.input],
            field: $0.part.fields[role] ?? Field(""))
        }
        result[role] = fields.merged(sources, role: role, by: rule).field
      }
    }
    return result
  }

  // MARK: Status

  /// A row that says nothing has no say where another row says something.
  /// A percent beside n/m is that of the added counts, never a mean of percents.
  private func workOutPercent(
    _ fields: inout [ColumnRole: Field], item: Int, _ conflicts: inout [Conflict]
  ) {
    guard let value = fields[.value], let printed = fields[.percent], !printed.isBlank,
      case .ratio(let part, let whole, _) = IndicatorValue(value.text), whole > 0
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
    fields[.value]?.text = String(
      value.text.prefix { $0 != "(" }.reversed().drop { $0 == " " }.reversed())
    conflicts.removeAll { $0.item == item && $0.role == .percent }
  }

  private func status(_ rows: [RowRef], merged: Field?) -> AppendixTemplate.StatusClass {
    let texts = rows.map { item($0)[.progress] }
    let filled = texts.filter { !$0.isEmpty }
    let chosenText = merged?.text ?? ""
    // A value that a person chose is one of the sources' texts.
    if filled.count > 1, filled.contains(chosenText), Set(filled).count > 1 {
      return fields.classifier.status(of: chosenText)
    }
    let classes = (filled.isEmpty ? [""] : filled).map { fields.classifier.status(of: $0) }
    switch settings.statusRule {
    case .first: return classes[0]
    case .leastAdvanced:
      return classes.dropFirst().reduce(classes[0]) { $1.rank < $0.rank ? $1 : $0 }
    case .mostAdvanced:
      return classes.dropFirst().reduce(classes[0]) { $1.rank > $0.rank ? $1 : $0 }
    }
  }
}
