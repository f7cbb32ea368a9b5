/// A numbered row of an appendix with all that belongs to it.
package struct Item: Hashable, Sendable {
  /// The number as written, such as `14` or `14.`; empty where there is none.
  package var number: String
  package var origin: RowOrigin
  package var fields: [ColumnRole: Field]
  /// Columns that no role claims, in column order.
  package var extras: [ExtraField]
  /// Sub-items and lead-in lines, in their order.
  package var parts: [Part]

  package init(
    number: String, origin: RowOrigin, fields: [ColumnRole: Field] = [:],
    extras: [ExtraField] = [], parts: [Part] = []
  ) {
    self.number = number
    self.origin = origin
    self.fields = fields
    self.extras = extras
    self.parts = parts
  }

  /// The text of a field; empty where there is none.
  package subscript(role: ColumnRole) -> String { fields[role]?.text ?? "" }

  package var text: String { self[.task] }

  mutating func place(in input: InputID) {
    origin.input = input
    for role in fields.keys { fields[role]?.place(in: input) }
    for extra in extras.indices { extras[extra].field.place(in: input) }
    for part in parts.indices {
      parts[part].origin.input = input
      for role in parts[part].fields.keys { parts[part].fields[role]?.place(in: input) }
      for extra in parts[part].extras.indices { parts[part].extras[extra].field.place(in: input) }
    }
  }
}

/// A value under a header that the template doesn't know.
package struct ExtraField: Hashable, Sendable {
  package var header: String
  package var field: Field

  package init(header: String, field: Field) {
    self.header = header
    self.field = field
  }
}

/// A row that belongs to an item and is not counted: a lead-in line or a sub-item.
package struct Part: Hashable, Sendable {
  package enum Kind: String, Sendable {
    /// A line without a number that introduces sub-items.
    case leadIn
    /// A numbered or bulleted row below an item: 15.1, a), –.
    case subitem
  }

  package var kind: Kind
  /// As written: `15.1`, `a)`, `-`; empty for a lead-in line.
  package var number: String
  package var origin: RowOrigin
  package var fields: [ColumnRole: Field]
  package var extras: [ExtraField]

  package init(
    kind: Kind, number: String, origin: RowOrigin, fields: [ColumnRole: Field] = [:],
    extras: [ExtraField] = []
  ) {
    self.kind = kind
    self.number = number
    self.origin = origin
    self.fields = fields
    self.extras = extras
  }

  package subscript(role: ColumnRole) -> String { fields[role]?.text ?? "" }
}
