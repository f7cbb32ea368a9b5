import AppendixModel
import Consolidation
import Testing

@Suite struct ComparingTests {
  typealias Row = PlanBuilder.Row

  @Test func `a comparison tells changed, added and removed rows`() throws {
    let old = PlanBuilder.appendix(
      0,
      sections: [
        (
          "I", "Cải cách thể chế",
          [
            Row(task: "Kiểm kê tài sản công tại trụ sở", progress: "Đang thực hiện"),
            Row(task: "Sửa cổng trụ sở phía đông"), Row(task: "Lập sổ theo dõi văn bản đến"),
          ]
        )
      ])
    let new = PlanBuilder.appendix(
      1,
      sections: [
        (
          "I", "Cải cách thể chế",
          [
            Row(task: "Kiểm kê tài sản công tại trụ sở", progress: "Đã hoàn thành"),
            Row(task: "Lập sổ theo dõi văn bản đến"), Row(task: "Đấu thầu mua máy chủ"),
          ]
        )
      ])
    let comparison = AppendixComparison(
      old: old, new: new, template: try AppendixTemplate.builtIn("ke-hoach-cchc"))
    #expect(comparison.rows.map(\.kind) == [.changed, .removed, .same, .added])
    #expect(comparison.rows[0].changes.map(\.role) == [.progress])
    #expect(comparison.rows[0].changes.first?.new.text == "Đã hoàn thành")
  }

  @Test func `returned forms fill the master, and who is missing is told`() {
    let master = PlanBuilder.appendix(
      0,
      sections: [
        (
          "I", "Cải cách thể chế",
          [
            Row(task: "Kiểm kê tài sản công tại trụ sở", lead: "Phòng A", number: "1"),
            Row(task: "Sửa cổng trụ sở phía đông", lead: "Phòng B", number: "2"),
            Row(task: "Lập sổ theo dõi văn bản đến", lead: "Phòng C", number: "3"),
          ]
        )
      ])
    func form(_ index: Int, _ rows: [Row]) -> Appendix {
      PlanBuilder.appendix(index, sections: [("I", "Cải cách thể chế", rows)])
    }
    let collection = FormCollection(
      master: master,
      forms: [
        form(
          1,
          [
            Row(
              task: "Kiểm kê tài sản công tại trụ sở", progress: "Đã hoàn thành", number: "1")
          ]),
        form(2, [Row(task: "Sửa cổng trụ sở phía đông", progress: "Đang thực hiện", number: "2")]),
        form(3, [Row(task: "Sửa cổng trụ sở phía đông", progress: "Đã hoàn thành", number: "2")]),
        form(4, [Row(task: "Việc không có trong bảng gốc", progress: "Xong")]),
      ])
    #expect(collection.appendix.items.map { $0[.progress] } == ["Đã hoàn thành", "", ""])
    #expect(collection.disagreements.count == 1)
    #expect(collection.missing == ["Phòng C"])
    #expect(collection.notTaken.count == 1)
  }

  @Test func `a returned row whose text was edited is known by its key`() {
    let master = PlanBuilder.appendix(
      0,
      sections: [
        ("I", "Cải cách thể chế", [Row(task: "Kiểm kê tài sản công", lead: "A", number: "1")])
      ])
    var form = PlanBuilder.appendix(
      1,
      sections: [
        ("I", "Cải cách thể chế", [Row(task: "Viết lại hẳn", progress: "Xong", number: "1")])
      ])
    let key = FormLayout.keyPrefix + "1-" + FormLayout.digest(of: "Kiểm kê tài sản công")
    form.sections[0].items[0].extras = [
      ExtraField(header: FormLayout.keyHeader, field: Field(key))
    ]
    let collection = FormCollection(master: master, forms: [form])
    #expect(collection.appendix.items.map { $0[.progress] } == ["Xong"])
    #expect(collection.notTaken.isEmpty)
    #expect(FormLayout.number(in: key) == "1")
  }
}
