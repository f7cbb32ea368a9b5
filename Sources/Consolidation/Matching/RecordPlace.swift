/// Where a record is from, and what its text says whatever the order of inputs and rows.
package struct RecordPlace: Sendable {
  var input: Int
  /// Its place in the input, from zero.
  var row: Int
  /// Equal for equal wordings.
  var content: UInt64

  package init(input: Int, row: Int, content: UInt64) {
    self.input = input
    self.row = row
    self.content = content
  }
}

/// Orders pairs of equal score alike in every run: by what the rows say, then by how near their
/// places are.
package struct PairTie: Hashable, Comparable, Sendable {
  private var content: UInt64
  private var rows: UInt64

  package init(_ one: RecordPlace, _ other: RecordPlace) {
    content = (one.content ^ other.content) &* 0x9E37_79B9_7F4A_7C15
    let distance = UInt64(abs(one.row - other.row).magnitude)
    rows = distance << 32 | UInt64(UInt32(truncatingIfNeeded: one.row &+ other.row))
  }

  package static func < (left: PairTie, right: PairTie) -> Bool {
    (left.content, left.rows) < (right.content, right.rows)
  }
}
