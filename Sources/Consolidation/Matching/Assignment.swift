/// Chooses among competing pairs so that every record has at most one partner and the sum of the
/// scores is greatest.
package enum Assignment {
  package struct Edge: Sendable {
    package var left: Int32
    package var right: Int32
    package var score: Double
    /// Orders edges of equal score alike in every run, whatever the order of the inputs.
    var tie: PairTie
    /// The caller's number for the pair.
    var index: Int

    package init(left: Int32, right: Int32, score: Double, tie: PairTie, index: Int) {
      self.left = left
      self.right = right
      self.score = score
      self.tie = tie
      self.index = index
    }
  }

  /// Contended groups up to this many records on a side are solved exactly.
  static let exactLimit = 20_000

  static func choose(_ edges: [Edge]) -> [Edge] {
    var chosen: [Edge] = []
    for component in components(edges) {
      if component.count == 1 {
        chosen += component
        continue
      }
      let lefts = Set(component.map(\.left))
      chosen +=
        lefts.count <= exactLimit
        ? SparseAssignment(component).best().sorted(by: precedes) : greedy(component)
    }
    return chosen
  }

  private static func components(_ edges: [Edge]) -> [[Edge]] {
    var parents: [Int64: Int64] = [:]
    func root(_ node: Int64) -> Int64 {
      var node = node
      while let parent = parents[node], parent != node {
        if let above = parents[parent] { parents[node] = above }
        node = parent
      }
      return node
    }
    for edge in edges {
      let (left, right) = (Int64(edge.left), -1 - Int64(edge.right))
      if parents[left] == nil { parents[left] = left }
      if parents[right] == nil { parents[right] = right }
      parents[root(left)] = root(right)
    }
    var groups: [Int64: [Edge]] = [:]
    var order: [Int64] = []
    for edge in edges {
      let group = root(Int64(edge.left))
      if groups[group] == nil { order.append(group) }
      groups[group, default: []].append(edge)
    }
    return order.compactMap { groups[$0] }
  }

  static func precedes(_ one: Edge, _ other: Edge) -> Bool {
    one.score != other.score ? one.score > other.score : one.tie < other.tie
  }

  private static func greedy(_ edges: [Edge]) -> [Edge] {
    var usedLefts: Set<Int32> = []
    var usedRights: Set<Int32> = []
    return edges.sorted(by: precedes).filter { edge in
      guard !usedLefts.contains(edge.left), !usedRights.contains(edge.right) else { return false }
      usedLefts.insert(edge.left)
      usedRights.insert(edge.right)
      return true
    }
  }
}
