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
  var containment = 0.0
  var model = 0.0
  var order = 0.0
  var levels: [Double] = [0, 0, 0, 0]
  var facts = 0.0
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

  var sum: Double {
    words + rareWords + containment + model + typos + order + levels.reduce(0, +) + facts
      + replacement + guardPoints
  }
  /// 0 to 100.
  var total: Double { min(100, max(0, sum)) }
  var isContradicted: Bool { guards.contains { $0.strength == .contradiction } }
}
