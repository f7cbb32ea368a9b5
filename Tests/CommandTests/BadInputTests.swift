import Foundation
import TestSupport
import Testing

/// Every kind of bad input has its exit code and a sentence that names the file and says what to
/// do; nothing is written and no input is touched.
@Suite struct BadInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    /// Arguments after `merge`, in a folder with the fixtures.
    var arguments: [String]
    var exitCode: Int32
    /// What the message must hold.
    var words: [String]
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "a missing file", arguments: ["khong-co.xlsx", "ke-hoach-nho-b.xlsx"], exitCode: 66,
      words: ["khong-co.xlsx", "không tìm thấy"]),
    Case(
      name: "an empty folder", arguments: ["thu-muc-rong"], exitCode: 66, words: ["thu-muc-rong"]),
    Case(
      name: "a folder named .xlsx", arguments: ["thu-muc.xlsx"], exitCode: 66,
      words: ["thu-muc.xlsx"]),
    Case(
      name: "an empty file", arguments: ["rong.xlsx", "ke-hoach-nho-b.xlsx"], exitCode: 65,
      words: ["rong.xlsx"]),
    Case(
      name: "text under a wrong name", arguments: ["chu.xlsx", "ke-hoach-nho-b.xlsx"],
      exitCode: 65, words: ["chu.xlsx"]),
    Case(
      name: "an encrypted workbook", arguments: ["co-mat-khau.xlsx", "ke-hoach-nho-b.xlsx"],
      exitCode: 65, words: ["co-mat-khau.xlsx", "mật khẩu"]),
    Case(
      name: "a truncated workbook", arguments: ["cut.xlsx", "ke-hoach-nho-b.xlsx"], exitCode: 65,
      words: ["cut.xlsx"]),
    Case(
      name: "no recognisable table", arguments: ["khong-co-bang.xlsx", "ke-hoach-nho-b.xlsx"],
      exitCode: 65, words: ["khong-co-bang.xlsx", "bảng"]),
    Case(
      name: "no task column", arguments: ["thieu-cot-nhiem-vu.xlsx", "ke-hoach-nho-b.xlsx"],
      exitCode: 65, words: ["thieu-cot-nhiem-vu.xlsx", "nhiệm vụ"]),
    Case(
      name: "an output folder that is a file",
      arguments: ["ke-hoach-nho-a.xlsx", "ke-hoach-nho-b.xlsx", "-o", "chu.xlsx"], exitCode: 73,
      words: ["chu.xlsx", "-o"]),
    Case(
      name: "an output folder that can't be made",
      arguments: ["ke-hoach-nho-a.xlsx", "ke-hoach-nho-b.xlsx", "-o", "/proc/khong-duoc"],
      exitCode: 73, words: ["/proc/khong-duoc", "-o"]),
    Case(
      name: "the same file twice", arguments: ["ke-hoach-nho-a.xlsx", "./ke-hoach-nho-a.xlsx"],
      exitCode: 64, words: ["hai lần"]),
    Case(
      name: "an unknown template",
      arguments: ["ke-hoach-nho-a.xlsx", "ke-hoach-nho-b.xlsx", "--template", "abc"], exitCode: 64,
      words: ["abc", "ke-hoach-cchc"]),
    Case(
      name: "a date that is none",
      arguments: ["ke-hoach-nho-a.xlsx", "ke-hoach-nho-b.xlsx", "--as-of", "31/2/2025"],
      exitCode: 64, words: ["31/2/2025"]),
    Case(
      name: "a setting that names no input",
      arguments: ["ke-hoach-nho-a.xlsx", "ke-hoach-nho-b.xlsx", "--wording", "7"], exitCode: 64,
      words: ["«7»"]),
  ]

  @Test(arguments: cases)
  func isToldAndNothingIsWritten(_ test: Case) throws {
    let folder = try Self.folderWithFixtures()
    let before = try folder.files()
    let outcome = try CommandRunner(in: folder.url).run(["merge"] + test.arguments)
    #expect(outcome.exitCode == test.exitCode, "\(outcome.errors)")
    for word in test.words { #expect(outcome.errors.contains(word), "\(outcome.errors)") }
    #expect(outcome.output.isEmpty)
    #expect(try folder.files() == before)
    let english = try CommandRunner(in: folder.url).run(
      ["merge", "--lang", "en"] + test.arguments)
    #expect(english.exitCode == test.exitCode)
    #expect(english.errors != outcome.errors)
  }

  @Test func everyBadInputIsToldAtOnce() throws {
    let folder = try Self.folderWithFixtures()
    let outcome = try CommandRunner(in: folder.url).run(
      ["merge", "rong.xlsx", "chu.xlsx", "khong-co.xlsx"])
    for name in ["rong.xlsx", "chu.xlsx", "khong-co.xlsx"] {
      #expect(outcome.errors.contains(name), "\(outcome.errors)")
    }
  }

  @Test func anOutputThatExistsIsReplacedOnlyByForce() throws {
    let folder = try Self.folderWithFixtures()
    let merge = ["merge", "ke-hoach-nho-a.xlsx", "ke-hoach-nho-b.xlsx", "-o", "kq"]
    let runner = CommandRunner(in: folder.url)
    #expect(try runner.run(merge).exitCode == 0)
    let before = try folder.files()
    let second = try runner.run(merge)
    #expect(second.exitCode == 73)
    #expect(second.errors.contains("--force"))
    #expect(try folder.files() == before)
    #expect(try runner.run(merge + ["--force"]).exitCode == 0)
    #expect(try folder.files() == before)
  }

  @Test func anInputIsNeverReplaced() throws {
    let folder = try Self.folderWithFixtures()
    let input = folder.path("phu-luc.xlsx")
    try FileManager.default.copyItem(atPath: folder.path("ke-hoach-nho-a.xlsx"), toPath: input)
    let before = try folder.files()
    let outcome = try CommandRunner(in: folder.url).run(
      ["merge", "phu-luc.xlsx", "ke-hoach-nho-b.xlsx", "-o", ".", "--force"])
    #expect(outcome.exitCode == 73)
    #expect(outcome.errors.contains("đầu vào"))
    #expect(try folder.files() == before)
  }

  @Test func aLockFileIsSkippedAndSaidSo() throws {
    let folder = try Self.folderWithFixtures()
    try Data("x".utf8).write(to: folder.url.appendingPathComponent("~$ke-hoach-nho-a.xlsx"))
    let outcome = try CommandRunner(in: folder.url).run(
      [
        "merge", "ke-hoach-nho-a.xlsx", "ke-hoach-nho-b.xlsx", "~$ke-hoach-nho-a.xlsx", "-o", "kq",
      ])
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("~$ke-hoach-nho-a.xlsx"))
  }

  @Test func aDryRunWritesNothing() throws {
    let folder = try Self.folderWithFixtures()
    let before = try folder.files()
    let outcome = try CommandRunner(in: folder.url).run(
      ["merge", "ke-hoach-nho-a.xlsx", "ke-hoach-nho-b.xlsx", "--dry-run"])
    #expect(outcome.exitCode == 0)
    #expect(try folder.files() == before)
  }

  /// A folder with the committed fixtures and the bad files that need no committing.
  static func folderWithFixtures() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let fixtures = try #require(Bundle.module.url(forResource: "Fixtures", withExtension: nil))
    for file in try FileManager.default.contentsOfDirectory(
      at: fixtures, includingPropertiesForKeys: nil) where file.pathExtension == "xlsx"
    {
      try FileManager.default.copyItem(
        at: file, to: folder.url.appendingPathComponent(file.lastPathComponent))
    }
    for name in ["thu-muc-rong", "thu-muc.xlsx"] {
      try FileManager.default.createDirectory(
        at: folder.url.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    try Data().write(to: folder.url.appendingPathComponent("rong.xlsx"))
    try Data("STT;Nhiệm vụ\n1;Rà soát\n".utf8).write(
      to: folder.url.appendingPathComponent("chu.xlsx"))
    let whole = try Data(contentsOf: folder.url.appendingPathComponent("ke-hoach-nho-a.xlsx"))
    try whole.prefix(whole.count * 2 / 3).write(
      to: folder.url.appendingPathComponent("cut.xlsx"))
    return folder
  }
}
