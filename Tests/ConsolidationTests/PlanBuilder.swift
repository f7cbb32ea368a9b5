import AppendixModel
import CellGrid
import Consolidation
import VietText

/// Small appendices for tests.
enum PlanBuilder {
  struct Row {
    var task: String
    var lead = ""
    var output = ""
    var deadline = ""
    var progress = ""
    var number = ""
    var parts: [(number: String, text: String)] = []
  }

  static func appendix(
    _ index: Int, agency: String = "", file: String? = nil,
    sections: [(number: String, title: String, rows: [Row])]
  ) -> Appendix {
    let input = InputID(index)
    let file = file ?? "\(index).xlsx"
    var appendix = Appendix(input: input, file: file, sheet: "PL", templateID: "ke-hoach-cchc")
    appendix.heading.agency = agency
    var line = 5
    for section in sections {
      line += 1
      var made = Section(
        number: section.number, title: section.title,
        origin: RowOrigin(input: input, file: file, sheet: "PL", row: line))
      for row in section.rows {
        line += 1
        var fields: [ColumnRole: Field] = [:]
        let values: [(ColumnRole, String)] = [
          (.task, row.task), (.lead, row.lead), (.output, row.output), (.deadline, row.deadline),
          (.progress, row.progress),
        ]
        for (column, (role, text)) in values.enumerated() where !text.isEmpty {
          let address = CellAddress(row: line, column: column + 1)
          fields[role] = Field(
            text,
            origins: [CellOrigin(input: input, file: file, sheet: "PL", address: address)])
        }
        var item = Item(
          number: row.number, origin: RowOrigin(input: input, file: file, sheet: "PL", row: line),
          fields: fields)
        for part in row.parts {
          line += 1
          item.parts.append(
            Part(
              kind: part.number.isEmpty ? .leadIn : .subitem, number: part.number,
              origin: RowOrigin(input: input, file: file, sheet: "PL", row: line),
              fields: [.task: Field(part.text)]))
        }
        made.items.append(item)
      }
      appendix.sections.append(made)
    }
    return appendix
  }

  static func merged(
    _ appendices: [Appendix], _ settings: ConsolidationSettings = ConsolidationSettings(),
    decisions: DecisionSheet? = nil
  ) throws -> Consolidated {
    try Consolidator(template: AppendixTemplate.builtIn("ke-hoach-cchc"), settings: settings)
      .consolidate(appendices, decisions: decisions)
  }

  /// The texts and keys of the first input's first row with each row of the second.
  static func pairs(_ appendices: [Appendix]) throws -> [(left: String, right: String, key: String)]
  {
    // Keys are made of the rows' contents alone, so each can be had from a run of equal rows.
    func side(_ text: String) -> String {
      let content = ([text] + Array(repeating: "", count: 4)).joined(separator: "\u{1F}")
      return ContentHash.hex(text) + "." + ContentHash.hex(content)
    }
    let left = appendices[0].items[0].text
    return appendices[1].items.map { item in
      let sides = [left, item.text].map { side(comparisonKeyOfTests($0)) }.sorted()
      return (left, item.text, RowKeysOfTests.sealed("P1:" + sides.joined(separator: ":")))
    }
  }

  private static func comparisonKeyOfTests(_ text: String) -> String { TextKey(text).text }

  /// The sheets of a review workbook with the choices filled in that `choose` gives for a pair.
  static func reviewSheets(
    _ consolidated: Consolidated, choose: (Pair) -> String? = { _ in nil },
    chooseValue: (Conflict) -> String? = { _ in nil },
    writeValue: (Conflict) -> String? = { _ in nil }
  ) -> [Sheet] {
    let lists: [(ReviewLayout.SheetKind, [Pair])] = [
      (.pairs, consolidated.review), (.merged, consolidated.merged), (.apart, consolidated.apart),
    ]
    var sheets = lists.map { kind, pairs in
      var rows: [[CellValue]] = [[.text("Tổng số")], []]
      rows.append(ReviewLayout.PairColumn.allCases.map { .text($0.header) })
      for pair in pairs {
        let choice = choose(pair) ?? ReviewLayout.initialChoice(of: pair)?.rawValue
        rows.append(
          ReviewLayout.PairColumn.allCases.map { column -> CellValue in
            switch column {
            case .left: .text(pair.left.text)
            case .right: .text(pair.right.text)
            case .decision: choice.map { .text($0) } ?? .blank
            case .note: pair.note.isEmpty ? .blank : .text(pair.note)
            case .key: .text(pair.key)
            default: .blank
            }
          })
      }
      return Sheet(name: kind.name, rows: rows)
    }
    let headers = [
      "STT", "Giá trị 1", "Giá trị 2", ReviewLayout.decisionHeader, ReviewLayout.ownHeader,
      ReviewLayout.noteHeader, ReviewLayout.keyHeader,
    ]
    var rows: [[CellValue]] = [headers.map { .text($0) }]
    for conflict in consolidated.conflicts {
      let choice = chooseValue(conflict) ?? ReviewLayout.initialChoice(of: conflict)
      let own = writeValue(conflict) ?? ReviewLayout.initialOwnValue(of: conflict)
      rows.append(
        [.number(1)] + conflict.values.prefix(2).map { .text($0.value) }
          + [
            choice.map { .text($0) } ?? .blank, own.map { .text($0) } ?? .blank,
            .text(conflict.note), .text(conflict.key),
          ])
    }
    sheets.append(Sheet(name: ReviewLayout.SheetKind.conflicts.name, rows: rows))
    return sheets
  }
}
