/// Chooses among competing pairs so that every record has at most one partner and the sum of the
/// scores is greatest.
enum Assignment {
  struct Edge: Sendable {
    var left: Int32
    var right: Int32
    var score: Double
    /// Orders edges of equal score alike in every run, whatever the order of the inputs.
    var tie: UInt64
  }

  /// Contended groups up to this many records on a side are solved exactly.
  static let exactLimit = 60

  static func choose(_ edges: [Edge]) -> [Edge] {
    var chosen: [Edge] = []
    for component in components(edges) {
      if component.count == 1 {
        chosen += component
        continue
      }
      let lefts = Set(component.map(\.left)).sorted()
      let rights = Set(component.map(\.right)).sorted()
      chosen +=
        max(lefts.count, rights.count) <= exactLimit
        ? exact(component, lefts, rights) : greedy(component)
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

  /// The Hungarian method with potentials; a pair that is no edge costs nothing and gains nothing.
  private static func exact(_ edges: [Edge], _ lefts: [Int32], _ rights: [Int32]) -> [Edge] {
    let size = max(lefts.count, rights.count)
    let leftPlaces = Dictionary(uniqueKeysWithValues: lefts.enumerated().map { ($1, $0) })
    let rightPlaces = Dictionary(uniqueKeysWithValues: rights.enumerated().map { ($1, $0) })
    var costs = [Double](repeating: 0, count: size * size)
    var edgeAt: [Int: Edge] = [:]
    // Ranks by the tie break keep equal sums apart without changing any real order.
    let ranks = Dictionary(
      edges.map(\.tie).sorted().enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first })
    for edge in edges {
      guard let row = leftPlaces[edge.left], let column = rightPlaces[edge.right] else { continue }
      let place = row * size + column
      let rank = Double(ranks[edge.tie] ?? 0) / Double(edges.count)
      costs[place] = -(edge.score - rank * 1e-6)
      edgeAt[place] = edge
    }
    var rowPotential = [Double](repeating: 0, count: size + 1)
    var columnPotential = [Double](repeating: 0, count: size + 1)
    var rowOfColumn = [Int](repeating: 0, count: size + 1)
    for row in 1...size {
      rowOfColumn[0] = row
      var column = 0
      var least = [Double](repeating: .infinity, count: size + 1)
      var way = [Int](repeating: 0, count: size + 1)
      var isUsed = [Bool](repeating: false, count: size + 1)
      repeat {
        isUsed[column] = true
        let current = rowOfColumn[column]
        var delta = Double.infinity
        var next = 0
        for candidate in 1...size where !isUsed[candidate] {
          let reduced =
            costs[(current - 1) * size + candidate - 1] - rowPotential[current]
            - columnPotential[candidate]
          if reduced < least[candidate] {
            least[candidate] = reduced
            way[candidate] = column
          }
          if least[candidate] < delta {
            delta = least[candidate]
            next = candidate
          }
        }
        for candidate in 0...size {
          if isUsed[candidate] {
            rowPotential[rowOfColumn[candidate]] += delta
            columnPotential[candidate] -= delta
          } else {
            least[candidate] -= delta
          }
        }
        column = next
      } while rowOfColumn[column] != 0
      repeat {
        let previous = way[column]
        rowOfColumn[column] = rowOfColumn[previous]
        column = previous
      } while column != 0
    }
    return (1...size).compactMap { edgeAt[(rowOfColumn[$0] - 1) * size + $0 - 1] }
      .sorted(by: precedes)
  }
}
