/// What the letters and syllables of a segment say about its encoding.
struct Verdict {
  /// The readings that are as good as each other and better than the rest; nil is Unicode.
  private(set) var best: [LegacyEncoding?]
  /// The readings among which neighbours or the font may choose: the best, and where little speaks
  /// for them also those that leave nothing unexplained.
  private(set) var candidates: [LegacyEncoding?]
  /// Encodings whose reading is the text as it is.
  private(set) var unchanged: [LegacyEncoding] = []
  /// ASCII only.
  private(set) var isPlain = false
  /// Every reading gives the same text.
  private(set) var isIndifferent = false
  /// How much speaks for the one best reading: its valid words; 0 where nothing does.
  private(set) var evidence = 0

  init(_ segment: FontSegment) {
    (best, candidates) = ([nil], [nil])
    guard segment.scalars.contains(where: { $0.value >= 0x80 }) else {
      (isPlain, isIndifferent) = (true, true)
      return
    }
    if segment.scalars.contains(where: Self.isUnicodeOnly) {
      evidence = 5
      return
    }
    var scores: [(encoding: LegacyEncoding?, score: ReadingScore)] = [
      (nil, ReadingScore(segment.scalars, as: nil))
    ]
    for encoding in [LegacyEncoding.tcvn3, .vni] {
      let score = ReadingScore(segment.scalars, as: encoding)
      if Self.changes(segment.scalars, encoding) {
        scores.append((encoding, score))
      } else if score.invalid == 0 {
        unchanged.append(encoding)
      }
    }
    // The rare encodings have a say only where the usual readings leave words unexplained.
    if scores.allSatisfy({ $0.score.invalid > 0 }) {
      for encoding in [LegacyEncoding.viscii, .cp1258] where Self.changes(segment.scalars, encoding)
      {
        let score = ReadingScore(segment.scalars, as: encoding)
        if score.valid >= 2, score.invalid == 0 { scores.append((encoding, score)) }
      }
    }
    let total = scores.map(\.score.total).max() ?? 0
    let tops = scores.filter { $0.score.total == total }
    // Among equals, the reading that leaves fewer words unexplained.
    let invalid = tops.map(\.score.invalid).min() ?? 0
    best = tops.filter { $0.score.invalid == invalid }.map(\.encoding)
    candidates = best
    if total <= 1 {
      candidates = scores.filter { reading in
        best.contains(reading.encoding)
          || (reading.score.invalid == 0 && reading.score.total >= total - 1)
      }.map(\.encoding)
    }
    isIndifferent = scores.count == 1
    if best.count == 1 { evidence = min(5, tops.map(\.score.valid).max() ?? 0) }
  }

  /// ă đ ơ ư ĩ ũ, the letters of U+1EA0 to U+1EF9 and combining marks: no legacy text holds them.
  static func isUnicodeOnly(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0,
      0x1EA0...0x1EF9, 0x300...0x36F:
      true
    default: false
    }
  }

  /// Whether the reading differs from the text as it is.
  private static func changes(_ scalars: [Unicode.Scalar], _ encoding: LegacyEncoding) -> Bool {
    var place = 0
    while place < scalars.count {
      let piece = encoding.piece(scalars, at: place)
      if piece.isLegacy, piece.length > 1 || piece.scalar != scalars[place] { return true }
      place += piece.length
    }
    return false
  }
}
