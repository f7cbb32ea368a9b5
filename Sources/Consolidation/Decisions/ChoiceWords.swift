import VietText

/// Understands what people type into a cell of decisions: other case, no diacritics, short forms.
/// A word that could mean two things («x», «có») is none.
enum ChoiceWords {
  private static let choices: [String: ReviewLayout.Choice] = {
    var words: [String: ReviewLayout.Choice] = [
      "gop lai": .merge, "gop chung": .merge, "merge": .merge,
      "khong": .keep, "ko gop": .keep, "k gop": .keep, "khong gop lai": .keep, "tach": .keep,
      "giu rieng": .keep, "de rieng": .keep, "tach rieng": .keep, "keep": .keep,
      "keep apart": .keep, "don't merge": .keep,
      "chua biet": .undecided, "chua quyet dinh": .undecided, "?": .undecided,
      "unclear": .undecided, "undecided": .undecided,
      "gop 1-n": .mergeSeveral, "gop tat ca": .mergeSeveral, "merge several": .mergeSeveral,
    ]
    for choice in ReviewLayout.Choice.allCases { words[unaccented(choice.rawValue)] = choice }
    return words
  }()

  static func choice(_ text: String) -> ReviewLayout.Choice? { choices[plain(text)] }

  /// The place (from zero) of the value that «Giá trị 2», «gia tri 2», «GT2» or «2» names.
  static func valueIndex(_ text: String) -> Int? {
    var rest = plain(text)[...]
    for word in ["gia tri", "gt", "value"] where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count).drop { $0 == " " }
      break
    }
    guard !rest.isEmpty, rest.count <= 3, rest.allSatisfy({ $0.isASCII && $0.isNumber }),
      let number = Int(rest), number > 0
    else { return nil }
    return number - 1
  }

  /// Whether the text agrees with what the rule chose.
  static func isAcceptance(_ text: String) -> Bool {
    ["dong y", "giu nguyen", "ok", "accept", "agreed"].contains(plain(text))
  }

  /// Small letters without diacritics, and without signs at the ends.
  private static func plain(_ text: String) -> String {
    let signs: Set<Character> = [".", ",", ";", ":", "!", "«", "»", "\"", "'", " "]
    var text = unaccented(text)[...]
    while let first = text.first, signs.contains(first) { text.removeFirst() }
    while let last = text.last, signs.contains(last) { text.removeLast() }
    return String(text)
  }
}
