import AppendixLayout
import AppendixModel
import CellGrid
import Consolidation
import Glibc
import Testing
import XLSXWriting

/// Writes the sample's workbooks where PHULUC_RENDER says, for people to look at.
@Test(.enabled(if: getenv("PHULUC_RENDER") != nil))
func renderSample() throws {
  guard let place = getenv("PHULUC_RENDER") else { return }
  let folder = String(cString: place)
  let merged = try SampleMerge.consolidated()
  let template = try SampleMerge.template.get()
  let heading = try SampleMerge.heading()
  let pages = appendixPages(merged, template: template, heading: heading)
  let findings = try WorkbookWriter.write(
    pages, to: "\(folder)/phu-luc.xlsx", created: heading.asOf, title: heading.title)
  #expect(findings.isEmpty)
  let summary = StatusSummary(merged, template: template, asOf: heading.asOf)
  let status = statusPages(summary, merged, template: template, changes: [])
  #expect(
    try WorkbookWriter.write(
      status, to: "\(folder)/tinh-hinh.xlsx", created: heading.asOf, title: heading.title
    ).isEmpty)
  let review = reviewPages(merged, template: template, sources: [])
  #expect(
    try WorkbookWriter.write(
      review, to: "\(folder)/doi-chieu.xlsx", created: heading.asOf, title: heading.title
    ).isEmpty)
  // Two appendices, upright, with a text that no row can hold, footnotes and an unknown column.
  var plan = MadeUpPlan()
  plan.add("Ngắn", note: "Ghi chú thứ nhất ở ô tiến độ")
  plan.add(
    (0..<1_500).map { "từ\($0)" }.joined(separator: " "),
    extras: [.init(header: "Kinh phí", field: .init("12.000.000 đồng"))])
  for number in 0..<12 { plan.add("Nhiệm vụ \(number)", note: number == 7 ? "Ghi chú hai" : nil) }
  var upright = template
  upright.layout.orientation = .portrait
  let two = appendixPages(
    [(plan.consolidated, heading), (plan.consolidated, heading)], template: upright)
  #expect(
    try WorkbookWriter.write(
      two, to: "\(folder)/hai-phu-luc.xlsx", created: heading.asOf, title: heading.title
    ).isEmpty)
  let form = formPages(
    merged, template: template,
    heading: FormHeading(title: heading.title, unit: "Văn phòng", asOf: heading.asOf))
  #expect(
    try WorkbookWriter.write(
      form, to: "\(folder)/bieu-mau.xlsx", created: heading.asOf, title: heading.title
    ).isEmpty)
  let text = try summaryText(summary, merged, template: template)
  print(text)
}
