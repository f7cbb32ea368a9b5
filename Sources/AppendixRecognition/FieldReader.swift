import AppendixModel
import CellGrid
import VietText

/// Reads the values of one row, each with the cell it stands in.
struct FieldReader {
  let grid: TextGrid
  let shape: TableShape
  let input: InputID
  let file: String
  /// Merges that began above this row are the header's.
  let floor: Int

  /// The row's fields; `ownOnly` leaves out what vertical merges bring from rows above.
  func fields(_ row: Int, ownOnly: Bool = false) -> ([ColumnRole: Field], [ExtraField]) {
    var fields: [ColumnRole: Field] = [:]
    if let field = field(row, shape.task, ownOnly: ownOnly) { fields[.task] = field }
    for (role, column) in shape.fields {
      if let field = field(row, column, ownOnly: ownOnly) { fields[role] = field }
    }
    for (role, column) in [
      (ColumnRole.ordinal, shape.ordinal),
      (.sectionOrdinal, shape.sectionOrdinal),
    ] {
      if let column, let field = field(row, column, ownOnly: true) { fields[role] = field }
    }
    for group in shape.groups {
      let cells = group.members.compactMap { member in
        field(row, member.column, ownOnly: ownOnly).map { (member, $0) }
      }
      if let value = group.value(cells) { fields[group.role] = value }
    }
    if fields[.support]?.isBlank ?? true, let lead = fields[.lead],
      let parted = Lead.parted(lead.text)
    {
      fields[.lead]?.text = parted.lead
      fields[.support] = Field(parted.support, origins: lead.origins)
    }
    var extras: [ExtraField] = []
    for (header, column) in shape.extras {
      if let field = field(row, column, ownOnly: ownOnly) {
        extras.append(ExtraField(header: header, field: field))
      }
    }
    for note in notes(row) {
      if fields[.note] == nil {
        fields[.note] = note
      } else {
        fields.append([.note: note])
      }
    }
    return (fields, extras)
  }

  private func field(_ row: Int, _ column: Int, ownOnly: Bool) -> Field? {
    var cell = grid.cell(row, column)
    if cell == nil, !ownOnly, let merge = grid.merges.covering(row: row, column: column),
      merge.first.row >= floor, merge.first.column == column
    {
      cell = grid.cell(merge.first.row, merge.first.column)
    }
    guard let cell else { return nil }
    return Field(
      cell.text, date: cell.date, number: cell.number, origins: [origin(cell.address)])
  }

  /// Notes that people attached to the row's cells.
  private func notes(_ row: Int) -> [Field] {
    guard !grid.comments.isEmpty else { return [] }
    return shape.columns.map(\.column).sorted().compactMap { column in
      let address = CellAddress(row: row, column: column)
      guard let text = grid.comments[address].map({ tidied($0) }), !text.isEmpty else { return nil }
      return Field(text, origins: [origin(address)])
    }
  }

  private func origin(_ address: CellAddress) -> CellOrigin {
    CellOrigin(input: input, file: file, sheet: grid.name, address: address)
  }
}

extension [ColumnRole: Field] {
  /// Adds the values of a row that goes on with this one: a broken sentence is joined by a space,
  /// anything else stands on a line of its own.
  mutating func append(_ others: [ColumnRole: Field]) {
    for (role, other) in others where role != .ordinal && role != .sectionOrdinal {
      if var own = self[role], !own.isBlank {
        own.continue(with: other)
        self[role] = own
      } else {
        self[role] = other
      }
    }
  }
}

extension [ExtraField] {
  mutating func append(_ others: [ExtraField]) {
    for other in others {
      if let index = firstIndex(where: { $0.header == other.header }) {
        self[index].field.continue(with: other.field)
      } else {
        append(other)
      }
    }
  }
}

extension Field {
  fileprivate mutating func `continue`(with other: Field) {
    if isBlank {
      self = other
      return
    }
    let isBroken = other.text.first?.isLowercase == true
    let isTail = other.text.first.map { "/,.;:)&%".contains($0) } == true
    text += (isTail ? "" : isBroken ? " " : "\n") + other.text
    date = nil
    number = nil
    origins += other.origins
  }
}

extension TextGrid {
  /// Whether a lone cell sits under a vertical merge of its row's neighbours, as values of an
  /// item that runs over several rows do.
  func isPart(of cell: Cell, _ shape: TableShape) -> Bool {
    guard let merge = merges.covering(row: cell.row, column: shape.task) else { return false }
    return merge.first.row < cell.row
  }
}
