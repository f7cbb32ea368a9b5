import AppendixLayout
import AppendixModel
import CellGrid
import Consolidation
import Findings
import StrictYAML
import Testing

@Suite("Status workbook and sentences")
struct StatusPageTests {
  let template: AppendixTemplate

  init() throws { template = try SampleMerge.template.get() }

  private func plan() -> MadeUpPlan {
    var plan = MadeUpPlan()
    plan.add(
      "Một", lead: "Sở TT&TT (Văn phòng), Sở B", deadline: "Quý I/2025", progress: "Đã hoàn thành",
      status: "HOAN_THANH", isDone: true)
    plan.add("Hai", lead: "Sở B", deadline: "Tháng 02/2025")
    plan.add("Ba", lead: "Sở B", deadline: "Tháng 4/2025", progress: "", status: "TRONG")
    return plan
  }

  private func summary(_ plan: MadeUpPlan) throws -> StatusSummary {
    StatusSummary(plan.consolidated, template: template, asOf: try #require(MadeUpPlan.day))
  }

  @Test func firstSheetHoldsTheFigures() throws {
    let plan = plan()
    let pages = statusPages(try summary(plan), plan.consolidated, template: template)
    let first = try #require(pages.first)
    #expect(first.name == "Tổng hợp" && first.charts.map(\.kind) == [.doughnut, .stackedBar])
    #expect(first.rows[5].cells.map { text($0) } == ["3", "1", "33,33%", "2", "1", "1", "1"])
    #expect(
      pages.map(\.name) == [
        "Tổng hợp", "Theo cơ quan", "Theo thời hạn", "Quá hạn", "Sắp đến hạn", "Chưa báo cáo",
        "Dữ liệu", "Chủ trì", "Danh mục",
      ])
    #expect(pages.filter(\.isHidden).map(\.name) == ["Chủ trì", "Danh mục"])
  }

  private func text(_ cell: Page.Cell) -> String {
    switch cell.content {
    case .formula(_, .text(let text)): text
    case .formula(_, .number(let number)): CellValue.shortest(number)
    default: ""
    }
  }

  @Test func everyLinkAndChartNamesASheetThatIsThere() throws {
    let pages = statusPages(
      try summary(plan()), plan().consolidated, template: template,
      changes: [
        StatusChange(kind: .completed, number: 1, task: "Một", before: "Đang", after: "Xong")
      ])
    let names = Set(pages.map(\.name))
    for page in pages {
      for cell in page.rows.flatMap(\.cells) {
        guard let link = cell.link else { continue }
        let sheet = link.split(separator: "'").first.map(String.init) ?? ""
        #expect(names.contains(sheet), "\(link)")
      }
      #expect(page.charts.flatMap(\.series).allSatisfy { names.contains($0.sheet) })
    }
    #expect(names.contains("Thay đổi"))
  }

  @Test func changesSinceTheLastPeriod() throws {
    var old = MadeUpPlan()
    old.add("Kiểm kê tài sản công tại trụ sở", status: "HOAN_THANH", isDone: true)
    old.add("Sửa cổng trụ sở phía đông", status: "DANG_THUC_HIEN")
    old.add("Rà soát thủ tục hành chính lĩnh vực đất đai", status: "DANG_THUC_HIEN")
    old.add("Mua máy chủ cho trung tâm dữ liệu")
    var new = MadeUpPlan()
    new.add("Kiểm kê tài sản công tại trụ sở", status: "DANG_THUC_HIEN")
    new.add("sửa cổng trụ sở phía đông", progress: "Xong", status: "HOAN_THANH", isDone: true)
    // Reworded, and known all the same.
    new.add("Rà soát TTHC lĩnh vực đất đai", status: "HOAN_THANH", isDone: true)
    new.add("Tập huấn kỹ năng tiếp công dân")
    let changes = StatusChange.changes(
      from: old.consolidated, to: new.consolidated, template: template)
    #expect(changes.map(\.kind) == [.reopened, .completed, .completed, .removed, .added])
    #expect(changes.map(\.number) == [1, 2, 3, nil, 4])
  }

  @Test func sentencesOfTheReport() throws {
    let plan = plan()
    let text = try summaryText(try summary(plan), plan.consolidated, template: template)
    #expect(text.contains("đã hoàn thành: 01/03 nhiệm vụ (đạt 33,33%)"))
    #expect(text.contains("02/03 nhiệm vụ"))
    // No HTML: the ampersand stays.
    #expect(text.contains("- Sở TT&TT: hoàn thành 01/01 nhiệm vụ (đạt 100,00%)."))
    #expect(text.contains("- Sở B: 01 nhiệm vụ, gồm: (2) Hai (Tháng 02/2025)."))
    #expect(!text.contains("\n\n\n") && text.hasSuffix(".\n"))
  }

  @Test func sentencesOfNothingOverdueAndOfNoSections() throws {
    var plan = MadeUpPlan()
    plan.add("Một", progress: "Đã hoàn thành", status: "HOAN_THANH", isDone: true)
    var consolidated = plan.consolidated
    consolidated.sections[0].number = ""
    consolidated.sections[0].title = ""
    let text = try summaryText(try summary(plan), consolidated, template: template)
    let all = StatusSummary(consolidated, template: template, asOf: try #require(MadeUpPlan.day))
    let flat = try summaryText(all, consolidated, template: template)
    #expect(text.contains("không có nhiệm vụ quá hạn."))
    #expect(flat.contains("Kế hoạch gồm 01 nhiệm vụ."))
    #expect(!flat.contains("lĩnh vực") && !flat.contains("theo cơ quan chủ trì"))
  }

  @Test(arguments: ["ke-hoach-cchc", "giao-nhiem-vu", "chi-tieu", "van-ban-qppl", "danh-sach-ten"])
  func everyKindHasItsSentences(_ id: String) throws {
    let template = try AppendixTemplate.builtIn(id)
    let plan = plan()
    let text = try summaryText(
      StatusSummary(plan.consolidated, template: template, asOf: try #require(MadeUpPlan.day)),
      plan.consolidated, template: template, changes: [])
    #expect(text.contains("03 "))
    #expect(!text.contains("{{") && !text.contains("  ") && !text.contains(" ."))
  }

  @Test func statusesStayApartInGrey() throws {
    let plan = plan()
    let pages = statusPages(try summary(plan), plan.consolidated, template: template)
    let series = pages[0].charts[1].series
    let looks = series.map { "\($0.colors[0]) \($0.patterns[0])" }
    #expect(Set(looks).count == looks.count)
    // Of colours that print alike, one at most goes without lines or dots.
    let greys = series.filter { $0.patterns[0] == .none }.map { grey($0.colors[0]) }.sorted()
    #expect(zip(greys, greys.dropFirst()).allSatisfy { $1 - $0 >= 28 })
  }

  private func grey(_ color: String) -> Double {
    let number = Int(color, radix: 16) ?? 0
    return Double(number >> 16 & 255) * 0.299 + Double(number >> 8 & 255) * 0.587
      + Double(number & 255) * 0.114
  }

  @Test func listsFollowTheData() throws {
    let plan = plan()
    let pages = statusPages(try summary(plan), plan.consolidated, template: template)
    let overdue = try #require(pages.first { $0.name == "Quá hạn" })
    guard case .formula(let title, .text(let shown)) = overdue.rows[0].cells[0].content else {
      Issue.record("the title does not live")
      return
    }
    #expect(shown == "NHIỆM VỤ QUÁ HẠN CHƯA HOÀN THÀNH: 01" && title.contains("'Dữ liệu'!"))
    #expect(overdue.columns.last?.isHidden == true)
    #expect(overdue.conditions.contains { $0.look.color == "A6A6A6" })
  }

  @Test func aBrokenSentenceIsNamed() throws {
    var broken = template
    broken.sentences["summary"] = "{{#done}"
    let failure = #expect(throws: TemplateFailure.self) {
      _ = try summaryText(try summary(plan()), plan().consolidated, template: broken)
    }
    #expect(failure?.message.vietnamese.contains("summary") == true)
  }

  @Test(arguments: [(0, "00"), (9, "09"), (72, "72"), (1114, "1.114"), (1_234_567, "1.234.567")])
  func counts(_ number: Int, _ text: String) {
    #expect(VietnameseNumber.count(number) == text)
  }

  @Test(arguments: [
    (9, 72, "12,50"), (1, 3, "33,33"), (2, 3, "66,67"), (0, 0, "0,00"), (5, 5, "100,00"),
    (1, 800, "0,13"), (3, 800, "0,38"),
  ])
  func percents(_ part: Int, _ whole: Int, _ text: String) {
    #expect(VietnameseNumber.percent(part, of: whole) == text)
  }

  @Test func formsLockWhatIsKnownAndAskForTheRest() throws {
    let plan = plan()
    let heading = FormHeading(
      title: "Biểu mẫu", unit: "Sở B", asOf: try #require(MadeUpPlan.day))
    let pages = formPages(
      plan.consolidated, numbers: [2, 3], template: template, heading: heading)
    #expect(pages.map(\.name) == ["Biểu mẫu", "Hướng dẫn", "Danh mục"])
    let form = try #require(pages.first)
    #expect(form.isProtected && form.validations.count == 4)
    let headers = form.rows[4].cells.map { cell -> String in
      if case .text(let text) = cell.content { return text }
      return ""
    }
    let status = try #require(headers.firstIndex(of: FormLayout.statusHeader))
    let key = try #require(headers.firstIndex(of: FormLayout.keyHeader))
    #expect(form.columns[key].isHidden)
    let rows = form.rows.dropFirst(6)
    #expect(rows.count == 2)
    for row in rows {
      #expect(row.cells[status].look.isUnlocked && row.cells[status].look.fill != nil)
      #expect(!row.cells[1].look.isUnlocked)
    }
    let keys = rows.map { row -> String in
      if case .text(let text) = row.cells[key].content { return text }
      return ""
    }
    #expect(keys.map { FormLayout.number(in: $0) } == ["2", "3"])
    #expect(FormLayout.number(in: "PL1-x") == nil)
    let blank = blankFormPages(template: template, heading: heading, rows: 5)
    #expect(blank.first?.rows.count == 10)
  }
}
