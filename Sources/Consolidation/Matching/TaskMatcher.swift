import AppendixModel

/// Matches the items of several appendices.
struct TaskMatcher {
  struct Match {
    var left: RowRef
    var right: RowRef
    var evidence: Evidence
    var band: RecordMatcher.Band
    /// Two rows of one input.
    var isDouble = false
    var isSameWording = false
  }

  private var set = MatchRecordSet()
  private var rows: [RowRef] = []
  /// Where the tables hold names or titles instead of tasks.
  private let names: NameMatcher?
  /// The numbers by which pairs are decided.
  let settings: MatchSettings

  init(
    _ appendices: [Appendix], sections: SectionUnion, lexicon: Lexicon, settings: MatchSettings
  ) {
    rows = appendices.enumerated().flatMap { input, appendix in
      appendix.items.indices.map { RowRef(input: input, row: $0) }
    }
    names =
      PlainTables.areNames(appendices)
      ? NameMatcher(PlainTables.records(appendices), settings: settings) : nil
    self.settings = names?.settings ?? settings
    if names == nil { addTasks(appendices, sections, lexicon) }
    set.finish()
  }

  private mutating func addTasks(
    _ appendices: [Appendix], _ sections: SectionUnion, _ lexicon: Lexicon
  ) {
    let profiler = TaskProfiler(appendices, lexicon: lexicon)
    var readings = appendices.map { $0.items.map { TaskProfiler.read($0.text) } }
    // What a plan for a year says without saying it.
    if let year = profiler.planYear { set.imply(.year, year) }
    set.imply(.frequency, "năm")
    var cache = ValueKey.Cache()
    var offices: [String: String] = [:]
    let spelling = SpellingRepair(readings.joined().lazy.map(\.words))
    for (input, appendix) in appendices.enumerated() {
      var row = 0
      for (place, section) in appendix.sections.enumerated() {
        let sectionKey = sections.sections[sections.places[input][place]].key
        for item in section.items {
          readings[input][row].words = spelling.repaired(readings[input][row].words)
          let profile = profiler.profile(readings[input][row], input: input)
          let lead = item[.lead]
          let agency = offices[lead] ?? Self.offices(lead)
          offices[lead] = agency
          set.add(
            input: input, row: row, key: profile.key, words: profile.words, facts: profile.facts,
            purposeStart: profile.purposeStart,
            levels: [
              .section: sectionKey, .agency: agency,
              .output: cache.key(of: item.fields[.output], role: .output),
              .deadline: cache.key(of: item.fields[.deadline], role: .deadline),
            ])
          row += 1
        }
      }
    }
  }

  /// The offices of a lead cell; plans of two departments have those in common at most.
  private static func offices(_ text: String) -> String {
    Lead.list(parsing: text).compactMap(\.office).map(comparisonKey).sorted()
      .joined(separator: ";")
  }

  /// Pairs worth telling with their evidence, best first; doubles inside one input among them.
  func matches() -> [Match] {
    let found = names.map { $0.matches() } ?? taskMatches()
    return found.map { match, evidence in
      let (one, other) = (rows[Int(match.left)], rows[Int(match.right)])
      return Match(
        left: min(one, other), right: max(one, other), evidence: evidence, band: match.band,
        isDouble: one.input == other.input, isSameWording: match.score.isSameWording)
    }.sorted { ($1.evidence.score, $0.left, $0.right) < ($0.evidence.score, $1.left, $1.right) }
  }

  private func taskMatches() -> [(match: RecordMatcher.Match, evidence: Evidence)] {
    let finder = CandidateFinder(records: set.records, vocabulary: set.vocabulary)
    var nearest = finder
    nearest.limit = 3
    let neighbours = nearest.pairs(sameInput: true)
    let scorer = PairScorer(set).learning(from: neighbours)
    let writer = EvidenceWriter(scorer: scorer)
    let found =
      RecordMatcher(settings: settings)
      .matches(
        finder.pairs(sameInput: false), scorer: scorer, places: set.records.map(\.place))
      + doubles(among: neighbours, scorer)
    return found.map { ($0, writer.evidence($0)) }
  }

  /// Rows of one input with the same wording, in one section, for the same output and deadline:
  /// written twice by mistake, or two tasks that only a person can tell apart.
  private func doubles(among pairs: [(Int32, Int32)], _ scorer: PairScorer)
    -> [RecordMatcher.Match]
  {
    pairs.compactMap { left, right in
      let (one, other) = (scorer.records[Int(left)], scorer.records[Int(right)])
      guard one.key == other.key, !one.key.isEmpty, one.levels == other.levels else { return nil }
      return RecordMatcher.Match(
        left: left, right: right, score: scorer.score(one, other), band: .review)
    }
  }
}
