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

  /// What each of two units reports, the unit of measurement, what the merged row says.
  static let figures: [(String, String, String, String, String)] = [
    ("Tỷ lệ hồ sơ trực tuyến", "%", "99%", "89%", "Sở A: 99%; Sở B: 89%"),
    ("Mức độ hài lòng của người dân", "%", "95,5", "91", "Sở A: 95,5; Sở B: 91"),
    ("Tỷ lệ hồ sơ trực tuyến", "%", "99%", "99%", "99%"),
    ("Chỉ số cải cách hành chính", "", "87,5", "90,1", "Sở A: 87,5; Sở B: 90,1"),
    ("Hồ sơ đúng hạn", "", "98%", "90/100", "Sở A: 98%; Sở B: 90/100"),
    ("Hồ sơ đúng hạn", "hồ sơ", "980/1.000", "90/100", "1.070/1.100"),
    ("Văn bản ban hành", "văn bản", "1.200", "300", "1.500"),
    ("Kinh phí tiết kiệm", "triệu đồng", "0,1", "0,2", "0,3"),
    ("Hội nghị đã tổ chức", "", "5", "", "5"),
    ("Hội nghị đã tổ chức", "", "5", "khoảng 3", "Sở A: 5; Sở B: khoảng 3"),
  ]

  @Test(arguments: figures)
  func percentsAndScoresAreNeverAdded(
    task: String, unit: String, one: String, other: String, wanted: String
  ) throws {
    var plans = [appendix(0, [(task, one, "")]), appendix(1, [(task, other, "")])]
    for index in plans.indices where !unit.isEmpty {
      plans[index].sections[0].items[0].fields[.unit] = Field(unit)
    }
    let merged = try Consolidator(
      template: try AppendixTemplate.builtIn("chi-tieu"),
      settings: ConsolidationSettings(
        inputNames: [InputID(0): "Sở A", InputID(1): "Sở B"])
    ).consolidate(plans)
    #expect(merged.items.map { $0[.value] } == [wanted])
    #expect(merged.conflicts.map(\.role) == (wanted.contains("Sở A") ? [.value] : []))
    #expect(merged.conflicts.allSatisfy { $0.rule == "by-agency" })
  }

  @Test func `a part and its whole in two columns are added, and their percent follows`() throws {
    func province(_ input: Int, _ counts: [(String, String, String)]) -> Appendix {
      var appendix = Appendix(
        input: InputID(input), file: "\(input).xlsx", sheet: "PL", templateID: "chi-tieu")
      let items = counts.enumerated().map { index, count in
        Item(
          number: "\(index + 1)",
          origin: RowOrigin(
            input: InputID(input), file: "\(input).xlsx", sheet: "PL", row: index + 2),
          fields: [
            .task: Field(index == 0 ? "Hồ sơ giải quyết đúng hạn" : "Văn bản điện tử có ký số"),
            .whole: Field(count.0), .value: Field(count.1), .percent: Field(count.2),
          ])
      }
      appendix.sections = [Section(number: "", title: "", items: items)]
      return appendix
    }
    let template = try AppendixTemplate.builtIn("chi-tieu")
    let merged = try Consolidator(template: template, settings: ConsolidationSettings())
      .consolidate([
        province(0, [("1.200", "1.188", "99,0%"), ("80", "40", "50%")]),
        province(1, [("800", "700", "87,5%"), ("20", "15", "75%")]),
      ])
    #expect(merged.items.map { $0[.whole] } == ["2.000", "100"])
    #expect(merged.items.map { $0[.value] } == ["1.888", "55"])
    #expect(merged.items.map { $0[.percent] } == ["94,4%", "55%"])
    #expect(merged.conflicts.isEmpty)
  }
}
