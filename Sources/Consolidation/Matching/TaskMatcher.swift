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
  private let matcher: RecordMatcher

  init(
    _ appendices: [Appendix], sections: SectionUnion, lexicon: Lexicon, settings: MatchSettings
  ) {
    matcher = RecordMatcher(settings: settings)
    let profiler = TaskProfiler(appendices, lexicon: lexicon)
    var readings = appendices.map { $0.items.map { TaskProfiler.read($0.text) } }
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
            levels: [
              .section: sectionKey, .agency: agency,
              .output: cache.key(of: item.fields[.output], role: .output),
              .deadline: cache.key(of: item.fields[.deadline], role: .deadline),
            ])
          rows.append(RowRef(input: input, row: row))
          row += 1
        }
      }
    }
    set.finish()
  }

  /// The offices of a lead cell; plans of two departments have those in common at most.
  private static func offices(_ text: String) -> String {
    Lead.list(parsing: text).compactMap(\.office).map(comparisonKey).sorted()
      .joined(separator: ";")
  }

  /// Pairs worth telling with their evidence, best first.
  func matches() -> [Match] {
    let scorer = PairScorer(set)
    let writer = EvidenceWriter(scorer: scorer)
    return matcher.matches(set).map { match in
      let (one, other) = (rows[Int(match.left)], rows[Int(match.right)])
      return Match(
        left: min(one, other), right: max(one, other), evidence: writer.evidence(match),
        band: match.band, isDouble: one.input == other.input,
        isSameWording: match.score.isSameWording)
    }.sorted { ($1.evidence.score, $0.left, $0.right) < ($0.evidence.score, $1.left, $1.right) }
  }
}
