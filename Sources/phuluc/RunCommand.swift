import ArgumentParser
import PhulucKit

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Chạy cả một công việc ghi trong tệp YAML.",
    discussion: """
      Tệp công việc cho biết các tệp đầu vào, biểu mẫu, thiết lập và ngày báo cáo.
      Tùy chọn trên dòng lệnh thay cho giá trị trong tệp.
      """,
    aliases: ["chay"])

  @Argument(help: ArgumentHelp("Tệp công việc (.yaml).", valueName: "tệp"))
  var job: String

  @Option(
    help: ArgumentHelp(
      "Tệp đối chiếu đã chọn xong của lần chạy trước.", valueName: "doi-chieu.xlsx"))
  var decisions: String?

  @OptionGroup(title: "Phụ lục") var appendix: AppendixOptions
  @OptionGroup(title: "Kỳ trước") var period: PeriodOptions
  @OptionGroup(title: "Kết quả") var output: OutputOptions
  @OptionGroup(title: "Hiển thị") var display: TerminalOptions

  func run() async throws {
    let presentation = RunPresentation(display)
    var work: Job
    do {
      work = try Job(contentsOf: job)
    } catch {
      try presentation.fail(error)
    }
    appendix.apply(to: &work)
    period.apply(to: &work)
    if let decisions { work.decisions = decisions }
    if work.appendices != nil {
      try await presentation.perform(binding: work, output: output)
      return
    }
    try await presentation.perform(
      work, products: ConsolidationRun.Product.allCases, output: output)
  }
}
