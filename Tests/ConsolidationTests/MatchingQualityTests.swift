import AppendixModel
import Consolidation
import Foundation
import MatchingQuality
import Testing

/// The figures that matching must keep on plans which the word lists were not chosen by.
@Suite struct MatchingQualityTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/matching")

  static func report(_ part: String) throws -> QualityReport {
    let template = try AppendixTemplate.builtIn("ke-hoach-cchc")
    var report = QualityReport()
    for number in 1...6 {
      let plans = try LabelledPlans(contentsOf: folder.appending(path: "\(part)-\(number).json"))
      report.add(
        try Consolidator(template: template, settings: ConsolidationSettings())
          .consolidate(plans.appendices), plans)
    }
    return report
  }

  @Test(arguments: ["tuning", "testing", "independent"])
  func `merges are right, and true pairs are merged or shown`(part: String) throws {
    let report = try Self.report(part)
    let text = "\(report)\n" + report.errors.joined(separator: "\n")
    #expect(report.automaticPrecision >= 0.995, Comment(rawValue: text))
    #expect(report.temptingMerged == 0, Comment(rawValue: text))
    #expect(report.foundRecall >= (part == "independent" ? 0.97 : 0.985), Comment(rawValue: text))
    #expect(report.taken.f1 >= 0.965, Comment(rawValue: text))
    // The independent plans are reworded by hand more than real ones are.
    #expect(
      report.automaticRecall >= (part == "independent" ? 0.86 : 0.95), Comment(rawValue: text))
    #expect(report.reviewShare <= 0.10, Comment(rawValue: text))
  }

  @Test func `evidence adds up to its score`() throws {
    let plans = try LabelledPlans(contentsOf: Self.folder.appending(path: "testing-1.json"))
    let template = try AppendixTemplate.builtIn("ke-hoach-cchc")
    let consolidated = try Consolidator(template: template, settings: ConsolidationSettings())
      .consolidate(plans.appendices)
    let pairs = consolidated.merged + consolidated.review + consolidated.apart
    #expect(!pairs.isEmpty)
    for pair in pairs {
      let sum = pair.evidence.reasons.reduce(0) { $0 + $1.points }
      #expect(abs(sum - pair.evidence.score) < 0.01, "\(pair.evidence)")
      #expect((0...100).contains(pair.evidence.score))
    }
    #expect(consolidated.merged.allSatisfy { $0.evidence.guards.isEmpty })
  }
}

/// Plain tables of names in English, without anything known about plans.
@Suite struct PlainMatchingTests {
  @Test(arguments: [("products", 0.96), ("publications", 0.985)])
  func `names and titles find their partners`(table: String, least: Double) throws {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/plain/\(table).tsv")
    let plans = try LabelledPlans(table: url)
    var report = QualityReport()
    let template = try AppendixTemplate.builtIn("ke-hoach-cchc")
    report.add(
      try Consolidator(template: template, settings: ConsolidationSettings())
        .consolidate(plans.appendices), plans)
    let text = "\(report)\n" + report.errors.joined(separator: "\n")
    #expect(report.taken.f1 >= least, Comment(rawValue: text))
    #expect(report.automaticPrecision >= 0.995, Comment(rawValue: text))
  }
}
