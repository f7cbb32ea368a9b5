/// Numbers by which the matcher decides. The defaults are chosen on the development set's tuning
/// part; a run writes them into run.json.
package struct MatchSettings: Hashable, Sendable, Codable {
  /// Points from which a clean pair is merged by itself.
  package var automaticScore = 76.0
  /// Points by which the best partner must lead the second best, unless the wordings are equal.
  package var automaticMargin = 6.0
  /// Share of a text's weight that one side may have in more words in an automatic merge.
  package var automaticOmission = 0.16
  /// Points from which a pair that is worded anew is merged by itself, and by how many it must lead.
  package var rewordedScore = 50.0
  package var rewordedMargin = 12.0
  /// How many words, or neighbouring words, such a pair must have that no other row has; one will
  /// do from the clear score on.
  package var sharedAlone = 2
  package var clearScore = 56.0
  /// The same where one side only says more.
  package var extendedScore = 60.0
  /// Points from which a pair is shown to a person.
  package var reviewScore = 30.0
  /// The same where a guard speaks against the pair.
  package var guardedReviewScore = 45.0
  /// Points from which a pair that is shown is proposed to be merged.
  package var proposalScore = 34.0
  /// Points from which a pair kept apart by a guard is listed.
  package var apartScore = 26.0

  /// Share of a score that is taken off as another row comes as near; 0 for tasks.
  package var rivalWeight = 0.0
  /// What a column beside the names counts at most, where the names count 1; 0 for tasks.
  package var columnWeight = 0.0
  /// Points from which two names that are best for each other are taken for sure when the tables
  /// are looked at.
  package var sureScore = 0.0
  /// Points that a proposal needs more where many rows have no partner.
  package var proposalDoubt = 0.0

  package init() {}

  /// For titles, which both sides write nearly alike.
  package static let titles: MatchSettings = {
    var settings = MatchSettings()
    settings.automaticScore = 66
    settings.automaticMargin = 8
    settings.rewordedScore = 101
    settings.extendedScore = 101
    settings.reviewScore = 28
    settings.guardedReviewScore = 28
    settings.proposalScore = 38
    settings.apartScore = 28
    settings.rivalWeight = 1
    settings.columnWeight = 0.6
    settings.sureScore = 45
    settings.proposalDoubt = 15
    return settings
  }()

  /// For products with model numbers: the words around the number differ from shop to shop.
  package static let products: MatchSettings = {
    var settings = MatchSettings.titles
    settings.automaticScore = 50
    settings.reviewScore = 6
    settings.guardedReviewScore = 6
    settings.proposalScore = 7
    settings.apartScore = 6
    settings.sureScore = 25
    return settings
  }()
}
