package import AppendixModel
package import AppendixRecognition
package import CellGrid
package import Findings
import Foundation
import XLSXReading

/// Reads workbooks and recognises their tables, for the commands that look at one file at a time.
package struct TableReading: Sendable {
  /// A workbook that was read, with what it was found to hold.
  package struct File: Sendable {
    package var path: String
    package var sheets: [Sheet]
    package var recognition: Recognition
    /// What the reader had to say.
    package var findings: [Finding]

    /// What reader and recognition had to say.
    package var allFindings: [Finding] { findings + recognition.findings }

    /// Why the file can't be used, where it holds no table at all.
    package var withoutTable: RunFailure? {
      guard recognition.appendices.isEmpty else { return nil }
      let reason = recognition.sheetsWithoutTable.first { $0.lacksTaskColumn }
      let first = reason ?? recognition.sheetsWithoutTable.first
      return RunFailure(JobFault.noTable(file: path, reason: first?.reason))
    }
  }

  package var templates: [AppendixTemplate]
  package let knowledge: OfficeKnowledge
  private var overrides: RecognitionOverrides?

  /// - Parameters:
  ///   - template: a built-in id, a file or a folder; nil for every built-in template.
  ///   - sheet: the only sheet to be read.
  ///   - registry: an office's own units file.
  ///   - abbreviations: an office's own abbreviations file.
  package init(
    template: String? = nil, sheet: String? = nil, registry: String? = nil,
    abbreviations: String? = nil
  ) throws(RunFailure) {
    templates = try TemplateChoice.candidates(template)
    knowledge = try OfficeKnowledge(registry: registry, abbreviations: abbreviations)
    overrides = sheet.map { RecognitionOverrides(sheet: $0) }
  }

  package func read(_ path: String, index: Int = 0) throws(RunFailure) -> File {
    let workbook: Workbook
    do {
      workbook = try Workbook.read(path: path)
    } catch {
      throw RunFailure(error)
    }
    if let wanted = overrides?.sheet, !workbook.sheets.contains(where: { $0.name == wanted }) {
      throw RunFailure(
        JobFault.noSuchSheet(file: path, sheet: wanted, present: workbook.sheets.map(\.name)))
    }
    let recogniser = AppendixRecognizer(templates: templates, overrides: overrides)
    let recognition = recogniser.recognise(workbook.sheets, input: InputID(index), file: path)
    return File(
      path: path, sheets: workbook.sheets, recognition: recognition, findings: workbook.findings)
  }

  /// A report date as a person writes it; today where none is given.
  package static func date(_ written: String?) throws(RunFailure) -> CalendarDate {
    guard let written else { return .today() }
    guard let date = CalendarDate(written: written) else {
      throw RunFailure(JobFault.badDate(written))
    }
    return date
  }

  package func template(_ id: String) -> AppendixTemplate? { templates.first { $0.id == id } }
}
