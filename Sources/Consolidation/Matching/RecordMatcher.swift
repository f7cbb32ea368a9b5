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

  package var settings: MatchSettings
  package var weights: ScoreWeights

  package init(settings: MatchSettings = MatchSettings(), weights: ScoreWeights = .tasks) {
    self.settings = settings
    self.weights = weights
  }

  /// All pairs worth telling, best first; at most one automatic partner for a record and input.
  func matches(_ set: MatchRecordSet) -> [Match] {
    matches(set, scorer: PairScorer(set, weights: weights))
  }

  /// A scorer that has learned from the rows that each input keeps apart.
  func scorer(_ set: MatchRecordSet, sameInput pairs: [(Int32, Int32)]) -> PairScorer {
    var scorer = PairScorer(set, weights: weights)
    scorer.learned = LearnedGuards(pairs, scorer: scorer)
    return scorer
  }

  /// Pairs of rows of one input that are near each other.
  func neighbours(_ set: MatchRecordSet) -> [(Int32, Int32)] {
    var finder = CandidateFinder(records: set.records, vocabulary: set.vocabulary)
    finder.limit = 3
    return finder.pairs(sameInput: true)
  }

  /// The same by a given scorer.
  func matches(_ set: MatchRecordSet, scorer: PairScorer) -> [Match] {
    let finder = CandidateFinder(records: set.records, vocabulary: set.vocabulary)
    var scored: [Match] = []
    for (left, right) in finder.pairs(sameInput: false) {
      let score = scorer.score(left, right)
      guard
        score.total >= settings.apartScore || score.sum - score.guardPoints >= settings.reviewScore
      else { continue }
      scored.append(Match(left: left, right: right, score: score, band: .apart))
    }
    return decide(scored, set.records)
  }

  /// Ranks records by content, so that nothing depends on the order of inputs.
  private func tie(_ left: MatchRecord, _ right: MatchRecord) -> UInt64 {
    let one = ContentHash.of(left.key)
    let other = ContentHash.of(right.key)
    let rows = UInt64(abs(left.row - right.row)) &+ UInt64(left.row &+ right.row) &* 0x1_0000
    return rows << 20 ^ ((one ^ other) & 0xF_FFFF)
  }

  private func decide(_ scored: [Match], _ records: [MatchRecord]) -> [Match] {
    var best: [UInt64: (first: Double, second: Double)] = [:]
    func slot(_ record: Int32, _ input: Int) -> UInt64 {
      UInt64(UInt32(bitPattern: record)) << 32 | UInt64(input)
    }
    for match in scored {
      for (record, other) in [(match.left, match.right), (match.right, match.left)] {
        let place = slot(record, records[Int(other)].input)
        var pair = best[place] ?? (-1, -1)
        let total = match.score.total
        if total > pair.first {
          pair = (total, pair.first)
        } else if total > pair.second {
          pair.second = total
        }
        best[place] = pair
      }
    }
    var byInputs: [[Int]: [Int]] = [:]
    for (index, match) in scored.enumerated() {
      let inputs = [records[Int(match.left)].input, records[Int(match.right)].input]
      byInputs[inputs, default: []].append(index)
    }
    var result: [Match] = []
    for inputs in byInputs.keys.sorted(by: { ($0[0], $0[1]) < ($1[0], $1[1]) }) {
      let indexes = byInputs[inputs] ?? []
      var edges: [Assignment.Edge] = []
      var places: [UInt64: Int] = [:]
      for index in indexes {
        let match = scored[index]
        edges.append(
          Assignment.Edge(
            left: match.left, right: match.right, score: Self.gain(match.score),
            tie: tie(records[Int(match.left)], records[Int(match.right)])))
        places[
          UInt64(UInt32(bitPattern: match.left)) << 32 | UInt64(UInt32(bitPattern: match.right))] =
          index
      }
      for edge in Assignment.choose(edges.filter { $0.score > 0.01 }) {
        let code =
          UInt64(UInt32(bitPattern: edge.left)) << 32 | UInt64(UInt32(bitPattern: edge.right))
        guard let index = places[code] else { continue }
        var match = scored[index]
        let left = best[slot(match.left, inputs[1])] ?? (-1, -1)
        let right = best[slot(match.right, inputs[0])] ?? (-1, -1)
        match.band = band(match.score, leftBest: left, rightBest: right)
        result.append(match)
      }
    }
    return result
  }

  /// What a pair counts in an assignment: one sure pair more than two doubtful ones.
  private static func gain(_ score: PairScore) -> Double {
    let part = score.total / 100
    return (score.isSameWording ? 2 : 1) * part * part * part * part
  }

  private func band(
    _ score: PairScore, leftBest: (first: Double, second: Double),
    rightBest: (first: Double, second: Double)
  ) -> Band {
    let total = score.total
    if score.isContradicted { return .apart }
    let isBest = total >= leftBest.first && total >= rightBest.first
    let margin = total - max(leftBest.second, rightBest.second)
    let hasMargin = margin >= (score.isSameWording ? 0.0001 : settings.automaticMargin)
    if score.guards.isEmpty, isBest, hasMargin, total >= settings.automaticScore,
      score.isSameWording
        || (score.replacedPlaces == 0 && score.omittedShare <= settings.automaticOmission)
    {
      return .automatic
    }
    return total >= settings.reviewScore ? .review : .apart
  }
}
