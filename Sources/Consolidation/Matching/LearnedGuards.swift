/// Words that tell tasks apart, learned without labels: where one file has two rows that differ
/// in these words alone, it means two tasks by them.
struct LearnedGuards: Sendable {
  /// Words that stand for each other in rows kept apart, smaller id first.
  var exchanged: Set<UInt64> = []
  /// Words that one of two otherwise equal rows has more.
  var added: Set<Vocabulary.WordID> = []

  static func code(_ one: Vocabulary.WordID, _ other: Vocabulary.WordID) -> UInt64 {
    UInt64(UInt32(bitPattern: min(one, other))) << 32 | UInt64(UInt32(bitPattern: max(one, other)))
  }
}
