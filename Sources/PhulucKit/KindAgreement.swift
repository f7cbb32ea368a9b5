package import AppendixModel
import AppendixRecognition
package import Findings

/// The one kind of appendix that all inputs of a run are read as.
///
/// Each table alone is given to the kind that fits it best, and two offices' plans with other
/// columns may so fall to two kinds. What is merged must be of one kind, so a table that also fits
/// the kind of the others is read as that; an input that does not is a fault, never left out.
package struct KindAgreement {
  package let template: AppendixTemplate
  package let inputs: [ReadInput]

  /// - Throws: ``RunFailure`` where no input holds a table, or one of several only of another kind.
  package init(
    _ read: [ReadInput], templates: [AppendixTemplate], log: inout FindingLog
  ) throws(RunFailure) {
    guard let template = Self.common(read, templates) else {
      throw RunFailure(JobFault.noInputTable(files: read.map(\.job.file)))
    }
    var inputs = read
    var failures: [any Failure] = []
    for index in inputs.indices {
      guard inputs[index].recognition.appendices.contains(where: { $0.templateID != template.id })
      else { continue }
      try inputs[index].readAgain(as: template, log: &log)
      let tables = inputs[index].recognition.appendices
      if inputs.count > 1, !tables.contains(where: { $0.templateID == template.id }),
        let table = tables.first
      {
        failures.append(
          JobFault.otherKind(
            file: table.file, sheet: table.sheet, kind: table.templateID, common: template.id))
      }
    }
    if let failure = RunFailure(failures) { throw failure }
    self.template = template
    self.inputs = inputs
  }

  /// The template that recognised most tasks; on a tie the one listed first.
  private static func common(
    _ inputs: [ReadInput], _ templates: [AppendixTemplate]
  ) -> AppendixTemplate? {
    var counts: [String: Int] = [:]
    for appendix in inputs.flatMap(\.recognition.appendices) {
      counts[appendix.templateID, default: 0] += appendix.items.count
    }
    return templates.enumerated().max {
      (counts[$0.element.id] ?? -1, $1.offset) < (counts[$1.element.id] ?? -1, $0.offset)
    }?.element
  }
}

extension ReadInput {
  /// Reads the tables of another kind as the given one, where they fit that too.
  fileprivate mutating func readAgain(
    as template: AppendixTemplate, log: inout FindingLog
  ) throws(RunFailure) {
    let recogniser = AppendixRecognizer(
      templates: [template], overrides: try RecognitionOverrides(of: job))
    let again = recogniser.recognise(
      sheets, input: recognition.appendices.first?.input ?? InputID(0), file: job.file)
    for index in recognition.appendices.indices {
      let table = recognition.appendices[index]
      guard table.templateID != template.id,
        let reading = again.appendices.first(where: { $0.isSameTable(as: table) && $0.isFit })
      else { continue }
      recognition.appendices[index] = reading
      log.add(
        Finding(
          "read-as-common-kind", .note, at: Location(file: table.file, sheet: table.sheet),
          vi: "bảng này giống biểu mẫu \(table.templateID), nhưng được đọc theo biểu mẫu "
            + "\(template.id) như các tệp khác; xem lại các cột bằng lệnh: phuluc xem TỆP "
            + "--template \(template.id).",
          en: "this table looks like \(table.templateID) but was read as \(template.id), like the "
            + "other files; see its columns with: phuluc inspect FILE --template \(template.id)."))
    }
  }
}

extension Appendix {
  /// Whether both readings took the same rows for items.
  fileprivate func isSameTable(as other: Appendix) -> Bool {
    sheet == other.sheet && headerRows == other.headerRows && items.count == other.items.count
  }

  /// Whether the kind knows most of the table's columns.
  fileprivate var isFit: Bool {
    2 * columns.count { $0.role != .extra } >= columns.count
  }
}
