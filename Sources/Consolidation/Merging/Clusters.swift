/// Groups rows that are one task. By itself a row joins a group only if it is paired with every
/// row of the group: nothing is merged along a chain. Rows that a person bound together count as
/// one row: what goes with one of them goes with all.
struct Clusters: Sendable {
  /// Each group's rows, sorted; groups in the order of their first row.
  private(set) var groups: [[RowRef]]

  /// - Parameters:
  ///   - rows: every row of the run.
  ///   - pairs: pairs to be merged, best first.
  ///   - bound: pairs that a person bound together, which may form chains.
  ///   - kept: pairs that a person kept apart.
  init(
    rows: [RowRef], pairs: [(RowRef, RowRef)], bound: [(RowRef, RowRef)] = [],
    kept: [[RowRef]] = []
  ) {
    var persons = RowGroups()
    for (left, right) in bound { persons.join(left, right) }
    let unitOf = persons
    /// A unit is a row, or what a person bound together; named by its smallest row.
    var rowsOfUnit: [RowRef: [RowRef]] = [:]
    for row in rows { rowsOfUnit[unitOf.root(row), default: []].append(row) }

    var linked: Set<[RowRef]> = []
    for (left, right) in pairs { linked.insert(Self.edge(unitOf.root(left), unitOf.root(right))) }
    var forbidden: Set<[RowRef]> = []
    for pair in kept where pair.count == 2 {
      forbidden.insert(Self.edge(unitOf.root(pair[0]), unitOf.root(pair[1])))
    }
    var groupOf: [RowRef: RowRef] = [:]
    var members: [RowRef: [RowRef]] = [:]
    for unit in rowsOfUnit.keys {
      groupOf[unit] = unit
      members[unit] = [unit]
    }
    for (left, right) in pairs {
      guard let one = groupOf[unitOf.root(left)], let other = groupOf[unitOf.root(right)],
        one != other, let ours = members[one], let theirs = members[other]
      else { continue }
      let isComplete = ours.allSatisfy { our in
        theirs.allSatisfy {
          let edge = Self.edge(our, $0)
          return linked.contains(edge) && !forbidden.contains(edge)
        }
      }
      // What a person bound may bring two rows of one file together by way of a third.
      guard isComplete, Self.isOneToOne(left, right, ours, theirs, rowsOfUnit) else { continue }
      members[one] = ours + theirs
      members[other] = nil
      for unit in theirs { groupOf[unit] = one }
    }
    groups = members.values.map { units in
      units.flatMap { rowsOfUnit[$0] ?? [] }.sorted()
    }.sorted { $0[0] < $1[0] }
  }

  private static func edge(_ one: RowRef, _ other: RowRef) -> [RowRef] {
    [min(one, other), max(one, other)]
  }

  private static func isOneToOne(
    _ left: RowRef, _ right: RowRef, _ ours: [RowRef], _ theirs: [RowRef],
    _ rowsOfUnit: [RowRef: [RowRef]]
  ) -> Bool {
    guard left.input != right.input else { return true }
    let inputs = Set(ours.flatMap { rowsOfUnit[$0] ?? [] }.map(\.input))
    return theirs.flatMap { rowsOfUnit[$0] ?? [] }.allSatisfy { !inputs.contains($0.input) }
  }
}
