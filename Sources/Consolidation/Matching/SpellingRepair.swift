import Foundation
import VietText

/// Rights slips of the keyboard by what the run's other rows write: a word that stands once, where
/// a word one letter away stands between the same neighbours elsewhere.
struct SpellingRepair: Sendable {
  private var counts: [String: Int] = [:]
  private var neighbours: Set<UInt64> = []
  /// Usual words by themselves with a letter left out.
  private var shortened: [String: [String]] = [:]
  /// The same by themselves without marks.
  private var unmarked: [String: [String]] = [:]

  init(_ rows: some Sequence<[String]>) {
    for words in rows {
      for (index, word) in words.enumerated() {
        counts[word, default: 0] += 1
        if index > 0 { neighbours.insert(Self.code(words[index - 1], word)) }
      }
    }
    // What stands once may be a slip itself, unless it can be a word.
    for (word, count) in counts where Self.isPlain(word) && (count > 1 || Syllable.isPossible(word))
    {
      for short in Self.shortenings(word) { shortened[short, default: []].append(word) }
      let plain = Self.withoutMarks(word)
      if plain != word { unmarked[plain, default: []].append(word) }
    }
  }

  /// The words with slips righted.
  func repaired(_ words: [String]) -> [String] {
    var result = words
    for index in words.indices where counts[words[index]] == 1 && Self.isPlain(words[index]) {
      if let better = replacement(words, index) { result[index] = better }
    }
    return result
  }

  private func replacement(_ words: [String], _ index: Int) -> String? {
    let word = words[index]
    let before = index > 0 ? words[index - 1] : nil
    let after = index + 1 < words.count ? words[index + 1] : nil
    let isSyllable = Syllable.isPossible(word)
    var candidates: Set<String> = []
    for short in Self.shortenings(word) { candidates.formUnion(shortened[short] ?? []) }
    candidates.remove(word)
    let marked = Set(unmarked[word] ?? [])
    candidates.formUnion(marked)
    let scored = candidates.compactMap { candidate -> (word: String, fits: Int)? in
      guard
        marked.contains(candidate)
          || TypingSlip.distanceIsOne(Array(word.unicodeScalars), Array(candidate.unicodeScalars))
      else { return nil }
      let fitsBefore = before.map { neighbours.contains(Self.code($0, candidate)) }
      let fitsAfter = after.map { neighbours.contains(Self.code(candidate, $0)) }
      // A word that could be meant is righted only where all about it speaks for the other.
      if isSyllable {
        guard (counts[candidate] ?? 0) > 1 else { return nil }
        guard fitsBefore ?? true, fitsAfter ?? true, before != nil || after != nil else {
          return nil
        }
        return (candidate, 2)
      }
      let fits = (fitsBefore == true ? 1 : 0) + (fitsAfter == true ? 1 : 0)
      return fits > 0 ? (candidate, fits) : nil
    }
    return scored.max {
      ($0.fits, counts[$0.word] ?? 0, $1.word) < ($1.fits, counts[$1.word] ?? 0, $0.word)
    }?.word
  }

  /// As typed where the keyboard gave no marks.
  private static func withoutMarks(_ word: String) -> String {
    var plain = ""
    for scalar in word.decomposedStringWithCanonicalMapping.unicodeScalars
    where scalar.properties.canonicalCombiningClass == .notReordered {
      plain.unicodeScalars.append(scalar == "đ" ? "d" : scalar)
    }
    return plain
  }

  private static func isPlain(_ word: String) -> Bool {
    (2...9).contains(word.count) && word.allSatisfy(\.isLetter)
  }

  /// The word, and the word with each of its letters left out.
  private static func shortenings(_ word: String) -> [String] {
    let letters = Array(word)
    return [word]
      + letters.indices.map { String(letters[..<$0]) + String(letters[($0 + 1)...]) }
  }

  private static func code(_ left: String, _ right: String) -> UInt64 {
    (ContentHash.of(left) &* 31) ^ ContentHash.of(right)
  }
}
