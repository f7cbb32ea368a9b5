import AppendixModel
import CellGrid
import Findings
import Foundation
import PhulucKit
import Testing

/// What inspect, export and templates hand out, in their stable forms.
@Suite struct TableCommandTests {
  static let samples = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "samples").path
  static let plan = samples + "/an-giang-2025-q1/so-khcn-ke-hoach-2025.xlsx"

  @Test func inspectAddsUp() throws {
    var record = InspectRecord()
    let reading = try TableReading()
    record.add(try reading.read(Self.plan), reading, language: "vi")
    let json = try #require(
      try JSONSerialization.jsonObject(with: record.json()) as? [String: Any])
    #expect(json["schema"] as? String == "phuluc/inspect/1")
    let table = try #require((json["tables"] as? [[String: Any]])?.first)
    #expect(table["headerRows"] as? [Int] == [6, 7])
    #expect(table["items"] as? Int == 50)
    #expect(table["subitems"] as? Int == 5)
    #expect(table["sections"] as? Int == 7)
    let rows = try #require(table["rows"] as? [String: Int])
    #expect(rows.filter { $0.key != "total" }.values.reduce(0, +) == rows["total"])
    let columns = try #require(table["columns"] as? [[String: Any]])
    #expect(columns.compactMap { $0["column"] as? String } == ["A", "B", "C", "D", "E", "F"])
    #expect(
      columns.compactMap { $0["role"] as? String } == [
        "ordinal", "task", "lead", "output", "deadline", "progress",
      ])
  }

  @Test func exportHasTheSameKeysInEveryLine() throws {
    let reading = try TableReading()
    var export = ExportRun(asOf: CalendarDate(iso: "2025-03-31"))
    export.add(try reading.read(Self.plan), reading)
    let lines = try export.data(.jsonl).split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == 50)
    let items = try lines.compactMap {
      try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]
    }
    #expect(Set(items.map { Set($0.keys) }).count == 1)
    #expect(items[0]["row"] as? Int == 9)
    #expect(items[0]["done"] as? Bool == true)
    let deadline = try #require(items[0]["deadline"] as? [String: Any])
    #expect(deadline["from"] as? String == "2025-02-01")
    #expect(deadline["to"] as? String == "2025-02-28")
    #expect((items[13]["subitems"] as? [Any])?.count == 5)
  }

  @Test func formulasAreDefusedInCSV() {
    for text in ["=1+1", "+84", "-x", "@SUM(A1)", "\tx"] {
      let cell = CSVTable.cell(text)
      #expect(cell.hasPrefix("'") || cell.hasPrefix("\"'") || Double(text) != nil)
    }
    #expect(CSVTable.cell("-5") == "-5")
    #expect(CSVTable.cell("a,\"b\"") == "\"a,\"\"b\"\"\"")
  }

  @Test func templatesAreWrittenOutAsTheyAre() throws {
    let folder = NSTemporaryDirectory() + "phuluc-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let paths = try TemplateShelf.export([], to: folder, mayOverwrite: false)
    #expect(paths.count == AppendixTemplate.builtInIDs.count)
    for path in paths { _ = try TemplateShelf.template(path) }
    #expect(throws: RunFailure.self) {
      try TemplateShelf.export([], to: folder, mayOverwrite: false)
    }
    #expect(throws: RunFailure.self) { try TemplateShelf.template("khong-co") }
  }
}
