import AppendixLayout
import AppendixModel
import AppendixRecognition
import CellGrid
import Consolidation
import Findings
import XLSXReading

/// The sample's two plans, merged as its job says.
enum SampleMerge {
  static let folder: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/") + "/samples/an-giang-2025-q1"
  }()

  static let template = Result { try AppendixTemplate.builtIn("ke-hoach-cchc") }

  /// nil of a day that is none never comes: the days are written here.
  static let asOf = CalendarDate(iso: "2025-03-31")

  static func consolidated(decisions: DecisionSheet? = nil) throws -> Consolidated {
    let template = try template.get()
    let recognizer = AppendixRecognizer(templates: [template])
    var appendices: [Appendix] = []
    for (index, file) in ["so-ttt-ke-hoach-2025.xlsx", "so-khcn-ke-hoach-2025.xlsx"].enumerated() {
      let workbook = try Workbook.read(path: "\(folder)/\(file)")
      appendices +=
        recognizer.recognise(
          workbook.sheets, input: InputID(index), file: file
        ).appendices
    }
    let settings = ConsolidationSettings(
      rowOrder: [InputID(1), InputID(0)],
      inputNames: [InputID(0): "Sở TT&TT", InputID(1): "Sở KH&CN"])
    return try Consolidator(template: template, settings: settings).consolidate(
      appendices, decisions: decisions)
  }

  static func heading() throws -> OutputHeading {
    let template = try template.get()
    return OutputHeading(
      word: template.layout.word, title: template.layout.title,
      reference: template.layout.reference,
      asOf: asOf ?? CalendarDate(daysSince1970: 20_178) ?? { preconditionFailure() }())
  }
}
