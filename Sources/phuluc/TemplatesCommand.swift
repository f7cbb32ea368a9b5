import ArgumentParser
import Foundation
import PhulucKit

struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates",
    abstract: "Biểu mẫu: liệt kê, xem, xuất ra để sửa, học từ tệp mẫu.",
    subcommands: [
      ListTemplates.self, ShowTemplate.self, ExportTemplates.self, LearnTemplate.self,
      FormCommand.self,
    ],
    defaultSubcommand: ListTemplates.self,
    aliases: ["mau"])
}

struct ListTemplates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Liệt kê các biểu mẫu có sẵn.", aliases: ["liet-ke"])

  @OptionGroup(title: "Hiển thị") var display: TerminalOptions

  func run() throws {
    let session = TableSession(display)
    do {
      let entries = try TemplateShelf.entries()
      if display.json {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        session.terminal.out(data: try encoder.encode(entries) + Data("\n".utf8))
        return
      }
      let width = entries.map(\.id.count).max() ?? 0
      for entry in entries {
        let id = entry.id + String(repeating: " ", count: width - entry.id.count)
        session.terminal.out("\(id)  \(entry.name)")
      }
    } catch let failure as RunFailure {
      throw session.fault(failure)
    }
  }
}

struct ShowTemplate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Cho xem một biểu mẫu: cột, cách gộp, trạng thái.",
    aliases: ["xem"])

  @Argument(help: ArgumentHelp("Biểu mẫu: mã có sẵn hoặc tệp YAML.", valueName: "mã|tệp"))
  var template: String

  @OptionGroup(title: "Hiển thị") var display: TerminalOptions

  func run() throws {
    let session = TableSession(display)
    do {
      let lines = try TemplateShelf.description(template, isEnglish: display.lang == .en)
      for line in lines { session.terminal.out(line) }
    } catch {
      throw session.fault(error)
    }
  }
}

struct ExportTemplates: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Ghi biểu mẫu có sẵn ra tệp YAML để sửa.", aliases: ["xuat"])

  @Argument(help: ArgumentHelp("Mã biểu mẫu; không có thì ghi tất cả.", valueName: "mã"))
  var ids: [String] = []

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Thư mục nhận các tệp YAML.", valueName: "thư mục"))
  var output = "bieu-mau"

  @Flag(help: "Ghi đè tệp đã có.")
  var force = false

  @OptionGroup(title: "Hiển thị") var display: TerminalOptions

  func run() throws {
    let session = TableSession(display)
    do {
      for path in try TemplateShelf.export(ids, to: output, mayOverwrite: force) {
        session.terminal.out(path)
      }
    } catch {
      throw session.fault(error)
    }
  }
}

struct LearnTemplate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: "Viết biểu mẫu từ một tệp Excel mà cơ quan đang dùng.",
    discussion: """
      Ví dụ: phuluc mau hoc bieu-so-noi-vu.xlsx -o so-noi-vu.yaml
      Chỗ máy không chắc được ghi «CẦN XEM» trong biểu mẫu để người xem lại.
      """,
    aliases: ["hoc"])

  @Argument(help: ArgumentHelp("Tệp Excel làm mẫu.", valueName: "tệp"))
  var example: String

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Tệp YAML nhận biểu mẫu; không có thì in ra màn hình.", valueName: "tệp"))
  var output: String?

  @Option(help: ArgumentHelp("Mã của biểu mẫu mới: a–z, 0–9 và dấu -.", valueName: "mã"))
  var id: String?

  @Option(help: ArgumentHelp("Tên của biểu mẫu mới.", valueName: "tên"))
  var name: String?

  @Option(
    help: ArgumentHelp("Dựa theo biểu mẫu này; không có thì tự nhận ra.", valueName: "mã|tệp"))
  var base: String?

  @Option(help: ArgumentHelp("Trang tính làm mẫu.", valueName: "tên"))
  var sheet: String?

  @Flag(help: "Ghi đè tệp đã có.")
  var force = false

  @OptionGroup(title: "Hiển thị") var display: TerminalOptions

  func run() throws {
    let session = TableSession(display)
    do {
      let learned = try TemplateShelf.learn(
        from: example, sheet: sheet, base: base, id: id, name: name)
      session.tell(learned.findings + learned.doubts)
      let data = Data(learned.yaml.utf8)
      guard let output else {
        session.terminal.out(data: data)
        return
      }
      try session.write(data, to: output, force: force, inputs: [example])
      session.terminal.out(
        session.terminal.say(
          vi: "Đã ghi \(output), dựa theo biểu mẫu \(learned.base); "
            + "\(learned.doubts.count) chỗ cần xem lại.",
          en: "Wrote \(output), after the template \(learned.base); "
            + "\(learned.doubts.count) places to look at."))
    } catch let failure as RunFailure {
      throw session.fault(failure)
    }
  }
}
