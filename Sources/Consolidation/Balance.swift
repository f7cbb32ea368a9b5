/// The count of items: what came in, what was merged away, what went out, what was not taken.
package struct Balance: Hashable, Sendable {
  /// Item rows read from all inputs, those left out included.
  package var input: Int
  /// Rows that went into another row.
  package var merged: Int
  /// Rows of the output.
  package var output: Int
  /// Rows left out that may be items, each with its reason; totals and their like are none.
  package var rejected: Int

  package init(input: Int, merged: Int, output: Int, rejected: Int) {
    self.input = input
    self.merged = merged
    self.output = output
    self.rejected = rejected
  }

  package var isBalanced: Bool { input == output + merged + rejected }
}
