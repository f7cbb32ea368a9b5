/// A group of items under a heading row, usually with a Roman number.
package struct Section: Hashable, Sendable {
  /// As written: `I`, `II`, `A`; empty for items that stand before any section row.
  package var number: String
  package var title: String
  /// 0 for the outermost groups, 1 for a group inside one, and so on.
  package var level: Int
  /// Where the heading row stands; nil where the section has none.
  package var origin: RowOrigin?
  package var items: [Item]

  package init(
    number: String, title: String, level: Int = 0, origin: RowOrigin? = nil, items: [Item] = []
  ) {
    self.number = number
    self.title = title
    self.level = level
    self.origin = origin
    self.items = items
  }
}
