/// What each kind of evidence counts, in points.
package struct ScoreWeights: Hashable, Sendable {
  /// Words in common, as a share of both texts together.
  var words: Double
  /// Words in common, as a share of the shorter text.
  var containment: Double
  var typos: Double
  var order: Double
  /// Taken off for weighty words that stand for others.
  var replacement: Double
  /// A model number in common, and differing model numbers.
  var modelSame: Double
  var modelDifferent: Double
  /// Points for an equal and for a differing value of each level, by ``MatchLevel``.
  var levelSame: [Double]
  var levelDifferent: [Double]
  /// Whether words may be alike by their letters without being slips.
  var acceptsSimilarWords: Bool

  /// For tasks of plans.
  package static let tasks = ScoreWeights(
    words: 86, containment: 0, typos: 80, order: 8, replacement: -30, modelSame: 0,
    modelDifferent: 0, levelSame: [2, 1, 3, 2], levelDifferent: [-2, 0, -3, -2],
    acceptsSimilarWords: false)

  /// For plain names and titles: one side often says much more than the other.
  package static let plain = ScoreWeights(
    words: 50, containment: 35, typos: 45, order: 8, replacement: -10, modelSame: 30,
    modelDifferent: -15, levelSame: [2, 1, 3, 2], levelDifferent: [0, 0, 0, 0],
    acceptsSimilarWords: true)
}
