import ArgumentParser
import Findings
import Glibc
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

  @Argument(
    help: ArgumentHelp(
      "Tệp .xlsx, thư mục hoặc mẫu tên như 'so-*.xlsx'; - là đầu vào chuẩn.", valueName: "tệp"))
  var files: [String]

  @OptionGroup(title: "Hiển thị") var display: TerminalOptions

  func run() throws {
    let terminal = display.terminal
    let language = Language(rawValue: display.lang.rawValue) ?? .vietnamese
    var log = FindingLog()
    // A single file is read as it is, so that a lock file or a folder is told for what it is.
    let paths =
      files.count == 1 && !files[0].contains("*")
      ? files : try discovered(&log, terminal)
    var status = ExitStatus.done
    for path in paths {
      do {
        let findings = try CellLines.write(
          path: path, file: paths.count > 1 ? path : nil, to: Self.print)
        log.add(contentsOf: findings)
        for finding in findings { terminal.remark(finding.text(in: language)) }
      } catch let failure as any Failure {
        terminal.error(failure.text(in: language))
        status = failure.exitCode
        if failure is OutputClosed { break }
      }
    }
    if status != .done { throw ExitCode(status.rawValue) }
    if display.strict, let gravest = log.gravest, gravest >= .warning { throw ExitCode(1) }
  }

  private func discovered(_ log: inout FindingLog, _ terminal: Terminal) throws -> [String] {
    do {
      let paths = try InputDiscovery.workbooks(named: files, findings: &log)
      for finding in log.findings {
        terminal.remark(finding.text(in: display.lang == .vi ? .vietnamese : .english))
      }
      return paths
    } catch {
      for line in error.lines(language: display.lang.rawValue) { terminal.error(line) }
      throw ExitCode(error.exitCode)
    }
  }

  /// Standard output was closed by who read it, or can't take more.
  struct OutputClosed: Failure {
    var location: Location? { nil }
    var exitCode: ExitStatus { .readWriteFailed }
    var message: Message {
      Message(
        vi: "không ghi được kết quả ra đầu ra chuẩn (bị đóng hoặc đĩa đầy).",
        en: "the result could not be written to standard output (closed, or the disk is full).")
    }
  }

  private static func print(_ bytes: [UInt8]) throws(OutputClosed) {
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes {
        write(STDOUT_FILENO, $0.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if written > 0 {
        start += written
      } else if errno != EINTR {
        throw OutputClosed()
      }
    }
  }
}
