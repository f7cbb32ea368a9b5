import AppendixLayout
import AppendixModel
import CellGrid
import Consolidation
import Testing

@Suite("The appendix fits its contents")
struct AppendixFitTests {
  let template: AppendixTemplate

  init() throws { template = try SampleMerge.template.get() }

  private func page(_ plan: MadeUpPlan, _ change: (inout OutputHeading) -> Void = { _ in }) throws
    -> Page
  {
    var heading = try MadeUpPlan.heading()
    change(&heading)
    return try #require(
      appendixPages(plan.consolidated, template: template, heading: heading).first)
  }

  /// Widths of the columns in millimetres.
  private func widths(_ page: Page) -> [Double] {
    page.columns.map { ($0.width * 8 + 5) / 96 * 25.4 }
  }

  private static let long =
    "Rà soát, hệ thống hóa, trình cấp có thẩm quyền sửa đổi, bổ sung, thay thế các văn bản quy "
    + "phạm pháp luật thuộc phạm vi quản lý nhà nước của ngành sau khi sắp xếp tổ chức bộ máy"

  @Test func theTaskHasTheMostRoomWhereItIsLong() throws {
    var plan = MadeUpPlan()
    for _ in 0..<6 { plan.add([Self.long, Self.long, Self.long].joined(separator: "; ")) }
    let widths = widths(try page(plan))
    #expect(widths[2] > 100 && widths[2] == widths.max())
  }

  @Test func aLongWordDoesNotTakeThePage() throws {
    var plan = MadeUpPlan()
    plan.add(Self.long, output: String(repeating: "x", count: 200))
    let widths = widths(try page(plan))
    #expect(widths[4] < 60 && widths[2] > 60)
  }

  @Test func manyColumnsAreSetSmallerAndWithoutEmptyOnes() throws {
    var plan = MadeUpPlan()
    let extras = (1...7).map {
      ExtraField(header: "Nguyên nhân thứ \($0)", field: Field("nghiêng ngả \($0)"))
    }
    for _ in 0..<3 { plan.add(Self.long, progress: "", extras: extras) }
    let page = try page(plan)
    let headers = page.rows[4].cells.map { cell -> String in
      if case .text(let text) = cell.content { return text }
      return ""
    }
    #expect(!headers.contains("Tiến độ thực hiện") && headers.count == 13)
    let sizes = Set(page.rows.dropFirst(5).flatMap(\.cells).map(\.look.size))
    #expect(sizes.count == 1 && sizes.allSatisfy { (9...12).contains($0) })
    #expect(widths(page).reduce(0, +) <= 250)
  }

  @Test func withoutSectionsThereIsOneNumber() throws {
    var plan = MadeUpPlan()
    plan.add("Một")
    var consolidated = plan.consolidated
    consolidated.sections[0].number = ""
    consolidated.sections[0].title = ""
    let page = try #require(
      appendixPages(consolidated, template: template, heading: MadeUpPlan.heading()).first)
    #expect(page.text("A5") == "STT" && page.text("B5") == "Nhiệm vụ")
    #expect(page.text("A6") == "1." && page.text("B6") == "Một")
  }

  @Test func thePaperIsTurnedWhereTheTableNeedsIt() throws {
    var plan = MadeUpPlan()
    plan.add("Một")
    #expect(try page(plan).setup.isLandscape)
    #expect(try !page(plan) { $0.orientation = .portrait }.setup.isLandscape)
    var names = try AppendixTemplate.builtIn("danh-sach-ten")
    names.layout.orientation = .auto
    plan.items.removeAll()
    plan.add("Một", lead: "", deadline: "", progress: "", output: "")
    let page = try #require(
      appendixPages(plan.consolidated, template: names, heading: MadeUpPlan.heading()).first)
    #expect(!page.setup.isLandscape)
  }

  @Test(arguments: [
    (12_500_000.0, "12500000", VietnameseNumber.groupedFormat),
    (0.875, "0.875", VietnameseNumber.decimalFormat),
  ])
  func numbersAreShownWithVietnameseSeparators(
    _ number: Double, _ text: String, _ format: String
  ) throws {
    var plan = MadeUpPlan()
    plan.add("Một", extras: [ExtraField(header: "Kinh phí", field: Field(text, number: number))])
    let page = try page(plan)
    #expect(page.rows[6].cells[7].content == .number(number))
    #expect(page.look("H7")?.numberFormat == format)
  }

  @Test(arguments: [(2025.0, "2025"), (7.0, "7"), (45_000.0, "45.000 đồng")])
  func otherNumbersStayAsWritten(_ number: Double, _ text: String) throws {
    var plan = MadeUpPlan()
    plan.add("Một", extras: [ExtraField(header: "Kinh phí", field: Field(text, number: number))])
    #expect(try page(plan).text("H7") == text)
  }

  @Test func aLeadInLineStaysWithWhatItIntroduces() throws {
    var plan = MadeUpPlan()
    for index in 0..<40 {
      plan.add(
        "Nhiệm vụ \(index): " + Self.long,
        parts: [
          MergedPart(
            kind: .leadIn, number: "", numberInSection: "", fields: [.task: Field("Gồm:")],
            sources: []),
          MergedPart(
            kind: .subitem, number: "a)", numberInSection: "a)",
            fields: [.task: Field(Self.long)], sources: []),
        ])
    }
    let page = try page(plan)
    #expect(page.setup.breaksAfterRows.count > 3)
    for row in page.setup.breaksAfterRows {
      #expect(page.rows[row].cells[2].content != .text("Gồm:"))
    }
  }

  @Test func bodyOfEveryPageFitsThePaper() throws {
    var plan = MadeUpPlan()
    for index in 0..<60 {
      plan.add(String(repeating: Self.long + " ", count: 1 + index % 5))
    }
    let page = try page(plan)
    let room = (210.0 - 40) / 25.4 * 72
    var start = 0
    for end in page.setup.breaksAfterRows + [page.rows.count - 1] {
      let header = start == 0 ? 0 : page.rows[4].height ?? 0
      let used = page.rows[start...end].reduce(0) { $0 + ($1.height ?? 0) }
      #expect(header + used <= room)
      start = end + 1
    }
  }
}
