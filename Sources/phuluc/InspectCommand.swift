import ArgumentParser
import Findings
import Foundation
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

/// Goes through the files of a command that looks at tables: a bad file is told, the others are
/// still read.
struct TableSession {
  let options: TerminalOptions
  let terminal: Terminal

  init(_ options: TerminalOptions) {
    self.options = options
    terminal = options.terminal
  }

  private var language: Language { options.lang == .vi ? .vietnamese : .english }

  /// The exit code of the first file that failed; 0 where none did.
  func forEach(
    _ names: [String], template: String?, sheet: String?,
    _ body: (TableReading.File, TableReading) throws -> Void
  ) throws -> Int32 {
    var status: Int32 = 0
    var log = FindingLog()
    do {
      let reading = try TableReading(template: template, sheet: sheet)
      let paths = try reading.files(named: names, findings: &log)
      tell(log.findings)
      for (index, path) in paths.enumerated() {
        do {
          try body(try reading.read(path, index: index), reading)
        } catch let failure as RunFailure {
          for line in failure.lines(language: options.lang.rawValue) { terminal.error(line) }
          if status == 0 { status = failure.exitCode }
        }
      }
    } catch let failure as RunFailure {
      for line in failure.lines(language: options.lang.rawValue) { terminal.error(line) }
      throw ExitCode(failure.exitCode)
    }
    return status
  }

  func tell(_ findings: [Finding]) {
    for finding in findings { terminal.remark(finding.text(in: language)) }
  }

  func finish(_ status: Int32) throws {
    if status != 0 { throw ExitCode(status) }
  }
}
