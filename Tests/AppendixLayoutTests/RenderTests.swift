import AppendixLayout
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
