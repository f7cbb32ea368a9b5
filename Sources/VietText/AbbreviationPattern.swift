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
      Word(code: $0.code, needsCapital: needsCapitals && ($0.isAllCapital || $0.capitals > 1))
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
