import ArgumentParser

@main
struct PhulucCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "phuluc", abstract: "Gộp phụ lục.", subcommands: [CellsCommand.self])
}
