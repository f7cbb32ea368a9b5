import ArgumentParser
import Foundation
import PhulucKit

struct SplitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Tách phụ lục thành biểu mẫu cho từng đơn vị chủ trì.",
    discussion: """
      Mỗi biểu mẫu có sẵn nhiệm vụ của đơn vị; ô cần điền màu vàng, các ô khác được khóa, có danh
      sách chọn trạng thái. Mỗi dòng có mã ẩn để nhận lại.
      """,
    aliases: ["tach"])

  @Argument(help: ArgumentHelp("Tệp phụ lục (.xlsx).", valueName: "tệp"))
  var file: String

  @Option(
    help: ArgumentHelp(
      "Tách theo cơ quan (agency) hay theo phòng, đơn vị của cơ quan (office).",
      valueName: "agency|office"))
  var by: SplitLevel = .office

  @OptionGroup(title: "Phụ lục") var appendix: AppendixOptions
  @OptionGroup(title: "Kết quả") var output: OutputOptions
  @OptionGroup(title: "Hiển thị") var display: TerminalOptions

  func run() async throws {
    let terminal = display.terminal
    var job = Job(inputs: [Job.Input(file: file)])
    appendix.apply(to: &job)
    let report: FormSplit.Report
    do {
      report = try await FormSplit(job, level: by == .agency ? .agency : .office)
        .execute(into: output.folder, mayOverwrite: output.force)
    } catch {
      for line in error.lines(language: display.lang.rawValue) { terminal.error(line) }
      throw ExitCode(error.exitCode)
    }
    let findings = report.findingLines(language: display.lang.rawValue)
    for line in findings { terminal.remark(line) }
    if display.json {
      let entries = report.forms.map {
        ["unit": $0.unit, "file": $0.file, "items": $0.items] as [String: Any]
      }
      let json = try JSONSerialization.data(
        withJSONObject: ["schema": "phuluc/split/1", "items": report.items, "forms": entries],
        options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
      terminal.out(data: json + Data("\n".utf8))
    } else {
      for form in report.forms {
        terminal.out(
          terminal.say(
            vi: "\(form.file): \(form.unit), \(form.items) nhiệm vụ",
            en: "\(form.file): \(form.unit), \(form.items) tasks"))
      }
    }
    if display.strict && !findings.isEmpty { throw ExitCode(1) }
  }
}

enum SplitLevel: String, ExpressibleByArgument, CaseIterable { case agency, office }
