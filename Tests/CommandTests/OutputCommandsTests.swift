import CellGrid
import Foundation
import TestSupport
import Testing
import XLSXReading

/// What offices hand in and send out: headings, several appendices, forms.
@Suite struct OutputCommandsTests {
  private func run(
    _ folder: TemporaryFolder, _ arguments: String...
  ) throws -> CommandRunner.Outcome {
    try CommandRunner(in: folder.url).run(arguments)
  }

  private func sheets(_ folder: TemporaryFolder, _ name: String) throws -> [Sheet] {
    try Workbook.read(path: folder.path(name)).sheets
  }

  private func text(_ sheet: Sheet, _ address: String) throws -> String {
    sheet[try #require(CellAddress(address))].displayText
  }

  @Test func theWordsOverAnAppendix() throws {
    let folder = try BadInputTests.folderWithFixtures()
    let outcome = try run(
      folder, "merge", "ke-hoach-nho-a.xlsx", "ke-hoach-nho-b.xlsx", "-o", "ra", "--as-of",
      "31/3/2025", "--number", "2", "--capitals", "--orientation", "portrait", "--due-within", "7")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let appendix = try #require(try sheets(folder, "ra/phu-luc.xlsx").first)
    #expect(appendix.name == "PHỤ LỤC II")
    #expect(try text(appendix, "A1") == "PHỤ LỤC II")
    #expect(!appendix.pageSetup.isLandscape)
    let status = try #require(try sheets(folder, "ra/tinh-hinh.xlsx").first)
    #expect(try text(status, "F5") == "Đến hạn trong 7 ngày")
  }

  @Test(arguments: [["--number", "0"], ["--due-within", "-1"], ["--numbering", "chữ"]])
  func settingsThatCannotBeAreRefused(_ arguments: [String]) throws {
    let folder = try BadInputTests.folderWithFixtures()
    let outcome = try CommandRunner(in: folder.url).run(
      ["merge", "ke-hoach-nho-a.xlsx", "-o", "ra"] + arguments)
    #expect(outcome.exitCode == 64)
  }

  @Test func severalAppendicesInOneWorkbook() throws {
    let folder = try BadInputTests.folderWithFixtures()
    try """
    schema: phuluc/job/1
    asOf: 2025-03-31
    heading: {numbering: arabic}
    appendices:
      - inputs: [{file: ke-hoach-nho-a.xlsx}]
        heading: {title: KẾ HOẠCH CỦA SỞ A}
      - inputs: [{file: ke-hoach-nho-b.xlsx}]
        heading: {title: KẾ HOẠCH CỦA SỞ B}
    """.write(toFile: folder.path("viec.yaml"), atomically: true, encoding: .utf8)
    let outcome = try run(folder, "run", "viec.yaml", "-o", "ra")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let pages = try sheets(folder, "ra/phu-luc.xlsx")
    #expect(pages.map(\.name) == ["Phụ lục 1", "Phụ lục 2"])
    #expect(try pages.map { try text($0, "A2") } == ["KẾ HOẠCH CỦA SỞ A", "KẾ HOẠCH CỦA SỞ B"])
    let files = try folder.files().keys.filter { $0.hasPrefix("ra/") }
    #expect(files.count == 11)
    #expect(files.contains("ra/phu-luc-2/run.json"))
    // Nothing is replaced unasked, and everything when asked.
    #expect(try run(folder, "run", "viec.yaml", "-o", "ra").exitCode == 73)
    #expect(try run(folder, "run", "viec.yaml", "-o", "ra", "--force").exitCode == 0)
  }

  @Test func ofSeveralAppendicesAllAreWrittenOrNone() throws {
    let folder = try BadInputTests.folderWithFixtures()
    try """
    appendices:
      - inputs: [{file: ke-hoach-nho-a.xlsx}]
      - inputs: [{file: khong-co-bang.xlsx}]
    """.write(toFile: folder.path("viec.yaml"), atomically: true, encoding: .utf8)
    #expect(try run(folder, "run", "viec.yaml", "-o", "ra").exitCode == 65)
    #expect(!FileManager.default.fileExists(atPath: folder.path("ra")))
  }

  @Test func oneKindAloneIsOneAppendix() throws {
    let folder = try BadInputTests.folderWithFixtures()
    let outcome = try run(
      folder, "merge", "ke-hoach-nho-a.xlsx", "ke-hoach-nho-b.xlsx", "--each-kind", "-o", "ra")
    #expect(outcome.exitCode == 0)
    #expect(try sheets(folder, "ra/phu-luc.xlsx").map(\.name) == ["Phụ lục"])
  }

  @Test func aFormIsFilledInFromAnAppendix() throws {
    let folder = try BadInputTests.folderWithFixtures()
    let outcome = try run(
      folder, "templates", "form", "--from", "ke-hoach-nho-a.xlsx", "--unit", "Sở A", "--as-of",
      "31/3/2025", "-o", "ra")
    #expect(outcome.exitCode == 0, "\(outcome.errors)")
    let form = try #require(try sheets(folder, "ra/bieu-mau.xlsx").first)
    #expect(try text(form, "A2") == "Đơn vị: Sở A")
    let texts = form.rowIndexes.flatMap { form.cells(inRow: $0) }.map(\.value.displayText)
    #expect(texts.contains("Rà soát văn bản quy phạm pháp luật năm 2025"))
    #expect(texts.contains { $0.hasPrefix("PL1-1-") })
    // What went out can come back.
    let back = try run(
      folder, "inspect", "ra/bieu-mau.xlsx", "--template", "ke-hoach-cchc", "--json")
    #expect(back.output.contains("Mã dòng"))
  }
}
