/// The patterns of a table of abbreviations, to be found by their first word.
final class AbbreviationIndex: Sendable {
  let patterns: [AbbreviationPattern]
  /// First words of patterns in an open-addressing table; values index ``starts``.
  private let slots: [(code: UInt64, chain: Int32)]
  /// Patterns that begin with the same word, longest first, chain behind chain.
  let starts: [PatternStart]

  init(_ entries: [Abbreviations.Entry]) {
    let patterns = entries.compactMap(AbbreviationPattern.init)
    let order = patterns.indices.sorted {
      (-patterns[$0].words.count, $0) < (-patterns[$1].words.count, $1)
    }
    var size = 64
    while size < patterns.count * 4 { size *= 2 }
    var slots: [(code: UInt64, chain: Int32)] = Array(repeating: (0, -1), count: size)
    var starts: [PatternStart] = []
    var chains: [UInt64: [Int]] = [:]
    for index in order { chains[patterns[index].words[0].code, default: []].append(index) }
    for (code, chain) in chains.sorted(by: { $0.key < $1.key }) {
      var slot = Self.slot(code, size)
      while slots[slot].code != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = (code, Int32(starts.count))
      for (place, index) in chain.enumerated() {
        let words = patterns[index].words
        starts.append(
          PatternStart(
            pattern: Int32(index), second: words.count > 1 ? words[1].code : 0,
            needsCapital: words[0].needsCapital, isLast: place == chain.count - 1))
      }
    }
    self.patterns = patterns
    self.slots = slots
    self.starts = starts
  }

  private static func slot(_ code: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (code &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size - 1)
  }

  /// Where the patterns that begin with a word start in ``starts``; nil where there are none.
  func chain(_ code: UInt64) -> Int? {
    let mask = slots.count - 1
    var slot = Self.slot(code, slots.count)
    while true {
      let entry = slots[slot]
      if entry.code == code { return Int(entry.chain) }
      if entry.code == 0 { return nil }
      slot = (slot + 1) & mask
    }
  }
}

/// What a quick look at a pattern needs.
struct PatternStart: Sendable {
  var pattern: Int32
  /// The second word; 0 where there is one only.
  var second: UInt64
  var needsCapital: Bool
  /// The last of its chain.
  var isLast: Bool
}
