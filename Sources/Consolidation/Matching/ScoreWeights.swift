/// What each kind of evidence counts for tasks, in points.
package struct ScoreWeights: Hashable, Sendable {
  /// Words in common, as a share of both texts together.
  var words: Double
  var typos: Double
  var order: Double
  /// Taken off for weighty words that stand for others.
  var replacement: Double
  /// Points for an equal and for a differing value of each level, by ``MatchLevel``.
  var levelSame: [Double]
  var levelDifferent: [Double]

  /// For tasks of plans.
  package static let tasks = ScoreWeights(
    words: 86, typos: 80, order: 8, replacement: -30, levelSame: [2, 1, 3, 2],
    levelDifferent: [-2, 0, -3, -2])
}
