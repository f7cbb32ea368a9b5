package import CellGrid
package import Findings

/// An input of a run: a file in the order in which it was given.
package struct InputID: Hashable, Sendable, Comparable {
  /// From zero, in the order of the inputs.
  package var index: Int
  package init(_ index: Int) { self.index = index }
  package static func < (left: InputID, right: InputID) -> Bool { left.index < right.index }
}

/// Where a row was read.
package struct RowOrigin: Hashable, Sendable, Comparable {
  package var input: InputID
  /// The file as the user named it.
  package var file: String
  package var sheet: String
  /// First row of the item in its sheet, from zero.
  package var row: Int
  /// Last row, where an item runs over several.
  package var lastRow: Int

  package init(input: InputID, file: String, sheet: String, row: Int, lastRow: Int? = nil) {
    self.input = input
    self.file = file
    self.sheet = sheet
    self.row = row
    self.lastRow = lastRow ?? row
  }

  /// The place for a finding: the row's cell in a column.
  package func location(column: Int = 0) -> Location {
    Location(file: file, sheet: sheet, cell: CellAddress(row: row, column: column))
  }

  package static func < (left: RowOrigin, right: RowOrigin) -> Bool {
    (left.input, left.sheet, left.row) < (right.input, right.sheet, right.row)
  }
}

/// Where a value was read, so that every output cell can be traced.
package struct CellOrigin: Hashable, Sendable {
  package var input: InputID
  package var file: String
  package var sheet: String
  package var address: CellAddress

  package init(input: InputID, file: String, sheet: String, address: CellAddress) {
    self.input = input
    self.file = file
    self.sheet = sheet
    self.address = address
  }

  package var location: Location { Location(file: file, sheet: sheet, cell: address) }
}
