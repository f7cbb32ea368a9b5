import AppendixLayout
import AppendixModel
import AppendixRecognition
import CellGrid
import Consolidation
import Foundation
import TestSupport
import Testing
import XLSXReading
import XLSXWriting

/// A template learned from a form gives the form's look: on the page that is rendered, and again
/// when the written workbook is learned from.
@Suite struct LearnedFormTests {
  /// A form with three header rows, a column of its own, sections over the whole table.
  private static func form() -> Sheet {
    let rows = [
      ["PHỤ LỤC"], ["DANH MỤC NHIỆM VỤ NĂM 2025"], ["(Kèm theo Kế hoạch số 12/KH-SNV)"],
      ["STT", "Nội dung nhiệm vụ", "Tổ chức thực hiện", "", "", "Kinh phí (triệu đồng)"],
      ["", "", "Cơ quan", "", "Thời gian hoàn thành", ""],
      ["", "", "Chủ trì", "Phối hợp", "", ""],
      ["I. CẢI CÁCH THỂ CHẾ"],
      ["1", "Rà soát văn bản quy phạm pháp luật", "Sở Tư pháp", "Sở Nội vụ", "Quý I/2025", "12"],
      ["2", "Kiểm tra việc thi hành pháp luật", "Sở Tư pháp", "Sở Y tế", "Quý II/2025", "30"],
    ]
    func merge(_ text: String) -> [CellRange] { CellRange(text).map { [$0] } ?? [] }
    var sheet = Sheet(
      name: "PL", rows: rows.map { $0.map { $0.isEmpty ? .blank : .text($0) } },
      merges: ["A1:F1", "A2:F2", "A3:F3", "A4:A6", "B4:B6", "C4:E4", "C5:D5", "E5:E6", "F4:F6"]
        .flatMap(merge) + merge("A7:F7"))
    var plain = CellStyle(fontName: "Arial", fontSize: 11)
    plain.wrapsText = true
    var italic = plain
    italic.isBold = true
    italic.isItalic = true
    italic.horizontalAlignment = "center"
    sheet.styles = [plain, italic]
    for row in sheet.rowIndexes {
      for cell in sheet.cells(inRow: row) {
        sheet.set(cell.value, at: cell.address, style: row == 6 ? 1 : 0)
      }
    }
    for (column, width) in [5.0, 45, 18, 18, 16, 12].enumerated() {
      sheet.columnWidths[column] = width
    }
    sheet.pageSetup.isLandscape = true
    sheet.pageSetup.paper = 8
    sheet.pageSetup.marginLeft = 12
    sheet.pageSetup.marginTop = 17
    sheet.hasPageSetup = true
    return sheet
  }

  /// The template learned from a sheet, and the sheet read by it.
  private func learn(
    _ sheet: Sheet, by templates: [AppendixTemplate]
  ) throws -> (yaml: String, template: AppendixTemplate, appendix: Appendix) {
    func read(_ templates: [AppendixTemplate]) throws -> Appendix {
      try #require(
        AppendixRecognizer(templates: templates)
          .recognise([sheet], input: InputID(0), file: "bieu.xlsx").appendices.first)
    }
    let first = try read(templates)
    let base = try #require(templates.first { $0.id == first.templateID })
    let learned = TemplateLearner(sheet: sheet, appendix: first, base: base)
      .learn(id: "hoc", name: "Học")
    let template = try AppendixTemplate.load(yaml: learned.yaml, name: "hoc")
    return (learned.yaml, template, try read([template]))
  }

  private func page(_ appendix: Appendix, _ template: AppendixTemplate) throws -> Page {
    let merged = try Consolidator(template: template, settings: ConsolidationSettings())
      .consolidate([appendix])
    let heading = OutputHeading(
      word: template.layout.word, title: template.layout.title,
      reference: template.layout.reference, asOf: .epoch)
    return try #require(
      appendixPages(merged, template: template, heading: heading).first)
  }

  @Test func thePageLooksAsTheFormDid() throws {
    let form = Self.form()
    let (_, template, appendix) = try learn(form, by: AppendixTemplate.allBuiltIn())
    let page = try page(appendix, template)
    // Title, a blank row, then the header of three rows.
    let header = page.rows[4...6].map { row in row.cells.map { CellWords.of($0.content) } }
    #expect(
      header == [
        ["STT", "Nội dung nhiệm vụ", "Tổ chức thực hiện", "", "", "Kinh phí (triệu đồng)"],
        ["", "", "Cơ quan", "", "Thời gian hoàn thành", ""],
        ["", "", "Chủ trì", "Phối hợp", "", ""],
      ])
    let merges = Set(page.merges.map(\.description))
    for merge in ["A5:A7", "B5:B7", "C5:E5", "C6:D6", "E6:E7", "F5:F7", "A8:F8"] {
      #expect(merges.contains(merge), "\(merge)")
    }
    #expect(page.setup.repeatedRows == 4...6)
    #expect(page.setup.isLandscape && page.setup.paper == 8)
    #expect(page.setup.marginLeft == 12 && page.setup.marginTop == 17)
    let section = try #require(page.rows[7].cells.first)
    #expect(section.content == .text("I. CẢI CÁCH THỂ CHẾ"))
    #expect(section.look.isItalic && section.look.isBold && section.look.horizontal == .center)
    let item = page.rows[8].cells
    #expect(item.map(\.look.font) == Array(repeating: "Arial", count: 6))
    #expect(item.map(\.look.size) == Array(repeating: 11, count: 6))
    #expect(CellWords.of(item[0].content) == "1")
    // Columns keep their widths to a pixel, whatever font the workbook counts in.
    let written = try WrittenForm(page).sheet
    for column in 0..<6 {
      #expect(abs(written.pixels(ofColumn: column) - form.pixels(ofColumn: column)) <= 1)
    }
  }

  @Test func learningFromTheResultGivesTheSameTemplate() throws {
    let (yaml, template, appendix) = try learn(Self.form(), by: AppendixTemplate.allBuiltIn())
    let written = try WrittenForm(try page(appendix, template)).sheet
    let again = try learn(written, by: [template])
    func settings(_ yaml: String) -> [Substring] {
      yaml.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("#") }
    }
    #expect(settings(again.yaml) == settings(yaml))
    #expect(again.appendix.items.map(\.text) == appendix.items.map(\.text))
  }

  @Test func aBlankFormLooksAsTheFormDid() throws {
    let (_, template, _) = try learn(Self.form(), by: AppendixTemplate.allBuiltIn())
    let pages = blankFormPages(
      template: template, heading: FormHeading(title: "BIỂU", unit: "Phòng A", asOf: .epoch),
      rows: 3)
    let page = try #require(pages.first)
    #expect(page.rows.count == 11)
    #expect(CellWords.of(page.rows[5].cells[2].content) == "Tổ chức thực hiện")
    #expect(page.rows.suffix(3).map { CellWords.of($0.cells[0].content) } == ["1", "2", "3"])
    #expect(page.setup.paper == 8)
  }
}

/// The words of a cell to be written.
private enum CellWords {
  static func of(_ content: Page.Content) -> String {
    if case .text(let text) = content { text } else { "" }
  }
}

/// A page written to a workbook and read back.
private struct WrittenForm {
  let sheet: Sheet

  init(_ page: Page) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("a.xlsx")
    _ = try WorkbookWriter.write([page], to: path, created: .epoch, title: "Thử")
    sheet = try #require(try Workbook.read(path: path).sheets.first)
  }
}
