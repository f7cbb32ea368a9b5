import AppendixModel
import CellGrid
import Consolidation

/// The sheet by which each value of the appendix can be followed back to the cells it came from.
extension ReviewBook {
  func trailPage() -> Page {
    var sheet = TableSheet(
      name: ReviewLayout.SheetKind.trail.name, title: "TRUY VẾT: MỖI Ô LẤY TỪ ĐÂU",
      lines: [
        "Lọc theo số nhiệm vụ hoặc theo cột để biết một giá trị lấy từ tệp, trang, ô nào và bằng "
          + "cách nào. Ô đứng đầu là ô được lấy; các ô sau có cùng nội dung hoặc được đối chiếu."
      ],
      columns: [
        .init("Số nhiệm vụ", 20), .init("Cột", 44), .init("Giá trị", 100),
        .init("Cách có được", 56), .init("Lấy từ", 110),
      ])
    let writer = TrailWriter(consolidated: consolidated, template: template)
    for section in consolidated.sections where !section.title.isEmpty || !section.number.isEmpty {
      sheet.add([
        .text(section.number, TableSheet.centered), .text("Lĩnh vực"), .text(section.title),
        .text(
          section.sources.count > 1 ? "Ghép các lĩnh vực cùng tên, đánh số lại" : "Đánh số lại"),
        .text(section.sources.map(place).joined(separator: "\n")),
      ])
      for item in section.items { add(item, writer, to: &sheet) }
    }
    for section in consolidated.sections where section.title.isEmpty && section.number.isEmpty {
      for item in section.items { add(item, writer, to: &sheet) }
    }
    return sheet.finished()
  }

  private func add(_ item: MergedItem, _ writer: TrailWriter, to sheet: inout TableSheet) {
    let number = String(item.number)
    let rows = item.sources.map(place).joined(separator: "\n")
    for line in writer.lines(of: item) {
      add(line, number: number, rows: rows, to: &sheet)
    }
    for part in item.parts {
      let rows = part.sources.map(place).joined(separator: "\n")
      // «a)» alone doesn't say of which item.
      let label = part.number.contains(".") ? part.number : "\(number) \(part.number)"
      for line in writer.lines(of: part, in: item) {
        add(line, number: label, rows: rows, to: &sheet)
      }
    }
  }

  private func add(
    _ line: TrailWriter.Line, number: String, rows: String, to sheet: inout TableSheet
  ) {
    let cells = line.origins.map(place).joined(separator: "\n")
    sheet.add([
      .text(number, TableSheet.centered), .text(line.column), .text(line.value), .text(line.how),
      // A number that the sources don't have comes with its rows.
      .text(cells.isEmpty ? rows : cells),
    ])
  }

  private func place(of origin: CellOrigin) -> String {
    let file = origin.file.split(separator: "/").last.map(String.init) ?? origin.file
    return "\(file), trang \(origin.sheet), ô \(origin.address)"
  }
}
