import AppendixModel
import AppendixRecognition
import CellGrid
import Findings
import PhulucKit
import Testing

/// What is merged is of one kind, and no input is left out in silence.
@Suite struct KindAgreementTests {
  private func input(_ file: String, _ header: [String], _ rows: [[String]]) throws -> ReadInput {
    let sheet = Sheet(
      name: "PL",
      rows: ([header] + rows).map { row in
        row.map { text in Double(text).map { .number($0) } ?? .text(text) }
      })
    let recognition = AppendixRecognizer(templates: try templates())
      .recognise([sheet], input: InputID(0), file: file)
    return ReadInput(
      job: Job.Input(file: file), sha256: "", sheets: [sheet], recognition: recognition)
  }

  private func templates() throws -> [AppendixTemplate] {
    try AppendixTemplate.builtInIDs.map { try AppendixTemplate.builtIn($0) }
  }

  private func plan() throws -> ReadInput {
    try input(
      "a.xlsx", ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Sản phẩm", "Thời hạn"],
      (1...6).map { ["\($0)", "Nhiệm vụ thứ \($0)", "Sở Nội vụ", "Báo cáo", "Quý I/2025"] })
  }

  @Test func `a table that also fits the others' kind is read as that`() throws {
    let assigned = try input(
      "b.xlsx", ["STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Ngày giao", "Ngày hoàn thành"],
      (1...4).map { ["\($0)", "Việc được giao \($0)", "Sở Nội vụ", "01/02/2025", "20/02/2025"] })
    try #require(assigned.recognition.appendices.first?.templateID == "giao-nhiem-vu")
    var log = FindingLog()
    let agreed = try KindAgreement(
      [try plan(), assigned], templates: try templates(), log: &log)
    #expect(agreed.template.id == "ke-hoach-cchc")
    let read = agreed.inputs.flatMap(\.recognition.appendices)
    #expect(read.map(\.templateID) == ["ke-hoach-cchc", "ke-hoach-cchc"])
    #expect(read.map(\.items.count) == [6, 4])
    #expect(log.findings.map(\.code) == ["read-as-common-kind"])
  }

  @Test func `a table of quite another kind is a fault that names it`() throws {
    let indicators = try input(
      "c.xlsx", ["STT", "Chỉ tiêu", "Đơn vị tính", "Kết quả", "Tỷ lệ (%)"],
      (1...4).map { ["\($0)", "Chỉ tiêu \($0)", "hồ sơ", "1\($0)/20", "5\($0),00%"] })
    try #require(indicators.recognition.appendices.first?.templateID == "chi-tieu")
    var log = FindingLog()
    let failure = #expect(throws: RunFailure.self) {
      _ = try KindAgreement([try plan(), indicators], templates: try templates(), log: &log)
    }
    #expect(failure?.exitCode == 65)
    #expect(failure?.description.contains("c.xlsx") == true)
  }
}
