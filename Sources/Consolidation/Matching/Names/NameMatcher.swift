/// Matches the rows of plain tables of names or titles, in any language.
struct NameMatcher {
  private var scorer: NameScorer
  /// The numbers by which pairs are decided, once the tables have been looked at.
  private(set) var settings: MatchSettings
  private let pairs: [(Int32, Int32)]

  /// `settings` that a person chose are kept; the defaults for tasks are replaced by numbers for
  /// names.
  init(_ set: NameRecordSet, settings: MatchSettings) {
    scorer = NameScorer(set)
    pairs = NameCandidates(scorer: scorer).pairs()
    self.settings = settings
    let isChosen = settings != MatchSettings()
    if !isChosen { self.settings = set.haveModels ? .products : .titles }
    let sure = surePairs()
    weighColumns(by: sure)
    if !isChosen { loosen(by: sure) }
  }

  /// All pairs worth telling, each with its evidence.
  func matches() -> [(match: RecordMatcher.Match, evidence: Evidence)] {
    let writer = NameEvidenceWriter(scorer: scorer)
    return RecordMatcher(settings: settings)
      .matches(pairs, scorer: scorer, places: scorer.places)
      .map { ($0, writer.evidence($0)) }
  }

  /// Pairs that are best on both sides and alike in much, by the names alone.
  private func surePairs() -> [(Int32, Int32)] {
    var best: [UInt64: Double] = [:]
    var scored: [(left: Int32, right: Int32, total: Double)] = []
    func slot(_ record: Int32, _ other: Int32) -> UInt64 {
      UInt64(UInt32(bitPattern: record)) << 32 | UInt64(scorer.places[Int(other)].input)
    }
    for (left, right) in pairs {
      let total = scorer.score(left, right).total
      guard total >= settings.sureScore else { continue }
      scored.append((left, right, total))
      for place in [slot(left, right), slot(right, left)] {
        best[place] = max(best[place] ?? 0, total)
      }
    }
    let mutual = scored.filter {
      best[slot($0.left, $0.right)] == $0.total && best[slot($0.right, $0.left)] == $0.total
    }
    return mutual.map { ($0.left, $0.right) }.sorted {
      PairTie(scorer.places[Int($0.0)], scorer.places[Int($0.1)])
        < PairTie(scorer.places[Int($1.0)], scorer.places[Int($1.1)])
    }
  }

  /// A column counts by how much more alike sure pairs are in it than rows thrown together: running
  /// numbers count nothing.
  private mutating func weighColumns(by sure: [(Int32, Int32)]) {
    for index in scorer.columns.indices {
      var (alike, thrown) = ((sum: 0.0, count: 0.0), (sum: 0.0, count: 0.0))
      for (place, pair) in sure.enumerated() {
        if let likeness = scorer.columns[index].likeness(pair.0, pair.1) {
          alike = (alike.sum + likeness, alike.count + 1)
        }
        let other = sure[(place + sure.count / 2 + 1) % sure.count].1
        if other != pair.1, scorer.places[Int(other)].input != scorer.places[Int(pair.0)].input,
          let likeness = scorer.columns[index].likeness(pair.0, other)
        {
          thrown = (thrown.sum + likeness, thrown.count + 1)
        }
      }
      guard alike.count > 0 else { continue }
      let lift = alike.sum / alike.count - (thrown.count > 0 ? thrown.sum / thrown.count : 0)
      guard lift >= Self.leastLift(alike.count) else { continue }
      scorer.columns[index].weight = settings.columnWeight * min(1, lift / Self.fullLift)
    }
  }

  /// Few pairs agree by chance.
  private static func leastLift(_ count: Double) -> Double { 0.05 + 0.7 / count.squareRoot() }

  private static let fullLift = 0.5

  /// Where nearly every row has its partner, a fainter likeness will do.
  private mutating func loosen(by sure: [(Int32, Int32)]) {
    var rows: [Int: Int] = [:]
    for place in scorer.places { rows[place.input, default: 0] += 1 }
    let least = rows.values.min() ?? 0
    guard least > 0, rows.count > 1 else { return }
    let share = Double(sure.count) / Double(least * (rows.count - 1) * rows.count / 2)
    let doubt = min(1, max(0, (Self.fullShare - share) / Self.fullShare * 2))
    settings.proposalScore += doubt * settings.proposalDoubt
  }

  private static let fullShare = 0.9
}
