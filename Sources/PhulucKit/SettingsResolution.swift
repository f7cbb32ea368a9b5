import AppendixModel
import Consolidation
import Findings
import Foundation

/// Turns the names that settings use for inputs into their places.
struct SettingsResolution {
  let settings: ConsolidationSettings

  init(_ settings: Job.Settings?, tables: InputTables) throws(RunFailure) {
    func order(_ names: [String]?, _ setting: String) throws(RunFailure) -> [InputID] {
      var order: [InputID] = []
      for name in names ?? [] {
        let matches = tables.tables.indices.filter { Self.goes(by: name, tables.tables[$0]) }
        guard !matches.isEmpty else {
          throw RunFailure(JobFault.unknownInput(name, setting: setting))
        }
        order += matches.map { InputID($0) }.filter { !order.contains($0) }
      }
      return order
    }
    let names = tables.tables.enumerated().map { (InputID($0.offset), $0.element.name) }
    self.settings = ConsolidationSettings(
      wordingOrder: try order(settings?.wording, "wording"),
      leadOrder: try order(settings?.leads, "leads"),
      rowOrder: try order(settings?.rows, "rows"),
      inputNames: Dictionary(uniqueKeysWithValues: names),
      statusRule: settings?.status.flatMap { .init(rawValue: $0.rawValue) } ?? .leastAdvanced,
      officeNames: settings?.offices.flatMap { .init(rawValue: $0.rawValue) } ?? .withUnit,
      writesSuccessors: settings?.units == .successors)
  }

  /// An input goes by its id, its number from 1, its name, or its file's name.
  private static func goes(by name: String, _ table: InputTables.Table) -> Bool {
    let file = (table.file as NSString).lastPathComponent
    return [
      table.id, String(table.source + 1), table.name, file,
      (file as NSString).deletingPathExtension,
      table.file,
    ].contains(name)
  }
}
