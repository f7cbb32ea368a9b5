import AppendixLayout
import AppendixModel
import CellGrid
import Consolidation
import Testing

@Suite("The official appendix")
struct AppendixPageTests {
  let template: AppendixTemplate

  init() throws { template = try SampleMerge.template.get() }

  private func page(_ plan: MadeUpPlan) throws -> Page {
    try #require(
      appendixPages(plan.consolidated, template: template, heading: MadeUpPlan.heading()).first)
  }

  @Test func titlesStandAsTheDecreeSays() throws {
    var plan = MadeUpPlan()
    plan.add("Kế hoạch")
    let page = try page(plan)
    #expect(page.text("A1") == "Phụ lục")
    #expect(page.text("A2") == "DANH MỤC NHIỆM VỤ")
    #expect(page.text("A3") == "(Kèm theo …)")
    let word = try #require(page.look("A1"))
    #expect(word.isBold && !word.isItalic && word.size == 14 && word.horizontal == .center)
    #expect(try #require(page.look("A3")).isItalic)
    #expect(page.setup.paper == 9 && page.setup.isLandscape)
    #expect(page.setup.header == "&C&\"Times New Roman,Regular\"&13&P")
    #expect(page.setup.firstPageHeader?.isEmpty == true && page.setup.firstPageNumber == 1)
    #expect(page.setup.repeatedRows == 4...4)
    let fonts = Set(page.rows.flatMap(\.cells).map(\.look.font))
    #expect(fonts == ["Times New Roman"])
  }

  @Test func sectionsItemsAndParts() throws {
    var plan = MadeUpPlan()
    plan.add(
      "Rà soát",
      parts: [
        MergedPart(
          kind: .leadIn, number: "", numberInSection: "", fields: [.task: Field("Các văn bản:")],
          sources: []),
        MergedPart(
          kind: .subitem, number: "1.1", numberInSection: "1.1",
          fields: [.task: Field("Nghị quyết")], sources: []),
      ])
    let page = try page(plan)
    #expect(page.text("A6") == "I" && page.text("C6") == "CẢI CÁCH THỂ CHẾ")
    #expect(page.look("C6")?.isBold == true)
    #expect(page.merges.contains { $0.first == CellAddress(row: 5, column: 2) })
    #expect(page.text("A7") == "1." && page.text("B7") == "1." && page.text("C7") == "Rà soát")
    #expect(page.text("A8").isEmpty && page.text("C8") == "Các văn bản:")
    #expect(page.text("A9") == "1.1" && page.text("C9") == "Nghị quyết")
  }

  @Test(arguments: [
    ("Sở A (Văn phòng), Sở B (P.KH, TC)", "Sở A (Văn phòng),\nSở B (P.KH, TC)"),
    ("Sở A; Sở B", "Sở A;\nSở B"), ("Sở A (x, y)", "Sở A (x, y)"), ("", ""),
  ])
  func leadsStandOnLinesOfTheirOwn(_ lead: String, _ printed: String) throws {
    var plan = MadeUpPlan()
    plan.add("Kế hoạch", lead: lead)
    #expect(try page(plan).text("D7") == printed)
  }

  @Test(arguments: [
    ("- Kế hoạch; - Báo cáo", "- Kế hoạch;\n- Báo cáo"),
    ("kinh tế - kỹ thuật", "kinh tế - kỹ thuật"),
    ("giai đoạn 2023 - 2025", "giai đoạn 2023 - 2025"),
  ])
  func pointsOfAListStandOnLinesOfTheirOwn(_ output: String, _ printed: String) throws {
    var plan = MadeUpPlan()
    plan.add("Kế hoạch", output: output)
    #expect(try page(plan).text("E7") == printed)
  }

  @Test func notesAtCellsBecomeFootnotes() throws {
    var plan = MadeUpPlan()
    plan.add("Một", note: "Báo cáo số 1")
    plan.add("Hai")
    plan.add("Ba", note: "Báo cáo số 2")
    let page = try page(plan)
    #expect(page.rows[4].cells.count == 7)
    // The value stays the text alone; the mark is in the look.
    #expect(page.text("G7") == "Đang thực hiện")
    #expect(page.look("G7")?.numberFormat == "General;General;General;@\"¹\"")
    #expect(page.look("G9")?.numberFormat == "General;General;General;@\"²\"")
    #expect(
      page.rows.suffix(2).map { $0.cells[0].content } == [
        .text("¹ Báo cáo số 1"), .text("² Báo cáo số 2"),
      ])
  }

  @Test func unknownColumnsAreKept() throws {
    var plan = MadeUpPlan()
    plan.add("Một", extras: [ExtraField(header: "Kinh phí", field: Field("12 triệu"))])
    let page = try page(plan)
    #expect(page.text("H5") == "Kinh phí" && page.text("H7") == "12 triệu")
  }

  @Test func aVeryLongTextGoesOverSeveralRows() throws {
    var plan = MadeUpPlan()
    plan.add((0..<900).map { "từ\($0)" }.joined(separator: " "))
    plan.add("Sau")
    let page = try page(plan)
    #expect(page.rows.allSatisfy { ($0.height ?? 0) <= 409.5 })
    let tall = page.merges.filter { $0.first == CellAddress(row: 6, column: 2) && $0.height > 1 }
    #expect(tall.count == 1)
    let next = try #require(tall.first).last.row + 1
    #expect(page.rows[next].cells[2].content == .text("Sau"))
  }

  @Test func everyTextHasRoomInItsRow() throws {
    let page = try #require(
      appendixPages(
        SampleMerge.consolidated(), template: template, heading: SampleMerge.heading()
      ).first)
    let total = page.columns.reduce(0) { $0 + $1.width * 8 + 5 } / 96 * 25.4
    #expect(total <= 250 && total > 247)
    for (row, line) in page.rows.enumerated()
    where !page.merges.contains(where: { $0.first.row == row }) {
      for cell in line.cells {
        guard case .text(let text) = cell.content else { continue }
        let breaks = text.utf8.count { $0 == UInt8(ascii: "\n") }
        #expect((line.height ?? 0) >= Double(breaks + 1) * 15.75)
      }
    }
  }

  @Test func severalAppendicesInOneWorkbook() throws {
    var plan = MadeUpPlan()
    plan.add("Một")
    let heading = try MadeUpPlan.heading()
    var capitals = heading
    capitals.isWordInCapitals = true
    capitals.numbering = .arabic
    let pages = appendixPages(
      [(plan.consolidated, heading), (plan.consolidated, heading), (plan.consolidated, capitals)],
      template: template)
    #expect(pages.map(\.name) == ["Phụ lục I", "Phụ lục II", "PHỤ LỤC 3"])
    #expect(pages.map { $0.text("A1") } == ["Phụ lục I", "Phụ lục II", "PHỤ LỤC 3"])
    #expect(pages.allSatisfy { $0.setup.firstPageNumber == 1 })
  }

  @Test func emptyAppendix() throws {
    let page = try page(MadeUpPlan())
    #expect(page.rows.count >= 5)
  }
}
