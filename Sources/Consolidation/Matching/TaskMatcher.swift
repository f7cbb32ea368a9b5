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
  private let isPlain: Bool
  /// The numbers by which pairs are decided.
  private(set) var settings: MatchSettings

  init(
    _ appendices: [Appendix], sections: SectionUnion, lexicon: Lexicon, settings: MatchSettings
  ) {
    isPlain = Self.isPlain(appendices)
    // The numbers for tasks are no good for plain names.
    self.settings = settings
    if isPlain {
      addPlain(appendices)
      if settings == MatchSettings() { self.settings = hasModels ? .products : .plain }
    } else {
      addTasks(appendices, sections, lexicon)
    }
    set.finish()
  }

  private var matcher: RecordMatcher {
    RecordMatcher(settings: settings, weights: isPlain ? .plain : .tasks)
  }

  /// Whether one row in three names a model number.
  private var hasModels: Bool {
    let count = set.records.count { $0.facts.contains { $0.kind == .model } }
    return count * 3 >= set.records.count
  }

  /// Names and titles in another language than Vietnamese: one row in ten at most has Vietnamese
  /// letters.
  private static func isPlain(_ appendices: [Appendix]) -> Bool {
    var rows = 0
    var vietnamese = 0
    for appendix in appendices {
      for section in appendix.sections {
        for item in section.items {
          rows += 1
          if PlainProfiler.isVietnamese(item.text) { vietnamese += 1 }
        }
      }
    }
    return rows > 0 && vietnamese * 10 < rows
  }

  private mutating func addPlain(_ appendices: [Appendix]) {
    let profiler = PlainProfiler(lexicon: .english)
    for (input, appendix) in appendices.enumerated() {
      for (row, item) in appendix.items.enumerated() {
        let profile = profiler.profile(item.text)
        set.add(
          input: input, row: row, key: profile.key, words: profile.words, facts: profile.facts)
        rows.append(RowRef(input: input, row: row))
      }
    }
  }

  private mutating func addTasks(
    _ appendices: [Appendix], _ sections: SectionUnion, _ lexicon: Lexicon
  ) {
    let profiler = TaskProfiler(appendices, lexicon: lexicon)
    var readings = appendices.map { $0.items.map { TaskProfiler.read($0.text) } }
    if let year = profiler.planYear { set.imply(.year, year) }
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
  }

  /// The offices of a lead cell; plans of two departments have those in common at most.
  private static func offices(_ text: String) -> String {
    Lead.list(parsing: text).compactMap(\.office).map(comparisonKey).sorted()
      .joined(separator: ";")
  }

  /// Pairs worth telling with their evidence, best first; doubles inside one input among them.
  func matches() -> [Match] {
    let neighbours = matcher.neighbours(set)
    let scorer = matcher.scorer(set, sameInput: neighbours)
    let writer = EvidenceWriter(scorer: scorer)
    let found =
      matcher.matches(set, scorer: scorer) + doubles(among: neighbours, scorer)
    return found.map { match in
      let (one, other) = (rows[Int(match.left)], rows[Int(match.right)])
      return Match(
        left: min(one, other), right: max(one, other), evidence: writer.evidence(match),
        band: match.band, isDouble: one.input == other.input,
        isSameWording: match.score.isSameWording)
    }.sorted { ($1.evidence.score, $0.left, $0.right) < ($0.evidence.score, $1.left, $1.right) }
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
