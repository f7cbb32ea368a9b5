package import CellGrid
package import Findings

/// What the registry knows of a unit on a day.
package struct UnitAnswer: Sendable {
  package enum Standing: Hashable, Sendable {
    /// It is there on the day.
    case exists
    /// It had ended before the day.
    case ended
    /// It was made after the day.
    case notYet
    /// The registry knows no such name.
    case unknown
  }

  /// One step of a unit's history.
  package struct Step: Hashable, Sendable {
    /// First day of the new state.
    package var date: CalendarDate
    package var from: [String]
    package var to: [String]
    package var what: String
    package var source: String
    /// high, medium or low.
    package var certainty: String
    package var note: String
  }

  /// A function that came or went.
  package struct Moved: Hashable, Sendable {
    package var date: CalendarDate
    package var function: String
    package var from: String
    package var to: String
    package var source: String
  }

  /// As asked.
  package var query: String
  /// The full name; the query where it is unknown.
  package var name: String
  package var standing: Standing
  package var from: CalendarDate?
  package var until: CalendarDate?
  /// What it was made of.
  package var beginning: Step?
  /// What it became.
  package var ending: Step?
  /// Whether the name stands for another body before or after: only the date tells which.
  package var isNameShared = false
  /// Who does the work on the day: itself, or who followed; empty where nobody did by rule.
  package var current: [String] = []
  package var moved: [Moved] = []
  /// What a person must find out; nil where nothing.
  package var question: Message?
  package var note: String = ""
  /// The name that a query without its diacritics was read as; nil where it was written in full.
  package var readAs: String?
  /// Names that an unknown one may stand for, nearest first.
  package var suggestions: [String] = []
}
