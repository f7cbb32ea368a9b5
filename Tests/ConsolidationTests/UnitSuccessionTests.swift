import AppendixModel
import CellGrid
import Consolidation
import Findings
import Testing

@Suite struct UnitSuccessionTests {
  static func appendix(leads: [String]) -> Appendix {
    var appendix = Appendix(input: InputID(0), file: "a.xlsx", sheet: "S", templateID: "t")
    appendix.sections = [
      Section(
        number: "I", title: "",
        items: leads.enumerated().map { row, lead in
          Item(
            number: "\(row + 1)",
            origin: RowOrigin(input: InputID(0), file: "a.xlsx", sheet: "S", row: row),
            fields: [
              .lead: Field(
                lead,
                origins: [
                  CellOrigin(
                    input: InputID(0), file: "a.xlsx", sheet: "S",
                    address: CellAddress(row: row, column: 2))
                ])
            ])
        })
    ]
    return appendix
  }

  /// Name, report date, what the output says, code of the finding.
  static let cases: [(String, String, String, String?)] = [
    (
      "Sở TT&TT (Văn phòng)", "2025-04-01", "Sở Khoa học và Công nghệ (Văn phòng)", "unit-succeeded"
    ),
    ("Sở TT&TT (Văn phòng)", "2025-02-01", "Sở TT&TT (Văn phòng)", nil),
    ("Sở Kế hoạch và Đầu tư", "2025-04-01", "Sở Tài chính", "unit-succeeded"),
    ("Sở KH&CN (Văn phòng)", "2025-04-01", "Sở KH&CN (Văn phòng)", nil),
    ("Phòng Một cửa số 9", "2025-04-01", "Phòng Một cửa số 9", nil),
    ("", "2025-04-01", "", nil),
    (
      "Sở TT&TT tỉnh Kiên Giang", "2025-07-01", "Sở Khoa học và Công nghệ tỉnh An Giang",
      "unit-succeeded"
    ),
    ("Sở Y tế tỉnh Kiên Giang", "2025-06-30", "Sở Y tế tỉnh Kiên Giang", nil),
    // A district has no successor by rule: the name stays, a person is asked.
    ("UBND huyện Châu Thành", "2025-07-01", "UBND huyện Châu Thành", "unit-without-successor"),
    ("UBND huyện Châu Thành", "2025-06-30", "UBND huyện Châu Thành", nil),
    ("UBND xã Vĩnh Hòa", "2025-07-01", "UBND xã Vĩnh Hòa", nil),
    ("so thong tin va truyen thong", "2025-07-01", "so thong tin va truyen thong", nil),
  ]

  @Test(arguments: cases)
  func writesTheNameOfTheDay(name: String, day: String, wanted: String, code: String?) throws {
    let date = try #require(CalendarDate(iso: day))
    var findings: [Finding] = []
    var rewritings: [Rewriting] = []
    let result = UnitSuccession(registry: .builtIn, asOf: date).applied(
      to: Self.appendix(leads: [name]), rewritings: &rewritings, findings: &findings)
    #expect(result.items[0][.lead] == wanted)
    #expect(findings.map(\.code.rawValue) == [code].compactMap { $0 })
  }

  @Test func tellsEachNameOnceWithItsCellsCounted() throws {
    var findings: [Finding] = []
    var rewritings: [Rewriting] = []
    let date = try #require(CalendarDate(iso: "2025-04-01"))
    let result = UnitSuccession(registry: .builtIn, asOf: date).applied(
      to: Self.appendix(leads: ["Sở TT&TT", "Sở TT&TT (VP), Sở KH&CN (VP)", "Sở TT&TT"]),
      rewritings: &rewritings, findings: &findings)
    #expect(rewritings.map(\.origin.address) == ["C1", "C2", "C3"].compactMap { CellAddress($0) })
    #expect(rewritings.first?.before == "Sở TT&TT")
    #expect(rewritings.first?.after == "Sở Khoa học và Công nghệ")
    #expect(findings.count == 1)
    #expect(findings.first?.message.english.contains("3 cells") == true)
    #expect(findings.first?.location?.cell == CellAddress("C1"))
    #expect(result.items[0][.lead] == "Sở Khoa học và Công nghệ")
  }
}
