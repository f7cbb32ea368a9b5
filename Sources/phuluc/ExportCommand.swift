import ArgumentParser
import CellGrid
import Findings
import PhulucKit

/// `phuluc export FILE…`: items as CSV, JSON or JSON Lines.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Xuất các nhiệm vụ của phụ lục ra CSV, JSON hoặc JSON Lines.",
    discussion: """
      Ví dụ: phuluc xuat phu-luc.xlsx -o nhiem-vu.csv
      Không có --format thì theo đuôi của tệp kết quả (.csv, .json, .jsonl); in ra màn hình thì \
      là JSON Lines, mỗi dòng một nhiệm vụ.
      Trong CSV, ô bắt đầu bằng = + - @ được thêm dấu nháy đơn để Excel không chạy như công thức.
      """,
    aliases: ["xuat"])

  @OptionGroup var workbooks: WorkbookArguments

  @Option(help: ArgumentHelp("Dạng xuất ra: csv, json hoặc jsonl.", valueName: "dạng"))
  var format: ExportFormat?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Tệp nhận kết quả; không có thì in ra màn hình.", valueName: "tệp"),
    completion: .file(extensions: ["csv", "json", "jsonl"]))
  var output: String?

  @OptionGroup var overwriting: OverwriteOptions
  @OptionGroup(title: "Đọc bảng") var tables: TableOptions
  @OptionGroup(title: "Đọc bảng") var date: DateOptions
  @OptionGroup(title: "Hiển thị") var display: TerminalOptions

  func run() throws {
    let session = TableSession(display)
    var export = ExportRun(asOf: try session.date(date.asOf))
    let status = try session.forEach(workbooks.files, tables) { file, reading in
      session.tell(file.allFindings)
      if let failure = file.withoutTable { throw failure }
      export.add(file, reading)
    }
    // A result without any of the files asked for would look like an empty plan.
    if status != 0, export.count == 0 { throw ExitCode(status) }
    let data = try export.data(chosenFormat)
    if let output {
      try session.write(data, to: output, force: overwriting.force, inputs: session.paths)
      if !display.quiet {
        session.terminal.remark(
          session.terminal.say(
            vi: "Đã ghi \(export.count) nhiệm vụ vào \(output).",
            en: "Wrote \(export.count) items to \(output)."))
      }
    } else {
      session.terminal.out(data: data)
    }
    try session.finish(status)
  }

  private var chosenFormat: ExportRun.Format {
    if let format { return format.value }
    if display.json { return .json }
    let ending = output?.split(separator: ".").last.map { $0.lowercased() }
    return ending.flatMap { ExportRun.Format(rawValue: $0) } ?? .jsonl
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
