import AppendixModel
import AppendixRecognition
import CellGrid
import Findings
package import Foundation

/// What was recognised in workbooks and why: the stable form of `phuluc inspect --json`.
package struct InspectRecord: Codable, Sendable {
  package var schema = "phuluc/inspect/1"
  package var tables: [Table] = []
  package var sheetsWithoutTable: [BareSheet] = []
  package var findings: [Remark] = []

  package struct Table: Codable, Sendable {
    package var file: String
    package var sheet: String
    package var template: String
    /// For people.
    package var templateName: String
    /// From 1, as Excel shows them.
    package var headerRows: [Int]
    package var columns: [Column]
    package var sections: Int
    package var items: Int
    package var subitems: Int
    /// The sections, with how many items each holds.
    package var groups: [Group]
    package var rows: Rows
    /// From 1: rows of the table that are hidden in the sheet.
    package var hiddenRows: [Int]
    package var notTaken: [Row]
    package var decoded: [Decoded]
    /// «Phụ lục», title, reference and agency of the title block.
    package var heading: Heading
  }

  package struct Group: Codable, Sendable {
    package var number: String
    package var title: String
    package var items: Int
    package var row: Int?

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(number, forKey: .number)
      try container.encode(title, forKey: .title)
      try container.encode(items, forKey: .items)
      // Absent values are written as null, so that every section has the same keys.
      try container.encode(row, forKey: .row)
    }
  }

  package struct Heading: Codable, Sendable {
    package var word: String
    package var title: String
    package var reference: String
    package var agency: String
  }

  package struct Column: Codable, Sendable {
    package var column: String
    package var role: String
    /// For people.
    package var roleName: String
    package var header: String
    package var confidence: Double
    package var reason: String
    package var hidden: Bool
  }

  /// Every row of the sheet stands under one of these; with the header's they add up to `total`.
  package struct Rows: Codable, Sendable {
    package var items: Int
    package var parts: Int
    package var sections: Int
    package var headers: Int
    package var repeatedHeaders: Int
    package var blank: Int
    package var outside: Int
    package var notTaken: Int
    package var total: Int
  }

  package struct Row: Codable, Sendable {
    package var row: Int
    package var reason: String
    package var text: String
  }

  package struct Decoded: Codable, Sendable {
    package var encoding: String
    package var cells: Int
  }

  package struct BareSheet: Codable, Sendable {
    package var file: String
    package var sheet: String
    package var reason: String
  }

  package struct Remark: Codable, Sendable {
    package var code: String
    package var severity: String
    package var file: String?
    package var sheet: String?
    package var cell: String?
    package var message: String

    init(_ finding: Finding, _ language: Language) {
      code = finding.code.rawValue
      severity = finding.severity.rawValue
      file = finding.location?.file
      sheet = finding.location?.sheet
      cell = finding.location?.cell.map { "\($0)" }
      message = finding.message.text(in: language)
    }
  }

  package init() {}

  /// Adds what a workbook holds; reasons in the language of messages.
  package mutating func add(
    _ file: TableReading.File, _ reading: TableReading, language code: String
  ) {
    let language = Language(rawValue: code) ?? .vietnamese
    tables += file.recognition.appendices.map { appendix in
      Table(
        appendix, reading.template(appendix.templateID),
        hiddenRows: file.sheets.first { $0.name == appendix.sheet }?.hiddenRows ?? [], language)
    }
    sheetsWithoutTable += file.recognition.sheetsWithoutTable.map {
      BareSheet(file: file.path, sheet: $0.name, reason: $0.reason.text(in: language))
    }
    findings += (file.findings + file.recognition.findings).map { Remark($0, language) }
  }

  package func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .withoutEscapingSlashes, .sortedKeys]
    return try encoder.encode(self) + Data("\n".utf8)
  }
}

extension InspectRecord.Table {
  init(
    _ appendix: Appendix, _ template: AppendixTemplate?, hiddenRows: Set<Int>,
    _ language: Language
  ) {
    file = appendix.file
    sheet = appendix.sheet
    self.template = appendix.templateID
    templateName = template?.name ?? appendix.templateID
    headerRows = appendix.headerRows.map { $0 + 1 }
    columns = appendix.columns.map { column in
      InspectRecord.Column(
        column: CellAddress.columnName(column.column), role: column.role.rawValue,
        roleName: RoleName.message(column.role, in: template).text(in: language),
        header: column.header, confidence: (column.confidence * 100).rounded() / 100,
        reason: column.reason.text(in: language), hidden: column.isHidden)
    }
    sections = appendix.sections.count { $0.origin != nil || !$0.title.isEmpty }
    items = appendix.items.count
    subitems = appendix.items.reduce(0) { $0 + $1.parts.count { $0.kind == .subitem } }
    groups = appendix.sections.filter { !$0.number.isEmpty || !$0.title.isEmpty }.map {
      InspectRecord.Group(
        number: $0.number, title: $0.title, items: $0.items.count,
        row: $0.origin.map { $0.row + 1 })
    }
    let items = appendix.items.map { max($0.origin.lastRow, $0.parts.last?.origin.lastRow ?? 0) }
    let last = items.max() ?? appendix.headerRows.last ?? 0
    self.hiddenRows = hiddenRows.filter { $0 <= last && $0 >= appendix.headerRows.first ?? 0 }
      .map { $0 + 1 }.sorted()
    let account = appendix.account
    rows = InspectRecord.Rows(
      items: account.items, parts: account.parts, sections: account.sections,
      headers: account.headers, repeatedHeaders: account.repeatedHeaders, blank: account.blank,
      outside: account.outside, notTaken: account.notTaken, total: account.total)
    notTaken = appendix.notTaken.map { row in
      InspectRecord.Row(
        row: row.origin.row + 1, reason: row.reason.text(in: language), text: row.text)
    }
    decoded = appendix.decoded.map {
      InspectRecord.Decoded(encoding: $0.encoding, cells: $0.cells)
    }
    heading = InspectRecord.Heading(
      word: appendix.heading.word, title: appendix.heading.title,
      reference: appendix.heading.reference, agency: appendix.heading.agency)
  }
}
