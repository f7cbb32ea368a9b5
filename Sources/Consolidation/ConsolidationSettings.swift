package import AppendixModel
package import CellGrid

/// What a job decides about a merge. Orders list inputs, first preference first; inputs that a
/// list leaves out follow in the order in which they were given.
package struct ConsolidationSettings: Hashable, Sendable {
  /// Which status a merged row has, where its sources differ.
  package enum StatusRule: String, Hashable, Sendable, Codable, CaseIterable {
    case leastAdvanced = "least-advanced"
    case mostAdvanced = "most-advanced"
    /// Of the input whose wording is kept.
    case first
  }

  /// How an office stands whose name several units' offices bear.
  package enum OfficeNames: String, Hashable, Sendable, Codable, CaseIterable {
    /// «Sở GTVT (Phòng Pháp chế)».
    case withUnit = "with-unit"
    /// «Phòng Pháp chế», as the sources name it.
    case asWritten = "as-written"
  }

  /// Whose wording is kept where a task was worded differently.
  package var wordingOrder: [InputID]
  /// In which order united agencies stand.
  package var leadOrder: [InputID]
  /// Whose rows come first between two shared tasks.
  package var rowOrder: [InputID]
  /// How people call each input: «Sở TT&TT»; by default the agency that leads most of its rows.
  package var inputNames: [InputID: String]
  package var statusRule: StatusRule
  package var officeNames: OfficeNames
  /// Whether the output names the units of the report date instead of former ones.
  package var writesSuccessors: Bool
  package var matching: MatchSettings
  /// The report date, for templates that judge by dates.
  package var asOf: CalendarDate?

  package init(
    wordingOrder: [InputID] = [], leadOrder: [InputID] = [], rowOrder: [InputID] = [],
    inputNames: [InputID: String] = [:], statusRule: StatusRule = .leastAdvanced,
    officeNames: OfficeNames = .withUnit, writesSuccessors: Bool = false,
    matching: MatchSettings = MatchSettings()
  ) {
    self.wordingOrder = wordingOrder
    self.leadOrder = leadOrder
    self.rowOrder = rowOrder
    self.inputNames = inputNames
    self.statusRule = statusRule
    self.officeNames = officeNames
    self.writesSuccessors = writesSuccessors
    self.matching = matching
  }

  /// All inputs by a preference.
  func order(_ preference: [InputID], among inputs: [InputID]) -> [Int] {
    let first = preference.compactMap { inputs.firstIndex(of: $0) }
    return first + inputs.indices.filter { !first.contains($0) }
  }
}
