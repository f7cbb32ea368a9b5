import AppendixLayout
import AppendixModel
import CellGrid
import Consolidation
import Findings
import TestSupport
import Testing

/// A small consolidated plan made by hand, with whatever a test wants to vary.
struct MadeUpPlan {
  var items: [MergedItem] = []

  static let input = InputID(0)
  static let day = CalendarDate(iso: "2025-03-31")

  static func origin(_ row: Int, column: Int? = nil) -> CellOrigin {
    CellOrigin(
      input: input, file: "a.xlsx", sheet: "PL",
      address: CellAddress(row: row, column: column ?? 0))
  }

  /// Adds an item; `note` is attached to the progress cell, as a comment is.
  mutating func add(
    _ task: String, lead: String = "Sở A (Văn phòng)", deadline: String = "Năm 2025",
    progress: String = "Đang thực hiện", status: String = "DANG_THUC_HIEN", isDone: Bool = false,
    output: String = "Báo cáo", note: String? = nil, parts: [MergedPart] = [],
    extras: [ExtraField] = []
  ) {
    let number = items.count + 1
    var fields: [ColumnRole: Field] = [:]
    for (column, value) in [
      (ColumnRole.task, task), (.lead, lead), (.output, output), (.deadline, deadline),
      (.progress, progress),
    ].enumerated() {
      fields[value.0] = Field(value.1, origins: [Self.origin(number, column: column)])
    }
    if let note { fields[.note] = Field(note, origins: [Self.origin(number, column: 4)]) }
    items.append(
      MergedItem(
        number: number, numberInSection: number, fields: fields, extras: extras, parts: parts,
        sources: [RowOrigin(input: Self.input, file: "a.xlsx", sheet: "PL", row: number)],
        statusID: status, isDone: isDone))
  }

  var consolidated: Consolidated {
    Consolidated(
      inputs: [
        InputSummary(
          input: Self.input, file: "a.xlsx", sheet: "PL", name: "Sở A", items: items.count,
          subitems: 0, sections: 1)
      ],
      sections: [MergedSection(number: "I", title: "CẢI CÁCH THỂ CHẾ", items: items)],
      balance: Balance(input: items.count, merged: 0, output: items.count, rejected: 0))
  }

  static func heading() throws -> OutputHeading {
    OutputHeading(
      word: "Phụ lục", title: "Danh mục nhiệm vụ", reference: "(Kèm theo …)",
      asOf: try #require(day))
  }
}

extension Page {
  /// The text that a cell shows.
  func text(_ address: String) -> String {
    guard let place = CellAddress(address), rows.indices.contains(place.row),
      rows[place.row].cells.indices.contains(place.column)
    else { return "" }
    return switch rows[place.row].cells[place.column].content {
    case .text(let text): text
    case .rich(let runs): runs.map(\.text).joined()
    case .number(let number): CellValue.shortest(number)
    case .formula(_, .text(let text)): text
    case .formula(_, .number(let number)): CellValue.shortest(number)
    case .date(let date): "\(date)"
    case .boolean(let flag): "\(flag)"
    case .blank: ""
    }
  }

  func look(_ address: String) -> CellLook? {
    CellAddress(address).map { rows[$0.row].cells[$0.column].look }
  }
}
