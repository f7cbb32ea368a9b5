import AppendixModel

/// By which two values of a column mean the same.
enum ValueKey {
  static func key(of field: Field) -> String {
    let deadline = Deadline(parsing: field.text, date: field.date)
    if deadline.kind == .period, let from = deadline.from, let to = deadline.to {
      return "\(from)–\(to)"
    }
    if deadline.kind == .ongoing { return "ongoing \(comparisonKey(field.text))" }
    return comparisonKey(field.text)
  }
}
