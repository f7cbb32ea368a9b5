import AppendixModel

/// Tables that hold names or titles of any language instead of tasks of a plan.
enum PlainTables {
  /// Whether at most one row in ten has letters that only Vietnamese has.
  static func areNames(_ appendices: [Appendix]) -> Bool {
    var rows = 0
    var vietnamese = 0
    for item in appendices.lazy.flatMap(\.items) {
      rows += 1
      if isVietnamese(item.text) { vietnamese += 1 }
    }
    return rows > 0 && vietnamese * 10 < rows
  }

  /// The rows, with the columns that at least two tables have.
  static func records(_ appendices: [Appendix]) -> NameRecordSet {
    var headers: [String: String] = [:]
    var inputs: [String: Set<Int>] = [:]
    for (input, appendix) in appendices.enumerated() {
      for item in appendix.items {
        for (key, header, _) in values(item) {
          if headers[key] == nil { headers[key] = header }
          inputs[key, default: []].insert(input)
        }
      }
    }
    let shared = inputs.keys.filter { (inputs[$0]?.count ?? 0) > 1 }.sorted()
    var set = NameRecordSet(columns: shared.map { headers[$0] ?? $0 })
    for (input, appendix) in appendices.enumerated() {
      for (row, item) in appendix.items.enumerated() {
        var texts: [String: String] = [:]
        for (key, _, text) in values(item) { texts[key] = text }
        set.add(input: input, row: row, text: item.text, values: shared.map { texts[$0] ?? "" })
      }
    }
    return set
  }

  /// Columns that number or name rows, and the name itself, say nothing more.
  private static let leftOut: Set<ColumnRole> = [.task, .ordinal, .sectionOrdinal]

  private static func values(_ item: Item) -> [(key: String, header: String, text: String)] {
    item.fields.filter { !leftOut.contains($0.key) }
      .map { ("role " + $0.key.rawValue, $0.key.rawValue, $0.value.text) }
      + item.extras.map { (comparisonKey($0.header), $0.header, $0.field.text) }
  }

  private static func isVietnamese(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0,
        0x1EA0...0x1EF9, 0x300, 0x301, 0x303, 0x309, 0x323:
        true
      default: false
      }
    }
  }
}
