/// Decides which records of different inputs are the same, in any language.
package struct RecordMatcher: Sendable {
  package enum Band: String, Sendable, Comparable {
    /// Merged by itself.
    case automatic
    /// For a person to decide.
    case review
    /// Kept apart, though alike.
    case apart

    private var rank: Int { self == .automatic ? 0 : self == .review ? 1 : 2 }
    package static func < (left: Band, right: Band) -> Bool { left.rank < right.rank }
  }

  /// Two records with what was decided about them; indexes into the set's records.
  struct Match: Sendable {
    var left: Int32
    var right: Int32
    var score: PairScore
    var band: Band
  }

  let settings: MatchSettings

  /// What the rows of one input have to choose from, for one record.
  private struct Choice {
    var best = -1.0
    var second = -1.0
    /// How many come as near as the best.
    var equals = 0.0

    mutating func add(_ total: Double) {
      if total > best + Self.tolerance {
        equals = 1
      } else if total > best - Self.tolerance {
        equals += 1
      }
      if total > best {
        second = best
        best = total
      } else if total > second {
        second = total
      }
    }

    private static let tolerance = 0.05
  }

  /// All pairs worth telling; at most one partner for a record and input.
  func matches(
    _ pairs: [(Int32, Int32)], scorer: some PairScoring, places: [RecordPlace]
  ) -> [Match] {
    var scored: [Match] = []
    for (left, right) in pairs {
      let score = scorer.score(left, right)
      guard
        score.total >= settings.apartScore || score.sum - score.guardPoints >= settings.reviewScore
      else { continue }
      scored.append(Match(left: left, right: right, score: score, band: .apart))
    }
    return decide(scored, places)
  }

  private func decide(_ scored: [Match], _ places: [RecordPlace]) -> [Match] {
    var choices: [UInt64: Choice] = [:]
    func slot(_ record: Int32, _ input: Int) -> UInt64 {
      UInt64(UInt32(bitPattern: record)) << 32 | UInt64(input)
    }
    var byInputs: [[Int]: [Int]] = [:]
    for (index, match) in scored.enumerated() {
      let inputs = [places[Int(match.left)].input, places[Int(match.right)].input]
      byInputs[inputs, default: []].append(index)
      choices[slot(match.left, inputs[1]), default: Choice()].add(match.score.total)
      choices[slot(match.right, inputs[0]), default: Choice()].add(match.score.total)
    }
    var result: [Match] = []
    for inputs in byInputs.keys.sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }) {
      var edges: [Assignment.Edge] = []
      for index in byInputs[inputs] ?? [] where scored[index].score.gain > Self.leastGain {
        let match = scored[index]
        edges.append(
          Assignment.Edge(
            left: match.left, right: match.right, score: match.score.gain,
            tie: PairTie(places[Int(match.left)], places[Int(match.right)]), index: index))
      }
      for edge in Assignment.choose(edges) {
        var match = scored[edge.index]
        let left = choices[slot(match.left, inputs[1])] ?? Choice()
        let right = choices[slot(match.right, inputs[0])] ?? Choice()
        match.band = band(&match.score, left, right)
        result.append(match)
      }
    }
    return result
  }

  private static let leastGain = 0.01

  private func band(_ score: inout PairScore, _ left: Choice, _ right: Choice) -> Band {
    let isBest = score.total >= left.best && score.total >= right.best
    let margin = score.total - max(left.second, right.second)
    if settings.rivalWeight > 0 {
      // Of three equals one alone is right.
      let nearness = score.total / max(left.best, right.best, score.total, 1)
      let chance = min(1, Self.toleratedEquals / max(left.equals, right.equals, 1))
      score.rival = -settings.rivalWeight * score.total * (1 - nearness * chance)
    }
    if score.isContradicted { return .apart }
    guard score.guards.isEmpty else {
      return score.total >= settings.guardedReviewScore ? .review : .apart
    }
    let doubtful: Band = score.total >= settings.reviewScore ? .review : .apart
    guard isBest else { return doubtful }
    if score.isSameWording, margin > 0, score.total >= settings.automaticScore { return .automatic }
    // What is worded anew must share something that no other row says, the more the fainter the
    // likeness.
    let isOwn =
      score.sharedAlone >= (score.total >= settings.clearScore ? 1 : settings.sharedAlone)
    if score.isReworded, isOwn, margin >= settings.rewordedMargin,
      score.total >= settings.rewordedScore
    {
      return .automatic
    }
    if score.isExtended, isOwn, margin >= settings.rewordedMargin,
      score.total >= settings.extendedScore
    {
      return .automatic
    }
    if score.replacedPlaces == 0, score.omittedShare <= settings.automaticOmission,
      margin >= settings.automaticMargin, score.total >= settings.automaticScore
    {
      return .automatic
    }
    return doubtful
  }

  private static let toleratedEquals = 1.6
}
