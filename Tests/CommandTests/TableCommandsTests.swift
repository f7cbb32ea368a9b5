import Foundation
import TestSupport
import Testing

/// The commands that look at tables, run as a person would.
@Suite struct TableCommandsTests {
  private func folder() throws -> TemporaryFolder { try BadInputTests.folderWithFixtures() }

  private func run(
    _ folder: TemporaryFolder, _ arguments: String...
  ) throws -> CommandRunner.Outcome {
    try CommandRunner(in: folder.url).run(arguments)
  }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  // MARK: check

  @Test func checkTellsEveryFaultAtItsCell() throws {
    let folder = try folder()
    let outcome = try run(folder, "kiem-tra", "co-loi.xlsx", "--as-of", "31/7/2025", "--json")
    #expect(outcome.exitCode == 0)
    let record = try json(outcome.output)
    #expect(record["schema"] as? String == "phuluc/check/1")
    let findings = try #require(record["findings"] as? [[String: Any]])
    let places = findings.map { "\($0["cell"] ?? "") \($0["code"] ?? "")" }
    let wanted = [
      "G4 outside-print-area", "F4 columns-torn", "B5 count-wrong", "E6 date-impossible",
      "B6 text-cut", "E7 date-impossible", "C7 agency-unknown", "D7 row-torn", "C8 lead-blank",
      "F8 progress-blank", "E8 date-impossible", "A9 number-order", "F9 status-unknown",
      "E9 date-impossible", "C9 agency-gone", "A10 section-number", "E11 deadline-blank",
      "E12 overdue", "C12 agency-gone", "G12 number-hidden", "A13 number-twice",
      "E13 date-order", "F13 percent-wrong", "B13 task-twice", "A14 number-gap",
      "E14 date-impossible", "F14 date-impossible", "B14 text-hidden",
      "A14 outside-print-area", "G15 sum-wrong",
    ]
    #expect(Set(places) == Set(wanted))
    #expect(places.count == wanted.count)
    #expect(findings.allSatisfy { $0["sheet"] as? String == "PL" })
  }

  @Test func checkSpeaksBothLanguagesAndCounts() throws {
    let folder = try folder()
    let vietnamese = try run(folder, "check", "co-loi.xlsx", "--as-of", "31/7/2025")
    #expect(vietnamese.output.contains("co-loi.xlsx:PL!E6: lỗi: [date-impossible] không có ngày"))
    #expect(vietnamese.output.contains("8 nhiệm vụ:"))
    let english = try run(
      folder, "check", "co-loi.xlsx", "--as-of", "2025-07-31", "--lang", "en")
    #expect(english.output.contains("co-loi.xlsx:PL!E6: error: [date-impossible] there is no day"))
    let quiet = try run(folder, "check", "co-loi.xlsx", "--as-of", "31/7/2025", "--quiet")
    #expect(quiet.output.split(separator: "\n").allSatisfy { $0.contains(": lỗi: ") })
    let painted = try run(folder, "check", "co-loi.xlsx", "--color", "always")
    #expect(painted.output.contains("\u{1B}[31m"))
    #expect(!vietnamese.output.contains("\u{1B}"))
  }

  @Test func checkEndsWithOneUnderStrict() throws {
    let folder = try folder()
    #expect(try run(folder, "check", "co-loi.xlsx", "--strict").exitCode == 1)
    #expect(
      try run(folder, "check", "ke-hoach-nho-a.xlsx", "--as-of", "1/1/2025", "--strict").exitCode
        == 0)
  }

  @Test func checkKnowsAnOfficesOwnUnits() throws {
    let folder = try folder()
    let before = try run(folder, "check", "ke-hoach-nho-a.xlsx", "--as-of", "1/1/2025")
    #expect(before.output.contains("agency-unknown") && before.output.contains("--registry"))
    try Data("schema: phuluc/units/1\nunits: [{name: 'Sở A'}]\n".utf8)
      .write(to: folder.url.appendingPathComponent("don-vi.yaml"))
    let after = try run(
      folder, "check", "ke-hoach-nho-a.xlsx", "--as-of", "1/1/2025", "--registry", "don-vi.yaml")
    #expect(!after.output.contains("agency-unknown"))
    let wrong = try run(folder, "check", "ke-hoach-nho-a.xlsx", "--registry", "khong-co.yaml")
    #expect(wrong.exitCode == 66)
  }

  // MARK: inspect

  @Test func inspectIsReadByAClerk() throws {
    let folder = try folder()
    let outcome = try run(folder, "xem", "ke-hoach-nho-a.xlsx")
    #expect(outcome.exitCode == 0)
    for words in [
      "nội dung nhiệm vụ", "cơ quan chủ trì", "thời hạn", "1 lĩnh vực, 2 nhiệm vụ", "Vì sao",
      "CẢI CÁCH THỂ CHẾ", "Đủ 4 dòng: 2 nhiệm vụ + 1 lĩnh vực + 1 tiêu đề",
    ] {
      #expect(outcome.output.contains(words), "\(words)")
    }
    for word in ["ordinal", "deadline", "progress"] { #expect(!outcome.output.contains(word)) }
    let bare = try run(folder, "xem", "khong-co-bang.xlsx")
    #expect(bare.exitCode == 65)
    #expect(bare.output.contains("không có bảng"))
  }

  @Test func inspectTellsOtherFilesAfterABadOne() throws {
    let folder = try folder()
    let outcome = try run(folder, "inspect", "rong.xlsx", "ke-hoach-nho-a.xlsx", "--json")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("rong.xlsx"))
    let tables = try #require(try json(outcome.output)["tables"] as? [[String: Any]])
    #expect(tables.count == 1)
    let table = try #require(tables.first)
    let stable = [
      "file", "sheet", "template", "headerRows", "columns", "sections", "items", "subitems",
      "rows", "notTaken", "decoded",
    ]
    for key in stable { #expect(table[key] != nil, "\(key)") }
  }

  @Test func aSheetThatIsNotThereIsNamed() throws {
    let folder = try folder()
    let outcome = try run(folder, "inspect", "ke-hoach-nho-a.xlsx", "--sheet", "PL9")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("«PL9»") && outcome.errors.contains("Trang tính 1"))
  }

  // MARK: export

  @Test func exportFollowsTheResultsName() throws {
    let folder = try folder()
    for (name, start) in [("a.csv", "\u{FEFF}file,sheet,row"), ("a.json", "{"), ("a.jsonl", "{\"")]
    {
      let outcome = try run(folder, "xuat", "ke-hoach-nho-a.xlsx", "-o", name)
      #expect(outcome.exitCode == 0 && outcome.output.isEmpty)
      let text = String(
        decoding: try Data(contentsOf: folder.url.appendingPathComponent(name)), as: UTF8.self)
      #expect(text.hasPrefix(start), "\(name)")
    }
    let again = try run(folder, "export", "ke-hoach-nho-a.xlsx", "-o", "a.csv")
    #expect(again.exitCode == 73 && again.errors.contains("--force"))
    #expect(
      try run(folder, "export", "ke-hoach-nho-a.xlsx", "-o", "a.csv", "--force").exitCode == 0)
  }

  @Test func exportNeverReplacesAnInput() throws {
    let folder = try folder()
    let before = try folder.files()
    let outcome = try run(folder, "export", ".", "-o", "ke-hoach-nho-a.xlsx", "--force")
    #expect(outcome.exitCode == 73)
    #expect(try folder.files() == before)
  }

  @Test func exportOfSeveralFilesIsOneStream() throws {
    let folder = try folder()
    let outcome = try run(folder, "export", "ke-hoach-nho-*.xlsx")
    #expect(outcome.exitCode == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 4)
    let files = try lines.compactMap { try json(String($0))["file"] as? String }
    #expect(Set(files) == ["ke-hoach-nho-a.xlsx", "ke-hoach-nho-b.xlsx"])
    let csv = try run(folder, "export", "ke-hoach-nho-b.xlsx", "--format", "csv")
    #expect(csv.output.contains("\"'=1+1 là chữ, không phải công thức\""))
  }

  // MARK: cells

  @Test func cellsTakesFoldersAndPatterns() throws {
    let folder = try folder()
    let one = try run(folder, "o", "ke-hoach-nho-a.xlsx")
    #expect(one.output.hasPrefix(#"{"sheet":"Trang tính 1","ref":"A1","type":"s","value":"STT"}"#))
    let pattern = try run(folder, "cells", "ke-hoach-nho-*.xlsx")
    #expect(pattern.exitCode == 0)
    #expect(pattern.output.contains(#""file":"ke-hoach-nho-b.xlsx""#))
    let all = try run(folder, "cells", ".")
    #expect(all.exitCode == 65)
    #expect(all.output.contains(#""file":"./ke-hoach-nho-a.xlsx""#))
    try Data("x".utf8).write(to: folder.url.appendingPathComponent("~$a.xlsx"))
    let lock = try run(folder, "cells", "~$a.xlsx")
    #expect(lock.exitCode == 65 && lock.errors.contains("tệp khóa"))
  }

  // MARK: split, status, units

  @Test func splitNamesItsForms() throws {
    let folder = try folder()
    let outcome = try run(folder, "tach", "ke-hoach-nho-a.xlsx", "-o", "bm", "--json")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let forms = try #require(try json(outcome.output)["forms"] as? [[String: Any]])
    #expect(forms.compactMap { $0["items"] as? Int } == [2])
    #expect(try folder.files().keys.contains("bm/bieu-mau-so-a.xlsx"))
    #expect(try run(folder, "split", "ke-hoach-nho-a.xlsx", "-o", "bm").exitCode == 73)
  }

  @Test func statusWritesItsThreeFiles() throws {
    let folder = try folder()
    let outcome = try run(folder, "tinh-hinh", "ke-hoach-nho-a.xlsx", "-o", "kq")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(
      Set(try folder.files().keys.filter { $0.hasPrefix("kq/") })
        == ["kq/run.json", "kq/tinh-hinh.xlsx", "kq/tom-tat.md"])
  }

  @Test func unitsTellWhoBecameWhom() throws {
    let folder = try folder()
    let outcome = try run(folder, "don-vi", "tim", "Sở TT&TT", "--as-of", "01/4/2025")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("Sở Khoa học và Công nghệ"))
    #expect(try run(folder, "units", "find", "Sở Mây", "--strict").exitCode == 1)
    #expect(try run(folder, "units", "list", "--provinces").output.contains("An Giang"))
    #expect(try run(folder, "units", "list", "--as-of", "31/2/2025").exitCode == 64)
  }

  // MARK: templates

  @Test func templatesAreListedShownAndWrittenOut() throws {
    let folder = try folder()
    let list = try run(folder, "mau")
    #expect(list.output.contains("ke-hoach-cchc"))
    let show = try run(folder, "mau", "xem", "ke-hoach-cchc")
    #expect(show.output.contains("nội dung nhiệm vụ"))
    let unknown = try run(folder, "templates", "show", "ke-hoach-chc")
    #expect(unknown.exitCode == 64)
    #expect(unknown.errors.contains("có phải «ke-hoach-cchc»"))
    #expect(try run(folder, "mau", "xuat", "-o", "mau").exitCode == 0)
    let own = try run(folder, "inspect", "ke-hoach-nho-a.xlsx", "--template", "mau")
    #expect(own.exitCode == 0)
  }

  @Test func aMistakeInATemplateIsToldWithItsLine() throws {
    let folder = try folder()
    _ = try run(folder, "mau", "xuat", "ke-hoach-cchc", "-o", "mau")
    let path = folder.url.appendingPathComponent("mau/ke-hoach-cchc.yaml")
    let text = String(decoding: try Data(contentsOf: path), as: UTF8.self)
    try Data(text.replacing("merge: identity", with: "merge: identiy").utf8).write(to: path)
    let outcome = try run(
      folder, "inspect", "ke-hoach-nho-a.xlsx", "--template", "mau/ke-hoach-cchc.yaml")
    #expect(outcome.exitCode == 65)
    #expect(outcome.errors.contains("mau/ke-hoach-cchc.yaml") && outcome.errors.contains("dòng "))
  }

  @Test func aTemplateIsLearnedFromAForm() throws {
    let folder = try folder()
    let outcome = try run(folder, "mau", "hoc", "co-loi.xlsx", "-o", "hoc.yaml")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let text = String(
      decoding: try Data(contentsOf: folder.url.appendingPathComponent("hoc.yaml")),
      as: UTF8.self)
    #expect(text.contains("CẦN XEM") && text.contains("Kinh phí (triệu đồng)"))
    let show = try run(folder, "mau", "xem", "hoc.yaml")
    #expect(show.exitCode == 0 && show.output.contains("Kinh phí (triệu đồng)"))
  }

  // MARK: help

  @Test(arguments: [
    ["merge", "gop"], ["status", "tinh-hinh"], ["split", "tach"], ["check", "kiem-tra"],
    ["inspect", "xem"], ["export", "xuat"], ["cells", "o"], ["templates", "mau"],
    ["units", "don-vi"], ["run", "chay"],
  ])
  func helpIsTheSameUnderBothNames(_ names: [String]) throws {
    let folder = try TemporaryFolder()
    let runner = CommandRunner(in: folder.url)
    let english = try runner.run([names[0], "--help"])
    #expect(english.exitCode == 0)
    #expect(try runner.run([names[1], "--help"]).output == english.output)
    // Each option is explained in Vietnamese.
    let marked = english.output.unicodeScalars.count { $0.value > 0x7F }
    #expect(marked > 30)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreGenerated(_ shell: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try CommandRunner(in: folder.url).run(["--generate-completion-script", shell])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("kiem-tra") || outcome.output.contains("check"))
  }
}
