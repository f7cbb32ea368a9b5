import Consolidation
import TestSupport
import Testing

@Suite struct AssignmentTests {
  /// The greatest sum by trying everything.
  static func greatest(
    _ edges: ArraySlice<Assignment.Edge>, _ lefts: Set<Int32>, _ rights: Set<Int32>
  )
    -> Double
  {
    guard let edge = edges.first else { return 0 }
    let rest = edges.dropFirst()
    let without = greatest(rest, lefts, rights)
    guard !lefts.contains(edge.left), !rights.contains(edge.right) else { return without }
    return max(
      without, edge.score + greatest(rest, lefts.union([edge.left]), rights.union([edge.right])))
  }

  static func randomEdges(_ generator: inout SeededGenerator) -> [Assignment.Edge] {
    var edges: [Assignment.Edge] = []
    for left in Int32(0)..<5 {
      for right in Int32(0)..<5 where Bool.random(using: &generator) && edges.count < 14 {
        let places = [
          RecordPlace(input: 0, row: Int(left), content: UInt64(left)),
          RecordPlace(input: 1, row: Int(right), content: UInt64(right) + 100),
        ]
        edges.append(
          Assignment.Edge(
            left: left, right: right, score: Double(Int.random(in: 1...9, using: &generator)),
            tie: PairTie(places[0], places[1]), index: edges.count))
      }
    }
    return edges
  }

  @Test func `the sum is the greatest there is, and no row is taken twice`() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<150 {
      let edges = Self.randomEdges(&generator)
      let chosen = SparseAssignment(edges).best()
      #expect(Set(chosen.map(\.left)).count == chosen.count)
      #expect(Set(chosen.map(\.right)).count == chosen.count)
      let sum = chosen.reduce(0) { $0 + $1.score }
      #expect(abs(sum - Self.greatest(edges[...], [], [])) < 1e-6, "\(edges)")
    }
  }

  @Test func `equal sums are settled alike, whatever the order`() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<50 {
      let edges = Self.randomEdges(&generator)
      let expected = Set(SparseAssignment(edges).best().map { [$0.left, $0.right] })
      let other = SparseAssignment(edges.shuffled(using: &generator)).best()
      #expect(Set(other.map { [$0.left, $0.right] }) == expected)
    }
  }
}
