import AppendixModel
import AppendixRecognition
package import CellGrid
package import Findings
package import Foundation

/// What `phuluc check` found in workbooks.
package struct CheckRecord: Sendable {
  package private(set) var findings: [Finding] = []
  /// How many items were looked at.
  package private(set) var items = 0
  private var asOf: CalendarDate

  package init(asOf: CalendarDate) { self.asOf = asOf }

  package var counts: (errors: Int, warnings: Int, notes: Int) {
    (
      findings.count { $0.severity == .error }, findings.count { $0.severity == .warning },
      findings.count { $0.severity == .note }
    )
  }

  /// How often each kind was found, in the words of people, the commonest first.
  package func kinds(language code: String) -> [(name: String, count: Int)] {
    let language = Language(rawValue: code) ?? .vietnamese
    return Dictionary(grouping: findings, by: \.code)
      .map { (name: FaultName.text($0.key, in: language), count: $0.value.count) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  package mutating func add(_ file: TableReading.File, _ reading: TableReading) {
    findings += file.allFindings
    for appendix in file.recognition.appendices {
      guard let template = reading.template(appendix.templateID) else { continue }
      items += appendix.items.count
      let sheet = file.sheets.first { $0.name == appendix.sheet }
      findings +=
        AppendixCheck(
          appendix, template: template, sheet: sheet, asOf: asOf,
          registry: reading.knowledge.registry
        ).run()
    }
  }

  private struct Form: Encodable {
    var schema = "phuluc/check/1"
    var asOf: String
    var items: Int
    var findings: [InspectRecord.Remark]
  }

  /// The findings for machines.
  package func json(language code: String) throws -> Data {
    let language = Language(rawValue: code) ?? .vietnamese
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let form = Form(
      asOf: "\(asOf)", items: items,
      findings: findings.map { InspectRecord.Remark($0, language) })
    return try encoder.encode(form) + Data("\n".utf8)
  }
}
