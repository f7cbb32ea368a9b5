import AppendixModel
import AppendixRecognition
import CellGrid
import Findings
import Foundation
import Testing
import XLSXReading

@Suite struct TemplateLearnerTests {
  static let files: [String] = {
    let folder = SampleTests.samples
    let paths = FileManager.default.subpaths(atPath: folder.path) ?? []
    return paths.filter { $0.hasSuffix(".xlsx") && !$0.contains("$") }.sorted()
  }()

  /// The learned template reads its form as before, and keeps its columns' order and widths.
  @Test(arguments: files)
  func aLearnedTemplateReadsItsForm(_ path: String) throws {
    let sheets = try Workbook.read(path: SampleTests.samples.appending(path: path).path).sheets
    let templates = try AppendixTemplate.allBuiltIn()
    func read(_ templates: [AppendixTemplate]) throws -> Appendix {
      try #require(
        AppendixRecognizer(templates: templates)
          .recognise(sheets, input: InputID(0), file: path).appendices.first)
    }
    let before = try read(templates)
    let base = try #require(templates.first { $0.id == before.templateID })
    let sheet = try #require(sheets.first)
    let learned = TemplateLearner(sheet: sheet, appendix: before, base: base)
      .learn(id: "hoc-duoc", name: "Biểu học được")
    let template = try AppendixTemplate.load(yaml: learned.yaml, name: "hoc-duoc")
    let after = try read([template])
    #expect(after.items.map(\.text) == before.items.map(\.text))
    #expect(after.account == before.account)
    let headers = before.columns.map { column in
      column.header.components(separatedBy: " / ").last ?? ""
    }
    // A column for notes at cells comes along, to be printed only where there are some.
    let printed = template.columns.filter { $0.isRequired == true }
    #expect(printed.map(\.header) == headers)
    for (column, own) in zip(before.columns, printed) {
      #expect(abs(sheet.millimetres(ofColumn: column.column) - own.width) < 0.3)
    }
    let orientation: AppendixTemplate.Layout.Orientation =
      sheet.pageSetup.isLandscape ? .landscape : .portrait
    #expect(template.layout.orientation == orientation)
    #expect(template.statuses.map(\.id) == base.statuses.map(\.id))
    #expect(template.statuses.map(\.patterns) == base.statuses.map(\.patterns))
    #expect(template.sentences == base.sentences)
    // Learning from what was learned changes nothing.
    let again = TemplateLearner(sheet: sheet, appendix: after, base: template)
      .learn(id: "hoc-duoc", name: "Biểu học được")
    let template2 = try AppendixTemplate.load(yaml: again.yaml, name: "hoc-duoc")
    #expect(template2.columns.map(\.role) == template.columns.map(\.role))
    #expect(template2.columns.map(\.merge) == template.columns.map(\.merge))
    #expect(template2.layout == template.layout)
  }

  @Test func unknownColumnsAreMarkedForAPerson() throws {
    let sheet = sheet([
      ["STT", "Nhiệm vụ", "Chủ trì", "Kinh phí: \"triệu\" 'đồng'\n(dự kiến)"],
      ["1", "Xây dựng kế hoạch", "Văn phòng", "12"],
    ])
    let base = try AppendixTemplate.builtIn("ke-hoach-cchc")
    let found = try recognise(sheet)
    let appendix = try #require(found.appendices.first)
    let learned = TemplateLearner(sheet: sheet, appendix: appendix, base: base)
      .learn(id: "x", name: "Biểu: «thử» # 1")
    #expect(learned.yaml.contains("CẦN XEM"))
    #expect(learned.doubts.map(\.code) == ["column-unsure", "page-unsure"])
    let template = try AppendixTemplate.load(yaml: learned.yaml, name: "x")
    #expect(template.name == "Biểu: «thử» # 1")
    let last = template.columns.last { $0.isRequired == true }
    #expect(last?.header == appendix.columns.last?.header)
    #expect(last?.role == "kinhPhiTrieuDong")
  }
}
