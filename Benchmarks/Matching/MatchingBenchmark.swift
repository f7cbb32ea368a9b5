import AppendixModel
import Consolidation
import Foundation
import MatchingQuality

/// How well and how fast rows are matched.
///
///     matching-benchmark quality [--errors] GOLD.json… TABLE.tsv…   precision and recall on labelled plans
///     matching-benchmark speed ROWS…                     seconds for 2 × ROWS made-up items
@main
enum MatchingBenchmark {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    guard !arguments.isEmpty else {
      print("usage: matching-benchmark quality [--errors] GOLD.json… TABLE.tsv… | speed ROWS…")
      return
    }
    switch arguments.removeFirst() {
    case "quality": try quality(arguments)
    default: try speed(arguments.compactMap { Int($0) })
    }
  }

  static func quality(_ arguments: [String]) throws {
    let template = try AppendixTemplate.builtIn("ke-hoach-cchc")
    var report = QualityReport()
    for path in arguments where path != "--errors" {
      let url = URL(filePath: path)
      let plans =
        path.hasSuffix(".tsv") ? try LabelledPlans(table: url) : try LabelledPlans(contentsOf: url)
      let consolidated = try Consolidator(template: template, settings: ConsolidationSettings())
        .consolidate(plans.appendices)
      report.add(consolidated, plans)
    }
    if arguments.contains("--errors") { for error in report.errors { print(error) } }
    print(report)
  }

  static func speed(_ sizes: [Int]) throws {
    let template = try AppendixTemplate.builtIn("ke-hoach-cchc")
    for size in sizes {
      let appendices = MadeUpPlans.appendices(rows: size)
      let start = ContinuousClock.now
      let consolidated = try Consolidator(template: template, settings: ConsolidationSettings())
        .consolidate(appendices)
      let seconds = ContinuousClock.now - start
      print(
        "2 × \(size): \(seconds), merged \(consolidated.balance.merged), review \(consolidated.review.count), apart \(consolidated.apart.count)"
      )
    }
  }
}
