import AppendixModel
import Consolidation
import Findings
import Testing

/// A broken balance is found, whatever broke it.
@Suite struct BalanceTests {
  typealias Row = PlanBuilder.Row

  private static func plans() -> [Appendix] {
    var plans = DecisionTests.plans()
    plans[0].sections[0].items[0].parts = [
      Part(
        kind: .subitem, number: "1.1",
        origin: RowOrigin(input: InputID(0), file: "0.xlsx", sheet: "PL", row: 40),
        fields: [.task: Field("Lấy ý kiến")])
    ]
    plans[1].notTaken = [
      RowNotTaken(
        origin: RowOrigin(input: InputID(1), file: "1.xlsx", sheet: "PL", row: 50), text: "?",
        reason: Message(vi: "không hiểu", en: "not understood"))
    ]
    return plans
  }

  enum Fault: String, CaseIterable {
    case itemLost, itemDoubled, itemInvented, partLost, partDoubled, rejectLost, rejectDoubled
    case countWrong, sourceLost
  }

  private static func spoil(_ result: inout Consolidated, _ fault: Fault) {
    switch fault {
    case .itemLost: result.sections[0].items.removeLast()
    case .itemDoubled: result.sections[0].items.append(result.sections[0].items[0])
    case .itemInvented:
      result.sections[0].items[0].sources.append(
        RowOrigin(input: InputID(0), file: "0.xlsx", sheet: "PL", row: 999))
    case .partLost: result.sections[0].items[0].parts = []
    case .partDoubled:
      result.sections[0].items[0].parts += result.sections[0].items[0].parts
    case .rejectLost: result.notTaken = []
    case .rejectDoubled: result.notTaken += result.notTaken
    case .countWrong: result.balance.merged += 1
    case .sourceLost: result.sections[0].items[0].sources.removeLast()
    }
  }

  @Test(arguments: Fault.allCases)
  func `each way of losing or doubling a row is exit 70`(fault: Fault) throws {
    let plans = Self.plans()
    var result = try PlanBuilder.merged(plans)
    #expect(result.items[0].parts.count == 1 && result.notTaken.count == 1)
    #expect(throws: Never.self) { try BalanceCheck.check(result, plans) }
    Self.spoil(&result, fault)
    let failure = #expect(throws: BalanceFailure.self) { try BalanceCheck.check(result, plans) }
    #expect(failure?.exitCode == .balanceBroken)
  }

  @Test func `a file handed in twice is told`() throws {
    let rows = ["Kiểm kê tài sản", "Sửa cổng trụ sở", "Lắp camera bến phà"].map { Row(task: $0) }
    let plans = (0..<2).map {
      PlanBuilder.appendix($0, file: "\($0).xlsx", sections: [("I", "Khác", rows)])
    }
    let merged = try PlanBuilder.merged(plans)
    #expect(merged.findings.map(\.code) == ["input-repeated"])
    #expect(merged.balance == Balance(input: 6, merged: 3, output: 3, rejected: 0))
  }

  @Test func `a total is on the list of rows not taken and in no balance`() throws {
    var plans = Self.plans()
    plans[1].notTaken.append(
      RowNotTaken(
        origin: RowOrigin(input: InputID(1), file: "1.xlsx", sheet: "PL", row: 51),
        text: "Tổng cộng", reason: Message(vi: "dòng cộng", en: "a total"), mayBeTask: false))
    let merged = try PlanBuilder.merged(plans)
    #expect(merged.notTaken.count == 2)
    #expect(merged.balance.rejected == 1)
    #expect(merged.balance.input == plans.reduce(0) { $0 + $1.items.count } + 1)
    #expect(throws: Never.self) { try BalanceCheck.check(merged, plans) }
  }
}
