import AppendixModel
import VietText

/// Whether figures of several units may be added: counts may, percents, scores and ranks may not.
enum Additivity {
  /// `rows` are the fields of the rows to be merged.
  static func adds(_ rows: [[ColumnRole: Field]]) -> Bool {
    let units = rows.map { unaccented($0[.unit]?.text ?? "") }.filter { !$0.isEmpty }
    // Hồ sơ and lượt don't add up to anything.
    if Set(units).count > 1 { return false }
    if let unit = units.first { return !isMeasure(unit: unit) }
    return !rows.contains { isMeasure(task: unaccented($0[.task]?.text ?? "")) }
  }

  private static let measures: Set<String> = [
    "%", "phan tram", "diem", "chi so", "hang", "thu hang", "bac", "ty le", "ti le", "percent",
    "score", "rank", "index",
  ]

  private static func isMeasure(unit: String) -> Bool {
    unit.contains("%") || measures.contains(unit)
      || measures.contains { unit.hasPrefix($0 + " ") || unit.hasPrefix($0 + "/") }
  }

  /// Where no unit is given, the indicator's own name tells.
  private static func isMeasure(task: String) -> Bool {
    ["ty le ", "ti le ", "chi so ", "muc do hai long", "diem ", "xep hang ", "thu hang ", "% "]
      .contains { task.hasPrefix($0) }
  }
}
