package import AppendixModel
import Foundation

/// Plans of any size, made up by rule: most tasks shared, some reworded, many near-misses.
package enum MadeUpPlans {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private static let starts = [
    "Xây dựng kế hoạch", "Tổ chức kiểm tra", "Rà soát, đánh giá", "Tuyên truyền, phổ biến",
    "Báo cáo kết quả thực hiện", "Tập huấn nghiệp vụ", "Ban hành quy chế", "Nâng cấp hệ thống",
    "Khảo sát thực trạng", "Công khai danh mục",
  ]
  private static let objects = [
    "thủ tục hành chính", "dịch vụ công trực tuyến", "hồ sơ điện tử", "văn bản quy phạm pháp luật",
    "vị trí việc làm", "tài sản công", "chữ ký số", "cơ sở dữ liệu chuyên ngành",
    "an toàn thông tin", "chỉ số hài lòng", "tinh giản biên chế", "ngân sách nhà nước",
  ]
  private static let syllables = [
    "an", "bình", "châu", "dương", "đông", "giang", "hà", "hải", "hòa", "hưng", "khánh", "kim",
    "lâm", "long", "minh", "nam", "ngọc", "phú", "phước", "quang", "sơn", "tân", "thái", "thanh",
    "thành", "thịnh", "thọ", "tiến", "trung", "vân", "vĩnh", "xuân", "yên", "bắc", "cẩm", "đại",
  ]

  /// Two plans of `rows` items each; about three fifths are in both.
  package static func appendices(rows: Int) -> [Appendix] {
    var generator = Generator(state: 7)
    func pick(_ list: [String]) -> String { list[Int(generator.next() % UInt64(list.count))] }
    var texts: [[String]] = [[], []]
    while texts[0].count < rows || texts[1].count < rows {
      let name = (0..<3).map { _ in pick(syllables).capitalized }.joined(separator: " ")
      let unit = "xã \(name)"
      let text =
        "\(pick(starts)) \(pick(objects)) tại \(unit) theo Quyết định số \(generator.next() % 3000)/QĐ-UBND năm 2025"
      switch generator.next() % 5 {
      case 0, 1:
        texts[0].append(text)
        texts[1].append(text)
      case 2:
        texts[0].append(text)
        texts[1].append("Triển khai " + text.prefix(1).lowercased() + text.dropFirst() + ".")
      case 3: texts[0].append(text)
      default: texts[1].append(text)
      }
    }
    return [0, 1].map { index in
      let input = InputID(index)
      var appendix = Appendix(
        input: input, file: "\(index).xlsx", sheet: "PL", templateID: "ke-hoach-cchc")
      var items: [Item] = []
      for row in 0..<rows {
        let fields: [ColumnRole: Field] = [
          .task: Field(texts[index][row]), .lead: Field("Sở \(index == 0 ? "A" : "B") (Văn phòng)"),
          .output: Field("Báo cáo"),
          .deadline: Field("Quý \(["I", "II", "III", "IV"][row % 4])/2025"),
          .progress: Field(row % 3 == 0 ? "Đã hoàn thành" : "Đang thực hiện"),
        ]
        items.append(
          Item(
            number: "\(row + 1)",
            origin: RowOrigin(input: input, file: "\(index).xlsx", sheet: "PL", row: row + 1),
            fields: fields))
      }
      appendix.sections = [Section(number: "I", title: "Chung", items: items)]
      return appendix
    }
  }
}
