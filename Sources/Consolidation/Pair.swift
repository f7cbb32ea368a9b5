package import AppendixModel

/// Two rows of two inputs that may be one task, with the evidence.
package struct Pair: Hashable, Sendable {
  package enum Proposal: String, Sendable { case merge, keep }

  package var left: Item
  package var right: Item
  package var leftSection: String
  package var rightSection: String
  package var evidence: Evidence
  package var proposal: Proposal
  /// What a person decided, if anyone did.
  package var decision: ReviewLayout.Choice?
  /// What a person decided before one of the rows changed, which opened the pair again.
  package var formerDecision: ReviewLayout.Choice?
  /// By which a decision finds the pair again: made of the rows' content, not of their place.
  package var key: String
  /// What a person noted beside it.
  package var note: String

  package init(
    left: Item, right: Item, leftSection: String, rightSection: String, evidence: Evidence,
    proposal: Proposal, decision: ReviewLayout.Choice? = nil, key: String = "", note: String = ""
  ) {
    self.left = left
    self.right = right
    self.leftSection = leftSection
    self.rightSection = rightSection
    self.evidence = evidence
    self.proposal = proposal
    self.decision = decision
    self.key = key
    self.note = note
  }

  /// Whether a person's decision settled it.
  package var isReviewed: Bool { decision == .keep || decision?.joins == true }
}
