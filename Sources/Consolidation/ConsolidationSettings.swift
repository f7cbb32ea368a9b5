package import AppendixModel

/// What a job decides about a merge. Orders list inputs, first preference first; inputs that a
/// list leaves out follow in the order in which they were given.
package struct ConsolidationSettings: Hashable, Sendable {
  /// Whose wording is kept where a task was worded differently.
  package var wordingOrder: [InputID]
  /// In which order united agencies stand.
  package var leadOrder: [InputID]
  /// Whose rows come first between two shared tasks.
  package var rowOrder: [InputID]
  /// How people call each input: «Sở TT&TT»; by default the file's name.
  package var inputNames: [InputID: String]

  package init(
    wordingOrder: [InputID] = [], leadOrder: [InputID] = [], rowOrder: [InputID] = [],
    inputNames: [InputID: String] = [:]
  ) {
    self.wordingOrder = wordingOrder
    self.leadOrder = leadOrder
    self.rowOrder = rowOrder
    self.inputNames = inputNames
  }
}
