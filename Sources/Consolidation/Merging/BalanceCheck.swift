import AppendixModel

/// Proves that each input row is in exactly one place of the output.
enum BalanceCheck {
  static func check(_ consolidated: Consolidated, _ appendices: [Appendix]) throws(BalanceFailure) {
    var counts: [RowOrigin: Int] = [:]
    for section in consolidated.sections {
      for item in section.items {
        for source in item.sources { counts[source, default: 0] += 1 }
      }
    }
    var missing = 0
    var doubled = 0
    for appendix in appendices {
      for section in appendix.sections {
        for item in section.items {
          let count = counts[item.origin] ?? 0
          if count == 0 { missing += 1 }
          if count > 1 { doubled += 1 }
          counts[item.origin] = nil
        }
      }
    }
    let invented = counts.count
    guard consolidated.balance.isBalanced, missing == 0, doubled == 0, invented == 0 else {
      throw BalanceFailure(
        balance: consolidated.balance, missing: missing, doubled: doubled + invented)
    }
  }
}
