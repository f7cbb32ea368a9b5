/// A rectangle of cells, both corners included; merges are kept as such and never expanded.
package struct CellRange: Hashable, Sendable {
  /// The top left cell.
  package var first: CellAddress
  /// The bottom right cell.
  package var last: CellAddress

  /// The rectangle between two corners, given in any order.
  package init(_ one: CellAddress, _ other: CellAddress) {
    first = CellAddress(row: min(one.row, other.row), column: min(one.column, other.column))
    last = CellAddress(row: max(one.row, other.row), column: max(one.column, other.column))
  }

  /// `A1:B2`, or a single cell `A1`; nil where the text is no range.
  package init?(_ text: some StringProtocol) {
    let corners = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let one = corners.first.flatMap({ CellAddress($0) }), corners.count <= 2 else {
      return nil
    }
    guard corners.count == 2 else {
      self.init(one, one)
      return
    }
    guard let other = CellAddress(corners[1]) else { return nil }
    self.init(one, other)
  }

  package func contains(_ address: CellAddress) -> Bool {
    first.row <= address.row && address.row <= last.row
      && first.column <= address.column && address.column <= last.column
  }

  package func overlaps(_ other: CellRange) -> Bool {
    first.row <= other.last.row && other.first.row <= last.row
      && first.column <= other.last.column && other.first.column <= last.column
  }

  /// Number of rows covered.
  package var height: Int { last.row - first.row + 1 }
  /// Number of columns covered.
  package var width: Int { last.column - first.column + 1 }
}

extension CellRange: CustomStringConvertible {
  package var description: String { first == last ? "\(first)" : "\(first):\(last)" }
}
