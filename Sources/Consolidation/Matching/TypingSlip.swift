/// Tells a slip of the keyboard from another word.
enum TypingSlip {
  /// Whether two words are one with a letter wrong, missing, too many, or two letters exchanged.
  /// Words with digits are never slips: a number differs or it doesn't.
  static func isLikely(_ left: String, _ right: String) -> Bool {
    isLikely(Array(left.unicodeScalars), Array(right.unicodeScalars))
  }

  static func isLikely(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
    guard min(one.count, other.count) >= 3, abs(one.count - other.count) <= 1,
      !one.contains(where: isDigit), !other.contains(where: isDigit)
    else { return false }
    return distanceIsOne(one, other)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  static func distanceIsOne(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
    var start = 0
    while start < one.count, start < other.count, one[start] == other[start] { start += 1 }
    var (leftEnd, rightEnd) = (one.count, other.count)
    while leftEnd > start, rightEnd > start, one[leftEnd - 1] == other[rightEnd - 1] {
      leftEnd -= 1
      rightEnd -= 1
    }
    switch (leftEnd - start, rightEnd - start) {
    case (0, 0): return false
    case (0, 1), (1, 0), (1, 1): return true
    case (2, 2): return one[start] == other[start + 1] && one[start + 1] == other[start]
    default: return false
    }
  }
}
