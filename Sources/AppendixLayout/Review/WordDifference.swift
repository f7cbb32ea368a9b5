import CellGrid
import VietText

/// Marks the words by which two wordings differ. What is one for comparing (case, «TTHC» and «thủ
/// tục hành chính», the place of a tone mark) is not marked.
enum WordDifference {
  /// Both texts as runs: what the other one has not is bold and red (on the left) or blue.
  static func marked(_ left: String, _ right: String) -> (left: [Page.Run], right: [Page.Run]) {
    let one = tokens(of: left)
    let other = tokens(of: right)
    let (keptLeft, keptRight) = common(one.map(\.key), other.map(\.key))
    return (
      runs(left, one, kept: keptLeft, color: "C00000"),
      runs(right, other, kept: keptRight, color: "1F4E9E")
    )
  }

  /// Which words stand in both, in order (a longest common subsequence). Very long texts are
  /// compared by their words alone.
  private static func common(_ one: [String], _ other: [String]) -> (Set<Int>, Set<Int>) {
    let (product, overflows) = one.count.multipliedReportingOverflow(by: other.count)
    guard !overflows, product <= 250_000 else {
      let left = Set(one)
      let right = Set(other)
      return (
        Set(one.indices.filter { right.contains(one[$0]) }),
        Set(other.indices.filter { left.contains(other[$0]) })
      )
    }
    let width = other.count + 1
    var table = [Int32](repeating: 0, count: (one.count + 1) * width)
    for row in one.indices.reversed() {
      for column in other.indices.reversed() {
        table[row * width + column] =
          one[row] == other[column]
          ? table[(row + 1) * width + column + 1] + 1
          : max(table[(row + 1) * width + column], table[row * width + column + 1])
      }
    }
    var (left, right): (Set<Int>, Set<Int>) = ([], [])
    var (row, column) = (0, 0)
    while row < one.count, column < other.count {
      if one[row] == other[column] {
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

  /// The whole text; signs and spaces go with the word before them.
  private static func runs(
    _ text: String, _ tokens: [Token], kept: Set<Int>, color: String
  ) -> [Page.Run] {
    var runs: [Page.Run] = []
    var wasKept = true
    func append(_ piece: Substring, isKept: Bool) {
      guard !piece.isEmpty else { return }
      if !runs.isEmpty, isKept == wasKept {
        runs[runs.count - 1].text += piece
      } else {
        runs.append(
          isKept ? Page.Run(String(piece)) : Page.Run(String(piece), isBold: true, color: color))
      }
      wasKept = isKept
    }
    var place = text.startIndex
    var index = 0
    while index < tokens.count {
      let range = tokens[index].range
      // The words of one abbreviation share its place: all must stand on the other side.
      var end = index
      var isKept = true
      while end < tokens.count, tokens[end].range == range {
        isKept = isKept && kept.contains(end)
        end += 1
      }
      if range.lowerBound > place {
        append(text[place..<range.lowerBound], isKept: runs.isEmpty || wasKept || isKept)
      }
      if range.upperBound > place {
        append(text[max(place, range.lowerBound)..<range.upperBound], isKept: isKept)
        place = range.upperBound
      }
      index = end
    }
    append(text[place...], isKept: runs.isEmpty || wasKept)
    return runs
  }
}
