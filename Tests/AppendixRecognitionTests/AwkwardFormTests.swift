import AppendixModel
import AppendixRecognition
import CellGrid
import Findings
import Foundation
import TestSupport
import Testing

/// Forms as offices make them: `Fixtures/forms.txt` holds each with what must be recognised in it.
///
/// `PHULUC_RECORD=1 swift test --filter AwkwardFormTests` writes what is recognised now into the
/// fixture (and fails): look at the difference before it is kept.
@Suite struct AwkwardFormTests {
  private static let recognizer = Result {
    AppendixRecognizer(templates: try AppendixTemplate.allBuiltIn())
  }

  @Test(arguments: try FormFixture.all())
  func isRecognised(_ form: FormFixture) throws {
    let found = try Self.recognizer.get().recognise(form.sheets, input: InputID(0), file: "a.xlsx")
    #expect(found.digest == form.expected, "\(form.name)")
    for sheet in form.sheets {
      let tables = found.appendices.filter { $0.sheet == sheet.name }
      for table in tables.suffix(1) where tables.count == 1 {
        #expect(table.account.total == (sheet.rowIndexes.last ?? -1) + 1)
      }
    }
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["PHULUC_RECORD"] != nil))
  func record() throws {
    let recognizer = try Self.recognizer.get()
    var lines: [String] = []
    for block in try FormFixture.blocks() {
      lines += block.input
      guard let form = FormFixture(block) else { continue }
      lines.append("-->")
      lines += recognizer.recognise(form.sheets, input: InputID(0), file: "a.xlsx").digest
      lines.append("")
    }
    let source = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/forms.txt")
    try Data(lines.joined(separator: "\n").utf8).write(to: source)
    Issue.record("the fixture was written anew; look at its difference")
  }
}

extension Recognition {
  /// What was recognised, a line a fact.
  var digest: [String] {
    appendices.flatMap(\.digest)
      + sheetsWithoutTable.map { "no table in \($0.name)" }
      + findings.map { finding in
        "finding \(finding.code.rawValue)" + (finding.location?.cell.map { " \($0)" } ?? "")
      }
  }
}

extension Appendix {
  fileprivate var digest: [String] {
    let header = headerRows.map { "\($0 + 1)" }.joined(separator: ",")
    let roles = columns.map { "\(CellAddress.columnName($0.column))=\($0.role.rawValue)" }
    var lines = ["\(templateID) \(sheet) header \(header): \(roles.joined(separator: " "))"]
    let titles = [heading.word, heading.title, heading.reference, heading.agency]
    if titles.contains(where: { !$0.isEmpty }) {
      lines.append("title " + titles.joined(separator: " ¦ "))
    }
    for section in sections {
      if !section.title.isEmpty || section.origin != nil {
        lines.append(
          "\(String(repeating: "  ", count: section.level))§ \(section.number) ¦ \(section.title)")
      }
      for item in section.items {
        lines.append("\(item.origin.row + 1). " + Self.line(item.number, item.fields, item.extras))
        for part in item.parts {
          let kind = part.kind == .leadIn ? ":" : "+"
          lines.append(
            "  \(part.origin.row + 1)\(kind) " + Self.line(part.number, part.fields, part.extras))
        }
      }
    }
    for row in notTaken { lines.append("not taken \(row.origin.row + 1): \(row.reason.english)") }
    return lines
  }

  private static func line(
    _ number: String, _ fields: [ColumnRole: Field], _ extras: [ExtraField]
  ) -> String {
    let hidden: Set<ColumnRole> = [.ordinal, .sectionOrdinal, .task]
    let text = fields[.task]?.text ?? ""
    let values = fields.filter { !hidden.contains($0.key) }
      .sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "\($0.key.rawValue)=\($0.value.text)" }
    let others = extras.map { "\($0.header)=\($0.field.text)" }
    return ([number, String(text.prefix(40))] + values + others).joined(separator: " ¦ ")
      .replacingOccurrences(of: "\n", with: "⏎")
  }
}
