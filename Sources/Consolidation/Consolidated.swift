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

  package init(
    inputs: [InputSummary], sections: [MergedSection], review: [Pair] = [], merged: [Pair] = [],
    apart: [Pair] = [], conflicts: [Conflict] = [], notTaken: [RowNotTaken] = [], balance: Balance,
    decisions: [DecisionOutcome] = [], findings: [Finding] = [],
    matching: MatchSettings = MatchSettings()
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

/// One numbered row of the output.
package struct MergedItem: Hashable, Sendable {
  package enum Decision: String, Sendable {
    /// From one row alone.
    case single
    /// Merged by the engine.
    case auto
    /// Merged, or kept apart, by a person's decision.
    case reviewed
  }

  /// Running number from 1.
  package var number: Int
  /// Number in its section from 1.
  package var numberInSection: Int
  /// Each with the cells it came from.
  package var fields: [ColumnRole: Field]
  package var extras: [ExtraField]
  package var parts: [MergedPart]
  /// The rows that it stands for, in input order; never empty.
  package var sources: [RowOrigin]
  package var decision: Decision
  /// Why the sources are one; nil for a single row.
  package var evidence: Evidence?
  /// Id of the template's status class.
  package var statusID: String
  package var isDone: Bool

  package init(
    number: Int, numberInSection: Int, fields: [ColumnRole: Field], extras: [ExtraField] = [],
    parts: [MergedPart] = [], sources: [RowOrigin], decision: Decision = .single,
    evidence: Evidence? = nil, statusID: String, isDone: Bool
  ) {
    self.number = number
    self.numberInSection = numberInSection
    self.fields = fields
    self.extras = extras
    self.parts = parts
    self.sources = sources
    self.decision = decision
    self.evidence = evidence
    self.statusID = statusID
    self.isDone = isDone
  }

  package subscript(role: ColumnRole) -> String { fields[role]?.text ?? "" }
}

/// A lead-in line or sub-item of the output; its number is rewritten after its item's.
package struct MergedPart: Hashable, Sendable {
  package var kind: Part.Kind
  /// `15.1`; empty for a lead-in line; `a)` and `-` stay as they are.
  package var number: String
  /// `1.1`, after the item's number in its section.
  package var numberInSection: String
  package var fields: [ColumnRole: Field]
  package var extras: [ExtraField]
  package var sources: [RowOrigin]

  package init(
    kind: Part.Kind, number: String, numberInSection: String, fields: [ColumnRole: Field],
    extras: [ExtraField] = [], sources: [RowOrigin]
  ) {
    self.kind = kind
    self.number = number
    self.numberInSection = numberInSection
    self.fields = fields
    self.extras = extras
    self.sources = sources
  }

  package subscript(role: ColumnRole) -> String { fields[role]?.text ?? "" }
}

/// Two rows of two inputs that may be one task, with the evidence.
package struct Pair: Hashable, Sendable {
  package enum Proposal: String, Sendable { case merge, keep }

  package var left: Item
  package var right: Item
  package var leftSection: String
  package var rightSection: String
  package var evidence: Evidence
  package var proposal: Proposal
  /// Whether a person's decision settled it.
  package var isReviewed: Bool
  /// By which a decision finds the pair again: made of the rows' content, not of their place.
  package var key: String

  package init(
    left: Item, right: Item, leftSection: String, rightSection: String, evidence: Evidence,
    proposal: Proposal, isReviewed: Bool = false, key: String = ""
  ) {
    self.left = left
    self.right = right
    self.leftSection = leftSection
    self.rightSection = rightSection
    self.evidence = evidence
    self.proposal = proposal
    self.isReviewed = isReviewed
    self.key = key
  }
}

/// Why two rows are held for one task or for two: signed parts that add up to the score.
package struct Evidence: Hashable, Sendable {
  package struct Reason: Hashable, Sendable {
    /// Short stable word: `words`, `numbers`, `agency`, `guard-period` …
    package var code: String
    package var message: Message
    /// Signed points; a guard's veto carries none but says so.
    package var points: Double
    /// True for a contradiction that forbids merging by itself.
    package var isGuard: Bool

    package init(code: String, message: Message, points: Double, isGuard: Bool = false) {
      self.code = code
      self.message = message
      self.points = points
      self.isGuard = isGuard
    }
  }

  /// 0 to 100.
  package var score: Double
  package var reasons: [Reason]

  package init(score: Double, reasons: [Reason]) {
    self.score = score
    self.reasons = reasons
  }

  package var guards: [Reason] { reasons.filter(\.isGuard) }
}

/// Differing values of one column in rows that were merged.
package struct Conflict: Hashable, Sendable {
  /// Running number of the output item.
  package var item: Int
  package var role: ColumnRole
  /// Each input's value, in input order.
  package var values: [ConflictValue]
  /// What the output holds.
  package var chosen: String
  /// The rule that chose: a template's merge rule, or ``decisionRule``.
  package var rule: String
  /// By which a decision finds the conflict again.
  package var key: String

  /// The rule's name where a person chose.
  package static let decisionRule = "decision"

  package init(
    item: Int, role: ColumnRole, values: [ConflictValue], chosen: String, rule: String,
    key: String = ""
  ) {
    self.item = item
    self.role = role
    self.values = values
    self.chosen = chosen
    self.rule = rule
    self.key = key
  }
}

package struct ConflictValue: Hashable, Sendable {
  package var source: RowOrigin
  package var value: String
  package init(source: RowOrigin, value: String) {
    self.source = source
    self.value = value
  }
}

/// The count of items: what came in, what was merged away, what went out, what was not taken.
package struct Balance: Hashable, Sendable {
  /// Item rows read from all inputs.
  package var input: Int
  /// Rows that went into another row.
  package var merged: Int
  /// Rows of the output.
  package var output: Int
  /// Item rows left out, each with its reason.
  package var rejected: Int

  package init(input: Int, merged: Int, output: Int, rejected: Int) {
    self.input = input
    self.merged = merged
    self.output = output
    self.rejected = rejected
  }

  package var isBalanced: Bool { input == output + merged + rejected }
}

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
}
