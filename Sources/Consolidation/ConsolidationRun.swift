import AppendixModel
import Findings

/// One merge, step by step: match, decide, group, merge.
struct ConsolidationRun {
  /// As they were read.
  let sources: [Appendix]
  let template: AppendixTemplate
  let settings: ConsolidationSettings
  let registry: UnitRegistry
  let decisions: DecisionSheet?

  func result() -> Consolidated {
    // Decisions hold whatever names the output gives to agencies, so keys are made of the sources.
    let keys = RowKeys(sources)
    let names = InputNames.names(sources, settings)
    var rewritings: [Rewriting] = []
    var findings: [Finding] = []
    let appendices = written(sources, names, &rewritings, &findings)
    let items = appendices.map { appendix in
      appendix.sections.enumerated().flatMap { place, section in
        section.items.map { (item: $0, section: place) }
      }
    }
    findings += RepeatedInputs.findings(sources)
    let union = SectionUnion(
      appendices, template: template,
      order: settings.order(settings.rowOrder, among: appendices.map(\.input)))
    let matcher = TaskMatcher(
      appendices, sections: union, lexicon: .vietnamese, settings: settings.matching)
    let found = matcher.matches()
    let replay = DecisionReplay(decisions, keys: keys)

    let automatic = found.filter { match in
      match.band == .automatic && replay.choice(match.left, match.right) != .keep
        && !replay.isReopened(match.left, match.right)
    }
    let rows = items.indices.flatMap { input in
      items[input].indices.map { RowRef(input: input, row: $0) }
    }
    let clusters = Clusters(
      rows: rows, pairs: bestFirst(automatic, items, keys), bound: replay.merged, kept: replay.kept)
    let pairs = PairLists(
      found: found, clusters: clusters, replay: replay, keys: keys, appendices: appendices,
      items: items, proposalScore: matcher.settings.proposalScore)

    let cells = items.joined().flatMap { entry in
      [entry.item[.lead], entry.item[.support]] + entry.item.parts.map { $0[.lead] }
    }
    let merger = Merger(
      appendices: appendices, template: template, settings: settings,
      fields: FieldMerger(
        leads: LeadUnion(cells: cells, registry: registry), classifier: StatusClassifier(template)),
      judge: StatusJudge(template, asOf: settings.asOf), names: names,
      evidence: pairs.evidenceOfGroup, replay: replay, items: items, keys: keys,
      union: union)
    let merged = merger.merged(clusters.groups)
    let outcomes = replay.outcomes(conflicts: merged.conflicts)
    let total = rows.count
    let output = merged.sections.reduce(0) { $0 + $1.items.count }
    let notTaken = appendices.flatMap(\.notTaken)
    let rejected = notTaken.count(where: \.mayBeTask)
    let summaries = appendices.indices.map { index in
      InputSummary(
        input: appendices[index].input, file: appendices[index].file,
        sheet: appendices[index].sheet, name: names[index], items: items[index].count,
        subitems: items[index].reduce(0) {
          $0 + $1.item.parts.filter { $0.kind == .subitem }.count
        }, sections: appendices[index].sections.filter { $0.origin != nil }.count)
    }
    return Consolidated(
      inputs: summaries, sections: merged.sections, review: pairs.review, merged: pairs.merged,
      apart: pairs.apart, conflicts: merged.conflicts, notTaken: notTaken,
      balance: Balance(
        input: total + rejected, merged: clusters.groups.reduce(0) { $0 + $1.count - 1 },
        output: output, rejected: rejected),
      decisions: outcomes,
      findings: findings + pairs.findings + outcomes.compactMap(\.finding),
      matching: matcher.settings, rewritings: rewritings)
  }

  /// Pairs by their score; equal ones by what their rows say and where those stand, so that the
  /// order of the inputs makes no difference.
  private func bestFirst(
    _ matches: [TaskMatcher.Match], _ items: [[(item: Item, section: Int)]], _ keys: RowKeys
  ) -> [(RowRef, RowRef)] {
    func side(_ row: RowRef) -> (String, String, String, Int) {
      let origin = items[row.input][row.row].item.origin
      return (keys.contents[row] ?? "", origin.file, origin.sheet, origin.row)
    }
    let ranked = matches.map { match in
      let (one, other) = (side(match.left), side(match.right))
      return (
        match: match, score: match.evidence.score, first: one < other ? one : other,
        second: one < other ? other : one
      )
    }
    return ranked.sorted { one, other in
      if one.score != other.score { return one.score > other.score }
      return one.first != other.first ? one.first < other.first : one.second < other.second
    }.map { ($0.match.left, $0.match.right) }
  }

  /// The appendices with their agencies named as the settings ask.
  private func written(
    _ sources: [Appendix], _ names: [String], _ rewritings: inout [Rewriting],
    _ findings: inout [Finding]
  ) -> [Appendix] {
    var appendices = sources
    if settings.officeNames == .withUnit, appendices.count > 1 {
      appendices = OfficeNaming(appendices, names: names, registry: registry)
        .applied(to: appendices, rewritings: &rewritings, findings: &findings)
    }
    if settings.writesSuccessors, let asOf = settings.asOf {
      let succession = UnitSuccession(registry: registry, asOf: asOf)
      appendices = appendices.map {
        succession.applied(to: $0, rewritings: &rewritings, findings: &findings)
      }
    }
    return appendices
  }
}
