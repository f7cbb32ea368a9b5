package import AppendixModel

/// Differing values of one column in rows that were merged.
package struct Conflict: Hashable, Sendable {
  /// Running number of the output item.
  package var item: Int
  /// The sub-item or lead-in line that the value stands in, as the output numbers it; empty for a
  /// lead-in line, nil for the item's own row.
  package var part: String?
  package var role: ColumnRole
  /// The header of an extra column; nil for a column of the template.
  package var header: String?
  /// Each input's value, in input order.
  package var values: [ConflictValue]
  /// What the output holds.
  package var chosen: String
  /// The rule that chose: a template's merge rule, or ``decisionRule``.
  package var rule: String
  /// By which a decision finds the conflict again.
  package var key: String
  /// Whether a person looked at what the rule chose and agreed.
  package var isAccepted: Bool
  /// What a person noted beside it.
  package var note: String

  /// The rule's name where a person chose.
  package static let decisionRule = "decision"

  package init(
    item: Int, part: String? = nil, role: ColumnRole, header: String? = nil,
    values: [ConflictValue], chosen: String, rule: String, key: String = "",
    isAccepted: Bool = false, note: String = ""
  ) {
    self.item = item
    self.part = part
    self.role = role
    self.header = header
    self.values = values
    self.chosen = chosen
    self.rule = rule
    self.key = key
    self.isAccepted = isAccepted
    self.note = note
  }

  /// Whether a person settled it, by choosing or by agreeing.
  package var isSettled: Bool { isAccepted || rule == Self.decisionRule }
}

/// The value of one of the rows that were merged.
package struct ConflictValue: Hashable, Sendable {
  package var source: RowOrigin
  package var value: String
  package init(source: RowOrigin, value: String) {
    self.source = source
    self.value = value
  }
}
