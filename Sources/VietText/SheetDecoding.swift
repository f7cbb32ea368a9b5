/// A cell's text for ``LegacyDecoder/decodeSheet(_:)``.
package struct SheetText: Sendable {
  /// From zero.
  package var column: Int
  package var runs: [FontRun]

  package init(column: Int, runs: [FontRun]) {
    self.column = column
    self.runs = runs
  }
}

/// The texts of a sheet decoded, and what the reader of a finding needs to know.
package struct SheetDecoding: Sendable {
  /// One a cell, in the order given.
  package var texts: [DecodedText]
  /// How many cells were decoded from each encoding, in the order of ``LegacyEncoding/allCases``.
  package var counts: [(encoding: LegacyEncoding, cells: Int)]
  /// Indexes of the cells that could be read in several ways, in a sheet that holds legacy text or
  /// under a legacy font; they were left as they are.
  package var undecided: [Int]
}

/// What the cells that are sure of their encoding say, by column and font.
struct Votes {
  private struct Booth: Hashable {
    /// nil for the whole sheet.
    var column: Int?
    /// nil for every font.
    var hint: FontHint?
  }

  private var counts: [Booth: [LegacyEncoding?: Int]] = [:]

  mutating func add(
    _ encoding: LegacyEncoding?, weight: Int, column: Int, hint: FontHint
  ) {
    for column in [column, nil] {
      for hint in [hint, nil] {
        counts[Booth(column: column, hint: hint), default: [:]][encoding, default: 0] += weight
      }
    }
  }

  /// The votes as one cell sees them.
  struct Poll {
    fileprivate var votes: Votes
    var column: Int
    var hint: FontHint

    func winnerOfSameFont(_ verdict: Verdict) -> (LegacyEncoding?, isColumn: Bool)? {
      winner(verdict, hint: hint)
    }

    func winner(_ verdict: Verdict) -> (LegacyEncoding?, isColumn: Bool)? {
      winner(verdict, hint: nil)
    }

    private func winner(
      _ verdict: Verdict, hint: FontHint?
    ) -> (LegacyEncoding?, isColumn: Bool)? {
      for place in [column, nil] {
        let counts = votes.counts[Booth(column: place, hint: hint)] ?? [:]
        let ranked = verdict.candidates.map { candidate in
          // The text as it is also stands for encodings that read it so.
          let twins = candidate == nil ? verdict.unchanged.reduce(0) { $0 + (counts[$1] ?? 0) } : 0
          return (candidate, (counts[candidate] ?? 0) + twins)
        }.sorted { $0.1 > $1.1 }
        guard let first = ranked.first, first.1 > 0 else { continue }
        if ranked.count > 1, ranked[1].1 == first.1 { continue }
        return (first.0, place != nil)
      }
      return nil
    }
  }

  func poll(column: Int, hint: FontHint) -> Poll { Poll(votes: self, column: column, hint: hint) }
}

extension LegacyDecoder {
  /// All texts of a sheet: where a cell could be read in several ways, the sure cells of its
  /// column decide, then those of the sheet.
  package func decodeSheet(_ cells: [SheetText]) -> SheetDecoding {
    // Most cells are done at a look; only the others are cut into segments and judged.
    var texts = cells.map { Self.untouched($0.runs) }
    var open: [Int: (segments: [FontSegment], verdicts: [Verdict])] = [:]
    var votes = Votes()
    var holdsLegacy = false
    for (index, cell) in cells.enumerated() {
      if let text = texts[index] {
        guard text.certainty == .certain else { continue }
        for hint in Set(cell.runs.map { FontHint($0.fontName).family }) {
          votes.add(nil, weight: 5, column: cell.column, hint: hint)
        }
        continue
      }
      let segments = Self.segments(cell.runs)
      let verdicts = segments.map(Verdict.init)
      open[index] = (segments, verdicts)
      for (segment, verdict) in zip(segments, verdicts)
      where verdict.evidence > 0 && verdict.best.count == 1 {
        votes.add(
          verdict.best[0], weight: verdict.evidence, column: cell.column, hint: segment.hint)
        if verdict.best[0] != nil { holdsLegacy = true }
      }
    }
    var undecided: [Int] = []
    for (index, (segments, verdicts)) in open {
      let cell = cells[index]
      let choices = zip(segments, verdicts).map { segment, verdict in
        Self.choice(
          segment, verdict,
          votes: verdict.candidates.count > 1
            ? votes.poll(column: cell.column, hint: segment.hint) : nil)
      }
      let text = Self.result(cell.runs, segments, choices)
      if text.certainty == .undecided, holdsLegacy || segments.contains(where: { $0.hint != .none })
      {
        undecided.append(index)
      }
      texts[index] = text
    }
    var result = SheetDecoding(
      texts: texts.compactMap(\.self), counts: [], undecided: undecided.sorted())
    result.counts = LegacyEncoding.allCases.compactMap { encoding in
      let count = result.texts.count { $0.encodings.contains(encoding) }
      return count > 0 ? (encoding, count) : nil
    }
    return result
  }
}
