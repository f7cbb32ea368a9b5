import CellGrid
import Foundation
import PhulucKit
import TestSupport
import Testing
import XLSXReading

/// The job that the tool exists for, on the appendix of a real report: two departments' plans in,
/// the report's own table out, cell by cell.
@Suite struct MainJobTests {
  static let job = ProjectFolder.sample("an-giang-2025-q1/job.yaml").path

  /// `expected.json`: the table as the report prints it.
  struct Expected: Decodable {
    struct Row: Decodable {
      var kind: String
      var number: Number?
      var title: String?
      var cells: [String]?
      var note: String?
      var from: [String: Int?]?
    }
    struct Summary: Decodable {
      var done: Int
      var done_numbers: [Int]
    }
    enum Number: Decodable {
      case roman(String)
      case arabic(Int)
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
          self = .arabic(number)
        } else {
          self = .roman(try container.decode(String.self))
        }
      }
    }
    var title: String
    var columns: [String]
    var summary: Summary
    var rows: [Row]

    static func load() throws -> Expected {
      try JSONDecoder().decode(
        Expected.self,
        from: Data(contentsOf: ProjectFolder.sample("an-giang-2025-q1/expected.json")))
    }
  }

  /// Runs a merge and gives the folder of its outputs.
  static func run(_ arguments: [String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let outcome = try CommandRunner(in: folder.url).run(arguments + ["-o", "kq"])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    return folder
  }

  static func record(_ folder: TemporaryFolder) throws -> RunRecord {
    try JSONDecoder().decode(
      RunRecord.self, from: Data(contentsOf: folder.url.appendingPathComponent("kq/run.json")))
  }

  /// The rows below the header of a written appendix, as the texts of its first columns.
  static func table(_ folder: TemporaryFolder, columns: Int) throws -> (
    header: [String], rows: [[String]], sheet: Sheet
  ) {
    let workbook = try Workbook.read(path: folder.path("kq/phu-luc.xlsx"))
    let sheet = try #require(workbook.sheets.first)
    let rows = sheet.rowIndexes.map { row in
      (0..<columns).map { sheet[CellAddress(row: row, column: $0)].displayText }
    }
    let header = try #require(rows.firstIndex { $0[0] == "Stt1" })
    return (rows[header], Array(rows[(header + 1)...]), sheet)
  }

  /// Numbers without their dot: the report prints `1`, `3` and `4.` side by side.
  static func plain(_ number: String) -> String { number.filter { $0 != "." } }

  /// Line breaks are layout, not wording.
  static func words(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  @Test func givesTheReportsTableCellByCell() throws {
    let expected = try Expected.load()
    let folder = try Self.run(["run", Self.job])
    let (header, rows, sheet) = try Self.table(folder, columns: expected.columns.count)
    #expect(header == expected.columns)
    var wanted = expected.rows[...]
    for row in rows {
      guard let next = wanted.first else { break }
      if row.allSatisfy(\.isEmpty) { continue }
      wanted.removeFirst()
      if next.kind == "section" {
        if case .roman(let number)? = next.number {
          #expect(row.joined(separator: " ").contains(next.title ?? "?"), "\(number)")
          #expect(row.joined().hasPrefix(number))
        }
        continue
      }
      let cells = try #require(next.cells)
      for column in cells.indices {
        if column < 2 {
          #expect(Self.plain(row[column]) == Self.plain(cells[column]), "\(cells[2])")
        } else {
          #expect(Self.words(row[column]) == Self.words(cells[column]), "\(cells[0])")
        }
      }
    }
    #expect(wanted.isEmpty)
    let notes = expected.rows.compactMap(\.note).filter { !$0.isEmpty }
    let everything =
      sheet.rowIndexes.flatMap { sheet.cells(inRow: $0) }.map(\.value.displayText)
      + sheet.comments.values
    for note in notes { #expect(everything.contains { $0.contains(note) }, "\(note)") }
  }

  @Test func countsAsTheReportDoes() throws {
    let expected = try Expected.load()
    let folder = try Self.run(["run", Self.job])
    let record = try Self.record(folder)
    let balance = record.balance
    #expect(balance.input == 93)
    #expect(balance.merged == 21)
    #expect(balance.output == 72)
    #expect(balance.rejected == 0)
    #expect(balance.balanced)
    #expect(record.inputs.map(\.items) == [43, 50])
    #expect(record.inputs.map(\.sections) == [7, 7])
    #expect(record.status.total == 72)
    #expect(record.status.done == expected.summary.done)
    #expect(record.items.filter(\.done).map(\.number) == expected.summary.done_numbers)
    #expect(record.review.isEmpty)
    let sentence = try String(
      contentsOf: folder.url.appendingPathComponent("kq/tom-tat.md"), encoding: .utf8)
    #expect(sentence.contains("đã hoàn thành: 09/72 nhiệm vụ"))
    #expect(sentence.contains("63/72 nhiệm vụ"))
  }

  /// Every output row names the rows that it came from, and every input row is in exactly one.
  @Test func accountsForEveryInputRow() throws {
    let expected = try Expected.load()
    let record = try Self.record(try Self.run(["run", Self.job]))
    let tasks = expected.rows.filter { $0.kind == "task" }
    try #require(tasks.count == record.items.count)
    for (task, item) in zip(tasks, record.items) {
      let wanted = [("ttt", task.from?["a"] ?? nil), ("khcn", task.from?["b"] ?? nil)]
        .compactMap { name, row in row.map { "\(name):\($0)" } }
      #expect(item.sources.map { "\($0.input):\($0.row)" } == wanted, "\(item.text)")
    }
    let sources = record.items.flatMap { $0.sources.map { "\($0.input):\($0.row)" } }
    #expect(sources.count == 93)
    #expect(Set(sources).count == 93)
  }

  @Test func theSameBytesEveryTime() throws {
    let first = try Self.run(["run", Self.job]).files()
    let second = try Self.run(["run", Self.job]).files()
    #expect(first.keys.sorted() == second.keys.sorted())
    #expect(first.count == 5)
    for (name, bytes) in first { #expect(second[name] == bytes, "\(name)") }
  }

  /// The workbook with the original wording gives the same rows as the abbreviated one.
  @Test func wordingDoesNotMatter() throws {
    let folder = ProjectFolder.sample("an-giang-2025-q1").path
    func items(_ name: String) throws -> [RunRecord.Item] {
      try Self.record(
        try Self.run([
          "merge", "\(folder)/so-ttt-ke-hoach-2025.xlsx", "\(folder)/\(name)", "--rows", "2,1",
          "--as-of", "2025-03-11",
        ])
      ).items
    }
    let short = try items("so-khcn-ke-hoach-2025.xlsx")
    let original = try items("so-khcn-ke-hoach-2025-nguyen-van.xlsx")
    #expect(short.map(\.sources) == original.map(\.sources))
    #expect(short.map(\.status) == original.map(\.status))
    #expect(short.map(\.number) == original.map(\.number))
  }

  /// With every order given as a setting, the order of the files changes nothing.
  @Test func theOrderOfInputsIsOnlyASetting() throws {
    let folder = ProjectFolder.sample("an-giang-2025-q1").path
    let (ttt, khcn) = (
      "\(folder)/so-ttt-ke-hoach-2025.xlsx", "\(folder)/so-khcn-ke-hoach-2025.xlsx"
    )
    let names = ["so-ttt-ke-hoach-2025", "so-khcn-ke-hoach-2025"]
    let settings = [
      "--wording", names.joined(separator: ","), "--leads", names.joined(separator: ","),
      "--rows", names.reversed().joined(separator: ","), "--as-of", "2025-03-11", "--title", "T",
    ]
    let one = try Self.run(["merge", ttt, khcn] + settings)
    let other = try Self.run(["merge", khcn, ttt] + settings)
    let (rows, otherRows) = (
      try Self.table(one, columns: 7).rows, try Self.table(other, columns: 7).rows
    )
    #expect(rows == otherRows)
    let (bytes, otherBytes) = (
      try one.files()["kq/phu-luc.xlsx"], try other.files()["kq/phu-luc.xlsx"]
    )
    #expect(bytes == otherBytes)
  }

  /// The appendix that was written is itself an input: status reads it, counts the same and tells
  /// what changed since another.
  @Test func readsItsOwnAppendixBack() throws {
    let merged = try Self.run(["run", Self.job])
    let appendix = merged.path("kq/phu-luc.xlsx")
    let status = try Self.run([
      "status", appendix, "--previous", appendix, "--as-of", "2025-03-11",
    ])
    let (before, after) = (try Self.record(merged), try Self.record(status))
    #expect(after.status.total == before.status.total)
    #expect(after.status.byStatus == before.status.byStatus)
    #expect(after.items.map(\.text) == before.items.map(\.text))
    let workbook = try Workbook.read(path: status.path("kq/tinh-hinh.xlsx"))
    let changes = try #require(workbook.sheets.first { $0.name == "Thay đổi" })
    #expect(changes[CellAddress(row: 0, column: 0)].displayText.hasSuffix(": 00"))
  }

  @Test func writesSuccessorsWhereTheJobAsksForThem() throws {
    let folder = ProjectFolder.sample("an-giang-2025-q1").path
    let run = try Self.run([
      "merge", "\(folder)/so-ttt-ke-hoach-2025.xlsx", "\(folder)/so-khcn-ke-hoach-2025.xlsx",
      "--units", "successors", "--as-of", "2025-03-11",
    ])
    let leads = try Self.table(run, columns: 7).rows.map { $0[3] }
    #expect(!leads.contains { $0.contains("TT&TT") })
    #expect(try Self.record(run).findings.contains { $0.code == "unit-succeeded" })
  }

  /// By default the sources' own spelling; one style where the job asks for it.
  @Test func placesTonesInOneStyleWhereTheJobAsksForIt() throws {
    func tasks(_ setting: String) throws -> String {
      let folder = try BadInputTests.folderWithFixtures()
      let job = """
        inputs:
          - file: ke-hoach-nho-a.xlsx
          - file: ke-hoach-nho-b.xlsx
        heading: {title: T}
        settings: {\(setting)}
        """
      try Data(job.utf8).write(to: folder.url.appendingPathComponent("job.yaml"))
      let outcome = try CommandRunner(in: folder.url).run(["run", "job.yaml", "-o", "kq"])
      #expect(outcome.exitCode == 0, "\(outcome.errors)")
      return try Self.record(folder).items.map(\.text).joined(separator: "\n")
    }
    // «hóa» in the fixture is in the old style.
    #expect(try tasks("rows: [1, 2]").contains("số hóa"))
    #expect(try tasks("tones: old").contains("số hóa"))
    #expect(try tasks("tones: new").contains("số hoá"))
  }
}
