import ArgumentParser
import PhulucKit

struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Lập bảng tình hình thực hiện từ phụ lục.",
    discussion: "Ghi tinh-hinh.xlsx, tom-tat.md và run.json.",
    aliases: ["tinh-hinh"])

  @OptionGroup var workbooks: WorkbookArguments
  @OptionGroup(title: "Phụ lục") var appendix: AppendixOptions
  @OptionGroup(title: "Kỳ trước") var period: PeriodOptions
  @OptionGroup(title: "Kết quả") var output: OutputOptions
  @OptionGroup(title: "Hiển thị") var display: TerminalOptions

  func run() async throws {
    var job = Job(inputs: workbooks.files.map { Job.Input(file: $0) })
    appendix.apply(to: &job)
    period.apply(to: &job)
    try await RunPresentation(display).perform(
      job, products: [.status, .summary, .record], output: output)
  }
}
