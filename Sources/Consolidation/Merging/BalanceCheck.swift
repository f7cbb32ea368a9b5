package import AppendixModel

/// Proves that each input row is in exactly one place of the output: items, what belongs to them,
/// and rows not taken.
package enum BalanceCheck {
  package static func check(_ consolidated: Consolidated, _ appendices: [Appendix])
    throws(BalanceFailure)
  {
    var items = Tally()
    var parts = Tally()
    var rejected = Tally()
    for section in consolidated.sections {
      for item in section.items {
        for source in item.sources { items.found(source) }
        for part in item.parts { for source in part.sources { parts.found(source) } }
      }
    }
    for row in consolidated.notTaken { rejected.found(row.origin) }
    for appendix in appendices {
      for section in appendix.sections {
        for item in section.items {
          items.expect(item.origin)
          for part in item.parts { parts.expect(part.origin) }
        }
      }
      for row in appendix.notTaken { rejected.expect(row.origin) }
    }
    let tallies = [items, parts, rejected]
    let missing = tallies.reduce(0) { $0 + $1.missing }
    let doubled = tallies.reduce(0) { $0 + $1.surplus }
    let balance = consolidated.balance
    let isTold =
      balance.isBalanced && balance.output == consolidated.items.count
      && balance.rejected == consolidated.notTaken.count(where: \.mayBeTask)
      && balance.input == items.expected + balance.rejected
    guard isTold, missing == 0, doubled == 0 else {
      throw BalanceFailure(balance: balance, missing: missing, doubled: doubled)
    }
  }

  /// Rows that are to be somewhere, against the places where they are.
  private struct Tally {
    private var counts: [RowOrigin: Int] = [:]
    private(set) var missing = 0
    private(set) var expected = 0
    private var places = 0

    mutating func found(_ row: RowOrigin) {
      counts[row, default: 0] += 1
      places += 1
    }

    /// Each place of the output answers for one row.
    mutating func expect(_ row: RowOrigin) {
      expected += 1
      guard let count = counts[row], count > 0 else {
        missing += 1
        return
      }
      counts[row] = count - 1
    }

    /// Places that no row answers for: rows doubled or invented.
    var surplus: Int { places - (expected - missing) }
  }
}
