package import AppendixModel
package import Findings

/// What a merge came to: the merged appendix, why, and what a person must still decide.
///
/// One input alone gives the same shape, so that `status` and `merge` share every later stage.
package struct Consolidated: Sendable {
  package var inputs: [InputSummary]
  package var sections: [MergedSection]
  /// Pairs that a person must decide; until then both rows stand in `sections`.
  package var review: [Pair]
  /// Pairs that were merged, by the engine or by a person's decision.
  package var merged: [Pair]
  /// Pairs that look alike and were kept apart: a guard forbade it, or a person decided so.
  package var apart: [Pair]
  package var conflicts: [Conflict]
  /// Rows that were read but are in no output row.
  package var notTaken: [RowNotTaken]
  package var balance: Balance
  /// What became of each decision that was handed in.
  package var decisions: [DecisionOutcome]
  package var findings: [Finding]
  /// The numbers by which rows were matched: those of the job, or what the tables called for.
  package var matching: MatchSettings
  /// Cells of agencies that were written otherwise before merging.
  package var rewritings: [Rewriting]

  package init(
    inputs: [InputSummary], sections: [MergedSection], review: [Pair] = [], merged: [Pair] = [],
    apart: [Pair] = [], conflicts: [Conflict] = [], notTaken: [RowNotTaken] = [], balance: Balance,
    decisions: [DecisionOutcome] = [], findings: [Finding] = [],
    matching: MatchSettings = MatchSettings(), rewritings: [Rewriting] = []
  ) {
    self.inputs = inputs
    self.sections = sections
    self.review = review
    self.merged = merged
    self.apart = apart
    self.conflicts = conflicts
    self.notTaken = notTaken
    self.balance = balance
    self.decisions = decisions
    self.findings = findings
    self.matching = matching
    self.rewritings = rewritings
  }

  package var items: [MergedItem] { sections.flatMap(\.items) }
}

/// What one input brought.
package struct InputSummary: Hashable, Sendable {
  package var input: InputID
  package var file: String
  package var sheet: String
  /// How people call the input: «Sở TT&TT».
  package var name: String
  package var items: Int
  package var subitems: Int
  package var sections: Int

  package init(
    input: InputID, file: String, sheet: String, name: String, items: Int, subitems: Int,
    sections: Int
  ) {
    self.input = input
    self.file = file
    self.sheet = sheet
    self.name = name
    self.items = items
    self.subitems = subitems
    self.sections = sections
  }
}

package struct MergedSection: Hashable, Sendable {
  /// Numbered anew: `I`, `II` …; empty for items outside any section.
  package var number: String
  package var title: String
  package var level: Int
  package var items: [MergedItem]
  package var sources: [RowOrigin]

  package init(
    number: String, title: String, level: Int = 0, items: [MergedItem], sources: [RowOrigin] = []
  ) {
    self.number = number
    self.title = title
    self.level = level
    self.items = items
    self.sources = sources
  }
}
