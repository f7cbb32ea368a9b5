import AppendixModel
import AppendixRecognition
import CellGrid
import Findings
import Foundation
import Testing
import XLSXReading

/// The sample workbooks, row by row against what they are known to hold.
@Suite struct SampleTests {
  static let samples = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "samples")

  struct Gold: Decodable {
    struct Row: Decodable {
      /// From 1.
      var row: Int
      var kind: String
      var section: String
      var stt: String?
    }
    struct Side: Decodable {
      var file: String
      var sheet: String
      var header_rows: [Int]
      var rows: [Row]
    }
    var a: Side
    var b: Side
  }

  static func recognised(_ path: String) throws -> Recognition {
    let file = samples.appending(path: path).path
    return AppendixRecognizer(templates: [try .builtIn("ke-hoach-cchc")])
      .recognise(try Workbook.read(path: file).sheets, input: InputID(0), file: file)
  }

  @Test(arguments: ["a", "b"])
  func everyRowIsWhatItIsKnownToBe(_ side: String) throws {
    let data = try Data(contentsOf: Self.samples.appending(path: "an-giang-2025-q1/gold.json"))
    let both = try JSONDecoder().decode(Gold.self, from: data)
    let gold = side == "a" ? both.a : both.b
    let found = try Self.recognised("an-giang-2025-q1/\(gold.file)")
    #expect(found.appendices.count == 1)
    let appendix = try #require(found.appendices.first)
    #expect(appendix.notTaken.isEmpty)
    var rows: [Int: (kind: String, section: String, number: String)] = [:]
    for section in appendix.sections {
      if let origin = section.origin { rows[origin.row + 1] = ("section", section.number, "") }
      for item in section.items {
        rows[item.origin.row + 1] = ("task", section.number, item.number)
        for part in item.parts {
          let kind = part.kind == .leadIn ? "intro" : "subtask"
          rows[part.origin.row + 1] = (kind, section.number, part.number)
        }
      }
    }
    #expect(rows.count == gold.rows.count)
    for row in gold.rows {
      let read = try #require(rows[row.row], "row \(row.row)")
      #expect(read.kind == row.kind && read.section == row.section, "row \(row.row)")
      if let number = row.stt { #expect(read.number == number, "row \(row.row)") }
    }
    // The file's cells, word for word.
    let sheet = try #require(
      try Workbook.read(path: Self.samples.appending(path: "an-giang-2025-q1/\(gold.file)").path)
        .sheets.first)
    for item in appendix.items {
      let cell = sheet[CellAddress(row: item.origin.row, column: 1)].displayText
      #expect(cell.split(separator: " ").joined(separator: " ") == item.text)
    }
  }

  @Test func mergesSubitemsAndTheFootnote() throws {
    let found = try Self.recognised("an-giang-2025-q1/so-khcn-ke-hoach-2025.xlsx")
    let appendix = try #require(found.appendices.first)
    #expect(appendix.headerRows == [5, 6])
    #expect(appendix.items.count == 50)
    let item = try #require(appendix.items.first { $0.number == "14" })
    #expect(item.parts.map(\.number) == ["", "14.1", "14.2", "14.3", "14.4", "14.5"])
    #expect(item.parts[0][.lead] == item[.lead])
    #expect(item.parts[3][.deadline] == "Quý IV/2025")
    #expect(appendix.items.filter { !$0[.note].isEmpty }.map(\.number) == ["38"])
    #expect(appendix.heading.word == "PHỤ LỤC")
    #expect(appendix.heading.agency == "SỞ KHOA HỌC VÀ CÔNG NGHỆ")
  }

  @Test func bothSpellingsOfAPlanGiveTheSameRows() throws {
    let one = try Self.recognised("an-giang-2025-q1/so-khcn-ke-hoach-2025.xlsx")
    let other = try Self.recognised("an-giang-2025-q1/so-khcn-ke-hoach-2025-nguyen-van.xlsx")
    #expect(one.appendices.first?.account == other.appendices.first?.account)
    #expect(
      one.appendices.first?.items.map(\.origin.row)
        == other.appendices.first?.items.map(\.origin.row))
  }

  @Test func theMergedAppendixIsReadBack() throws {
    let found = try Self.recognised("an-giang-2025-q1/expected.xlsx")
    let appendix = try #require(found.appendices.first)
    #expect(appendix.items.count == 72)
    #expect(appendix.sections.count == 7)
    #expect(appendix.items.flatMap(\.parts).count == 6)
  }
}
