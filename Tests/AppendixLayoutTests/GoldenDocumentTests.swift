import AppendixLayout
import AppendixModel
import CellGrid
import Consolidation
import Glibc
import Testing
import XLSXWriting

/// The parts of small outputs of each sort, as they were last looked at. To record them anew, run
/// with PHULUC_RECORD=1; recording fails the test, so that it can't pass unseen.
@Suite("Parts of the outputs")
struct GoldenDocumentTests {
  /// What is written, each from the same small plan.
  enum Document: String, CaseIterable {
    case appendix = "phu-luc"
    case status = "tinh-hinh"
    case form = "bieu-mau"
  }

  static let folder: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast().joined(separator: "/") + "/Fixtures/golden"
  }()

  @Test(arguments: Document.allCases)
  func partsAreAsTheyWere(_ document: Document) throws {
    let actual = try Self.parts(of: Self.pages(document)).split(separator: "\n")
    let file = "\(Self.folder)/\(document.rawValue).txt"
    if getenv("PHULUC_RECORD") != nil {
      let handle = try #require(fopen(file, "w"))
      fputs(actual.joined(separator: "\n") + "\n", handle)
      fclose(handle)
      Issue.record("recorded \(file)")
      return
    }
    let golden = try Self.output(of: "cat '\(file)'").split(separator: "\n")
    #expect(!actual.isEmpty)
    var part = ""
    for (index, pair) in zip(golden, actual).enumerated() {
      if pair.1.hasPrefix("== ") { part = String(pair.1) }
      guard pair.0 != pair.1 else { continue }
      Issue.record("\(part), line \(index + 1):\n- \(pair.0)\n+ \(pair.1)")
      return
    }
    #expect(golden.count == actual.count)
  }

  private static func pages(_ document: Document) throws -> [Page] {
    let template = try SampleMerge.template.get()
    let heading = try MadeUpPlan.heading()
    var plan = MadeUpPlan()
    plan.add(
      "Rà soát thủ tục hành chính", lead: "Sở A (Văn phòng), Sở B", deadline: "Quý I/2025",
      note: "Báo cáo số 1",
      parts: [
        MergedPart(
          kind: .leadIn, number: "", numberInSection: "", fields: [.task: Field("Gồm:")],
          sources: []),
        MergedPart(
          kind: .subitem, number: "1.1", numberInSection: "1.1",
          fields: [.task: Field("Cấp tỉnh")], sources: []),
      ])
    plan.add("Tập huấn", progress: "Đã hoàn thành", status: "HOAN_THANH", isDone: true)
    plan.add(
      "Báo cáo", deadline: "Tháng 4/2025", progress: "", status: "TRONG",
      extras: [ExtraField(header: "Kinh phí", field: Field("12500000", number: 12_500_000))])
    let consolidated = plan.consolidated
    switch document {
    case .appendix: return appendixPages(consolidated, template: template, heading: heading)
    case .status:
      let summary = StatusSummary(consolidated, template: template, asOf: heading.asOf)
      return statusPages(summary, consolidated, template: template, title: heading.title)
    case .form:
      return formPages(
        consolidated, template: template,
        heading: FormHeading(title: heading.title, unit: "Sở A", asOf: heading.asOf))
    }
  }

  /// The parts that say how a workbook looks, one element a line.
  private static func parts(of pages: [Page]) throws -> String {
    var template = Array("/tmp/phuluc-golden-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    let folder = try #require(made)
    let path = folder + "/a.xlsx"
    defer {
      unlink(path)
      rmdir(folder)
    }
    let day = try #require(MadeUpPlan.day)
    let findings = try WorkbookWriter.write(pages, to: path, created: day, title: "Thử")
    #expect(findings.isEmpty)
    let names = try output(of: "unzip -Z1 '\(path)'").split(separator: "\n").filter {
      $0.hasPrefix("xl/") && !$0.contains("theme")
    }
    return try names.sorted().map { name in
      let text = try output(of: "unzip -p '\(path)' '\(name)'")
      return "== \(name)\n"
        + text.split(separator: "><", omittingEmptySubsequences: false).joined(separator: ">\n<")
    }.joined(separator: "\n")
  }

  private static func output(of command: String) throws -> String {
    let pipe = try #require(popen(command, "r"))
    defer { pclose(pipe) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
