import CellGrid
import Findings
import Glibc
import TestSupport
import Testing
import XLSXWriting

/// Whatever pages hold, the file that is written opens, and its cells are what they were.
@Suite("Pages made to break a file")
struct NastyPageTests {
  @Test(arguments: 0..<24)
  func cellsComeBack(_ seed: UInt64) throws {
    var maker = NastyPages(seed: seed)
    let pages = maker.pages()
    let written = try WrittenWorkbook(pages)
    let sheets = try written.sheets()
    #expect(sheets.count == pages.count)
    #expect(Set(sheets.map { $0.name.lowercased() }).count == pages.count)
    #expect(sheets.allSatisfy { !$0.name.isEmpty && $0.name.utf16.count <= 31 })
    for (sheet, page) in zip(sheets, pages) {
      for (row, line) in page.rows.enumerated() {
        for (column, cell) in line.cells.enumerated() {
          let address = CellAddress(row: row, column: column)
          // Under a merge only the first cell is shown.
          if sheet.merges.contains(where: { $0.first != address && $0.contains(address) }) {
            continue
          }
          let value = sheet[address]
          #expect(NastyPages.agrees(value, with: cell.content), "\(address): \(cell.content)")
        }
      }
    }
    try keep(written, seed: seed)
  }

  @Test func sameBytesEachTime() throws {
    for seed in 100..<104 as Range<UInt64> {
      var one = NastyPages(seed: seed)
      var other = NastyPages(seed: seed)
      #expect(
        try WrittenWorkbook(one.pages()).bytes() == WrittenWorkbook(other.pages()).bytes())
    }
  }

  @Test func linksBeyondExcelsLimitAreLeftOut() throws {
    var page = Page(name: "PL")
    page.rows = (0..<33_000).map { _ in
      Page.Row([
        Page.Cell(.number(1), link: "'PL'!A1"), Page.Cell(.number(1), link: "'PL'!A1"),
      ])
    }
    let written = try WrittenWorkbook([page])
    #expect(written.findings.map(\.code) == ["links-left-out"])
  }

  /// Leaves the file where PHULUC_RENDER says, for scripts/check-outputs.
  private func keep(_ written: WrittenWorkbook, seed: UInt64) throws {
    guard let place = getenv("PHULUC_RENDER") else { return }
    let target = String(cString: place) + "/nasty-\(seed).xlsx"
    let file = try #require(fopen(target, "wb"))
    let bytes = try written.bytes()
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    fclose(file)
  }
}

extension CellRange {
  fileprivate func contains(_ address: CellAddress) -> Bool {
    (first.row...last.row).contains(address.row)
      && (first.column...last.column).contains(address.column)
  }
}
