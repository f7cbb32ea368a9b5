package import AppendixModel

/// What changed from an old appendix to a new one: row by row, cell by cell.
package struct AppendixComparison: Sendable {
  /// A cell of a row that both have.
  package struct CellChange: Hashable, Sendable {
    package var role: ColumnRole
    package var old: Field
    package var new: Field
  }

  /// A row of either appendix.
  package struct Row: Hashable, Sendable {
    package enum Kind: String, Sendable { case same, changed, added, removed }

    package var kind: Kind
    package var old: Item?
    package var new: Item?
    /// Section titles, where the row stands in one.
    package var oldSection: String?
    package var newSection: String?
    /// Changed cells in the template's order; numbers of rows are no content.
    package var changes: [CellChange]
    /// Whether the row stands in another section.
    package var isMoved: Bool
    /// Why the two rows are held for one; nil for rows of one side.
    package var evidence: Evidence?
  }

  /// In the new appendix's order; removed rows follow the row behind which they stood.
  package var rows: [Row]

  package func count(_ kind: Row.Kind) -> Int { rows.count { $0.kind == kind } }

  /// Pairs rows as a merge would, doubtful ones that would be proposed included.
  package init(
    old: Appendix, new: Appendix, template: AppendixTemplate,
    settings: MatchSettings = MatchSettings()
  ) {
    let appendices = [old, new]
    let union = SectionUnion(appendices, template: template, order: [0, 1])
    let matcher = TaskMatcher(
      appendices, sections: union, lexicon: .vietnamese, settings: settings)
    var partner: [Int: (old: Int, evidence: Evidence)] = [:]
    var paired: Set<Int> = []
    for match in matcher.matches() where !match.isDouble && match.band != .apart {
      let isProposed = match.evidence.score >= matcher.settings.proposalScore
      guard match.band == .automatic || (isProposed && match.evidence.guards.isEmpty),
        partner[match.right.row] == nil, !paired.contains(match.left.row)
      else { continue }
      partner[match.right.row] = (match.left.row, match.evidence)
      paired.insert(match.left.row)
    }
    let oldRows = Self.placed(old, union, 0)
    let newRows = Self.placed(new, union, 1)
    var rows: [Row] = []
    var removed: [Int: [Row]] = [:]
    var last = -1
    for (index, entry) in oldRows.enumerated() {
      if paired.contains(index) {
        last = index
      } else {
        removed[last, default: []].append(
          Row(
            kind: .removed, old: entry.item, oldSection: entry.title, changes: [], isMoved: false))
      }
    }
    rows += removed[-1] ?? []
    for (index, entry) in newRows.enumerated() {
      guard let found = partner[index] else {
        rows.append(
          Row(kind: .added, new: entry.item, newSection: entry.title, changes: [], isMoved: false))
        continue
      }
      let before = oldRows[found.old]
      let changes = Self.changes(before.item, entry.item, template)
      let isMoved = before.section != entry.section
      rows.append(
        Row(
          kind: changes.isEmpty && !isMoved ? .same : .changed, old: before.item, new: entry.item,
          oldSection: before.title, newSection: entry.title, changes: changes, isMoved: isMoved,
          evidence: found.evidence))
      rows += removed[found.old] ?? []
    }
    self.rows = rows
  }

  private static func placed(_ appendix: Appendix, _ union: SectionUnion, _ input: Int)
    -> [(item: Item, section: Int, title: String)]
  {
    appendix.sections.enumerated().flatMap { place, section in
      section.items.map { ($0, union.places[input][place], section.title) }
    }
  }

  private static func changes(_ old: Item, _ new: Item, _ template: AppendixTemplate)
    -> [CellChange]
  {
    let numbers: Set<ColumnRole> = Set(
      template.columns.filter { $0.merge == .runningNumber || $0.merge == .sectionNumber }
        .map(\.role))
    let known = template.columns.map(\.role)
    let others = Set(old.fields.keys).union(new.fields.keys).subtracting(known)
      .sorted { $0.rawValue < $1.rawValue }
    return (known + others).compactMap { role in
      guard !numbers.contains(role), old[role] != new[role] else { return nil }
      return CellChange(
        role: role, old: old.fields[role] ?? Field(""), new: new.fields[role] ?? Field(""))
    }
  }
}
