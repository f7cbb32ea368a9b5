import ArgumentParser
import CellGrid
import Findings
import Foundation
import PhulucKit

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tìm lỗi trong phụ lục: số thứ tự, ô trống, quá hạn, trùng, ngày, tỷ lệ (kiem-tra).",
    discussion: """
      Mỗi điều tìm thấy ghi rõ tệp, trang tính, ô và cách sửa.
      Kết thúc với mã 0; thêm --strict để kết thúc với mã 1 khi có điều cần người xem.
      """,
    aliases: ["kiem-tra"])

  @Argument(help: ArgumentHelp("Tệp, thư mục hoặc mẫu tên tệp (.xlsx).", valueName: "tệp"))
  var files: [String]

  @Option(help: ArgumentHelp("Biểu mẫu: mã có sẵn hoặc tệp YAML.", valueName: "mã|tệp"))
  var template: String?

  @Option(help: ArgumentHelp("Chỉ kiểm tra trang tính này.", valueName: "tên"))
  var sheet: String?

  @Option(
    help: ArgumentHelp("Ngày báo cáo, như 31/3/2025; mặc định là hôm nay.", valueName: "ngày"))
  var asOf: String?

  @OptionGroup(title: "Hiển thị") var display: TerminalOptions

  func run() throws {
    let session = TableSession(display)
    var record = CheckRecord(asOf: try session.date(asOf))
    let status = try session.forEach(files, template: template, sheet: sheet) { file, reading in
      if let failure = file.withoutTable { throw failure }
      record.add(file, reading)
    }
    let terminal = session.terminal
    if display.json {
      terminal.out(data: try record.json(language: display.lang.rawValue))
    } else {
      for finding in record.findings { terminal.out(session.line(finding)) }
      let counts = record.counts
      terminal.out(
        terminal.say(
          vi: "\(record.items) mục: \(counts.errors) lỗi, \(counts.warnings) cảnh báo, "
            + "\(counts.notes) lưu ý.",
          en: "\(record.items) items: \(counts.errors) errors, \(counts.warnings) warnings, "
            + "\(counts.notes) notes."))
    }
    try session.finish(status)
    if display.strict, record.counts.errors + record.counts.warnings > 0 { throw ExitCode(1) }
  }
}
