import ArgumentParser
import Findings
import Glibc
import PhulucKit

/// `phuluc cells FILE…`: every non-empty cell as JSON Lines.
struct CellsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cells", abstract: "In mọi ô có nội dung thành JSON Lines, mỗi dòng một ô.",
    aliases: ["o"])

  @Argument(help: "Tệp .xlsx cần đọc.")
  var files: [String]

  @Option(name: .long, help: "Ngôn ngữ thông báo: vi hoặc en.")
  var lang = "vi"

  @Flag(name: .long, help: "Không in lưu ý.")
  var quiet = false

  func run() throws {
    let language = Language(rawValue: lang) ?? .vietnamese
    var status = ExitStatus.done
    for file in files {
      do {
        let findings = try CellLines.write(
          path: file, file: files.count > 1 ? file : nil, to: { try Self.put($0, STDOUT_FILENO) })
        if !quiet { for finding in findings { Self.warn(finding.text(in: language)) } }
      } catch let failure as any Failure {
        Self.warn(failure.text(in: language))
        status = failure.exitCode
      }
    }
    if status != .done { throw ExitCode(status.rawValue) }
  }

  /// Standard output was closed by who read it, or can't take more.
  struct OutputClosed: Error {}

  private static func put(_ bytes: [UInt8], _ stream: Int32) throws(OutputClosed) {
    var start = 0
    while start < bytes.count {
      let written = bytes.withUnsafeBytes {
        write(stream, $0.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if written > 0 {
        start += written
      } else if errno != EINTR {
        throw OutputClosed()
      }
    }
  }

  private static func warn(_ line: String) {
    try? put(Array((line + "\n").utf8), STDERR_FILENO)
  }
}
