import CellGrid
import Findings
import Testing

@Suite struct LocationTests {
  @Test func printsFileSheetAndCell() {
    let place = Location(file: "a.xlsx", sheet: "PL1", cell: CellAddress(row: 11, column: 2))
    #expect("\(place)" == "a.xlsx:PL1!C12")
    let finding = Finding("unit-missing", at: place, vi: "thiếu đơn vị", en: "unit missing")
    #expect(finding.text(in: .english) == "a.xlsx:PL1!C12: warning: [unit-missing] unit missing")
  }
}
