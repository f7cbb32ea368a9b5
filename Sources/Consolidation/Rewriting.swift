package import AppendixModel

/// A cell of agencies that was written otherwise before merging, with what its source says.
package struct Rewriting: Hashable, Sendable {
  package enum Kind: String, Sendable {
    /// Today's name for a former unit.
    case successor
    /// An office with the unit that it belongs to.
    case office
  }

  package var kind: Kind
  package var origin: CellOrigin
  package var before: String
  package var after: String

  package init(kind: Kind, origin: CellOrigin, before: String, after: String) {
    self.kind = kind
    self.origin = origin
    self.before = before
    self.after = after
  }
}
