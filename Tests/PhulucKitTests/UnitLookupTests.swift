import PhulucKit
import Testing

struct UnitLookupTests {
  @Test func aNameIsLookedUpForADay() throws {
    let lookup = try UnitLookup(asOf: "01/4/2025")
    let lines = lookup.describe("Sở TT&TT")
    #expect(lines.first == "Sở Thông tin và Truyền thông")
    #expect(lines.contains { $0.contains("không còn") && $0.contains("28/02/2025") })
    #expect(lookup.record("Sở TT&TT").current == ["Sở Khoa học và Công nghệ"])
    #expect(lookup.record("Sở TT&TT").standing == "ended")
    #expect(lookup.describe("Sở TT&TT", language: "en").contains { $0.contains("ended") })
    #expect(!lookup.knows("Câu lạc bộ"))
  }

  @Test func listsFollowTheDay() throws {
    let before = try UnitLookup(asOf: "2025-02-28")
    let after = try UnitLookup(asOf: "2025-07-01")
    #expect(before.units().contains("Sở Thông tin và Truyền thông"))
    #expect(!after.units().contains("Sở Thông tin và Truyền thông"))
    #expect(before.provinces().count == 63)
    #expect(after.provinces().count == 34)
  }

  @Test func badDaysAndMissingFilesAreNamed() {
    #expect(throws: RunFailure.self) { try UnitLookup(asOf: "hôm qua") }
    #expect(throws: RunFailure.self) { try UnitLookup(unitsFile: "khong-co.yaml") }
  }
}
