import AppendixModel
import CellGrid
import Consolidation
import Testing

@Suite struct DecisionTests {
  typealias Row = PlanBuilder.Row

  /// One pair that merges by itself, one doubtful pair, one conflict of deadlines.
  static func plans(progress: String = "Đang thực hiện") -> [Appendix] {
    [
      PlanBuilder.appendix(
        0, agency: "Sở Xây dựng",
        sections: [
          (
            "I", "Cải cách thể chế",
            [
              Row(
                task: "Ban hành quy chế chi tiêu nội bộ năm 2025", lead: "Sở XD (Văn phòng)",
                deadline: "Quý I/2025", progress: progress),
              Row(
                task: "Hướng dẫn người dân cài đặt ứng dụng và nộp hồ sơ trực tuyến tại nhà",
                lead: "Sở XD (Thanh tra)"),
              Row(task: "Kiểm kê tài sản tại các trạm cân xe", lead: "Sở XD (Văn phòng)"),
            ]
          )
        ]),
      PlanBuilder.appendix(
        1, agency: "Sở Giao thông vận tải",
        sections: [
          (
            "I", "Cải cách thể chế",
            [
              Row(
                task: "Ban hành Quy chế chi tiêu nội bộ năm 2025.", lead: "Sở GTVT (Văn phòng)",
                deadline: "Quý II/2025"),
              Row(
                task: "Giúp bà con cài đặt ứng dụng, nộp hồ sơ trực tuyến tại nhà",
                lead: "Sở GTVT (Thanh tra)"),
            ]
          )
        ]),
    ]
  }

  @Test func `a doubtful pair stands apart until a person merges it`() throws {
    let first = try PlanBuilder.merged(Self.plans())
    #expect(first.balance == Balance(input: 5, merged: 1, output: 4, rejected: 0))
    let pair = try #require(first.review.first)
    let sheets = PlanBuilder.reviewSheets(first) { $0.key == pair.key ? "Gộp" : nil }
    let decisions = try DecisionSheet(reading: sheets, file: "doi-chieu.xlsx")
    let second = try PlanBuilder.merged(Self.plans(), decisions: decisions)
    #expect(second.balance == Balance(input: 5, merged: 2, output: 3, rejected: 0))
    #expect(second.decisions.map(\.state) == [.applied])
    #expect(second.items.contains { $0.decision == .reviewed && $0.sources.count == 2 })
    #expect(second.merged.contains { $0.isReviewed && $0.key == pair.key })
  }

  @Test func `replaying its own output changes nothing`() throws {
    let first = try PlanBuilder.merged(Self.plans())
    let decided = try DecisionSheet(
      reading: PlanBuilder.reviewSheets(
        first, choose: { _ in "gộp" }, chooseValue: { _ in "Giá trị 2" }), file: "d.xlsx")
    let second = try PlanBuilder.merged(Self.plans(), decisions: decided)
    let again = try DecisionSheet(reading: PlanBuilder.reviewSheets(second), file: "d.xlsx")
    let third = try PlanBuilder.merged(Self.plans(), decisions: again)
    #expect(third.sections == second.sections)
    #expect(third.conflicts == second.conflicts)
    #expect(third.merged == second.merged)
    #expect(third.decisions.allSatisfy { $0.state == .applied })
  }

  @Test func `an automatic merge is undone`() throws {
    let first = try PlanBuilder.merged(Self.plans())
    let sheets = PlanBuilder.reviewSheets(first) { pair in
      first.merged.contains(pair) ? "Không gộp" : nil
    }
    let decisions = try DecisionSheet(reading: sheets, file: "doi-chieu.xlsx")
    let second = try PlanBuilder.merged(Self.plans(), decisions: decisions)
    #expect(second.balance.merged == 0)
    #expect(second.merged.isEmpty)
    #expect(second.apart.contains { $0.isReviewed })
    #expect(second.items.filter { $0.decision == .reviewed }.count == 2)
  }

  @Test func `a value is chosen in a conflict`() throws {
    let first = try PlanBuilder.merged(Self.plans())
    let conflict = try #require(first.conflicts.first { $0.role == .deadline })
    #expect(conflict.values.map(\.value) == ["Quý I/2025", "Quý II/2025"])
    let sheets = PlanBuilder.reviewSheets(first, chooseValue: { _ in "Giá trị 2" })
    let decisions = try DecisionSheet(reading: sheets, file: "doi-chieu.xlsx")
    let second = try PlanBuilder.merged(Self.plans(), decisions: decisions)
    #expect(second.items.first?[.deadline] == "Quý II/2025")
    #expect(second.conflicts.first { $0.role == .deadline }?.rule == Conflict.decisionRule)
    #expect(second.decisions.map(\.state) == [.applied])
  }

  @Test func `decisions carry over to the next quarter's progress`() throws {
    let first = try PlanBuilder.merged(Self.plans())
    let sheets = PlanBuilder.reviewSheets(first) { _ in "Không gộp" }
    let decisions = try DecisionSheet(reading: sheets, file: "doi-chieu.xlsx")
    let second = try PlanBuilder.merged(
      Self.plans(progress: "Đã hoàn thành"), decisions: decisions)
    #expect(second.decisions.allSatisfy { $0.state == .applied })
    #expect(second.balance.merged == 0)
  }

  @Test func `a changed row reopens its decision, and foreign rows are unknown`() throws {
    let first = try PlanBuilder.merged(Self.plans())
    let sheets = PlanBuilder.reviewSheets(first) { $0.left.text.hasPrefix("Hướng") ? "Gộp" : nil }
    let decisions = try DecisionSheet(reading: sheets, file: "doi-chieu.xlsx")
    var changed = Self.plans()
    changed[1].sections[0].items[1].fields[.lead] = Field("Sở GTVT (Văn phòng)")
    #expect(
      try PlanBuilder.merged(changed, decisions: decisions).decisions.map(\.state) == [.stale])
    let foreign = [
      PlanBuilder.appendix(0, sections: [("I", "Khác", [Row(task: "Việc khác hẳn")])])
    ]
    #expect(
      try PlanBuilder.merged(foreign, decisions: decisions).decisions.map(\.state) == [.unknown])
  }

  @Test func `decisions that speak against each other are not applied`() throws {
    let first = try PlanBuilder.merged(Self.plans())
    var sheets = PlanBuilder.reviewSheets(first) { _ in "Gộp" }
    let other = PlanBuilder.reviewSheets(first) { _ in "Không gộp" }
    sheets[1] = other[0]
    sheets[1].name = ReviewLayout.SheetKind.merged.name
    let decisions = try DecisionSheet(reading: sheets, file: "doi-chieu.xlsx")
    let second = try PlanBuilder.merged(Self.plans(), decisions: decisions)
    #expect(second.decisions.filter { $0.state == .contradictory }.count == 2)
    #expect(second.review.count == first.review.count)
  }

  @Test func `a damaged workbook is refused with the cell named`() throws {
    let first = try PlanBuilder.merged(Self.plans())
    let good = PlanBuilder.reviewSheets(first) { _ in "Gộp" }
    func refusal(_ change: (inout [Sheet]) -> Void) -> String? {
      var sheets = good
      change(&sheets)
      do {
        _ = try DecisionSheet(reading: sheets, file: "doi-chieu.xlsx")
        return nil
      } catch {
        return error.location.map(String.init(describing:))
      }
    }
    let row = 3
    let decision = ReviewLayout.PairColumn.decision.rawValue
    let key = ReviewLayout.PairColumn.key.rawValue
    #expect(refusal { _ in } == nil)
    #expect(
      refusal { $0[0].set(.text("Có thể"), at: CellAddress(row: row, column: decision)) }
        == "doi-chieu.xlsx:Cần quyết định!D4")
    #expect(
      refusal { $0[0].set(.text("P1:sai"), at: CellAddress(row: row, column: key)) }
        == "doi-chieu.xlsx:Cần quyết định!\(CellAddress(row: row, column: key))")
    #expect(
      refusal { $0[0].set(.text("Chọn"), at: CellAddress(row: 2, column: decision)) }
        == "doi-chieu.xlsx:Cần quyết định!A3")
    #expect(refusal { $0.removeFirst() } == "doi-chieu.xlsx:Cần quyết định")
    #expect(refusal { $0.removeLast() } == "doi-chieu.xlsx:Xung đột")
    #expect(refusal { $0 = [Sheet(name: "Phụ lục", rows: [])] } == "doi-chieu.xlsx:Phụ lục")
    // A row copied from the sheet of conflicts, and the mark of another version.
    for foreign in [first.conflicts.first?.key ?? "", RowKeysOfTests.sealed("P9:1.2:3.4")] {
      #expect(
        refusal { $0[0].set(.text(foreign), at: CellAddress(row: row, column: key)) }
          == "doi-chieu.xlsx:Cần quyết định!\(CellAddress(row: row, column: key))")
    }
    // A text that is not the key's: only some columns were sorted.
    #expect(
      refusal { $0[0].set(.text("Việc khác"), at: CellAddress(row: row, column: 1)) }
        == "doi-chieu.xlsx:Cần quyết định!B4")
    #expect(
      refusal { $0[0].set(.text("Mã"), at: CellAddress(row: 2, column: 3)) }
        == "doi-chieu.xlsx:Cần quyết định!\(CellAddress(row: 2, column: key))")
  }
}
