import AppendixModel
import CellGrid
import Foundation

/// The sample's two plans and what they should give, read from its data files.
enum SampleAppendices {
  struct ExpectedRow {
    var kind: String
    var section: String
    var cells: [String]
    var number: Int?
    var numberInSection: Int?
    var sources: [String: Int]
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "samples/an-giang-2025-q1")

  static func json(_ name: String) throws -> [String: Any] {
    let data = try Data(contentsOf: folder.appending(path: name))
    return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  static func expectedRows() throws -> [ExpectedRow] {
    let rows = try json("expected.json")["rows"] as? [[String: Any]] ?? []
    return rows.map { row in
      let from = row["from"] as? [String: Any] ?? [:]
      return ExpectedRow(
        kind: row["kind"] as? String ?? "",
        section: row["section"] as? String ?? row["number"] as? String ?? "",
        cells: row["cells"] as? [String] ?? ["", "", row["title"] as? String ?? ""],
        number: row["number"] as? Int, numberInSection: row["number_in_section"] as? Int,
        sources: from.compactMapValues { $0 as? Int })
    }
  }

  /// The plans of a and b, with each row's own wording and its own lead.
  static func appendices() throws -> [Appendix] {
    let gold = try json("gold.json")
    let expected = try expectedRows()
    let titles = Dictionary(
      expected.filter { $0.kind == "section" }.map { ($0.section, $0.cells[2]) },
      uniquingKeysWith: { first, _ in first })
    return ["a", "b"].enumerated().map { index, side in
      let plan = gold[side] as? [String: Any] ?? [:]
      let rows = plan["rows"] as? [[String: Any]] ?? []
      let agency = side == "a" ? "Sở TT&TT" : "Sở KH&CN"
      let file = plan["file"] as? String ?? ""
      let input = InputID(index)
      var appendix = Appendix(
        input: input, file: file, sheet: "PL", templateID: "ke-hoach-cchc")
      appendix.heading.agency =
        side == "a" ? "SỞ THÔNG TIN VÀ TRUYỀN THÔNG" : "SỞ KHOA HỌC VÀ CÔNG NGHỆ"
      for row in rows {
        let number = row["row"] as? Int ?? 0
        let origin = RowOrigin(input: input, file: file, sheet: "PL", row: number - 1)
        let kind = row["kind"] as? String ?? ""
        let section = row["section"] as? String ?? ""
        if kind == "section" {
          appendix.sections.append(
            Section(number: section, title: titles[section] ?? "", origin: origin))
          continue
        }
        let source = expected.first { $0.sources[side] == number }
        let cells = source?.cells ?? []
        var fields: [ColumnRole: Field] = [:]
        func set(_ role: ColumnRole, _ text: String, column: Int) {
          let address = CellAddress(row: number - 1, column: column)
          fields[role] = Field(
            text,
            origins: [CellOrigin(input: input, file: file, sheet: "PL", address: address)])
        }
        set(.ordinal, row["stt"] as? String ?? "", column: 0)
        set(.task, row["cell_text"] as? String ?? row["text"] as? String ?? "", column: 1)
        if cells.count == 7 {
          let leads = cells[3].components(separatedBy: ", Sở").enumerated().map {
            $0.offset == 0 ? $0.element : "Sở" + $0.element
          }
          set(.lead, leads.filter { $0.hasPrefix(agency) }.joined(separator: ", "), column: 2)
          set(.output, cells[4], column: 3)
          set(.deadline, cells[5], column: 4)
          set(.progress, cells[6], column: 5)
        }
        let last = appendix.sections.count - 1
        if kind == "task" {
          appendix.sections[last].items.append(
            Item(number: row["stt"] as? String ?? "", origin: origin, fields: fields))
        } else {
          let item = appendix.sections[last].items.count - 1
          appendix.sections[last].items[item].parts.append(
            Part(
              kind: kind == "intro" ? .leadIn : .subitem, number: row["stt"] as? String ?? "",
              origin: origin, fields: fields))
        }
      }
      return appendix
    }
  }
}
