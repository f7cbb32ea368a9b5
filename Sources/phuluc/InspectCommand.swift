import ArgumentParser
import Findings
import PhulucKit

struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Cho biết đã nhận ra bảng, cột, dòng nào trong tệp và vì sao (xem).",
    aliases: ["xem"])

  @Argument(help: ArgumentHelp("Tệp, thư mục hoặc mẫu tên tệp (.xlsx).", valueName: "tệp"))
  var files: [String]

  @Option(help: ArgumentHelp("Biểu mẫu: mã có sẵn hoặc tệp YAML.", valueName: "mã|tệp"))
  var template: String?

  @Option(help: ArgumentHelp("Chỉ xem trang tính này.", valueName: "tên"))
  var sheet: String?

  @OptionGroup(title: "Hiển thị") var display: TerminalOptions

  func run() throws {
    let session = TableSession(display)
    var record = InspectRecord()
    let status = try session.forEach(files, template: template, sheet: sheet) { file, _ in
      record.add(file, language: display.lang.rawValue)
      if !display.json { session.tell(file.allFindings) }
    }
    if display.json {
      session.terminal.out(data: try record.json())
    } else {
      for line in record.lines(language: display.lang.rawValue) { session.terminal.out(line) }
    }
    // A file without any table is no appendix.
    if status == 0, record.tables.isEmpty { throw ExitCode(ExitStatus.dataInvalid.rawValue) }
    try session.finish(status)
  }
}
