import AppendixLayout
import AppendixModel
import CellGrid
import Consolidation
import Findings
import Foundation
import TestSupport
import Testing
import XLSXReading
import XLSXWriting

/// The review workbook as it is written can be read back: the layout and the reader of decisions
/// agree on sheets, headers, keys, texts and values.
@Suite struct ReviewRoundTripTests {
  private static func read(
    _ consolidated: Consolidated, change: (inout [Page]) -> Void = { _ in }
  ) throws -> [Sheet] {
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent("doi-chieu.xlsx").path
    var pages = reviewPages(
      consolidated, template: try SampleMerge.template.get(),
      sources: [SourceFile(path: "a.xlsx", sha256: "00", input: InputID(0))])
    change(&pages)
    let created = try #require(SampleMerge.asOf)
    _ = try WorkbookWriter.write(pages, to: path, created: created, title: "Đối chiếu")
    return try Workbook.read(path: path).sheets
  }

  private static func headerRow(_ page: Page) throws -> Int {
    try #require(
      page.rows.firstIndex { row in
        row.cells.contains { $0.content == .text(ReviewLayout.keyHeader) }
      })
  }

  /// Fills the cells under a header.
  private static func fill(_ page: inout Page, _ header: String, with text: String) throws {
    let top = try headerRow(page)
    let column = try #require(
      page.rows[top].cells.firstIndex { $0.content == .text(header) })
    for row in page.rows.indices where row > top {
      page.rows[row].cells[column].content = .text(text)
    }
  }

  @Test func everyChoiceComesBack() throws {
    let consolidated = try SampleMerge.consolidated()
    try #require(!consolidated.merged.isEmpty && !consolidated.conflicts.isEmpty)
    let sheets = try Self.read(consolidated) { pages in
      for index in pages.indices {
        switch pages[index].name {
        case ReviewLayout.SheetKind.merged.name:
          try? Self.fill(&pages[index], ReviewLayout.decisionHeader, with: "Không gộp")
          try? Self.fill(&pages[index], ReviewLayout.noteHeader, with: "đã hỏi")
        case ReviewLayout.SheetKind.conflicts.name:
          try? Self.fill(&pages[index], ReviewLayout.decisionHeader, with: "Giá trị 1")
        default: break
        }
      }
    }
    let decisions = try DecisionSheet(reading: sheets, file: "doi-chieu.xlsx")
    let again = try SampleMerge.consolidated(decisions: decisions)
    #expect(again.balance.merged == 0)
    #expect(again.apart.filter(\.isReviewed).count == consolidated.merged.count)
    #expect(again.apart.filter { $0.note == "đã hỏi" }.count == consolidated.merged.count)
    // The rows that the values stood in are parted now: those choices are open again.
    let states = Set(again.decisions.map(\.state))
    #expect(states == [.applied, .stale])
  }

  @Test func anUntouchedWorkbookDecidesNothing() throws {
    let consolidated = try SampleMerge.consolidated()
    let decisions = try DecisionSheet(
      reading: try Self.read(consolidated), file: "doi-chieu.xlsx")
    let again = try SampleMerge.consolidated(decisions: decisions)
    #expect(again.sections == consolidated.sections)
    #expect(again.decisions.isEmpty)
  }

  @Test func theTitleCountsWhatIsOpen() throws {
    var consolidated = try SampleMerge.consolidated()
    consolidated.review = Array(consolidated.merged.prefix(3))
    let pages = reviewPages(
      consolidated, template: try SampleMerge.template.get(), sources: [])
    guard case .formula(let formula, .text(let shown)) = pages[0].rows[0].cells[0].content else {
      Issue.record("the title is no formula")
      return
    }
    #expect(shown.contains("3, CÒN 3 CHƯA"))
    #expect(formula.contains("COUNTIF(D"))
    consolidated.review = []
    let empty = reviewPages(
      consolidated, template: try SampleMerge.template.get(), sources: [])
    #expect(
      empty[0].rows.contains { row in
        row.cells.contains { cell in
          if case .text(let text) = cell.content { return text.hasPrefix("Không có cặp nào") }
          return false
        }
      })
  }
}
