/// Where two wordings differ: the places at which one has words that the other has not.
///
/// People who write another task copy a sentence and change one thing in it; people who word the
/// same task anew change it all over. So a single place with other words tells tasks apart more
/// surely than many.
struct WordingDifference {
  /// A place where words of weight stand on one side or on both.
  struct Place {
    var left: [Vocabulary.WordID]
    var right: [Vocabulary.WordID]
    /// Before all common words of weight.
    var isAtHead: Bool
    /// After all common words.
    var isAtTail: Bool
  }

  private(set) var replaced: [Place] = []
  private(set) var inserted: [Place] = []
  /// Places where only light words, or words that stand elsewhere on the other side, differ.
  private(set) var slight = 0
  /// Weighty words that both have, but elsewhere.
  private(set) var moved = 0

  /// Worded anew: other words or another order all over. Who writes another task by copying one
  /// leaves the rest as it was.
  var isReworded: Bool { replaced.count + inserted.count + slight >= 3 || moved > 0 }

  /// One side says more, and words are changed elsewhere too.
  var isExtended: Bool {
    replaced.isEmpty && inserted.count + slight >= 2
      && (inserted.allSatisfy(\.left.isEmpty) || inserted.allSatisfy(\.right.isEmpty))
  }

  /// `slips` are words that stand for others by a slip of the keyboard.
  init(
    _ left: [Vocabulary.WordID], _ right: [Vocabulary.WordID], slips: Set<Vocabulary.WordID>,
    isLight: (Vocabulary.WordID) -> Bool
  ) {
    let common = Self.common(left, right)
    // A word that stands elsewhere in the other text counts for its place all the same, unless it
    // was moved there from here.
    let leftRest = Self.rest(left, common.map(\.0))
    let rightRest = Self.rest(right, common.map(\.1))
    func isLeftWeighty(_ word: Vocabulary.WordID) -> Bool {
      !isLight(word) && !slips.contains(word) && rightRest[word] == nil
    }
    func isRightWeighty(_ word: Vocabulary.WordID) -> Bool {
      !isLight(word) && !slips.contains(word) && leftRest[word] == nil
    }
    var leftPlace = 0
    var rightPlace = 0
    var hasPassedWeight = false
    var places: [Place] = []
    // Common words of no weight since the last place.
    var lightWords = Self.farApart
    for (one, other) in common + [(left.count, right.count)] {
      let leftWords = left[leftPlace..<one].filter(isLeftWeighty)
      let rightWords = right[rightPlace..<other].filter(isRightWeighty)
      let isAtTail = one == left.count && other == right.count
      if !leftWords.isEmpty || !rightWords.isEmpty {
        if lightWords <= Self.longestJoint, let last = places.last {
          // «giáo dục và đào tạo» for «nông nghiệp và môi trường» is one place.
          places[places.count - 1] = Place(
            left: last.left + leftWords, right: last.right + rightWords, isAtHead: last.isAtHead,
            isAtTail: isAtTail)
        } else {
          places.append(
            Place(
              left: leftWords, right: rightWords, isAtHead: !hasPassedWeight, isAtTail: isAtTail))
        }
        lightWords = 0
      } else if leftPlace < one || rightPlace < other {
        slight += 1
      }
      if one < left.count {
        if isLight(left[one]) {
          lightWords += 1
        } else {
          hasPassedWeight = true
          lightWords = Self.farApart
        }
      }
      leftPlace = one + 1
      rightPlace = other + 1
    }
    replaced = places.filter { !$0.left.isEmpty && !$0.right.isEmpty }
    inserted = places.filter { $0.left.isEmpty || $0.right.isEmpty }
    moved = leftRest.reduce(0) { sum, entry in
      isLight(entry.key) ? sum : sum + min(entry.value, rightRest[entry.key] ?? 0)
    }
  }

  /// Words outside the common sequence, with how often each.
  private static func rest(
    _ words: [Vocabulary.WordID], _ common: [Int]
  ) -> [Vocabulary.WordID: Int] {
    var rest: [Vocabulary.WordID: Int] = [:]
    var next = 0
    for (place, word) in words.enumerated() {
      if next < common.count, common[next] == place {
        next += 1
      } else {
        rest[word, default: 0] += 1
      }
    }
    return rest
  }

  private static let longestJoint = 1
  private static let farApart = 1_000

  /// The longest common subsequence, as places on both sides.
  private static func common(
    _ left: [Vocabulary.WordID], _ right: [Vocabulary.WordID]
  ) -> [(Int, Int)] {
    var head: [(Int, Int)] = []
    var start = 0
    while start < left.count, start < right.count, left[start] == right[start] {
      head.append((start, start))
      start += 1
    }
    var (leftEnd, rightEnd) = (left.count, right.count)
    var tail: [(Int, Int)] = []
    while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
      leftEnd -= 1
      rightEnd -= 1
      tail.append((leftEnd, rightEnd))
    }
    return head + middle(left, right, start, leftEnd, rightEnd) + tail.reversed()
  }

  private static func middle(
    _ left: [Vocabulary.WordID], _ right: [Vocabulary.WordID], _ start: Int, _ leftEnd: Int,
    _ rightEnd: Int
  ) -> [(Int, Int)] {
    let (rows, columns) = (leftEnd - start, rightEnd - start)
    // Texts of thousands of words are not compared word by word.
    guard rows > 0, columns > 0, rows * columns <= 250_000 else { return [] }
    var lengths = [Int32](repeating: 0, count: (rows + 1) * (columns + 1))
    for row in stride(from: rows - 1, through: 0, by: -1) {
      for column in stride(from: columns - 1, through: 0, by: -1) {
        let place = row * (columns + 1) + column
        lengths[place] =
          left[start + row] == right[start + column]
          ? lengths[place + columns + 2] + 1
          : max(lengths[place + columns + 1], lengths[place + 1])
      }
    }
    var pairs: [(Int, Int)] = []
    var (row, column) = (0, 0)
    while row < rows, column < columns {
      let place = row * (columns + 1) + column
      if left[start + row] == right[start + column] {
        pairs.append((start + row, start + column))
        row += 1
        column += 1
      } else if lengths[place + columns + 1] >= lengths[place + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    return pairs
  }
}
