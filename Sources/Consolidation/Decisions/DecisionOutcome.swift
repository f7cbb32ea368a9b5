package import Findings

/// What became of a decision from the review workbook.
package struct DecisionOutcome: Hashable, Sendable {
  package enum State: String, Sendable {
    case applied
    /// A row that it speaks of has changed: the decision is open again.
    case stale
    /// No such rows are in the inputs.
    case unknown
    /// Two decisions speak against each other: neither was applied.
    case contradictory
  }

  package var state: State
  package var location: Location?
  package var message: Message

  package init(state: State, location: Location? = nil, message: Message) {
    self.state = state
    self.location = location
    self.message = message
  }

  /// What a person should see of it: nothing where it was applied.
  package var finding: Finding? {
    guard state != .applied else { return nil }
    return Finding(
      Finding.Code(rawValue: "decision-\(state.rawValue)"), .warning, at: location,
      vi: message.vietnamese, en: message.english)
  }
}
