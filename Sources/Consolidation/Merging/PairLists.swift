import AppendixModel
import Findings

/// Sorts the pairs that were found into merged, for review and apart, and says what became of
/// each group.
struct PairLists {
  private(set) var review: [Pair] = []
  private(set) var merged: [Pair] = []
  private(set) var apart: [Pair] = []
  private(set) var findings: [Finding] = []
  private(set) var evidenceOfGroup: [RowRef: (evidence: Evidence?, decision: MergedItem.Decision)] =
    [:]

  init(
    found: [TaskMatcher.Match], clusters: Clusters, replay: DecisionReplay, keys: RowKeys,
    appendices: [Appendix], items: [[(item: Item, section: Int)]], proposalScore: Double
  ) {
    var groupOf: [RowRef: RowRef] = [:]
    for group in clusters.groups { for row in group { groupOf[row] = group[0] } }
    func pair(
      _ left: RowRef, _ right: RowRef, _ evidence: Evidence, _ proposal: Pair.Proposal
    ) -> Pair {
      let key = keys.pairKey(left, right)
      let (one, other) = (items[left.input][left.row], items[right.input][right.row])
      return Pair(
        left: one.item, right: other.item,
        leftSection: appendices[left.input].sections[one.section].title,
        rightSection: appendices[right.input].sections[other.section].title, evidence: evidence,
        proposal: proposal, decision: replay.choice(left, right), key: key,
        note: replay.notes[key] ?? "")
    }
    var told: Set<[RowRef]> = []
    for match in found {
      told.insert([match.left, match.right])
      let choice = replay.choice(match.left, match.right)
      if let group = groupOf[match.left], group == groupOf[match.right] {
        merged.append(pair(match.left, match.right, match.evidence, .merge))
        note(group, match.evidence, choice?.joins == true ? .reviewed : .auto)
      } else if choice == .keep {
        apart.append(pair(match.left, match.right, match.evidence, .keep))
        for row in [match.left, match.right] {
          if let group = groupOf[row] { note(group, nil, .reviewed) }
        }
      } else if match.band == .apart {
        apart.append(pair(match.left, match.right, match.evidence, .keep))
      } else {
        let isProposed =
          match.evidence.guards.isEmpty && match.evidence.score >= proposalScore
        var open = pair(match.left, match.right, match.evidence, isProposed ? .merge : .keep)
        open.formerDecision = replay.formerChoice(match.left, match.right)
        review.append(open)
      }
      if match.isDouble, match.band != .apart { reportDouble(match, items) }
    }
    // What a person decided without the engine having thought of it.
    for (left, right) in replay.merged where !told.contains([left, right]) {
      guard let group = groupOf[left] else { continue }
      let evidence = Self.decisionAlone(vi: "gộp theo quyết định", en: "merged by a decision")
      merged.append(pair(left, right, evidence, .merge))
      note(group, evidence, .reviewed)
    }
    for rows in replay.kept where !told.contains(rows) {
      let evidence = Self.decisionAlone(
        vi: "giữ riêng theo quyết định", en: "kept apart by a decision")
      apart.append(pair(rows[0], rows[1], evidence, .keep))
    }
    sortReview(proposalScore)
  }

  /// The most doubtful and most consequential first: by how near a pair is to the border between
  /// merging and keeping, in steps; within a step a pair whose rows stand in more open pairs, or
  /// whose statuses differ, before others.
  private mutating func sortReview(_ proposalScore: Double) {
    var open: [RowOrigin: Int] = [:]
    for pair in review {
      open[pair.left.origin, default: 0] += 1
      open[pair.right.origin, default: 0] += 1
    }
    func rank(_ pair: Pair) -> (Int, Int, Double, RowOrigin, RowOrigin) {
      let distance = abs(pair.evidence.score - proposalScore)
      let others = (open[pair.left.origin] ?? 1) + (open[pair.right.origin] ?? 1)
      let differs = pair.left[.progress] != pair.right[.progress] ? 1 : 0
      return (
        Int(distance / 6), -(others * 2 + differs), distance, pair.left.origin, pair.right.origin
      )
    }
    review = review.map { (rank($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private static func decisionAlone(vi: String, en: String) -> Evidence {
    Evidence(
      score: 0,
      reasons: [.init(code: "decision", message: Message(vi: vi, en: en), points: 0)])
  }

  private mutating func note(
    _ group: RowRef, _ evidence: Evidence?, _ decision: MergedItem.Decision
  ) {
    guard let known = evidenceOfGroup[group] else {
      evidenceOfGroup[group] = (evidence, decision)
      return
    }
    evidenceOfGroup[group] = (
      known.evidence ?? evidence, known.decision == .reviewed ? .reviewed : decision
    )
  }

  private mutating func reportDouble(
    _ match: TaskMatcher.Match, _ items: [[(item: Item, section: Int)]]
  ) {
    let one = items[match.left.input][match.left.row].item
    let other = items[match.right.input][match.right.row].item
    findings.append(
      Finding(
        "double-row", .warning, at: other.origin.location(),
        vi:
          "Dòng \(other.origin.row + 1) trùng với dòng \(one.origin.row + 1) cùng tệp; giữ cả hai, chờ quyết định.",
        en:
          "Row \(other.origin.row + 1) repeats row \(one.origin.row + 1) of the same file; both kept until decided."
      ))
  }
}
