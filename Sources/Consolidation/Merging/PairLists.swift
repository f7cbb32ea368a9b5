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
      _ left: RowRef, _ right: RowRef, _ evidence: Evidence, _ proposal: Pair.Proposal,
      isReviewed: Bool
    ) -> Pair {
      let (one, other) = (items[left.input][left.row], items[right.input][right.row])
      return Pair(
        left: one.item, right: other.item,
        leftSection: appendices[left.input].sections[one.section].title,
        rightSection: appendices[right.input].sections[other.section].title, evidence: evidence,
        proposal: proposal, isReviewed: isReviewed, key: keys.pairKey(left, right))
    }
    var told: Set<[RowRef]> = []
    for match in found {
      told.insert([match.left, match.right])
      let choice = replay.choice(match.left, match.right)
      let isReviewed = choice == .merge || choice == .keep
      if let group = groupOf[match.left], group == groupOf[match.right] {
        merged.append(pair(match.left, match.right, match.evidence, .merge, isReviewed: isReviewed))
        note(group, match.evidence, choice == .merge ? .reviewed : .auto)
      } else if choice == .keep {
        apart.append(pair(match.left, match.right, match.evidence, .keep, isReviewed: true))
        for row in [match.left, match.right] {
          if let group = groupOf[row] { note(group, nil, .reviewed) }
        }
      } else if match.band == .apart {
        apart.append(pair(match.left, match.right, match.evidence, .keep, isReviewed: false))
      } else {
        let isProposed =
          match.evidence.guards.isEmpty && match.evidence.score >= proposalScore
        review.append(
          pair(
            match.left, match.right, match.evidence, isProposed ? .merge : .keep, isReviewed: false)
        )
      }
      if match.isDouble, match.band != .apart { reportDouble(match, items) }
    }
    // What a person bound together without the engine having thought of it.
    for (left, right) in replay.merged where !told.contains([left, right]) {
      guard let group = groupOf[left] else { continue }
      let evidence = Evidence(
        score: 0,
        reasons: [
          Evidence.Reason(
            code: "decision",
            message: Message(vi: "gộp theo quyết định", en: "merged by a decision"), points: 0)
        ])
      merged.append(pair(left, right, evidence, .merge, isReviewed: true))
      note(group, evidence, .reviewed)
    }
    // The most doubtful first: next to the border between merging and keeping.
    review.sort {
      let one = (abs($0.evidence.score - proposalScore), $0.left.origin, $0.right.origin)
      let other = (abs($1.evidence.score - proposalScore), $1.left.origin, $1.right.origin)
      return one < other
    }
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
