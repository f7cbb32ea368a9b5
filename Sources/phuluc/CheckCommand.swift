import ArgumentParser
import CellGrid
import Findings
import PhulucKit

/// `phuluc check FILE…`: faults of appendices, each with its place and a fix.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tìm lỗi trong phụ lục: số thứ tự, ô trống, quá hạn, trùng, ngày, số, trang in.",
    discussion: """
      Mỗi điều tìm thấy ghi rõ tệp, trang tính, ô, sai ở đâu và cách sửa.
      Ví dụ: phuluc kiem-tra phu-luc.xlsx --as-of 31/3/2025
      Kết thúc với mã 0; thêm --strict để kết thúc với mã 1 khi có lỗi hoặc cảnh báo.
      """,
    aliases: ["kiem-tra"])

  @OptionGroup var workbooks: WorkbookArguments
  @OptionGroup(title: "Đọc bảng") var tables: TableOptions
  @OptionGroup(title: "Đọc bảng") var date: DateOptions
  @OptionGroup(title: "Hiển thị") var display: TerminalOptions

  func run() throws {
    let session = TableSession(display)
    var record = CheckRecord(asOf: try session.date(date.asOf))
    let status = try session.forEach(workbooks.files, tables) { file, reading in
      if let failure = file.withoutTable { throw failure }
      record.add(file, reading)
    }
    let terminal = session.terminal
    if display.json {
      terminal.out(data: try record.json(language: display.lang.rawValue))
    } else {
      tell(record, session)
    }
    try session.finish(status)
    if display.strict, record.counts.errors + record.counts.warnings > 0 { throw ExitCode(1) }
  }

  private func tell(_ record: CheckRecord, _ session: TableSession) {
    let terminal = session.terminal
    let shown =
      display.quiet ? record.findings.filter { $0.severity == .error } : record.findings
    for finding in shown {
      terminal.out(terminal.painted(session.line(finding), paint(finding.severity)))
    }
    guard !display.quiet else { return }
    let counts = record.counts
    let total = terminal.say(
      vi: "\(record.items) nhiệm vụ: \(counts.errors) lỗi, \(counts.warnings) cảnh báo, "
        + "\(counts.notes) lưu ý.",
      en: "\(record.items) items: \(counts.errors) errors, \(counts.warnings) warnings, "
        + "\(counts.notes) notes.")
    terminal.out(terminal.painted(total, .bold))
    // A long list is summed up by kind, the commonest first.
    let kinds = record.kinds(language: display.lang.rawValue)
    guard record.findings.count > 2 * kinds.count else { return }
    for kind in kinds {
      terminal.out("  \(kind.count) × \(kind.name)")
    }
  }

  private func paint(_ severity: Finding.Severity) -> Terminal.Paint {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .dim
    }
  }
}
