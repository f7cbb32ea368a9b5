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
}
