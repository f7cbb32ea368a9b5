import ArgumentParser
import PhulucKit

struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Gộp phụ lục của các đơn vị cũ thành một phụ lục.",
    discussion: """
      Nhận hai hay nhiều tệp .xlsx (hoặc thư mục). Tệp thứ nhất là gốc: lời văn, thứ tự cơ quan
      và thứ tự dòng theo tệp đó, trừ khi chọn khác bằng --wording, --leads, --rows.
      Các tệp được gọi bằng số thứ tự (1, 2, …), bằng tên tệp hay bằng tên đặt trong --name.
      """,
    aliases: ["gop"])

  @OptionGroup var workbooks: WorkbookArguments

  @Option(
    help: ArgumentHelp(
      "Tên gọi của các tệp, theo thứ tự, như «Sở A,Sở B».", valueName: "tên,…"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "Giữ lời văn của tệp nào khi một nhiệm vụ viết khác nhau, như 2,1.", valueName: "tệp,…"))
  var wording: String?

  @Option(
    help: ArgumentHelp("Thứ tự các cơ quan chủ trì khi ghép lại, như 2,1.", valueName: "tệp,…"))
  var leads: String?

  @Option(
    help: ArgumentHelp(
      "Dòng của tệp nào đứng trước ở giữa hai nhiệm vụ chung, như 2,1.", valueName: "tệp,…"))
  var rows: String?

  @Option(
    help: ArgumentHelp(
      "Tên cơ quan trong kết quả: former (như tệp gốc) hoặc successors (tên sau sắp xếp).",
      valueName: "former|successors"))
  var units: UnitNaming?

  @Option(
    help: ArgumentHelp(
      "Trạng thái của nhiệm vụ gộp khi các tệp khác nhau: least-advanced (kém hơn, mặc định), "
        + "most-advanced (khá hơn) hoặc first (theo tệp giữ lời văn).",
      valueName: "cách"))
  var status: StatusChoice?

  @Flag(
    help: "Tệp có nhiều loại bảng: mỗi loại một phụ lục (Phụ lục I, II …) trong một phu-luc.xlsx.")
  var eachKind = false

  @Option(
    help: ArgumentHelp(
      "Phòng trùng tên ở nhiều đơn vị: with-unit (ghi kèm đơn vị, mặc định) hoặc as-written "
        + "(như tệp gốc).", valueName: "with-unit|as-written"))
  var offices: OfficeNaming?

  @OptionGroup var review: DecisionOptions
  @OptionGroup(title: "Phụ lục") var appendix: AppendixOptions
  @OptionGroup(title: "Kỳ trước") var period: PeriodOptions
  @OptionGroup(title: "Kết quả") var output: OutputOptions
  @OptionGroup(title: "Hiển thị") var display: TerminalOptions

  func run() async throws {
    var job = Job(inputs: workbooks.files.map { Job.Input(file: $0) })
    if let name {
      for (index, name) in Self.list(name).enumerated() where job.inputs.indices.contains(index) {
        job.inputs[index].name = name
      }
    }
    job.settings = Job.Settings(
      wording: wording.map(Self.list), leads: leads.map(Self.list), rows: rows.map(Self.list),
      units: units.flatMap { Job.UnitNames(rawValue: $0.rawValue) },
      status: status.flatMap { Job.Settings.StatusRule(rawValue: $0.rawValue) },
      offices: offices.flatMap { Job.Settings.OfficeNames(rawValue: $0.rawValue) })
    review.apply(to: &job)
    appendix.apply(to: &job)
    period.apply(to: &job)
    if eachKind {
      let presentation = RunPresentation(display)
      do {
        job = try await AppendixBinding.byKind(job)
      } catch {
        try presentation.fail(error)
      }
      if job.appendices != nil {
        try await presentation.perform(binding: job, output: output)
        return
      }
    }
    try await RunPresentation(display).perform(
      job, products: ConsolidationRun.Product.allCases, output: output)
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }.map(String.init)
  }
}

/// Which of several statuses a merged row takes.
enum StatusChoice: String, ExpressibleByArgument, CaseIterable {
  case leastAdvanced = "least-advanced"
  case mostAdvanced = "most-advanced"
  case first
}

/// How an office stands whose name several units' offices bear.
enum OfficeNaming: String, ExpressibleByArgument, CaseIterable {
  case withUnit = "with-unit"
  case asWritten = "as-written"
}

/// Under which names the output lists agencies.
enum UnitNaming: String, ExpressibleByArgument, CaseIterable { case former, successors }
