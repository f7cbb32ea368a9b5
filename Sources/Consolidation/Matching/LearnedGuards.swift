/// Words that tell tasks apart, learned without labels: where one file has two rows that differ
/// in these words alone, it means two tasks by them.
struct LearnedGuards: Sendable {
  /// Words that stand for each other in rows kept apart.
  private var exchanged: Set<UInt64> = []
  /// Words that one of two otherwise equal rows has more.
  private var added: Set<Vocabulary.WordID> = []

  init() {}

  /// Learns from pairs of rows of one input each.
  init(_ pairs: [(Int32, Int32)], scorer: PairScorer) {
    for (left, right) in pairs {
      let (one, other) = (scorer.records[Int(left)], scorer.records[Int(right)])
      guard one.key != other.key, let difference = scorer.difference(one, other),
        difference.slight == 0
      else { continue }
      if difference.replaced.count == 1, difference.inserted.isEmpty {
        let place = difference.replaced[0]
        // A long exchange says nothing about its single words.
        guard place.left.count <= 3, place.right.count <= 3 else { continue }
        for mine in place.left {
          for theirs in place.right { exchanged.insert(Self.code(mine, theirs)) }
        }
      } else if difference.inserted.count == 1, difference.replaced.isEmpty {
        let words = difference.inserted[0].left + difference.inserted[0].right
        if words.count <= 3 { added.formUnion(words) }
      }
    }
  }

  /// How two texts differ by what was learned; nil where they don't.
  func strength(
    leftOnly: [Vocabulary.WordID], rightOnly: [Vocabulary.WordID]
  ) -> PairScore.Guard.Strength? {
    guard !exchanged.isEmpty || !added.isEmpty else { return nil }
    for mine in leftOnly {
      for theirs in rightOnly where exchanged.contains(Self.code(mine, theirs)) {
        return .contradiction
      }
    }
    return leftOnly.contains(where: added.contains) || rightOnly.contains(where: added.contains)
      ? .oneSided : nil
  }

  private static func code(_ one: Vocabulary.WordID, _ other: Vocabulary.WordID) -> UInt64 {
    UInt64(UInt32(bitPattern: min(one, other))) << 32 | UInt64(UInt32(bitPattern: max(one, other)))
  }
}
