/// Numbers by which the matcher decides. The defaults are chosen on the development set's tuning
/// part; a run writes them into run.json.
package struct MatchSettings: Hashable, Sendable, Codable {
  /// Points from which a clean pair is merged by itself.
  package var automaticScore = 76.0
  /// Points by which the best partner must lead the second best, unless the wordings are equal.
  package var automaticMargin = 6.0
  /// Share of a text's weight that one side may have in more words in an automatic merge.
  package var automaticOmission = 0.16
  /// Points from which a pair is shown to a person.
  package var reviewScore = 52.0
  /// Points from which a pair that is shown is proposed to be merged.
  package var proposalScore = 62.0
  /// Points from which a pair kept apart by a guard is listed.
  package var apartScore = 40.0

  package init() {}

  /// For plain names and titles, where a pair that is best on both sides is worth proposing.
  package static let plain: MatchSettings = {
    var settings = MatchSettings()
    settings.automaticScore = 78
    settings.automaticMargin = 8
    settings.automaticOmission = 0.5
    settings.reviewScore = 62
    settings.proposalScore = 62
    settings.apartScore = 50
    return settings
  }()

  /// For tables of products with model numbers: the words around the number differ from shop to
  /// shop, and nearly every product has its partner.
  package static let products: MatchSettings = {
    var settings = MatchSettings.plain
    settings.reviewScore = 36
    settings.proposalScore = 36
    settings.apartScore = 30
    return settings
  }()
}
