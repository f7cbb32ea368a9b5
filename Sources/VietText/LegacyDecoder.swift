/// A stretch of a cell's text in one font.
package struct FontRun: Hashable, Sendable {
  package var text: String
  package var fontName: String?

  package init(_ text: String, fontName: String? = nil) {
    self.text = text
    self.fontName = fontName
  }
}

/// What a cell's text was taken for.
package struct DecodedText: Hashable, Sendable {
  /// How the decision was made.
  package enum Certainty: String, Sendable {
    /// ASCII: the same in every encoding.
    case plain
    /// By letters that only this encoding has, or by valid syllables.
    case certain
    /// Readings were as good as each other; the font decided.
    case byFont
    /// … cells of the same column or sheet decided.
    case byColumn, bySheet
    /// Nothing decided: left as it is.
    case undecided
  }

  /// The whole text.
  package var text: String
  /// The text run by run.
  package var runs: [String]
  /// The encodings that were decoded, in the order of ``LegacyEncoding/allCases``; empty where the
  /// text was Unicode.
  package var encodings: [LegacyEncoding]
  package var certainty: Certainty

  package var isDecoded: Bool { !encodings.isEmpty }
}

/// Decodes text of legacy encodings, by the letters and syllables it gives, then by its font.
///
/// Text that holds letters which only Unicode has is never changed, whatever the font says.
package struct LegacyDecoder: Sendable {
  package init() {}

  /// One text by itself, without neighbours to ask.
  package func decode(_ runs: [FontRun]) -> DecodedText {
    if let text = Self.untouched(runs) { return text }
    let segments = Self.segments(runs)
    let verdicts = segments.map(Verdict.init)
    let choices = zip(segments, verdicts).map { segment, verdict in
      Self.choice(segment, verdict, votes: nil)
    }
    return Self.result(runs, segments, choices)
  }

  /// The text as it is, where a look at its bytes shows that nothing is to be decoded.
  static func untouched(_ runs: [FontRun]) -> DecodedText? {
    var certainty = DecodedText.Certainty.plain
    for run in runs {
      switch TextTraits(run.text.utf8.span) {
      case .plain: break
      case .unicode: certainty = .certain
      case .open: return nil
      }
    }
    // A letter and its mark may stand in two runs.
    if runs.count == 1, let run = runs.first {
      return DecodedText(text: run.text, runs: [run.text], encodings: [], certainty: certainty)
    }
    let texts = runs.map(\.text)
    return DecodedText(text: texts.joined(), runs: texts, encodings: [], certainty: certainty)
  }

  package func decode(_ text: String, fontName: String? = nil) -> DecodedText {
    decode([FontRun(text, fontName: fontName)])
  }
}

/// What a font's name says about the text under it.
enum FontHint: Hashable, Sendable {
  case none
  case tcvn3
  /// A TCVN3 font of capitals.
  case tcvn3Capitals
  case vni

  init(_ fontName: String?) {
    guard let name = fontName?.lowercased() else {
      self = .none
      return
    }
    if name.hasPrefix(".vn") {
      self = name.hasSuffix("h") ? .tcvn3Capitals : .tcvn3
    } else if name.hasPrefix("vni-") || name.hasPrefix("vni ") {
      self = .vni
    } else {
      self = .none
    }
  }

  /// Fonts of capitals count as their small companions.
  var family: FontHint { self == .tcvn3Capitals ? .tcvn3 : self }

  var encoding: LegacyEncoding? {
    switch self {
    case .none: nil
    case .tcvn3, .tcvn3Capitals: .tcvn3
    case .vni: .vni
    }
  }
}

/// Neighbouring runs whose fonts say the same; a letter and its mark may stand in two of them.
struct FontSegment {
  var hint: FontHint
  var scalars: [Unicode.Scalar]
  /// For each scalar the run that it stands in.
  var owners: [Int]
  /// For each scalar whether its run's font shows capitals.
  var capitals: [Bool]
}

extension LegacyDecoder {
  struct Choice {
    var encoding: LegacyEncoding?
    var certainty: DecodedText.Certainty
  }

  static func segments(_ runs: [FontRun]) -> [FontSegment] {
    var segments: [FontSegment] = []
    for (index, run) in runs.enumerated() {
      let hint = FontHint(run.fontName)
      let isCapitals = hint == .tcvn3Capitals
      let kind = hint.family
      if segments.last?.hint != kind {
        segments.append(FontSegment(hint: kind, scalars: [], owners: [], capitals: []))
      }
      for scalar in run.text.unicodeScalars {
        segments[segments.count - 1].scalars.append(scalar)
        segments[segments.count - 1].owners.append(index)
        segments[segments.count - 1].capitals.append(isCapitals)
      }
    }
    return segments
  }

  /// Which reading a segment gets: the best; where others are as good, what its neighbours are,
  /// then its font.
  static func choice(_ segment: FontSegment, _ verdict: Verdict, votes: Votes.Poll?) -> Choice {
    if verdict.isPlain { return Choice(encoding: nil, certainty: .plain) }
    if verdict.isIndifferent {
      // ý is the same in TCVN3; alone in a font of capitals it was typed for Ý.
      let isSpelled =
        segment.capitals.contains(true) && segment.capitals.contains(false)
        && zip(segment.scalars, segment.capitals).allSatisfy { !$1 || $0 == "ý" }
      return Choice(encoding: isSpelled ? .tcvn3 : nil, certainty: isSpelled ? .byFont : .certain)
    }
    if verdict.candidates.count == 1 {
      return Choice(encoding: verdict.candidates[0], certainty: .certain)
    }
    if let (winner, isColumn) = votes?.winnerOfSameFont(verdict) {
      return Choice(encoding: winner, certainty: isColumn ? .byColumn : .bySheet)
    }
    if let encoding = segment.hint.encoding {
      if verdict.candidates.contains(encoding) {
        return Choice(encoding: encoding, certainty: .byFont)
      }
      // The font's reading gives the text as it is.
      if verdict.candidates.contains(nil), verdict.unchanged.contains(encoding) {
        return Choice(encoding: nil, certainty: .byFont)
      }
    }
    if let (winner, isColumn) = votes?.winner(verdict) {
      return Choice(encoding: winner, certainty: isColumn ? .byColumn : .bySheet)
    }
    if verdict.best.count == 1 { return Choice(encoding: verdict.best[0], certainty: .certain) }
    return Choice(encoding: nil, certainty: .undecided)
  }

  static func result(
    _ runs: [FontRun], _ segments: [FontSegment], _ choices: [Choice]
  ) -> DecodedText {
    var texts = [String.UnicodeScalarView](repeating: String.UnicodeScalarView(), count: runs.count)
    let isAnyTCVN3 = choices.contains { $0.encoding == .tcvn3 }
    for (segment, choice) in zip(segments, choices) {
      var place = 0
      while place < segment.scalars.count {
        let piece =
          choice.encoding?.piece(segment.scalars, at: place)
          ?? DecodedPiece(scalar: segment.scalars[place], length: 1, isLegacy: false)
        let isCapital =
          segment.capitals[place]
          && (choice.encoding == .tcvn3 || (choice.certainty == .plain && isAnyTCVN3))
        texts[segment.owners[place]].append(
          isCapital ? LegacyTables.capital(piece.scalar) : piece.scalar)
        place += piece.length
      }
    }
    let strings = texts.map { String($0) }
    let order: [DecodedText.Certainty] = [
      .undecided, .byFont, .bySheet, .byColumn, .certain, .plain,
    ]
    return DecodedText(
      text: strings.joined(), runs: strings,
      encodings: LegacyEncoding.allCases.filter { encoding in
        choices.contains { $0.encoding == encoding }
      },
      certainty: order.first { certainty in choices.contains { $0.certainty == certainty } }
        ?? .plain)
  }
}
