import ArgumentParser
import Findings
import PhulucKit

/// `phuluc inspect FILE…`: what was recognised, and why.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Cho biết đã nhận ra bảng, cột, dòng nào trong tệp và vì sao.",
    discussion: """
      Ví dụ: phuluc xem so-a.xlsx
      Mỗi bảng: biểu mẫu, dòng tiêu đề, các cột với vai trò và lý do, số dòng mỗi loại (cộng lại \
      đủ số dòng của trang tính), dòng không lấy, ô đã chuyển từ bảng mã cũ.
      """,
    aliases: ["xem"])

  @OptionGroup var workbooks: WorkbookArguments
  @OptionGroup(title: "Đọc bảng") var tables: TableOptions
  @OptionGroup(title: "Hiển thị") var display: TerminalOptions

  func run() throws {
    let session = TableSession(display)
    var record = InspectRecord()
    var attention = false
    let status = try session.forEach(workbooks.files, tables) { file, reading in
      record.add(file, reading, language: display.lang.rawValue)
      if !display.json { session.tell(file.allFindings) }
      attention = attention || file.allFindings.contains { $0.severity >= .warning }
    }
    if display.json {
      session.terminal.out(data: try record.json())
    } else {
      for line in record.lines(language: display.lang.rawValue) {
        session.terminal.out(line.isTitle ? session.terminal.painted(line.text, .bold) : line.text)
      }
    }
    // A file without any table is no appendix.
    if status == 0, record.tables.isEmpty { throw ExitCode(ExitStatus.dataInvalid.rawValue) }
    try session.finish(status)
    if display.strict, attention { throw ExitCode(1) }
  }
}
