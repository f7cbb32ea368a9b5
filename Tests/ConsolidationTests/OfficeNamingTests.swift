import AppendixModel
import Consolidation
import Findings
import Testing

/// Offices that several units have are written with their unit.
@Suite struct OfficeNamingTests {
  private static let tasks = [
    "Kiểm kê tài sản công", "Sửa cổng trụ sở", "Trồng cây dọc tuyến tránh", "Lắp camera bến phà",
  ]

  private func plans(_ leads: [[String]], agencies: [String]) -> [Appendix] {
    zip(leads, agencies).enumerated().map { index, plan in
      PlanBuilder.appendix(
        index, agency: plan.1, file: "\(index).xlsx",
        sections: [
          (
            "I", "Thể chế",
            plan.0.enumerated().map { row, lead in
              PlanBuilder.Row(task: Self.tasks[index * 2 + row], lead: lead)
            }
          )
        ])
    }
  }

  private func written(
    _ leads: [[String]], agencies: [String] = ["SỞ XÂY DỰNG", "SỞ NỘI VỤ"],
    offices: ConsolidationSettings.OfficeNames = .withUnit
  ) throws -> [String] {
    try PlanBuilder.merged(
      plans(leads, agencies: agencies), ConsolidationSettings(officeNames: offices)
    ).items.map { $0[.lead] }
  }

  /// Leads of the first plan's row, of the second's, and what comes out for the first.
  @Test(arguments: [
    ("Phòng Pháp chế", "Phòng Pháp chế", "Sở XD (Phòng Pháp chế)"),
    ("Văn phòng", "Văn phòng Sở", "Sở XD (Văn phòng)"),
    ("Phòng KHTC", "P. KH-TC", "Sở XD (Phòng KHTC)"),
    ("Phòng Tổ chức cán bộ", "Phòng Tổ chức cán bộ", "Sở XD (Phòng Tổ chức cán bộ)"),
    // One shared name, and all offices say whose they are: the table would mix them otherwise.
    ("Văn phòng; Thanh tra", "Thanh tra", "Sở XD (Văn phòng), Sở XD (Thanh tra)"),
    // None shared, an agency, a district's room, and one that names its unit already.
    ("Phòng Quản lý nhà", "Phòng Pháp chế", "Phòng Quản lý nhà"),
    ("Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh"),
    ("Trung tâm Hành chính công", "Trung tâm Hành chính công", "Trung tâm Hành chính công"),
    ("Phòng Nội vụ huyện Tri Tôn", "Phòng Nội vụ huyện Tri Tôn", "Phòng Nội vụ huyện Tri Tôn"),
    ("Sở XD (Văn phòng)", "Văn phòng", "Sở XD (Văn phòng)"),
  ])
  func `offices are named with their unit where two units have one of a name`(
    one: String, other: String, wanted: String
  ) throws {
    #expect(try written([[one, "Sở XD"], [other, "Sở Nội vụ"]]).first == wanted)
  }

  @Test func `the job may have them as written`() throws {
    let leads = [["Văn phòng", "Sở XD"], ["Văn phòng", "Sở Nội vụ"]]
    #expect(try written(leads, offices: .asWritten).filter { $0 == "Văn phòng" }.count == 2)
    // Two plans of one unit have one office.
    #expect(
      try written(leads, agencies: ["SỞ XÂY DỰNG", "SỞ XÂY DỰNG"]).filter { $0 == "Văn phòng" }
        .count == 2)
  }

  @Test func `each change is told with its cells`() throws {
    let merged = try PlanBuilder.merged(
      plans([["Văn phòng"], ["Văn phòng"]], agencies: ["SỞ XÂY DỰNG", "SỞ NỘI VỤ"]))
    #expect(merged.findings.map(\.code) == ["office-with-unit", "office-with-unit"])
    #expect(merged.rewritings.map(\.before) == ["Văn phòng", "Văn phòng"])
    #expect(merged.rewritings.map(\.after) == ["Sở Xây dựng (Văn phòng)", "Sở Nội vụ (Văn phòng)"])
  }
}
