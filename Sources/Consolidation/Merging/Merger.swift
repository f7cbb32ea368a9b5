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
  /// What persons decided.
  let replay: DecisionReplay
  /// Items of each input in order, with the place of their section.
  let items: [[(item: Item, section: Int)]]
  let keys: RowKeys
  let union: SectionUnion

  private var inputs: [InputID] { appendices.map(\.input) }
  private var wordingOrder: [Int] { settings.order(settings.wordingOrder, among: inputs) }
  var leadOrder: [Int] { settings.order(settings.leadOrder, among: inputs) }
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

  func wordingRank(_ row: RowRef) -> Int {
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
    let rows = group.map { row in
      MergingRow(
        ref: row, fields: item(row).fields, extras: item(row).extras, origin: item(row).origin)
    }
    let place = MergingPlace(item: number, group: group)
    var fields = mergedFields(
      rows, number: String(number), numberInSection: String(numberInSection), place, &conflicts)
    if group.count > 1 { workOutPercent(&fields, item: number, &conflicts) }
    let status =
      judge.judgesByDates
      ? judge.status(of: fields)
      : status(
        byWording, merged: fields[.progress],
        // An item's conflicts stand last.
        conflicts.reversed().prefix { $0.item == number }
          .first { $0.role == .progress && $0.part == nil })
    let why = group.count > 1 ? evidence[group[0]] : nil
    let hasParts = group.contains { !item($0).parts.isEmpty }
    return MergedItem(
      number: number, numberInSection: numberInSection, fields: fields,
      extras: mergedExtras(rows, place, &conflicts),
      parts: hasParts
        ? PartMerger(merger: self).merged(
          byWording, group: group, number: number, numberInSection: numberInSection, &conflicts)
        : [],
      sources: group.map { item($0).origin },
      decision: why?.decision ?? evidence[group[0]]?.decision ?? .single, evidence: why?.evidence,
      statusID: status.id, isDone: status.isDone)
  }

  func item(_ row: RowRef) -> Item { items[row.input][row.row].item }

  // MARK: Status

  /// A row that says nothing has no say where another row says something; what a person chose
  /// counts for all.
  private func status(
    _ rows: [RowRef], merged: Field?, _ conflict: Conflict?
  ) -> AppendixTemplate.StatusClass {
    if let conflict, conflict.rule == Conflict.decisionRule {
      return fields.classifier.status(of: conflict.chosen)
    }
    let texts = rows.map { item($0)[.progress] }
    let filled = texts.filter { !$0.isEmpty }
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
