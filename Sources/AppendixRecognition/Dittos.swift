import AppendixModel
import CellGrid
import Findings

/// «Như trên», `-nt-`, `"`: values that stand in the row above.
struct Dittos {
  /// The last value of each role.
  private var values: [ColumnRole: Field] = [:]
  private var resolved = 0
  private var first: CellAddress?

  /// Puts the values of the row above where the row only points to them.
  mutating func resolve(_ fields: inout [ColumnRole: Field]) {
    for (role, field) in fields where Self.isValue(role) && !field.isBlank {
      guard Self.isDitto(field.text) else {
        values[role] = field
        continue
      }
      guard var value = values[role] else { continue }
      resolved += 1
      if let address = field.origins.first?.address, first.map({ address < $0 }) ?? true {
        first = address
      }
      value.origins += field.origins
      fields[role] = value
    }
  }

  /// What a person should know of it; nil where nothing was resolved.
  func finding(file: String, sheet: String) -> Finding? {
    guard resolved > 0 else { return nil }
    return Finding(
      "ditto", .note, at: Location(file: file, sheet: sheet, cell: first),
      vi: "\(resolved) ô ghi «như trên» được hiểu là giá trị của dòng trước.",
      en: "\(resolved) cells that say “as above” were given the value of the row before.")
  }

  private static func isValue(_ role: ColumnRole) -> Bool {
    role != .task && role != .ordinal && role != .sectionOrdinal
  }

  private static func isDitto(_ text: String) -> Bool {
    guard text.utf8.count <= 40 else { return false }
    let key = WordKey(text)
    if !key.isEmpty { return OfficeWords.dittos.isAny(key) }
    let bare = text.filter { !$0.isWhitespace && !"-–.".contains($0) }
    return ["\"", "''", "”", "″", "〃", "“", "\"\""].contains(bare)
  }
}
