import AppendixModel
import AppendixRecognition
import CellGrid
import Foundation
import Testing
import XLSXReading

/// The published figures come out of the sample sets.
@Suite struct KindsTests {
  static func items(_ path: String) throws -> (template: AppendixTemplate, appendix: Appendix) {
    let file = SampleTests.samples.appending(path: path).path
    let templates = try AppendixTemplate.allBuiltIn()
    let found = AppendixRecognizer(templates: templates)
      .recognise(try Workbook.read(path: file).sheets, input: InputID(0), file: file)
    let appendix = try #require(found.appendices.first)
    #expect(appendix.notTaken.isEmpty)
    return (try #require(templates.first { $0.id == appendix.templateID }), appendix)
  }

  @Test(arguments: [
    ("dong-thap-2025-nhiem-vu-giao", "2025-06-14", [42, 12, 1]),
    ("dong-thap-2022-nhiem-vu-giao", "2022-11-30", [107, 9, 1]),
    ("dong-nai-2025-nhiem-vu-giao", "2025-10-06", [30, 0, 0]),
  ])
  func assignedTasks(_ folder: String, _ day: String, _ counts: [Int]) throws {
    let (template, appendix) = try Self.items("\(folder)/nhiem-vu-giao.xlsx")
    #expect(template.id == "giao-nhiem-vu")
    let judge = StatusJudge(template, asOf: CalendarDate(iso: day))
    let statuses = appendix.items.map { judge.status(of: $0.fields).id }
    #expect(statuses.count == counts.reduce(0, +))
    #expect(
      ["HOAN_THANH_DUNG_HAN", "TRONG_HAN", "QUA_HAN"].map { id in
        statuses.count { $0 == id }
      } == counts)
  }

  @Test func indicators() throws {
    let (template, appendix) = try Self.items("dong-thap-2025-chi-tieu/chi-tieu.xlsx")
    #expect(template.id == "chi-tieu")
    func value(_ fields: [ColumnRole: Field]) -> IndicatorValue {
      IndicatorValue(fields[.value]?.text ?? "", number: fields[.value]?.number)
    }
    let cases = try #require(appendix.items.first)
    #expect(value(cases.fields) == .count(113))
    let parts: [IndicatorValue] = [.count(110), .count(1), .count(0), .count(2)]
    #expect(cases.parts.map { value($0.fields) } == parts)
    let ratios = appendix.items.compactMap { item -> String? in
      guard case .ratio(let part, let whole, _) = value(item.fields) else { return nil }
      return "\(Int(part))/\(Int(whole))"
    }
    #expect(ratios == ["13/21", "53/53", "27/27", "8/40", "21/21", "15/15"])
    let other = try Self.items("dong-nai-2025-chi-tieu/chi-tieu.xlsx").appendix
    let wanted: [IndicatorValue] = [
      .ratio(part: 1114, whole: 1114, printedPercent: nil),
      .ratio(part: 24, whole: 193, printedPercent: nil),
      .ratio(part: 193, whole: 193, printedPercent: nil),
      .ratio(part: 30, whole: 30, printedPercent: nil),
    ]
    #expect(other.items.map { value($0.fields) } == wanted)
  }

  @Test func legalDocuments() throws {
    let (template, appendix) = try Self.items("dong-nai-2025-van-ban-qppl/van-ban-qppl.xlsx")
    #expect(template.id == "van-ban-qppl")
    let classifier = StatusClassifier(template)
    func count(_ section: Int, _ status: String, _ province: String? = nil) -> Int {
      appendix.sections[section].items.count { item in
        classifier.status(of: item[.progress]).id == status
          && (province == nil || item[.province] == province)
      }
    }
    #expect(appendix.sections.count == 3)
    #expect(count(0, "TIEP_TUC") == 2)
    #expect(count(0, "LUA_CHON") == 5)
    #expect(count(0, "BAI_BO") == 5)
    #expect(count(0, "BAI_BO", "Bình Phước") == 5)
    #expect(count(1, "TIEP_TUC") == 15)
    #expect(count(1, "TIEP_TUC", "Bình Phước") == 3)
    #expect(count(1, "LUA_CHON") == 5)
    #expect(count(2, "DE_XUAT_BAI_BO") == 12)
    #expect(count(2, "DE_XUAT_BAI_BO", "Bình Phước") == 4)
  }

  @Test func wordsStandWhereDatesAreMissing() throws {
    let template = try AppendixTemplate.builtIn("giao-nhiem-vu")
    let judge = StatusJudge(template, asOf: CalendarDate(iso: "2025-06-30"))
    func status(_ fields: [ColumnRole: String]) -> String {
      judge.status(of: fields.mapValues { Field($0) }).id
    }
    #expect(status([.progress: "Hoàn thành đúng hạn"]) == "HOAN_THANH_DUNG_HAN")
    #expect(status([.progress: "Hoàn thành, trễ hạn 3 ngày"]) == "HOAN_THANH_QUA_HAN")
    #expect(status([.progress: "Đang thực hiện", .deadline: "31/5/2025"]) == "QUA_HAN")
    #expect(status([.progress: "Đang thực hiện", .deadline: "30/6/2025"]) == "TRONG_HAN")
    #expect(
      status([.finishedDate: "01/6/2025", .deadline: "31/5/2025"]) == "HOAN_THANH_QUA_HAN")
    #expect(status([.progress: "Tạm dừng thực hiện", .deadline: "1/1/2025"]) == "KHONG_THUC_HIEN")
    #expect(status([:]) == "KHAC")
  }
}
