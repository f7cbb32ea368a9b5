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
    let spelling = SpellingRepair(readings.joined().lazy.map(\.words))
    for (input, appendix) in appendices.enumerated() {
      var row = 0
      for (place, section) in appendix.sections.enumerated() {
        let sectionKey = sections.sections[sections.places[input][place]].key
        for item in section.items {
          readings[input][row].words = spelling.repaired(readings[input][row].words)
          let profile = profiler.profile(readings[input][row], input: input)
          let offices = Lead.list(parsing: item[.lead]).compactMap(\.office).map(comparisonKey)
          set.add(
            input: input, row: row, key: profile.key, words: profile.words, facts: profile.facts,
            levels: [
              .section: sectionKey, .agency: offices.sorted().joined(separator: ";"),
              .output: comparisonKey(item[.output]),
              .deadline: item.fields[.deadline].map(ValueKey.key) ?? "",
            ])
          rows.append(RowRef(input: input, row: row))
          row += 1
        }
      }
    }
    set.finish()
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
