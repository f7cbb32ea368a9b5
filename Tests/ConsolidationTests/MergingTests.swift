import AppendixModel
import Consolidation
import Findings
import TestSupport
import Testing

@Suite struct MergingTests {
  typealias Row = PlanBuilder.Row

  static func two(_ left: [Row], _ right: [Row]) -> [Appendix] {
    [
      PlanBuilder.appendix(
        0, agency: "Sở Xây dựng", sections: [("I", "Cải cách thể chế", left)]),
      PlanBuilder.appendix(
        1, agency: "Sở Giao thông vận tải", sections: [("I", "Cải cách thể chế", right)]),
    ]
  }

  @Test func `one agency spelled two ways is one`() throws {
    let merged = try PlanBuilder.merged(
      Self.two(
        [
          Row(
            task: "Kiểm kê tài sản công tại trụ sở", lead: "Sở Khoa học và Công nghệ (Văn phòng)"),
          Row(task: "Đấu thầu mua máy chủ", lead: "Sở KH&CN (Văn phòng)"),
          Row(task: "Lập sổ theo dõi văn bản đến", lead: "Sở KH&CN (Văn phòng)"),
        ], [Row(task: "Kiểm kê tài sản công tại trụ sở", lead: "Sở KHCN (P.KHTC)")]))
    #expect(merged.items[0][.lead] == "Sở KH&CN (Văn phòng), Sở KH&CN (P.KHTC)")
  }

  @Test func `a blank never beats a value, and differing values are a conflict`() throws {
    let task = "Kiểm kê tài sản công tại trụ sở"
    let merged = try PlanBuilder.merged(
      Self.two(
        [
          Row(
            task: task, lead: "Sở XD", output: "", deadline: "Quý I/2025", progress: "Đã hoàn thành"
          )
        ],
        [
          Row(
            task: task, lead: "Sở GTVT", output: "Báo cáo", deadline: "Quí I năm 2025",
            progress: "Đang thực hiện")
        ]))
    let item = try #require(merged.items.first)
    #expect(merged.items.count == 1)
    #expect(item[.output] == "Báo cáo")
    #expect(item[.deadline] == "Quý I/2025")
    #expect(item[.progress] == "Sở XD: Đã hoàn thành; Sở GTVT: Đang thực hiện")
    #expect(!item.isDone)
    #expect(merged.conflicts.map(\.role) == [.progress])
    #expect(item.fields[.output]?.origins.count == 1)
  }

  @Test func `the status rule is a setting`() throws {
    let task = "Kiểm kê tài sản công tại trụ sở"
    let plans = Self.two(
      [Row(task: task, progress: "Đã hoàn thành")], [Row(task: task, progress: "Đang thực hiện")])
    var settings = ConsolidationSettings()
    #expect(try PlanBuilder.merged(plans, settings).items.map(\.isDone) == [false])
    settings.statusRule = .mostAdvanced
    #expect(try PlanBuilder.merged(plans, settings).items.map(\.isDone) == [true])
  }

  @Test func `sub-items follow their item's new number`() throws {
    let merged = try PlanBuilder.merged(
      Self.two(
        [Row(task: "Việc đầu tiên của kế hoạch"), Row(task: "Nâng cấp trạm cân")],
        [
          Row(
            task: "Soạn thảo văn bản trình cấp trên", number: "7",
            parts: [
              ("", "Gồm:"), ("7.1", "Tờ trình thứ nhất"), ("7.2", "Tờ trình kế tiếp"),
              ("a)", "Mục nhỏ"),
            ])
        ]))
    let parts = merged.items[2].parts
    #expect(parts.map(\.number) == ["", "3.1", "3.2", "a)"])
    #expect(merged.inputs[1].subitems == 3)
  }

  @Test func `sections are numbered without gaps in the first input's style`() throws {
    let shared = "Kiểm kê tài sản công tại trụ sở"
    let appendices = [
      PlanBuilder.appendix(
        0,
        sections: [
          ("A", "Cải cách thể chế", [Row(task: "Soạn thảo nghị quyết về giá đất")]),
          ("B", "Cải cách tài chính công", [Row(task: shared)]),
        ]),
      PlanBuilder.appendix(
        1,
        sections: [
          ("I", "Về cải cách thể chế", [Row(task: "Rà soát quy hoạch nghĩa trang")]),
          ("II", "Việc riêng", [Row(task: shared)]),
          ("III", "Việc chưa có lĩnh vực", [Row(task: "Sửa cổng trụ sở phía đông")]),
        ]),
    ]
    let merged = try PlanBuilder.merged(appendices)
    #expect(merged.sections.map(\.number) == ["A", "B", "C"])
    #expect(
      merged.sections.map(\.title) == [
        "Cải cách thể chế", "Việc chưa có lĩnh vực", "Cải cách tài chính công",
      ]
        || merged.sections.map(\.title) == [
          "Cải cách thể chế", "Cải cách tài chính công", "Việc chưa có lĩnh vực",
        ])
    #expect(merged.items.map(\.number) == [1, 2, 3, 4])
  }

  @Test func `a row doubled inside one file is found and kept`() throws {
    let merged = try PlanBuilder.merged(
      Self.two(
        [
          Row(task: "Kiểm kê tài sản công tại trụ sở"), Row(task: "Sửa cổng trụ sở phía đông"),
          Row(task: "Kiểm kê tài sản công tại trụ sở."),
        ], [Row(task: "Nâng cấp trạm cân số một")]))
    #expect(merged.items.count == 4)
    #expect(merged.findings.map(\.code) == ["double-row"])
    #expect(merged.review.count == 1)
  }

  @Test func `words by which one file keeps rows apart guard pairs of other files`() throws {
    let left = ["Lắp đèn đường tại khu tái định cư Hồng", "Lắp đèn đường tại khu tái định cư Lam"]
    let merged = try PlanBuilder.merged(
      Self.two(
        left.map { Row(task: $0) } + [
          Row(task: "Trồng cây xanh dọc tuyến tránh khu Hồng phía nam")
        ],
        [Row(task: "Trồng các cây xanh dọc tuyến tránh tại khu Lam, phía nam")]))
    #expect(merged.balance.merged == 0)
    let pairs = merged.apart + merged.review
    #expect(pairs.contains { $0.evidence.guards.contains { $0.code == "guard-learned" } })
  }

  @Test(arguments: 0..<12)
  func `three plans balance, in any order of the inputs`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let verbs = ["Rà soát", "Nâng cấp", "Sửa chữa", "Mua sắm", "Tổ chức"]
    let things = [
      "trạm cân", "nhà kho", "hồ sơ đất đai", "tuyến đường tỉnh", "phòng họp", "máy chủ",
    ]
    let places = ["phía đông", "phía tây", "khu trung tâm", "cụm cảng", "vùng ven"]
    func rows() -> [Row] {
      (0..<Int.random(in: 0...14, using: &generator)).map { _ in
        let task = [verbs, things, places].map { list in
          list[Int.random(in: 0..<list.count, using: &generator)]
        }.joined(separator: " ")
        return Row(task: task + (Bool.random(using: &generator) ? "" : " năm 2025"))
      }
    }
    let lists = (0..<3).map { _ in rows() }
    func run(_ order: [Int]) throws -> (Consolidated, groups: Set<[String]>) {
      let appendices = order.enumerated().map { place, list in
        PlanBuilder.appendix(
          place, file: "plan\(list).xlsx", sections: [("I", "Cải cách thể chế", lists[list])])
      }
      let merged = try PlanBuilder.merged(appendices)
      let groups = merged.items.map { item in
        item.sources.map { "\($0.file):\($0.row)" }.sorted()
      }
      return (merged, Set(groups))
    }
    let first = try run([0, 1, 2])
    #expect(first.0.balance.isBalanced)
    #expect(first.0.balance.input == lists.reduce(0) { $0 + $1.count })
    for order in [[2, 1, 0], [1, 2, 0], [0, 2, 1]] {
      let other = try run(order)
      #expect(other.groups == first.groups)
      #expect(other.0.review.count == first.0.review.count)
    }
  }

  @Test func `nothing is merged along a chain`() throws {
    let appendices = ["năm 2024", "", "năm 2026"].enumerated().map { place, year in
      PlanBuilder.appendix(
        place, sections: [("I", "Khác", [Row(task: "Kiểm kê tài sản công tại trụ sở \(year)")])])
    }
    let merged = try PlanBuilder.merged(appendices)
    #expect(merged.items.allSatisfy { $0.sources.count < 3 })
  }

  @Test func `sections that differ by an opening word are one`() throws {
    func plan(_ input: Int, _ titles: [String]) -> Appendix {
      PlanBuilder.appendix(
        input,
        sections: titles.enumerated().map { index, title in
          ("\(index + 1)", title, [PlanBuilder.Row(task: "Việc \(title) của đơn vị \(input)")])
        })
    }
    let merged = try PlanBuilder.merged([
      plan(0, ["Cải cách thể chế", "Xây dựng chính quyền số", "Công tác chỉ đạo, điều hành"]),
      plan(1, ["Chỉ đạo, điều hành", "THỂ CHẾ", "Chính quyền số", "Nông thôn mới"]),
    ])
    #expect(merged.sections.count == 4)
    #expect(merged.items.count == 7)
  }
}
