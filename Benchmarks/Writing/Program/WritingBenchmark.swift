import CellGrid
import Glibc
import XLSXWriting

/// Writes a page of so many rows and prints the CPU seconds that the writer took. The page is
/// made before; `writing.c` makes the same calls to libxlsxwriter from plain C.
@main
struct WritingBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let rows = Int(arguments[1]),
      let day = CalendarDate(iso: "2025-03-31")
    else {
      print("usage: writing-benchmark ROWS FILE")
      exit(64)
    }
    let page = page(rows: rows)
    let start = clock()
    let findings = try WorkbookWriter.write(
      [page], to: arguments[2], created: day, title: "Benchmark")
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    precondition(findings.isEmpty)
    print(seconds)
  }

  /// A running number, a task that no other row has, and five columns that repeat: a plan.
  static func page(rows: Int) -> Page {
    var look = CellLook()
    look.hasBorder = true
    look.vertical = .top
    var centered = look
    centered.horizontal = .center
    let leads = (0..<40).map { "Sở Khoa học và Công nghệ (Phòng số \($0))" }
    let outputs = (0..<12).map { "Văn bản triển khai \($0)" }
    let deadlines = (0..<16).map { "Quý \($0 % 4 + 1)/\(2020 + $0 / 4)" }
    let statuses = ["Đang thực hiện", "Đã hoàn thành", "Chưa đến hạn", "Chưa thực hiện"]
    var page = Page(name: "Phụ lục")
    page.columns = [8, 60, 30, 24, 16, 20, 12].map { Page.Column(width: $0) }
    for row in 0..<rows {
      let task = "Nhiệm vụ \(row): rà soát, trình ban hành văn bản số \(row * 7) năm 2025"
      let cells: [Page.Cell] = [
        Page.Cell(.number(Double(row + 1)), centered),
        Page.Cell(.text(task), look),
        Page.Cell(.text(leads[row % leads.count]), look),
        Page.Cell(.text(outputs[row % outputs.count]), look),
        Page.Cell(.text(deadlines[row % deadlines.count]), centered),
        Page.Cell(.text(statuses[row % statuses.count]), look),
        Page.Cell(.number(Double(row) * 0.125), centered),
      ]
      page.rows.append(Page.Row(cells, height: 31.5))
    }
    return page
  }
}
