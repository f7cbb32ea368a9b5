import VietText

/// Finds the word that a mistyped one must mean.
enum NearWord {
  /// The nearest of the words; nil where none is near: more than a third of the letters differ.
  static func closest(to word: String, among words: [String]) -> String? {
    let letters = Array(word.lowercased())
    let limit = max(1, letters.count / 3)
    return words.compactMap { other in
      editDistance(letters, Array(other.lowercased()), limit: limit).map { (other, $0) }
    }.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }
}
