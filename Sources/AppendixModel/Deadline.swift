package import CellGrid

/// A deadline as written, with its first and last day where it has any.
package struct Deadline: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case blank
    /// A day, a month, a quarter, a year …: `from` and `to` are known.
    case period
    /// Thường xuyên, hằng quý …: no last day.
    case ongoing
    /// Free text, such as «Theo hướng dẫn của Sở Nội vụ».
    case free
  }

  package var text: String
  package var kind: Kind
  package var from: CalendarDate?
  package var to: CalendarDate?

  package init(text: String, kind: Kind, from: CalendarDate? = nil, to: CalendarDate? = nil) {
    self.text = text
    self.kind = kind
    self.from = from
    self.to = to
  }
}
