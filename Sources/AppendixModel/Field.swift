package import CellGrid

/// One value of an item: the text as its source spells it, and where it stands.
package struct Field: Hashable, Sendable {
  /// NFC, spaces tidied, legacy encodings decoded; lines parted by `\n`. Empty where blank.
  package var text: String
  /// Where the cell was a date.
  package var date: CalendarDate?
  /// Where the cell was a number.
  package var number: Double?
  /// The cells that this value came from; under a vertical merge, the merge's first cell.
  package var origins: [CellOrigin]

  package init(
    _ text: String, date: CalendarDate? = nil, number: Double? = nil, origins: [CellOrigin] = []
  ) {
    self.text = text
    self.date = date
    self.number = number
    self.origins = origins
  }

  package var isBlank: Bool { text.isEmpty }

  mutating func place(in input: InputID) {
    for origin in origins.indices { origins[origin].input = input }
  }
}
