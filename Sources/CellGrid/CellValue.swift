/// What a cell holds, as its program meant it.
package enum CellValue: Hashable, Sendable {
  /// Nothing, though the cell may be styled.
  case blank
  case text(String)
  /// The exact double that the file holds.
  case number(Double)
  case boolean(Bool)
  /// An error's text, such as `#N/A`.
  case error(String)
  /// A number shown as a date or time, with the raw number kept.
  case date(CalendarDate, raw: Double)

  package var isBlank: Bool { self == .blank }

  /// The text of the cell as a person reads it: `3`, `2025-03-31`, `TRUE`.
  package var displayText: String {
    switch self {
    case .blank: ""
    case .text(let text): text
    case .number(let number): Self.shortest(number)
    case .boolean(let flag): flag ? "TRUE" : "FALSE"
    case .error(let text): text
    case .date(let date, _): "\(date)"
    }
  }

  /// The shortest text that gives the same double back; whole numbers without `.0`.
  package static func shortest(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
    return String(number)
  }
}
