package import AppendixModel
import CellGrid

/// By which two values of a column mean the same.
package enum ValueKey {
  /// Whether two values say the same, however written.
  package static func areSame(_ one: Field?, _ other: Field?, role: ColumnRole) -> Bool {
    let one = one ?? Field("")
    let other = other ?? Field("")
    if one.text == other.text { return true }
    return !one.isBlank && !other.isBlank && key(of: one, role: role) == key(of: other, role: role)
  }

  /// Deadlines by the days they span, however written; other values by their words.
  static func key(of field: Field, role: ColumnRole) -> String {
    guard role == .deadline else { return comparisonKey(field.text) }
    let deadline = Deadline(parsing: field.text, date: field.date)
    switch deadline.kind {
    case .period:
      if let from = deadline.from, let to = deadline.to { return "\(from)–\(to)" }
      return comparisonKey(field.text)
    case .ongoing: return "ongoing"
    case .blank, .free: return comparisonKey(field.text)
    }
  }

  /// Keys of many values, each different one worked out once.
  struct Cache {
    private struct Value: Hashable {
      var text: String
      var date: CalendarDate?
      var role: ColumnRole
    }

    private var keys: [Value: String] = [:]

    mutating func key(of field: Field?, role: ColumnRole) -> String {
      guard let field, !field.isBlank else { return "" }
      let value = Value(text: field.text, date: field.date, role: role)
      if let key = keys[value] { return key }
      let key = ValueKey.key(of: field, role: role)
      keys[value] = key
      return key
    }
  }
}
