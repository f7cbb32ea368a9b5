/// Judges pairs of numbered records; symmetric in its two sides.
protocol PairScoring {
  func score(_ left: Int32, _ right: Int32) -> PairScore
}

/// What speaks for and against a pair, in points.
struct PairScore: Sendable {
  /// A contradiction, or something that only one side states.
  struct Guard: Hashable, Sendable {
    enum Strength: Sendable { case contradiction, oneSided }
    var kind: FactKind
    var strength: Strength
    /// Learned from rows that one file keeps apart.
    var isLearned = false
  }

  var words = 0.0
  var rareWords = 0.0
  var typos = 0.0
  /// Model numbers that both sides begin alike; names only.
  var model = 0.0
  /// Runs of letters in common; names only.
  var letters = 0.0
  /// Columns that are compared for what they say, in the record set's order; names only.
  var columns: [Double] = []
  /// Taken off where another row is as near.
  var rival = 0.0
  var order = 0.0
  var levels: [Double] = [0, 0, 0, 0]
  var replacement = 0.0
  var guardPoints = 0.0
  var guards: [Guard] = []
  /// Equal wording once spelling is made one.
  var isSameWording = false
  /// Share of the text's weight that stands on both sides with different words.
  var replacedShare = 0.0
  /// Share that only one side has.
  var omittedShare = 0.0
  /// Places where weighty words stand for others, and where one side has more of them.
  var replacedPlaces = 0
  var insertedPlaces = 0
  /// One side says more, in several places, and nothing in place of something else.
  var isExtended = false
  /// Words, and pairs of words, that these rows alone have in common.
  var sharedAlone = 0
  /// Worded anew all over, not copied with a change.
  var isReworded = false
  /// What the pair counts where rows compete for partners.
  var gain = 0.0

  var sum: Double {
    words + rareWords + model + letters + typos + order + levels.reduce(0, +)
      + columns.reduce(0, +) + replacement + rival + guardPoints
  }
  /// 0 to 100.
  var total: Double { min(100, max(0, sum)) }
  var isContradicted: Bool { guards.contains { $0.strength == .contradiction } }
}
