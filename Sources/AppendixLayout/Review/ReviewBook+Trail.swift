import AppendixModel
import CellGrid
import Consolidation

/// The sheet by which each value of the appendix can be followed back to the cells it came from.
extension ReviewBook {
  func trailPage() -> Page {
    var sheet = TableSheet(
      name: ReviewLayout.SheetKind.trail.name, title: "TRUY VẾT: MỖI Ô LẤY TỪ ĐÂU",
      lines: ["Lọc theo số nhiệm vụ hoặc theo cột để biết một giá trị lấy từ tệp, trang, ô nào."],
      columns: [
        .init("Số nhiệm vụ", 20), .init("Cột", 50), .init("Giá trị", 110), .init("Lấy từ", 110),
      ])
    for item in consolidated.items {
      add(item.fields, number: String(item.number), to: &sheet)
      for part in item.parts {
        add(part.fields, number: part.number.isEmpty ? "\(item.number)" : part.number, to: &sheet)
      }
    }
    return sheet.finished()
  }

  /// A row for each value, in the template's order of columns.
  private func add(
    _ fields: [ColumnRole: Field], number: String, to sheet: inout TableSheet
  ) {
    for column in template.columns {
      guard let field = fields[column.role], !field.isBlank, !field.origins.isEmpty else {
        continue
      }
      sheet.add([
        .text(number, TableSheet.centered), .text(column.header), .text(field.text),
        .text(field.origins.map(place).joined(separator: "\n")),
      ])
    }
  }

  private func place(of origin: CellOrigin) -> String {
    let file = origin.file.split(separator: "/").last.map(String.init) ?? origin.file
    return "\(file), trang \(origin.sheet), ô \(origin.address)"
  }
}
