import AppendixModel
package import Consolidation
import Findings

/// How well a merge's decisions agree with the truth, over one or several labelled plans.
package struct QualityReport: Sendable {
  package var truePairs = 0
  package var automatic = 0
  package var automaticRight = 0
  package var review = 0
  package var reviewRight = 0
  package var rows = 0
  package var rowsInReview = 0
  package var temptingMerged = 0
  /// Best score of each pair that was told, with whether it is true.
  package var scores: [(score: Double, isTrue: Bool)] = []
  package var foundByKind: [String: (merged: Int, proposed: Int, all: Int)] = [:]
  /// Readable lines about what went wrong.
  package var errors: [String] = []

  package init() {}

  package mutating func add(_ consolidated: Consolidated, _ plans: LabelledPlans) {
    func pair(_ pair: Pair) -> LabelledPlans.Pair {
      let (one, other) =
        pair.left.origin.input.index == 0 ? (pair.left, pair.right) : (pair.right, pair.left)
      return LabelledPlans.Pair(plans.ids[0][one.origin.row], plans.ids[1][other.origin.row])
    }
    func isAcross(_ pair: Pair) -> Bool { pair.left.origin.input != pair.right.origin.input }
    truePairs += plans.matches.count
    rows += plans.ids[0].count + plans.ids[1].count
    var merged: Set<LabelledPlans.Pair> = []
    var proposed: Set<LabelledPlans.Pair> = []
    for found in consolidated.merged where isAcross(found) {
      merged.insert(pair(found))
      let isTrue = plans.matches[pair(found)] != nil
      scores.append((found.evidence.score, isTrue))
      if !isTrue { complain("FALSE MERGE", found, plans) }
      if plans.nearMisses[pair(found)] != nil { temptingMerged += 1 }
    }
    var reviewed: Set<String> = []
    for found in consolidated.review {
      reviewed.insert("\(found.left.origin.input.index)-\(found.left.origin.row)")
      reviewed.insert("\(found.right.origin.input.index)-\(found.right.origin.row)")
      guard isAcross(found) else { continue }
      proposed.insert(pair(found))
      let isTrue = plans.matches[pair(found)] != nil
      scores.append((found.evidence.score, isTrue))
      review += 1
      if isTrue { reviewRight += 1 }
      complain(isTrue ? "review, true" : "review, false", found, plans)
    }
    rowsInReview += reviewed.count
    for found in consolidated.apart where isAcross(found) {
      let isTrue = plans.matches[pair(found)] != nil
      scores.append((found.evidence.score, isTrue))
      if isTrue { complain("APART, true", found, plans) }
    }
    automatic += merged.count
    automaticRight += merged.filter { plans.matches[$0] != nil }.count
    for (match, kinds) in plans.matches {
      for kind in kinds {
        var count = foundByKind[kind] ?? (0, 0, 0)
        count.all += 1
        if merged.contains(match) { count.merged += 1 }
        if proposed.contains(match) { count.proposed += 1 }
        foundByKind[kind] = count
      }
      if !merged.contains(match), !proposed.contains(match) {
        let texts = [
          plans.appendices[0].items[plans.ids[0].firstIndex(of: match.left) ?? 0].text,
          plans.appendices[1].items[plans.ids[1].firstIndex(of: match.right) ?? 0].text,
        ]
        errors.append("MISSED \(plans.name) \(kinds)\n    \(texts[0])\n    \(texts[1])")
      }
    }
  }

  private mutating func complain(_ what: String, _ found: Pair, _ plans: LabelledPlans) {
    let reasons = found.evidence.reasons.map {
      "\($0.points) \($0.code)\($0.isGuard ? "! " + $0.message.english : "")"
    }.joined(separator: "; ")
    errors.append(
      "\(what) \(plans.name) \(found.evidence.score)\n    \(found.left.text)\n    \(found.right.text)\n    \(reasons)"
    )
  }

  package var automaticPrecision: Double { ratio(automaticRight, automatic) }
  package var automaticRecall: Double { ratio(automaticRight, truePairs) }
  package var foundRecall: Double { ratio(automaticRight + reviewRight, truePairs) }
  package var reviewShare: Double { ratio(rowsInReview, rows) }

  /// Of automatic merges and all proposals taken together.
  package var taken: (precision: Double, recall: Double, f1: Double) {
    f1(automaticRight + reviewRight, of: automatic + review)
  }

  /// The best F1 that one threshold on the score can reach.
  package var bestSingle: (f1: Double, threshold: Double) {
    var best = (0.0, 0.0)
    var (right, all) = (0, 0)
    let sorted = scores.sorted { $0.score > $1.score }
    for (index, entry) in sorted.enumerated() {
      all += 1
      if entry.isTrue { right += 1 }
      if index + 1 < sorted.count, sorted[index + 1].score == entry.score { continue }
      let value = f1(right, of: all).f1
      if value > best.0 { best = (value, entry.score) }
    }
    return best
  }

  private func f1(_ right: Int, of all: Int) -> (precision: Double, recall: Double, f1: Double) {
    let precision = ratio(right, all)
    let recall = ratio(right, truePairs)
    let sum = precision + recall
    return (precision, recall, sum > 0 ? 2 * precision * recall / sum : 0)
  }

  private func ratio(_ part: Int, _ whole: Int) -> Double {
    whole > 0 ? Double(part) / Double(whole) : 1
  }
}

extension QualityReport: CustomStringConvertible {
  package var description: String {
    func show(_ value: Double) -> String { String((value * 1000).rounded() / 1000) }
    let kinds = foundByKind.keys.sorted().map { kind in
      let count = foundByKind[kind] ?? (0, 0, 0)
      return "  \(kind): \(count.merged) merged + \(count.proposed) proposed of \(count.all)"
    }.joined(separator: "\n")
    return """
      true pairs \(truePairs); automatic \(automatic), right \(automaticRight); \
      review \(review), true \(reviewRight)
      automatic precision \(show(automaticPrecision)), recall \(show(automaticRecall)); \
      merged + proposed \(show(foundRecall)); rows in review \(show(reviewShare))
      near-misses merged \(temptingMerged); best single F1 \(show(bestSingle.f1)) at \
      \(bestSingle.threshold); all proposals taken: F1 \(show(taken.f1)) \
      (P \(show(taken.precision)), R \(show(taken.recall)))
      \(kinds)
      """
  }
}
