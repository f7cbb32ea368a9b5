/// An item of the run: which input, and which of its items in order.
struct RowRef: Hashable, Comparable, Sendable {
  var input: Int
  var row: Int

  static func < (left: RowRef, right: RowRef) -> Bool {
    (left.input, left.row) < (right.input, right.row)
  }
}
