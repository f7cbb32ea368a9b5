/// Finds the word that a mistyped one must mean.
enum NearWord {
  /// The nearest of the words; nil where none is near: more than a third of the letters differ.
  static func closest(to word: String, among words: [String]) -> String? {
    let letters = Array(word.lowercased())
    let limit = max(1, letters.count / 3)
    return words.compactMap { other in
      distance(letters, Array(other.lowercased()), limit: limit).map { (other, $0) }
    }.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }

  /// How many letters must be changed, put in or left out; nil where more than the limit.
  static func distance(_ left: [Character], _ right: [Character], limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit, left.count <= 500, right.count <= 500 else {
      return nil
    }
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var next = [index + 1]
      for (place, other) in right.enumerated() {
        let change = row[place] + (letter == other ? 0 : 1)
        next.append(min(change, row[place + 1] + 1, next[place] + 1))
      }
      guard next.contains(where: { $0 <= limit }) else { return nil }
      row = next
    }
    return row.last.flatMap { $0 <= limit ? $0 : nil }
  }
}
