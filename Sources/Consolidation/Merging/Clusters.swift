/// Groups rows that are one task. A row joins a group only if it is paired with every row of the
/// group: nothing is merged along a chain.
struct Clusters: Sendable {
  /// Each group's rows, sorted; groups in the order of their first row.
  private(set) var groups: [[RowRef]]

  /// - Parameters:
  ///   - rows: every row of the run.
  ///   - pairs: pairs to be merged, best first.
  ///   - bound: pairs that a person bound together, which may form chains.
  init(rows: [RowRef], pairs: [(RowRef, RowRef)], bound: [(RowRef, RowRef)] = []) {
    var groupOf: [RowRef: Int] = [:]
    var members: [Int: [RowRef]] = [:]
    for (index, row) in rows.enumerated() {
      groupOf[row] = index
      members[index] = [row]
    }
    var linked: Set<[RowRef]> = []
    for (left, right) in pairs + bound { linked.insert([min(left, right), max(left, right)]) }
    func join(_ left: RowRef, _ right: RowRef, isBound: Bool) {
      guard let one = groupOf[left], let other = groupOf[right], one != other else { return }
      let (ours, theirs) = (members[one] ?? [], members[other] ?? [])
      let isComplete = ours.allSatisfy { our in
        theirs.allSatisfy { linked.contains([min(our, $0), max(our, $0)]) }
      }
      guard isBound || isComplete else { return }
      members[one] = ours + theirs
      members[other] = nil
      for row in theirs { groupOf[row] = one }
    }
    for (left, right) in bound { join(left, right, isBound: true) }
    for (left, right) in pairs { join(left, right, isBound: false) }
    groups = members.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }
}
