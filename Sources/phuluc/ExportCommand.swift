import ArgumentParser
import CellGrid
import Findings
import Foundation
import PhulucKit

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Xuất các mục của phụ lục ra CSV, JSON hoặc JSON Lines (xuat).",
    discussion: """
      Ví dụ: phuluc xuat phu-luc.xlsx --format csv -o nhiem-vu.csv
      Trong CSV, ô bắt đầu bằng = + - @ được thêm dấu nháy đơn để Excel không chạy như công thức.
      """,
    aliases: ["xuat"])

  @Argument(help: ArgumentHelp("Tệp, thư mục hoặc mẫu tên tệp (.xlsx).", valueName: "tệp"))
  var files: [String]

  @Option(help: ArgumentHelp("Dạng xuất ra: csv, json hoặc jsonl.", valueName: "dạng"))
  var format: ExportFormat?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Tệp nhận kết quả; không có thì in ra màn hình.", valueName: "tệp"))
  var output: String?

  @Flag(help: "Ghi đè tệp kết quả đã có; không bao giờ ghi đè tệp đầu vào.")
  var force = false

  @Option(help: ArgumentHelp("Biểu mẫu: mã có sẵn hoặc tệp YAML.", valueName: "mã|tệp"))
  var template: String?

  @Option(help: ArgumentHelp("Chỉ lấy trang tính này.", valueName: "tên"))
  var sheet: String?

  @Option(
    help: ArgumentHelp("Ngày báo cáo, như 31/3/2025; mặc định là hôm nay.", valueName: "ngày"))
  var asOf: String?

  @OptionGroup(title: "Hiển thị") var display: TerminalOptions

  func run() throws {
    let session = TableSession(display)
    var export = ExportRun(asOf: try session.date(asOf))
    let status = try session.forEach(files, template: template, sheet: sheet) { file, reading in
      session.tell(file.allFindings)
      if let failure = file.withoutTable { throw failure }
      export.add(file, reading)
    }
    let wanted = format?.value ?? (display.json ? .json : .jsonl)
    let data = try export.data(output?.hasSuffix(".csv") == true && format == nil ? .csv : wanted)
    if let output {
      try session.write(data, to: output, force: force, inputs: files)
    } else {
      session.terminal.out(data: data)
    }
    try session.finish(status)
  }
}

enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case csv, json, jsonl

  var value: ExportRun.Format {
    switch self {
    case .csv: .csv
    case .json: .json
    case .jsonl: .jsonl
    }
  }
}
