import AppendixModel
import Consolidation
import Testing

/// Indicators of two provinces: counts are added and percents worked out anew.
@Suite struct IndicatorMergingTests {
  private func appendix(_ input: Int, _ rows: [(text: String, value: String, percent: String)])
    -> Appendix
  {
    var appendix = Appendix(
      input: InputID(input), file: "\(input).xlsx", sheet: "PL", templateID: "chi-tieu")
    let items = rows.enumerated().map { index, row in
      Item(
        number: "\(index + 1)",
        origin: RowOrigin(
          input: InputID(input), file: "\(input).xlsx", sheet: "PL", row: index + 1),
        fields: [
          .task: Field(row.text), .value: Field(row.value), .percent: Field(row.percent),
        ])
    }
    appendix.sections = [Section(number: "", title: "", items: items)]
    return appendix
  }

  @Test func equalFiguresAreAddedToo() throws {
    let template = try AppendixTemplate.builtIn("chi-tieu")
    let merged = try Consolidator(template: template, settings: ConsolidationSettings())
      .consolidate([
        appendix(
          0,
          [
            ("Tỷ lệ hồ sơ trực tuyến toàn trình", "13/21", "61,9%"),
            ("Nhiệm vụ được giao đã hoàn thành", "30/30", "100%"),
            ("Trung tâm giám sát điều hành thông minh", "5", ""),
          ]),
        appendix(
          1,
          [
            ("Tỷ lệ hồ sơ trực tuyến toàn trình", "24/193", "12,4%"),
            ("Nhiệm vụ được giao đã hoàn thành", "30/30", "100%"),
            ("Trung tâm giám sát điều hành thông minh", "5", ""),
          ]),
      ])
    #expect(merged.items.map { $0[.value] } == ["37/214", "60/60", "10"])
    #expect(merged.items.map { $0[.percent] } == ["17,3%", "100%", ""])
  }
}
