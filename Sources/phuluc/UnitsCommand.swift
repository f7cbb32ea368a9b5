import ArgumentParser
import PhulucKit

/// `phuluc units`: the registry of agencies, by date.
struct UnitsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "units",
    abstract: "Tra danh mục đơn vị: tên gọi, ai thành ai, từ ngày nào.",
    subcommands: [List.self, Find.self],
    aliases: ["don-vi"])

  /// What both take.
  struct RegistryOptions: ParsableArguments {
    @OptionGroup var date: DateOptions

    @Option(
      name: [.long, .customLong("units")],
      help: ArgumentHelp("Tệp đơn vị riêng của cơ quan, thêm vào danh mục.", valueName: "tệp.yaml"),
      completion: .file(extensions: ["yaml", "yml"]))
    var registry: String?

    func lookup(_ display: TerminalOptions) throws -> UnitLookup {
      do {
        return try UnitLookup(asOf: date.asOf, unitsFile: registry)
      } catch {
        for line in error.lines(language: display.lang.rawValue) { display.terminal.error(line) }
        throw ExitCode(error.exitCode)
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Liệt kê các đơn vị, hoặc các tỉnh, của một ngày.",
      aliases: ["danh-sach"])

    @Flag(help: "Liệt kê tỉnh, thành phố thay cho sở, ban.")
    var provinces = false

    @OptionGroup(title: "Danh mục") var registry: RegistryOptions
    @OptionGroup(title: "Hiển thị") var display: TerminalOptions

    func run() throws {
      let lookup = try registry.lookup(display)
      let terminal = display.terminal
      for name in provinces ? lookup.provinces() : lookup.units() {
        terminal.out(display.json ? try lookup.record(name).json() : name)
      }
    }
  }

  struct Find: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "find", abstract: "Cho biết một tên gọi là cơ quan nào vào một ngày.",
      discussion: """
        Ví dụ: phuluc units find "Sở TT&TT" --as-of 01/4/2025
        Kết thúc với mã 1 nếu có --strict và danh mục không có tên đó.
        """,
      aliases: ["tim"])

    @Argument(help: ArgumentHelp("Tên đơn vị, viết đủ hay viết tắt.", valueName: "tên"))
    var names: [String]

    @OptionGroup(title: "Danh mục") var registry: RegistryOptions
    @OptionGroup(title: "Hiển thị") var display: TerminalOptions

    func run() throws {
      let lookup = try registry.lookup(display)
      let terminal = display.terminal
      for name in names {
        if display.json {
          terminal.out(try lookup.record(name).json())
          continue
        }
        for (index, line) in lookup.describe(name, language: display.lang.rawValue).enumerated() {
          terminal.out(index == 0 ? terminal.painted(line, .bold) : line)
        }
      }
      if display.strict, names.contains(where: { !lookup.knows($0) }) { throw ExitCode(1) }
    }
  }
}
