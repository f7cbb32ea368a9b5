import ArgumentParser
import PhulucKit

/// `templates form`: a blank form of a template.
struct FormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form",
    abstract: "Lập biểu mẫu trống để gửi các đơn vị điền (bieu-mau).",
    aliases: ["bieu-mau"])

  @Argument(help: ArgumentHelp("Biểu mẫu: mã có sẵn hoặc tệp YAML.", valueName: "mã|tệp"))
  var template: String?

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

  func run() throws {
    let terminal = display.terminal
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
}
