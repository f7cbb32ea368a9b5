package import AppendixModel

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
