import AppendixModel
import CellGrid

/// The rows of a header and what each column's heading says, level by level.
struct HeaderBlock: Sendable {
  /// One row of the header over a column: the text, and where it stands.
  struct Level: Hashable, Sendable {
    var text: String
    var row: Int
    var column: Int
    /// The words, and those outside brackets: made once, as every kind of table looks at them.
    let key: WordKey
    let bareKey: WordKey

    init(text: String, row: Int, column: Int) {
      self.text = text
      self.row = row
      self.column = column
      key = WordKey(text)
      bareKey = text.contains("(") ? WordKey(ColumnAssigner.withoutBrackets(text)) : key
    }

    static func == (one: Level, other: Level) -> Bool {
      one.row == other.row && one.column == other.column && one.text == other.text
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(row)
      hasher.combine(column)
      hasher.combine(text)
    }
  }

  struct Column: Sendable {
    var column: Int
    /// From the outermost to the innermost.
    var levels: [Level]

    /// Of the innermost heading.
    var leafKey: WordKey { levels.last?.key ?? WordKey("") }
    /// Of all levels read together: «Thời gian / Hoàn thành».
    var joinedKey: WordKey {
      var key = WordKey("")
      key.words = levels.flatMap(\.key.words)
      return key
    }

    var text: String {
      levels.map { $0.text.split(whereSeparator: \.isNewline).joined(separator: " ") }
        .joined(separator: " / ")
    }
  }

  var rows: ClosedRange<Int>
  /// Columns with a heading, left to right.
  var columns: [Column]

  /// The block over these rows; nil where they can't be a header.
  init?(_ rows: ClosedRange<Int>, in grid: TextGrid) {
    self.rows = rows
    var places: Set<Int> = []
    for row in rows {
      guard let cells = grid.rows[row], cells.count <= TextGrid.columnLimit else { return nil }
      for cell in cells where cell.column < TextGrid.columnLimit {
        // A title or a paragraph is no heading.
        guard cell.text.utf8.count <= 360, cell.date == nil else { return nil }
        let merge = grid.merges.covering(row: row, column: cell.column)
        for column in cell.column...min(merge?.last.column ?? cell.column, TextGrid.columnLimit - 1)
        {
          places.insert(column)
        }
      }
    }
    columns = []
    for column in places.sorted() {
      var levels: [Level] = []
      for row in rows {
        guard let cell = grid.seen(row, column) else { continue }
        let level = Level(text: cell.text, row: cell.row, column: cell.column)
        if levels.last != level { levels.append(level) }
      }
      // A merge from above the block is a title's, not a heading's.
      levels.removeAll { !rows.contains($0.row) }
      if !levels.isEmpty { columns.append(Column(column: column, levels: levels)) }
    }
    guard columns.count >= 2 else { return nil }
    fillParents(grid)
  }

  /// Headers typed without merging: a group's heading stands over its first column only.
  private mutating func fillParents(_ grid: TextGrid) {
    guard rows.count > 1 else { return }
    for index in columns.indices.dropFirst() {
      let column = columns[index]
      let left = columns[index - 1]
      guard column.levels.count == 1, let own = column.levels.first, own.row > rows.lowerBound,
        left.levels.count > 1, left.column + 1 == column.column,
        let parent = left.levels.first, parent.row < own.row,
        grid.merges.covering(row: parent.row, column: parent.column) == nil,
        left.levels.last?.row == own.row
      else { continue }
      columns[index].levels.insert(parent, at: 0)
    }
  }
}
