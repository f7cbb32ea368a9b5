import AppendixModel
import AppendixRecognition
import Findings
import Foundation

/// The tables of all inputs that belong to one template, each an input of the merge in its own
/// right: two tables of one workbook are two inputs.
struct InputTables: Sendable {
  /// One table of one file.
  struct Table: Sendable {
    var id: String
    var name: String
    var file: String
    var sheet: String
    var sha256: String
    /// Which of the job's inputs it came from, from zero.
    var source: Int
  }

  let template: AppendixTemplate
  /// Each with its `input` set to its place in `tables`.
  let appendices: [Appendix]
  let tables: [Table]
  /// Every file read, with its digest, in the order given.
  let files: [(path: String, sha256: String)]

  init(
    _ inputs: [ReadInput], templates: [AppendixTemplate], log: inout FindingLog
  ) throws(RunFailure) {
    var failures: [any Failure] = []
    for input in inputs where input.recognition.appendices.isEmpty {
      failures.append(
        JobFault.noTable(
          file: input.job.file, reason: Self.bestReason(input.recognition.sheetsWithoutTable)))
    }
    if let failure = RunFailure(failures) { throw failure }
    let agreement = try KindAgreement(inputs, templates: templates, log: &log)
    let template = agreement.template
    var appendices: [Appendix] = []
    var tables: [Table] = []
    for (source, input) in agreement.inputs.enumerated() {
      let own = input.recognition.appendices.filter { $0.templateID == template.id }
      for other in input.recognition.appendices where other.templateID != template.id {
        log.add(
          Finding(
            "table-of-another-kind", at: Location(file: other.file, sheet: other.sheet),
            vi: "bảng này thuộc biểu mẫu khác (\(other.templateID)) nên không được gộp: "
              + "\(other.items.count) dòng. Hãy gộp riêng với --template \(other.templateID).",
            en: "this table is of another kind (\(other.templateID)) and was not merged: "
              + "\(other.items.count) rows. Merge it by itself with --template \(other.templateID)."
          ))
      }
      for (index, appendix) in own.enumerated() {
        let base = input.job.id ?? String(source + 1)
        let stem = ((input.job.file as NSString).lastPathComponent as NSString)
          .deletingPathExtension
        let suffix = own.count > 1 ? ".\(index + 1)" : ""
        var placed = appendix
        placed.place(in: InputID(tables.count))
        appendices.append(placed)
        tables.append(
          Table(
            id: base + suffix,
            name: (input.job.name ?? Self.officeName(appendix) ?? stem)
              + (own.count > 1 ? " – \(appendix.sheet)" : ""),
            file: input.job.file, sheet: appendix.sheet, sha256: input.sha256, source: source))
      }
    }
    // Two offices of one name (the same department of two provinces) go by their files.
    let doubled = Dictionary(grouping: tables.indices) { tables[$0].name }.values
      .filter { $0.count > 1 }.joined()
    for index in doubled where inputs[tables[index].source].job.name == nil {
      let file = (tables[index].file as NSString).lastPathComponent
      tables[index].name += " (\((file as NSString).deletingPathExtension))"
    }
    self.template = template
    self.appendices = appendices
    self.tables = tables
    files = inputs.map { ($0.job.file, $0.sha256) }
  }

  /// The office that made the appendix, as the registry spells what the title block says.
  private static func officeName(_ appendix: Appendix) -> String? {
    UnitRegistry.builtIn.agency(
      inHeading: [appendix.heading.agency] + appendix.heading.linesAbove)
  }

  /// Of several sheets, the one that came nearest to being a table.
  private static func bestReason(_ sheets: [SheetWithoutTable]) -> Message? {
    (sheets.first { $0.lacksTaskColumn } ?? sheets.first)?.reason
  }
}
