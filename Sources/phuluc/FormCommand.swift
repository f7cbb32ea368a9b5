import ArgumentParser
import PhulucKit

/// `templates form`: a blank form of a template.
struct FormCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form",
    abstract: "Lập biểu mẫu để gửi các đơn vị điền.",
    discussion: """
      Biểu mẫu trống theo một loại phụ lục; với --from thì điền sẵn nhiệm vụ của một phụ lục. Ô cần
      điền màu vàng, các ô khác được khóa, có danh sách chọn trạng thái.
      """,
    aliases: ["bieu-mau"])

  @Argument(help: ArgumentHelp("Biểu mẫu: mã có sẵn hoặc tệp YAML.", valueName: "mã|tệp"))
  var template: String?

  @Option(help: ArgumentHelp("Phụ lục để điền sẵn nhiệm vụ (.xlsx).", valueName: "tệp"))
  var from: String?

  @Option(
    name: .customLong("template"),
    help: ArgumentHelp("Như trên, viết dưới dạng tùy chọn.", valueName: "mã|tệp"),
    completion: .file(extensions: ["yaml", "yml"]))
  var namedTemplate: String?

  @Option(help: ArgumentHelp("Số dòng để điền.", valueName: "số"))
  var rows = 50

  @Option(help: ArgumentHelp("Tên đơn vị điền biểu mẫu.", valueName: "chữ"))
  var unit = ""

  @Option(help: ArgumentHelp("Tên biểu mẫu.", valueName: "chữ"))
  var title: String?

  @OptionGroup var date: DateOptions
  @OptionGroup(title: "Kết quả") var output: OutputOptions
  @OptionGroup(title: "Hiển thị") var display: TerminalOptions

  func validate() throws {
    guard (1...10_000).contains(rows) else {
      throw ValidationError("--rows phải từ 1 đến 10000.")
    }
  }

  func run() async throws {
    let terminal = display.terminal
    if let from {
      try await prefill(from: from)
      return
    }
    let form = BlankForm(
      template: template ?? namedTemplate, title: title, unit: unit, rows: rows, asOf: date.asOf)
    do {
      if let path = try form.execute(into: output.folder, mayOverwrite: output.force) {
        terminal.out(path)
      }
    } catch {
      for line in error.lines(language: display.lang.rawValue) { terminal.error(line) }
      throw ExitCode(error.exitCode)
    }
  }

  private func prefill(from file: String) async throws {
    let terminal = display.terminal
    var job = Job(inputs: [Job.Input(file: file)])
    job.template = template ?? namedTemplate
    job.asOf = date.asOf
    if let title { job.heading = Job.Heading(title: title) }
    var split = FormSplit(job, level: .whole)
    split.unit = unit
    do {
      let report = try await split.execute(into: output.folder, mayOverwrite: output.force)
      for line in report.findingLines(language: display.lang.rawValue) { terminal.remark(line) }
      if let folder = output.folder {
        for form in report.forms { terminal.out("\(folder)/\(form.file)") }
      }
    } catch {
      for line in error.lines(language: display.lang.rawValue) { terminal.error(line) }
      throw ExitCode(error.exitCode)
    }
  }
}
