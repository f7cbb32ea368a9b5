import CellGrid

/// Marks the words by which two wordings differ.
enum WordDifference {
  /// Both texts as runs: what the other one has not is bold and red (on the left) or blue.
  static func marked(_ left: String, _ right: String) -> (left: [Page.Run], right: [Page.Run]) {
    let one = words(left)
    let other = words(right)
    let (keptLeft, keptRight) = common(one, other)
    return (
      runs(one, kept: keptLeft, color: "C00000"), runs(other, kept: keptRight, color: "1F4E9E")
    )
  }

  /// A word with the spaces and line breaks after it.
  private struct Word {
    var text: String
    var gap: String
    /// What is compared: case and punctuation at the ends don't count.
    var key: String
  }

  private static func words(_ text: String) -> [Word] {
    var words: [Word] = []
    for character in text {
      let isGap = character == " " || character == "\n"
      if isGap, !words.isEmpty {
        words[words.count - 1].gap.append(character)
      } else if let last = words.last, last.gap.isEmpty {
        words[words.count - 1].text.append(character)
      } else {
        words.append(Word(text: String(character), gap: "", key: ""))
      }
    }
    for index in words.indices {
      let trimmed = words[index].text.lowercased().filter { $0.isLetter || $0.isNumber }
      words[index].key = trimmed.isEmpty ? words[index].text : trimmed
    }
    return words
  }

  /// Which words stand in both, in order (a longest common subsequence). Very long texts are
  /// compared by their words alone.
  private static func common(_ one: [Word], _ other: [Word]) -> (Set<Int>, Set<Int>) {
    guard one.count * other.count <= 250_000 else {
      let left = Set(one.map(\.key))
      let right = Set(other.map(\.key))
      return (
        Set(one.indices.filter { right.contains(one[$0].key) }),
        Set(other.indices.filter { left.contains(other[$0].key) })
      )
    }
    let width = other.count + 1
    var table = [Int32](repeating: 0, count: (one.count + 1) * width)
    for row in one.indices.reversed() {
      for column in other.indices.reversed() {
        table[row * width + column] =
          one[row].key == other[column].key
          ? table[(row + 1) * width + column + 1] + 1
          : max(table[(row + 1) * width + column], table[row * width + column + 1])
      }
    }
    var (left, right): (Set<Int>, Set<Int>) = ([], [])
    var (row, column) = (0, 0)
    while row < one.count, column < other.count {
      if one[row].key == other[column].key {
        left.insert(row)
        right.insert(column)
        row += 1
        column += 1
      } else if table[(row + 1) * width + column] >= table[row * width + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    return (left, right)
  }

  private static func runs(_ words: [Word], kept: Set<Int>, color: String) -> [Page.Run] {
    var runs: [Page.Run] = []
    var wasKept: Bool?
    for (index, word) in words.enumerated() {
      let isKept = kept.contains(index)
      let text = word.text + word.gap
      if wasKept == isKept {
        runs[runs.count - 1].text += text
      } else {
        runs.append(
          isKept ? Page.Run(text) : Page.Run(text, isBold: true, color: color))
        wasKept = isKept
      }
    }
    return runs
  }
}
