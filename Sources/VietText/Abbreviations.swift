/// Abbreviations and what they stand for, as data: tab-separated lines of abbreviation, expansion
/// and, for those that mean different things, the context in which they mean this one.
///
/// The context is one or more conditions parted by spaces, of which one must hold: `<word` and
/// `>word` name the word before or after (joined by `_` where there are several), `>#` a number
/// after, `>Aa` a word with a capital after, `>AA` a word in capitals after. An abbreviation that
/// ends in a full stop is one only with it. Lines without a context hold everywhere; the first
/// line that fits wins, longer abbreviations before shorter ones.
///
/// Abbreviations of two letters, those that read as a syllable and those with a context must be
/// written in capitals; the others are known in any case.
package struct Abbreviations: Sendable {
  /// One line of the table.
  package struct Entry: Sendable, Hashable {
    package var abbreviation: String
    package var expansion: String
    /// The conditions as written; empty where there are none.
    package var context: String

    package init(_ abbreviation: String, _ expansion: String, context: String = "") {
      self.abbreviation = abbreviation
      self.expansion = expansion
      self.context = context
    }
  }

  /// The table of `Data/abbreviations.tsv`.
  package static let builtIn = Abbreviations(
    tsv: String(decoding: PackageResources.abbreviations_tsv, as: UTF8.self))
  package static let none = Abbreviations([])

  package private(set) var entries: [Entry]
  private(set) var patterns: [AbbreviationPattern] = []
  /// First words of patterns in an open-addressing table; values index ``chains``.
  private var slots: [UInt64] = []
  private var slotValues: [Int32] = []
  private var chains: [[Int]] = []
  /// The longest abbreviation, in words.
  private(set) var longest = 0

  package init(_ entries: [Entry]) {
    self.entries = entries
    build()
  }

  /// From tab-separated lines; lines that are empty or begin with `#` are skipped, and so is a
  /// line without an expansion.
  package init(tsv: String) {
    self.init(Self.entries(tsv: tsv))
  }

  private static func entries(tsv: String) -> [Entry] {
    tsv.split(whereSeparator: \.isNewline).compactMap { line in
      guard !line.hasPrefix("#") else { return nil }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count >= 2, !fields[0].isEmpty, !fields[1].isEmpty else { return nil }
      return Entry(
        String(fields[0]), String(fields[1]), context: fields.count > 2 ? String(fields[2]) : "")
    }
  }

  /// With more entries, which come before the ones there are.
  package func adding(_ more: [Entry]) -> Abbreviations { Abbreviations(more + entries) }

  /// With the entries of tab-separated lines, which come before the ones there are.
  package func adding(tsv: String) -> Abbreviations { adding(Self.entries(tsv: tsv)) }

  private mutating func build() {
    patterns = entries.compactMap(AbbreviationPattern.init)
    let order = patterns.indices.sorted {
      (-patterns[$0].words.count, $0) < (-patterns[$1].words.count, $1)
    }
    var size = 64
    while size < patterns.count * 4 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    slotValues = Array(repeating: -1, count: size)
    chains = []
    for index in order {
      let code = patterns[index].words[0].code
      var slot = Self.slot(code, size)
      while slots[slot] != 0, slots[slot] != code { slot = (slot + 1) & (size - 1) }
      if slots[slot] == 0 {
        slots[slot] = code
        slotValues[slot] = Int32(chains.count)
        chains.append([])
      }
      chains[Int(slotValues[slot])].append(index)
    }
    longest = patterns.map(\.words.count).max() ?? 0
  }

  private static func slot(_ code: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (code &* 0x9E37_79B9_7F4A_7C15) >> 32) & (size - 1)
  }

  /// Patterns that begin with a word, longest first.
  func candidates(_ code: UInt64) -> [Int]? {
    var slot = Self.slot(code, slots.count)
    while slots[slot] != code {
      if slots[slot] == 0 { return nil }
      slot = (slot + 1) & (slots.count - 1)
    }
    return chains[Int(slotValues[slot])]
  }
}

/// An abbreviation cut into words, with its expansion's key.
struct AbbreviationPattern: Sendable {
  struct Word: Sendable {
    /// Letters and tone.
    var code: UInt64
    /// Must be written in capitals.
    var needsCapital: Bool
  }

  enum Condition: Sendable, Hashable {
    case before([[UInt8]])
    case after([[UInt8]])
    case numberAfter
    case capitalAfter
    case capitalsAfter
  }

  var words: [Word]
  var needsStop: Bool
  /// Reads as a syllable: not an abbreviation inside text in capitals.
  var isSyllable: Bool
  var conditions: [Condition]
  /// The expansion's words as keys.
  var expansion: [[UInt8]]

  init?(_ entry: Abbreviations.Entry) {
    var scanner = WordScanner()
    let tokens = scanner.tokens(of: entry.abbreviation)
    guard let first = tokens.first, first.kind == .word, tokens.allSatisfy({ !$0.isForeign })
    else { return nil }
    let letters = tokens.reduce(0) { $0 + Int($1.letters) }
    let readsAsSyllables = tokens.allSatisfy { Syllable($0.packed) != nil }
    let needsCapitals = letters < 3 || readsAsSyllables || !entry.context.isEmpty
    words = tokens.map {
      Word(code: $0.code, needsCapital: needsCapitals && $0.hasCapital)
    }
    needsStop = entry.abbreviation.hasSuffix(".")
    isSyllable = readsAsSyllables && tokens.count == 1
    conditions = entry.context.split(separator: " ").compactMap { Self.condition($0) }
    let key = TextKey(entry.expansion, abbreviations: .none).text
    expansion = key.utf8.split(separator: 32).map(Array.init)
    if expansion.isEmpty { return nil }
  }

  private static func condition(_ text: Substring) -> Condition? {
    switch text {
    case ">#": return .numberAfter
    case ">Aa": return .capitalAfter
    case ">AA": return .capitalsAfter
    default:
      let words = text.dropFirst().split(separator: "_").map {
        Array(TextKey(String($0), abbreviations: .none).text.utf8)
      }
      if text.hasPrefix("<") { return .before(words) }
      return text.hasPrefix(">") ? .after(words) : nil
    }
  }
}

extension WordScanner {
  /// Scans a text.
  mutating func tokens(of text: String) -> [RawToken] {
    scan(text.utf8.span)
    return tokens
  }
}
