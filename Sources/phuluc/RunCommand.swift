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

  @OptionGroup var review: DecisionOptions
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
    review.apply(to: &work)
    if work.appendices != nil {
      try await presentation.perform(binding: work, output: output)
      return
    }
    try await presentation.perform(
      work, products: ConsolidationRun.Product.allCases, output: output)
  }
}
