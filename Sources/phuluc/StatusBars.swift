import PhulucKit

/// The counts by status as bars, for people who would rather look than read.
struct StatusBars {
  var status: RunRecord.Status
  /// Status ids and their names, in the template's order.
  var names: [(id: String, name: String)]

  init(_ status: RunRecord.Status, names: [(id: String, name: String)]) {
    self.status = status
    self.names = names
  }

  func lines(_ terminal: Terminal) -> [String] {
    let width = 40
    let shown = names.filter { status.byStatus[$0.id, default: 0] > 0 }
    let longest = shown.map(\.name.count).max() ?? 0
    return shown.map { entry in
      let count = status.byStatus[entry.id, default: 0]
      let length = max(1, width * count / max(1, status.total))
      let label = entry.name + String(repeating: " ", count: longest - entry.name.count)
      return "  \(label)  \(String(repeating: "▇", count: length)) \(count)"
    }
  }
}
