import CellGrid
import Findings
import Testing
import XLSXReading

/// Every fixture gives what the script that made it says, by the fast way and by expat alone.
@Suite struct FixtureTests {
  @Test(arguments: Fixtures.names)
  func givesWhatItHolds(name: String) throws {
    let expected = Fixtures.expected(name)
    let fast = Fixtures.told(Fixtures.bytes("\(name).xlsx"), .fast)
    if let refusal = expected.first(where: { $0.hasPrefix("refused") }) {
      let reason = try #require(refusal.split(separator: "\t").last)
      #expect(fast.count == 1 && fast[0].hasPrefix("refused") && fast[0].contains(reason))
    } else {
      let kinds = ["layout", "heights"]
      let told = Set(
        fast.filter { line in
          !kinds.contains { line.hasPrefix("\($0)\t") } && !line.contains("\tblank\t")
            && !line.hasPrefix("finding\tarchive") && !line.hasPrefix("finding\tpart")
        })
      #expect(told.subtracting(expected).isEmpty)
      #expect(expected.subtracting(told).isEmpty)
    }
    #expect(fast == Fixtures.told(Fixtures.bytes("\(name).xlsx"), .judge))
  }

  @Test func layoutIsRead() throws {
    let workbook = try Workbook.read(bytes: Fixtures.bytes("layout.xlsx"), name: "layout.xlsx")
    let sheet = workbook.sheets[0]
    let first = CellAddress(row: 0, column: 0)
    #expect(sheet.style(at: first)?.fontName == ".VnTimeH")
    #expect(sheet.style(at: first)?.isBold == true)
    #expect(sheet.style(at: first)?.isItalic == false)
    #expect(sheet.style(at: first)?.fontSize == 13)
    #expect(sheet.style(at: first)?.horizontalAlignment == "center")
    #expect(sheet.style(at: first)?.wrapsText == true)
    #expect(sheet.style(at: first)?.isLocked == false)
    #expect(sheet.style(at: CellAddress(row: 1, column: 0))?.fontName == "Calibri")
    #expect(sheet.hiddenRows == [1])
    #expect(sheet.hiddenColumns == [2, 3])
    #expect(sheet.columnWidths[0] == 6.5)
    #expect(sheet.rowHeights == [0: 30])
    #expect(sheet.filter == CellRange("A1:B2"))
    let setup = sheet.pageSetup
    #expect(setup.isLandscape && setup.paper == 9 && setup.isCenteredHorizontally)
    #expect(abs(setup.marginLeft - 25.4) < 1e-9)
    #expect(setup.header == "&C&P" && setup.footer == "&Rchân" && setup.firstPageHeader == "")
    #expect(setup.fitsWidth == 1)
    #expect(setup.repeatedRows == 0...1)
    #expect(setup.printArea == CellRange("A1:F20"))
  }

  @Test func rawNumberOfADateIsKept() throws {
    let workbook = try Workbook.read(bytes: Fixtures.bytes("dates-1900.xlsx"), name: "d.xlsx")
    guard case .date(_, let raw) = workbook.sheets[0][CellAddress(row: 1, column: 0)] else {
      Issue.record("no date")
      return
    }
    #expect(raw == 45747.354166666664)
  }

  @Test func streamingGivesTheSameCells() throws {
    for name in Fixtures.names where !name.hasPrefix("refused") {
      let path = "\(Fixtures.folder)/\(name).xlsx"
      final class Box { var count = 0 }
      let box = Box()
      let streamed = try Workbook.stream(path: path) { _, store in
        box.count += store.cells.count
        return true
      }
      let whole = try Workbook.read(path: path)
      #expect(box.count == whole.sheets.reduce(0) { $0 + $1.packed.cells.count })
      #expect(streamed.sheets.map(\.merges) == whole.sheets.map(\.merges))
    }
  }
}
