import AppendixModel
import Consolidation
import Foundation
import MatchingQuality
import TestSupport
import Testing

/// Nothing that is decided about two rows depends on where they stand.
@Suite struct MatchingOrderTests {
  /// What was decided about a pair, told by the rows' ids.
  struct Told: Hashable, Comparable, CustomStringConvertible {
    var rows: Set<String>
    var list: String
    var score: Double
    var reasons: [String]

    var description: String { "\(list) \(rows.sorted()) \(score) \(reasons)" }
    static func < (left: Told, right: Told) -> Bool { left.description < right.description }
  }

  static func told(_ appendices: [Appendix]) throws -> Set<Told> {
    let template = try AppendixTemplate.builtIn("ke-hoach-cchc")
    let consolidated = try Consolidator(template: template, settings: ConsolidationSettings())
      .consolidate(appendices)
    func entries(_ list: String, _ pairs: [Pair]) -> [Told] {
      pairs.map { pair in
        Told(
          // The file says which plan a row is from, however the plans are ordered.
          rows: Set([pair.left, pair.right].map { "\($0.origin.file) \($0.number)" }), list: list,
          score: pair.evidence.score,
          reasons: pair.evidence.reasons.map { "\($0.points) \($0.code)" })
      }
    }
    return Set(
      entries("merged", consolidated.merged) + entries("review", consolidated.review)
        + entries("apart", consolidated.apart))
  }

  /// The same plans, inputs the other way round.
  static func turned(_ appendices: [Appendix]) -> [Appendix] {
    appendices.reversed().enumerated().map { index, appendix in
      var result = appendix
      result.place(in: InputID(index))
      return result
    }
  }

  /// The same plans, rows in another order inside their sections.
  static func shuffled(_ appendices: [Appendix], _ generator: inout SeededGenerator) -> [Appendix] {
    appendices.map { appendix in
      var result = appendix
      var row = 0
      for section in result.sections.indices {
        result.sections[section].items.shuffle(using: &generator)
        for item in result.sections[section].items.indices {
          result.sections[section].items[item].origin.row = row
          row += 1
        }
      }
      return result
    }
  }

  static let plans = ["matching/testing-2.json", "matching/independent-3.json"]
  static let tables = ["plain/products.tsv", "plain/publications.tsv"]

  @Test(arguments: plans + tables)
  func `the order of inputs and of rows makes no difference`(file: String) throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/\(file)")
    let plans =
      file.hasSuffix(".tsv") ? try LabelledPlans(table: url) : try LabelledPlans(contentsOf: url)
    let expected = try Self.told(plans.appendices)
    #expect(!expected.isEmpty)
    let turned = try Self.told(Self.turned(plans.appendices))
    #expect(turned.symmetricDifference(expected).sorted() == [])
    var generator = SeededGenerator(seed: 11)
    let shuffled = try Self.told(Self.shuffled(plans.appendices, &generator))
    #expect(shuffled.symmetricDifference(expected).sorted() == [])
  }

  @Test func `runs side by side come to the same`() async throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/matching/testing-1.json")
    let appendices = try LabelledPlans(contentsOf: url).appendices
    let results = try await withThrowingTaskGroup(of: Set<Told>.self) { group in
      for _ in 0..<3 { group.addTask { try Self.told(appendices) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(results).count == 1)
  }
}
