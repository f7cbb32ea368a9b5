import AppendixModel
import Testing

@Suite struct IndicatorValueTests {
  @Test(arguments: [
    ("113", IndicatorValue.count(113)),
    ("113 hồ sơ", .count(113)),
    ("1.114", .count(1114)),
    ("0,5", .count(0.5)),
    ("0.5", .count(0.5)),
    ("13/21", .ratio(part: 13, whole: 21, printedPercent: nil)),
    ("1.114/1.114 hồ sơ", .ratio(part: 1114, whole: 1114, printedPercent: nil)),
    (
      "61,91% (13/21 hồ sơ)",
      .ratio(part: 13, whole: 21, printedPercent: .init(value: 61.91, decimals: 2))
    ),
    ("100%", .percent(.init(value: 100, decimals: 0))),
    ("", .blank),
    ("Đạt", .text("Đạt")),
    ("Quyết định số 13/2025/QĐ-UBND", .text("Quyết định số 13/2025/QĐ-UBND")),
  ])
  func readsWhatReportsWrite(_ text: String, _ value: IndicatorValue) {
    #expect(IndicatorValue(text) == value)
  }

  @Test(arguments: [
    ("61,91%", 13.0, 21.0, false, "61,90%"), ("61,90%", 13, 21, true, "61,90%"),
    ("62%", 13, 21, true, "62%"), ("12,44%", 24, 193, true, "12,44%"),
    ("100%", 53, 53, true, "100%"), ("99%", 53, 53, false, "100%"),
    ("20%", 8, 40, true, "20%"), ("12,5%", 1, 8, true, "12,5%"), ("0%", 0, 0, true, "0%"),
  ])
  func aPercentFollowsFromItsCounts(
    _ text: String, _ part: Double, _ whole: Double, _ follows: Bool, _ right: String
  ) {
    guard case .percent(let percent) = IndicatorValue(text) else {
      Issue.record("no percent")
      return
    }
    #expect(percent.follows(part: part, whole: whole) == follows)
    if whole > 0 { #expect(percent.corrected(part: part, whole: whole) == right) }
  }

  @Test func percentsOfAbsurdCountsDoNotTrap() {
    let percent = IndicatorValue.PrintedPercent(value: 1, decimals: 2)
    #expect(percent.corrected(part: 1e24, whole: 1).hasSuffix("%"))
    #expect(percent.corrected(part: 1e308, whole: 1e-308).hasSuffix("%"))
  }
}
