import AppendixModel
import Consolidation
import Testing

@Suite struct SampleConsolidationTests {
  static func consolidated(reversed: Bool = false) throws -> Consolidated {
    var appendices = try SampleAppendices.appendices()
    if reversed { appendices.reverse() }
    let ids = reversed ? [InputID(1), InputID(0)] : [InputID(0), InputID(1)]
    var settings = ConsolidationSettings()
    settings.wordingOrder = [InputID(0), InputID(1)]
    settings.leadOrder = [InputID(0), InputID(1)]
    settings.rowOrder = [InputID(1), InputID(0)]
    _ = ids
    let template = try AppendixTemplate.builtIn("ke-hoach-cchc")
    return try Consolidator(template: template, settings: settings).consolidate(appendices)
  }

  @Test(arguments: [false, true])
  func `the sample's plans give the report's appendix`(reversed: Bool) throws {
    let consolidated = try Self.consolidated(reversed: reversed)
    #expect(consolidated.balance == Balance(input: 93, merged: 21, output: 72, rejected: 0))
    for pair in consolidated.review {
      Issue.record("in review: \(pair.left.text) | \(pair.right.text) | \(pair.evidence.score)")
    }
    var rows: [(kind: String, cells: [String], number: Int?, inSection: Int?)] = []
    let roles: [ColumnRole] = [.task, .lead, .output, .deadline, .progress]
    for section in consolidated.sections {
      rows.append(("section", [section.number, section.title], nil, nil))
      for item in section.items {
        rows.append(("task", roles.map { item[$0] }, item.number, item.numberInSection))
        for part in item.parts {
          rows.append(
            (
              part.kind == .leadIn ? "intro" : "subtask",
              [part.number, part.numberInSection] + roles.map { part[$0] }, nil, nil
            ))
        }
      }
    }
    let expected = try SampleAppendices.expectedRows()
    #expect(rows.count == expected.count)
    for (row, want) in zip(rows, expected) {
      #expect(row.kind == want.kind)
      switch row.kind {
      case "section": #expect(row.cells == [want.section, want.cells[2]])
      case "task":
        #expect(row.cells == Array(want.cells[2...]))
        #expect(row.number == want.number)
        #expect(row.inSection == want.numberInSection)
      default: #expect(row.cells == want.cells)
      }
    }
    #expect(
      consolidated.items.filter(\.isDone).map(\.number) == [1, 53, 54, 55, 56, 61, 62, 64, 72])
  }
}
