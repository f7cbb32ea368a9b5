package import AppendixModel
package import CellGrid
package import Consolidation
import Findings

/// The review workbook, doi-chieu.xlsx: what was merged and why, what a person must decide, and
/// where everything came from. Names, headers and keys are those of ``ReviewLayout``.
package func reviewPages(
  _ consolidated: Consolidated, template: AppendixTemplate, sources: [SourceFile]
) -> [Page] {
  ReviewBook(consolidated: consolidated, template: template, sources: sources).pages()
}

/// Builds the sheets of the review workbook.
struct ReviewBook {
  let consolidated: Consolidated
  let template: AppendixTemplate
  let sources: [SourceFile]
  /// Where each source row stands in the appendix.
  let numberOfRow: [RowOrigin: Int]
  /// As many values as the conflict with most of them has.
  let maximumValues: Int

  init(consolidated: Consolidated, template: AppendixTemplate, sources: [SourceFile]) {
    self.consolidated = consolidated
    self.template = template
    self.sources = sources
    maximumValues = consolidated.conflicts.reduce(2) { max($0, $1.values.count) }
    numberOfRow = Dictionary(
      consolidated.items.flatMap { item in item.sources.map { ($0, item.number) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The hidden sheet that holds the drop-downs' choices.
  static let choicesName = "Lựa chọn"

  func pages() -> [Page] {
    var pages = [
      pairPage(
        .pairs, consolidated.review, title: "CẶP NHIỆM VỤ CẦN QUYẾT ĐỊNH",
        lines: [
          "1. Ở ô vàng cột «\(ReviewLayout.decisionHeader)» chọn: Gộp nếu hai dòng là một nhiệm vụ; "
            + "Không gộp nếu là hai nhiệm vụ; Chưa rõ nếu còn phải hỏi. Một dòng bên này là nhiều "
            + "dòng bên kia thì chọn Gộp nhiều ở từng cặp.",
          "2. Chữ đỏ đậm chỉ có ở bên thứ nhất, chữ xanh đậm chỉ có ở bên thứ hai. Cặp khó nhất và "
            + "kéo theo nhiều cặp khác nhất đứng trước.",
          "3. Xem thêm trang «\(ReviewLayout.SheetKind.conflicts.name)» (chọn giá trị) và "
            + "«\(ReviewLayout.SheetKind.merged.name)» (chọn Không gộp để tách ra). Lưu tệp, rồi "
            + "chạy lại lệnh cũ, thêm --decisions và tên tệp này.",
          "4. Muốn gộp hai nhiệm vụ không có trong danh sách nào: thêm một dòng ngay dưới bảng, chép "
            + "nội dung của hai nhiệm vụ vào hai cột nội dung, rồi chọn Gộp.",
          "Được lọc, sắp xếp cả bảng, đổi độ rộng, thêm cột, ghi chú. Không sửa tiêu đề cột, nội "
            + "dung các cột và cột ẩn «\(ReviewLayout.keyHeader)».",
        ]),
      conflictPage(),
      pairPage(
        .merged, consolidated.merged, title: "NHIỆM VỤ ĐÃ GỘP",
        lines: ["Chọn Không gộp ở ô vàng để tách ra ở lần chạy sau."]),
      pairPage(
        .apart, consolidated.apart, title: "NHIỆM VỤ GẦN GIỐNG NHƯNG GIỮ RIÊNG",
        lines: ["Chọn Gộp ở ô vàng để gộp ở lần chạy sau."]),
      singlePage(),
      notTakenPage(),
      trailPage(),
      balancePage(),
      sourcesPage(),
      logPage(),
    ]
    pages.append(choicesPage())
    return pages
  }

  /// Inputs by what people call them.
  func name(of input: InputID) -> String {
    consolidated.inputs.first { $0.input == input }?.name ?? "#\(input.index + 1)"
  }

  func place(of origin: RowOrigin) -> String {
    let rows =
      origin.lastRow > origin.row
      ? "dòng \(origin.row + 1)–\(origin.lastRow + 1)" : "dòng \(origin.row + 1)"
    let file = origin.file.split(separator: "/").last.map(String.init) ?? origin.file
    return "\(name(of: origin.input)): \(file), trang \(origin.sheet), \(rows)"
  }

  // MARK: Choices

  func choicesPage() -> Page {
    var page = Page(name: Self.choicesName)
    page.isHidden = true
    page.columns = [Page.Column(width: 20), Page.Column(width: 20)]
    let pairs = ReviewLayout.Choice.allCases.map(\.rawValue)
    let values = [ReviewLayout.acceptChoice] + (0..<maximumValues).map(ReviewLayout.valueHeader)
    for index in 0..<max(pairs.count, values.count) {
      page.rows.append(
        Page.Row([
          .text(index < pairs.count ? pairs[index] : "", TableSheet.base),
          .text(index < values.count ? values[index] : "", TableSheet.base),
        ]))
    }
    return page
  }

  func dropDown(_ range: CellRange, column: Int, count: Int, hint: String) -> Page.Validation {
    Page.Validation(
      range: range,
      rule: .list(
        sheet: Self.choicesName,
        range: CellRange(
          CellAddress(row: 0, column: column), CellAddress(row: count - 1, column: column))),
      title: ReviewLayout.decisionHeader, hint: hint,
      errorText: "Hãy chọn một mục trong danh sách, hoặc để trống.")
  }
}
