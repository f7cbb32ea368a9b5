import AppendixModel
import CellGrid
import Consolidation
import Testing

/// The seal of the review workbook's keys, so that tests can make keys of other versions.
enum RowKeysOfTests {
  static func sealed(_ text: String) -> String { text + ":" + ContentHash.hex(text).suffix(4) }
}

/// What a person does in the review workbook, beyond plain choices.
@Suite struct ReviewTests {
  typealias Row = PlanBuilder.Row

  private func sheet(
    _ consolidated: Consolidated, choose: (Pair) -> String? = { _ in nil },
    chooseValue: (Conflict) -> String? = { _ in nil },
    writeValue: (Conflict) -> String? = { _ in nil }
  ) throws -> DecisionSheet {
    try DecisionSheet(
      reading: PlanBuilder.reviewSheets(
        consolidated, choose: choose, chooseValue: chooseValue, writeValue: writeValue),
      file: "doi-chieu.xlsx")
  }

  @Test(arguments: [
    ("Gộp", 2), ("GỘP", 2), ("gop", 2), (" Gộp lại. ", 2), ("Gô\u{323}p", 2), ("merge", 2),
    ("Không gộp", 1), ("khong gop", 1), ("KHÔNG", 1), ("giữ riêng", 1), ("Chưa rõ", 1),
    ("chua ro", 1), ("?", 1),
  ])
  func `choices are understood as people type them`(word: String, merged: Int) throws {
    let first = try PlanBuilder.merged(DecisionTests.plans())
    let open = try #require(first.review.first)
    let decisions = try sheet(first) { $0.key == open.key ? word : nil }
    let second = try PlanBuilder.merged(DecisionTests.plans(), decisions: decisions)
    #expect(second.balance.merged == merged)
  }

  @Test(arguments: ["x", "có", "1", "ok", "gộp?không"])
  func `a word that says neither is refused`(word: String) throws {
    let first = try PlanBuilder.merged(DecisionTests.plans())
    #expect(throws: DecisionFailure.self) { try sheet(first, choose: { _ in word }) }
  }

  @Test(arguments: [
    ("Giá trị 2", "Quý II/2025"), ("gia tri 2", "Quý II/2025"), ("GT2", "Quý II/2025"),
    ("2", "Quý II/2025"), ("Giá trị 1", "Quý I/2025"), ("Đồng ý", "Quý I/2025\nQuý II/2025"),
    ("Chưa rõ", "Quý I/2025\nQuý II/2025"),
  ])
  func `values are chosen as people type them`(word: String, wanted: String) throws {
    let first = try PlanBuilder.merged(DecisionTests.plans())
    let decisions = try sheet(first, chooseValue: { _ in word })
    let second = try PlanBuilder.merged(DecisionTests.plans(), decisions: decisions)
    #expect(second.items.first?[.deadline] == wanted)
    #expect(second.conflicts.first { $0.role == .deadline }?.isSettled == (word != "Chưa rõ"))
  }

  @Test func `a value of the person's own is written and comes back`() throws {
    let first = try PlanBuilder.merged(DecisionTests.plans())
    let decisions = try sheet(first, writeValue: { _ in "Tháng 5/2025" })
    let second = try PlanBuilder.merged(DecisionTests.plans(), decisions: decisions)
    #expect(second.items.first?[.deadline] == "Tháng 5/2025")
    #expect(second.items.first?.fields[.deadline]?.origins.count == 2)
    #expect(second.decisions.map(\.state) == [.applied])
    let third = try PlanBuilder.merged(DecisionTests.plans(), decisions: try sheet(second))
    #expect(third.sections == second.sections)
    #expect(third.conflicts == second.conflicts)
    // Beside another choice it is a contradiction, and neither holds.
    let both = try sheet(first, chooseValue: { _ in "Giá trị 1" }, writeValue: { _ in "Tháng 5" })
    let fourth = try PlanBuilder.merged(DecisionTests.plans(), decisions: both)
    #expect(fourth.decisions.map(\.state) == [.contradictory, .contradictory])
    #expect(fourth.sections == first.sections)
  }

  @Test func `a choice of a value is open again where the values changed`() throws {
    let first = try PlanBuilder.merged(DecisionTests.plans())
    let decisions = try sheet(first, writeValue: { _ in "Tháng 5/2025" })
    var changed = DecisionTests.plans()
    changed[1].sections[0].items[0].fields[.deadline] = Field("Quý III/2025")
    let second = try PlanBuilder.merged(changed, decisions: decisions)
    #expect(second.decisions.map(\.state) == [.stale])
    #expect(second.items.first?[.deadline] == "Quý I/2025\nQuý III/2025")
    // Where both say the same now, there is nothing to choose.
    changed[1].sections[0].items[0].fields[.deadline] = Field("Quý I/2025")
    #expect(
      try PlanBuilder.merged(changed, decisions: decisions).decisions.map(\.state) == [.stale])
  }

  @Test func `notes come back`() throws {
    var first = try PlanBuilder.merged(DecisionTests.plans())
    first.review[0].note = "hỏi Văn phòng"
    first.conflicts[0].note = "chờ công văn"
    let second = try PlanBuilder.merged(DecisionTests.plans(), decisions: try sheet(first))
    #expect(second.review.map(\.note) == first.review.map(\.note))
    #expect(second.conflicts.map(\.note) == first.conflicts.map(\.note))
  }

  @Test func `a decision to keep apart holds for the text it was made on alone`() throws {
    let first = try PlanBuilder.merged(DecisionTests.plans())
    let decisions = try sheet(first) { first.merged.contains($0) ? "Không gộp" : nil }
    var changed = DecisionTests.plans()
    changed[1].sections[0].items[0].fields[.task] = Field(
      "Ban hành quy chế chi tiêu nội bộ năm 2025;")
    changed[1].sections[0].items[0].fields[.output] = Field("Quyết định")
    let second = try PlanBuilder.merged(changed, decisions: decisions)
    #expect(second.decisions.map(\.state) == [.stale])
    // Not merged in silence: a person kept these rows apart before.
    #expect(second.balance.merged == 0)
    #expect(second.review.count == first.review.count + 1)
    #expect(second.review.filter { $0.formerDecision == .keep }.count == 1)
  }

  /// One task in one plan, the same in two rows of the other.
  private static let halves = [
    PlanBuilder.appendix(
      0,
      sections: [
        ("I", "Thể chế", [Row(task: "Lắp camera tại bến phà và tại cảng cá")])
      ]),
    PlanBuilder.appendix(
      1,
      sections: [
        (
          "I", "Thể chế",
          [
            Row(task: "Lắp đặt hệ thống camera ở các bến phà"),
            Row(task: "Lắp đặt hệ thống camera ở các cảng cá"),
          ]
        )
      ]),
  ]

  private static func decided(_ choice: String) throws -> DecisionSheet {
    let keys = try PlanBuilder.pairs(halves)
    var sheets = PlanBuilder.reviewSheets(try PlanBuilder.merged(halves)) { _ in nil }
    for (index, pair) in keys.enumerated() {
      let row = 20 + index
      sheets[0].set(.text(pair.left), at: CellAddress(row: row, column: 1))
      sheets[0].set(.text(pair.right), at: CellAddress(row: row, column: 2))
      sheets[0].set(.text(choice), at: CellAddress(row: row, column: 3))
      sheets[0].set(
        .text(pair.key),
        at: CellAddress(row: row, column: ReviewLayout.PairColumn.key.rawValue))
    }
    return try DecisionSheet(reading: sheets, file: "d.xlsx")
  }

  @Test func `one row merged with two of another file is a contradiction unless said so`() throws {
    let plain = try PlanBuilder.merged(Self.halves, decisions: try Self.decided("Gộp"))
    #expect(plain.decisions.map(\.state) == [.contradictory, .contradictory])
    #expect(plain.items.count == 3)
    let several = try PlanBuilder.merged(Self.halves, decisions: try Self.decided("Gộp nhiều"))
    #expect(several.decisions.map(\.state) == [.applied, .applied])
    #expect(several.balance == Balance(input: 3, merged: 2, output: 1, rejected: 0))
    #expect(several.items[0].sources.count == 3)
  }

  @Test func `decisions of several workbooks count together`() throws {
    let first = try PlanBuilder.merged(DecisionTests.plans())
    let one = try sheet(first) { first.review.contains($0) ? "Gộp" : nil }
    let other = try sheet(first) { first.merged.contains($0) ? "Không gộp" : nil }
    let against = try sheet(first) { first.review.contains($0) ? "Không gộp" : nil }
    let both = try PlanBuilder.merged(DecisionTests.plans(), decisions: one.adding(other))
    #expect(both.decisions.map(\.state) == [.applied, .applied])
    #expect(both.balance.merged == 1)
    let twice = try PlanBuilder.merged(DecisionTests.plans(), decisions: one.adding(one))
    #expect(twice.decisions.map(\.state) == [.applied, .applied])
    #expect(twice.balance.merged == 2)
    let opposed = try PlanBuilder.merged(DecisionTests.plans(), decisions: one.adding(against))
    #expect(opposed.decisions.map(\.state) == [.contradictory, .contradictory])
    #expect(opposed.balance.merged == first.balance.merged)
  }

  @Test func `a person merges two tasks that no list holds`() throws {
    let first = try PlanBuilder.merged(DecisionTests.plans())
    func added(_ left: String, _ right: String) throws -> Consolidated {
      var sheets = PlanBuilder.reviewSheets(first)
      for (column, text) in [(1, left), (2, right), (3, "Gộp")] {
        sheets[0].set(.text(text), at: CellAddress(row: 30, column: column))
      }
      let decisions = try DecisionSheet(reading: sheets, file: "d.xlsx")
      return try PlanBuilder.merged(DecisionTests.plans(), decisions: decisions)
    }
    let second = try added(
      "kiểm kê tài sản tại các trạm cân xe.",
      "Giúp bà con cài đặt ứng dụng, nộp hồ sơ trực tuyến tại nhà")
    #expect(second.decisions.map(\.state) == [.applied])
    #expect(second.balance.merged == first.balance.merged + 1)
    // It comes back with a key of its own and holds again.
    let third = try PlanBuilder.merged(DecisionTests.plans(), decisions: try sheet(second))
    #expect(third.sections == second.sections)
    let unknown = try added("Việc không có ở đâu", "Kiểm kê tài sản tại các trạm cân xe")
    #expect(unknown.decisions.map(\.state) == [.unknown])
    #expect(unknown.sections == first.sections)
  }

  @Test func `a merge by a person takes along what was merged by itself`() throws {
    var plans = DecisionTests.plans()
    plans.append(
      PlanBuilder.appendix(
        2, agency: "Sở Nội vụ",
        sections: [
          (
            "I", "Cải cách thể chế",
            [Row(task: "Giúp bà con cài đặt ứng dụng, nộp hồ sơ trực tuyến tại nhà")]
          )
        ]))
    let first = try PlanBuilder.merged(plans)
    #expect(first.balance.merged == 2)
    let open = try #require(first.review.first { $0.right.origin.input == InputID(1) })
    let decisions = try sheet(first) { $0.key == open.key ? "Gộp" : nil }
    let second = try PlanBuilder.merged(plans, decisions: decisions)
    #expect(second.items.contains { $0.sources.count == 3 })
    #expect(second.balance.merged == 3)
  }
}
