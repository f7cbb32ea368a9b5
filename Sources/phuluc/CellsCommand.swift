import ArgumentParser
import Findings
import PhulucKit

/// `phuluc cells FILE…`: every non-empty cell as JSON Lines.
struct CellsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cells",
    abstract: "In mọi ô có nội dung thành JSON Lines, mỗi dòng một ô.",
    discussion: """
      Mỗi ô một dòng {"sheet":"PL","ref":"B3","type":"s","value":"…"}; type là s (chữ), n (số), \
      b (đúng/sai), e (lỗi) hoặc d (ngày giờ). Sau các ô, mỗi trang tính một dòng với các vùng ô \
      gộp và trạng thái ẩn hiện. Nhiều tệp thì mỗi dòng có thêm "file".
      """,
    aliases: ["o"])

  @OptionGroup var workbooks: WorkbookArguments
  @OptionGroup(title: "Hiển thị") var display: TerminalOptions

  func run() throws {
    let session = TableSession(display)
    var log = FindingLog()
    let paths = try session.discover(workbooks.files, &log)
    var status: Int32 = 0
    for path in paths {
      do {
        let findings = try CellLines.write(
          path: path, file: paths.count > 1 ? path : nil, to: Terminal.out(bytes:))
        log.add(contentsOf: findings)
        session.tell(findings)
      } catch let failure as OutputClosed where failure.isPipe {
        throw ExitCode(failure.exitCode.rawValue)
      } catch let failure as any Failure {
        session.terminal.error(failure.text(in: session.language))
        if status == 0 { status = failure.exitCode.rawValue }
        if failure is OutputClosed { break }
      }
    }
    try session.finish(status)
    if display.strict, let gravest = log.gravest, gravest >= .warning { throw ExitCode(1) }
  }
}
