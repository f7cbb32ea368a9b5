import AppendixModel
import VietText

/// Turns items into what the matcher compares, by the knowledge of Vietnamese plans.
struct TaskProfiler {
  let lexicon: Lexicon
  /// Own names by input, in the order of the appendices.
  let ownNames: [OwnNames]
  /// The year that the plans are for: stating it or not makes no difference.
  let planYear: String?

  init(_ appendices: [Appendix], lexicon: Lexicon) {
    self.lexicon = lexicon
    ownNames = appendices.map(OwnNames.init)
    planYear = Self.dominantYear(appendices)
  }

  struct Profile {
    var key: String
    var words: [MatchWord]
    var facts: Facts
    /// From which word on the text says what the task is for.
    var purposeStart: Int
  }

  /// A text cut into words, with the facts that its figures state.
  struct Reading {
    var text: String
    var words: [String]
    var facts: Facts
  }

  static func read(_ text: String) -> Reading {
    let pieces = VietText.tokens(of: text)
    let kept = Array(pieces.dropFirst(isEnumerated(text, pieces) ? 1 : 0))
    return Reading(text: text, words: kept.flatMap(words), facts: FactScanner(kept).facts)
  }

  func profile(_ reading: Reading, input: Int) -> Profile {
    var facts = reading.facts
    let words = reading.words
    var tokens: [MatchWord] = []
    var index = 0
    var purposeStart: Int?
    while index < words.count {
      if purposeStart == nil, tokens.count >= Self.shortestTask, lexicon.isPurpose(words, at: index)
      {
        purposeStart = tokens.count
      }
      if let length = agencyLength(words, at: index, input: input) {
        tokens.append(MatchWord("‹own›", isLight: true))
        index += length
      } else if words[index] == "tỉnh",
        let length = OwnNames.length(of: ownNames[input].places, in: words, at: index + 1)
      {
        tokens.append(MatchWord("tỉnh", isLight: true))
        index += 1 + length
      } else if words[index] == "100%" {
        // The percent stays a fact.
        tokens.append(MatchWord("toàn thể", isLight: true))
        index += 1
      } else {
        index += addPhrase(words, at: index, &tokens, &facts)
      }
    }
    addPlaces(reading.text, input: input, &facts)
    return Profile(
      key: tokens.map(\.text).joined(separator: " "), words: tokens, facts: facts,
      purposeStart: purposeStart ?? tokens.count)
  }

  /// A text does not begin with what it is for.
  private static let shortestTask = 3

  /// A token as the words that are compared: a period apart from its year.
  private static func words(_ token: Token) -> [String] {
    switch token.kind {
    case .documentNumber: return [FactScanner.documentNumber(token.key)]
    case .quarter:
      let parts = token.key.split(separator: " ").map(String.init)
      return [parts.prefix(2).joined(separator: " ")] + parts.dropFirst(2)
    default: return [token.key]
    }
  }

  /// `a)`, `1.` before the text are no part of it.
  private static func isEnumerated(_ text: String, _ tokens: [Token]) -> Bool {
    guard let first = tokens.first, first.text.count <= 3, tokens.count > 1,
      first.range.upperBound < text.endIndex
    else { return false }
    let next = text[first.range.upperBound]
    return next == ")" || (next == "." && (first.kind != .word || first.text.count == 1))
  }

  /// A department that is being merged: «ours» where it is the input's own.
  private func agencyLength(_ words: [String], at index: Int, input: Int) -> Int? {
    if let length = OwnNames.length(of: ownNames[input].agencies, in: words, at: index) {
      return length + placeLength(words, at: index + length, input: input)
    }
    for other in ownNames.indices where other != input {
      if let length = OwnNames.length(of: ownNames[other].agencies, in: words, at: index) {
        return length + placeLength(words, at: index + length, input: other)
      }
    }
    return nil
  }

  private func placeLength(_ words: [String], at index: Int, input: Int) -> Int {
    guard index < words.count, words[index] == "tỉnh" else { return 0 }
    return OwnNames.length(of: ownNames[input].places, in: words, at: index + 1).map { $0 + 1 } ?? 0
  }

  /// Adds the longest known phrase, or one word; how many words it took.
  private func addPhrase(
    _ words: [String], at index: Int, _ tokens: inout [MatchWord],
    _ facts: inout Facts
  ) -> Int {
    let phrases = lexicon.phrases(in: words, at: index)
    let isPlain = phrases.contains { $0.isPlain }
    for phrase in phrases where !isPlain {
      for (factClass, value) in phrase.facts {
        switch factClass {
        case .level: facts.add(.level, value)
        case .organ: facts.add(.organ, value)
        case .document: facts.add(.document, value)
        case .action: facts.add(.action, value)
        case .frequency: facts.add(.frequency, value)
        case .negation: facts.add(.negation, value)
        }
      }
      for side in phrase.opposed { facts.add(.opposed, "\(side.pair):\(side.side)") }
    }
    guard
      let phrase = phrases.last(where: { $0.canonical != nil || $0.isLight || !$0.facts.isEmpty })
    else {
      let word = words[index]
      // A day beside a document number says no more than the number.
      tokens.append(
        MatchWord(
          word, isLight: (word.utf8.count == 10 && word.contains("-")) || word == planYear))
      return 1
    }
    let text = phrase.canonical ?? words[index..<(index + phrase.length)].joined(separator: " ")
    let isTelling = phrase.facts.contains {
      [.action, .document, .level, .negation].contains($0.0)
    }
    tokens.append(
      MatchWord(text, isLight: phrase.isLight || lexicon.isLight(text), isTelling: isTelling))
    return phrase.length
  }

  private static let placeWords: Set<String> = [
    "tỉnh", "huyện", "xã", "phường", "quận", "phố", "thị",
  ]

  /// Names of places other than our own province.
  private func addPlaces(_ text: String, input: Int, _ facts: inout Facts) {
    let raw = text.unicodeScalars.split { $0.properties.isWhitespace }
    for (index, word) in raw.enumerated()
    where (2...5).contains(word.count) && Self.placeWords.contains(String(word).lowercased()) {
      var name: [String] = []
      for next in raw[(index + 1)...].prefix(4) {
        guard next.first?.properties.isUppercase == true else { break }
        name += comparisonWords(String(next)).map(String.init)
        if let last = next.last, Character(last).isPunctuation { break }
      }
      guard !name.isEmpty, name.count <= 4 else { continue }
      if ownNames[input].places.contains(where: { Array(name.prefix($0.count)) == $0 }) { continue }
      facts.add(.place, name.joined(separator: " "))
    }
  }

  private static func dominantYear(_ appendices: [Appendix]) -> String? {
    var counts: [String: Int] = [:]
    for appendix in appendices {
      for item in appendix.items {
        for year in FactScanner(item[.deadline]).facts[.year] { counts[year, default: 0] += 1 }
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
