import HeapModule

/// The greatest sum of scores over pairs of which no two share a record: shortest augmenting paths
/// over the pairs that there are, with prices (Jonker and Volgenant). A record may stay alone.
package struct SparseAssignment {
  private struct Step: Comparable {
    var cost: Double
    /// A place on the right, or -1 - a place on the left that gives up its partner.
    var place: Int
    static func < (one: Step, other: Step) -> Bool {
      (one.cost, one.place) < (other.cost, other.place)
    }
  }

  private let edges: [Assignment.Edge]
  /// By place on the left: edges, as numbers into `edges`, with the place on the right.
  private var choices: [[(edge: Int, right: Int, cost: Double)]] = []
  private let rightCount: Int
  /// What staying alone costs: more than any pair.
  private let alone: Double

  package init(_ edges: [Assignment.Edge]) {
    // By what the rows say, so that nothing depends on the order in which pairs came.
    self.edges = edges.sorted(by: Assignment.precedes)
    let greatest = self.edges.first?.score ?? 0
    alone = greatest + 1
    // Ranks by the tie break keep equal sums apart without changing any real order.
    let ties = Set(edges.map(\.tie)).sorted()
    let ranks = Dictionary(uniqueKeysWithValues: ties.enumerated().map { ($1, $0) })
    var lefts: [Int32: Int] = [:]
    var rights: [Int32: Int] = [:]
    for (number, edge) in self.edges.enumerated() {
      let left = lefts[edge.left] ?? lefts.count
      if left == lefts.count {
        lefts[edge.left] = left
        choices.append([])
      }
      let right = rights[edge.right] ?? rights.count
      rights[edge.right] = right
      let rank = Double(ranks[edge.tie] ?? 0) / Double(ties.count)
      choices[left].append((number, right, alone - edge.score + rank * 1e-6 * max(1, greatest)))
    }
    rightCount = rights.count
  }

  /// The chosen pairs.
  package func best() -> [Assignment.Edge] {
    var prices = [Double](repeating: 0, count: rightCount)
    /// The place on the left and the choice by which a place on the right is taken.
    var owner = [Int](repeating: -1, count: rightCount)
    var taken = [Int](repeating: -1, count: choices.count)
    var isSettled = [Bool](repeating: false, count: rightCount)
    var costs = [Double](repeating: .infinity, count: rightCount)
    var origin = [(left: Int, choice: Int)](repeating: (-1, -1), count: rightCount)
    for start in choices.indices {
      var heap = Heap<Step>()
      var seen: [Int] = []
      var settled: [Int] = []
      var left = start
      // What it cost to come to `left`, less the price of the pair that it would give up.
      var base = 0.0
      var end: Step?
      while end == nil {
        heap.insert(Step(cost: base + alone, place: -1 - left))
        for (choice, option) in choices[left].enumerated() where choice != taken[left] {
          let cost = base + option.cost - prices[option.right]
          // A settled place stays as it is, whatever rounding says.
          guard !isSettled[option.right], cost < costs[option.right] else { continue }
          if costs[option.right] == .infinity { seen.append(option.right) }
          costs[option.right] = cost
          origin[option.right] = (left, choice)
          heap.insert(Step(cost: cost, place: option.right))
        }
        guard let next = heap.popMin() else { break }
        guard next.place >= 0 else {
          end = next
          break
        }
        // A place that was come to more cheaply before.
        guard !isSettled[next.place], next.cost <= costs[next.place] else { continue }
        guard owner[next.place] >= 0 else {
          end = next
          break
        }
        settled.append(next.place)
        isSettled[next.place] = true
        left = owner[next.place]
        base = next.cost - (choices[left][taken[left]].cost - prices[next.place])
      }
      guard let end else { continue }
      for right in settled {
        prices[right] += costs[right] - end.cost
        isSettled[right] = false
      }
      // Backwards along the path each record takes the place by which it was come to.
      var place: Int
      if end.place >= 0 {
        place = end.place
      } else {
        let giver = -1 - end.place
        let free = taken[giver] >= 0 ? choices[giver][taken[giver]].right : -1
        taken[giver] = -1
        if free >= 0 { owner[free] = -1 }
        place = giver == start ? -1 : free
      }
      while place >= 0 {
        let (mover, choice) = origin[place]
        let before = taken[mover] >= 0 ? choices[mover][taken[mover]].right : -1
        taken[mover] = choice
        owner[place] = mover
        place = mover == start ? -1 : before
      }
      for right in seen {
        costs[right] = .infinity
        origin[right] = (-1, -1)
      }
    }
    return choices.indices.compactMap { left in
      taken[left] >= 0 ? edges[choices[left][taken[left]].edge] : nil
    }
  }
}
