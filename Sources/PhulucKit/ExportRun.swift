import AppendixModel
import AppendixRecognition
package import CellGrid
package import Foundation

/// Items of recognised tables as CSV, JSON or JSON Lines.
package struct ExportRun: Sendable {
  package enum Format: String, CaseIterable, Sendable { case csv, json, jsonl }

  private var items: [ExportItem] = []
  private var asOf: CalendarDate?

  /// - Parameter asOf: the report date, where the template judges by dates.
  package init(asOf: CalendarDate?) { self.asOf = asOf }

  package var count: Int { items.count }

  package mutating func add(_ file: TableReading.File, _ reading: TableReading) {
    for appendix in file.recognition.appendices {
      guard let template = reading.template(appendix.templateID) else { continue }
      let judge = StatusJudge(template, asOf: asOf)
      for section in appendix.sections {
        items += section.items.map {
          ExportItem($0, section: section, status: judge.status(of: $0.fields))
        }
      }
    }
  }

  package func data(_ format: Format) throws -> Data {
    let encoder = JSONEncoder()
    switch format {
    case .jsonl:
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      var data = Data()
      for item in items {
        data += try encoder.encode(item)
        data.append(UInt8(ascii: "\n"))
      }
      return data
    case .json:
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
      return try encoder.encode(Items(items: items)) + Data("\n".utf8)
    case .csv: return Data(CSVTable(items).text.utf8)
    }
  }

  private struct Items: Encodable {
    var schema = "phuluc/export/1"
    var items: [ExportItem]
  }
}

/// Items as rows for a spreadsheet program: RFC 4180, with the mark by which Excel knows UTF-8.
package struct CSVTable {
  private(set) var text = "\u{FEFF}"

  init(_ items: [ExportItem]) {
    let fields = Set(items.flatMap { $0.fields.keys + $0.subitems.flatMap(\.fields.keys) }).sorted()
    let extras = Set(items.flatMap { $0.extra.keys + $0.subitems.flatMap(\.extra.keys) }).sorted()
    append(
      [
        "file", "sheet", "row", "section", "sectionTitle", "kind", "number", "text", "lead",
        "support", "output", "deadline", "from", "to", "progress", "status", "done", "note",
      ] + fields + extras)
    for item in items {
      append(
        [
          item.file, item.sheet, "\(item.row)", item.section, item.sectionTitle, "item",
          item.number, item.text, Self.joined(item.leads), Self.joined(item.support), item.output,
          item.deadline.text, item.deadline.from ?? "", item.deadline.to ?? "", item.progress,
          item.status, item.done ? "true" : "false", item.note,
        ] + fields.map { item.fields[$0] ?? "" } + extras.map { item.extra[$0] ?? "" })
      let parts = item.leadIns.map { ("leadIn", $0) } + item.subitems.map { ("subitem", $0) }
      for (kind, part) in parts.sorted(by: { $0.1.row < $1.1.row }) {
        append(
          [
            item.file, item.sheet, "\(part.row)", item.section, item.sectionTitle, kind,
            part.number, part.text, Self.joined(part.leads), Self.joined(part.support),
            part.output, part.deadline.text, part.deadline.from ?? "", part.deadline.to ?? "",
            part.progress, "", "", part.note,
          ] + fields.map { part.fields[$0] ?? "" } + extras.map { part.extra[$0] ?? "" })
      }
    }
  }

  private static func joined(_ units: [ExportItem.Unit]) -> String {
    units.map { unit in unit.office.map { "\(unit.agency) (\($0))" } ?? unit.agency }
      .joined(separator: "; ")
  }

  private mutating func append(_ values: [String]) {
    text += values.map(Self.cell).joined(separator: ",") + "\r\n"
  }

  /// A cell that a spreadsheet program would run as a formula gets an apostrophe before it.
  package static func cell(_ value: String) -> String {
    var value = value
    if let first = value.unicodeScalars.first, "=+-@\t\r\n".unicodeScalars.contains(first),
      Double(value) == nil
    {
      value = "'" + value
    }
    guard value.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return value
    }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }
}
