import AppendixModel
import CellGrid

/// Tables that stand side by side in a sheet: bands of columns, each with a table of its own.
enum SheetBands {
  /// Rows with headings that are looked at.
  private static let rowLimit = 50

  /// The bands, left to right; nil where the sheet is one.
  static func columns(_ finder: HeaderFinder) -> [Range<Int>]? {
    for candidate in finder.candidates().prefix(rowLimit) {
      let cells = finder.grid.rows[candidate.row] ?? []
      let starts = starts(cells, finder, row: candidate.row)
      guard starts.count > 1 else { continue }
      let bands = zip([0] + starts.dropFirst(), starts.dropFirst() + [Int.max])
        .map { $0..<max($0, $1) }
      let isTables = bands.allSatisfy { band in
        cells.count { band.contains($0.column) && isKnown($0, finder) } >= 3
      }
      if isTables { return bands }
    }
    return nil
  }

  /// Where tables begin: at a number column that a task column follows, or at the first column
  /// behind an empty one.
  private static func starts(_ cells: [TextGrid.Cell], _ finder: HeaderFinder, row: Int) -> [Int] {
    var starts: [Int] = []
    var ordinal: Int?
    var lastTask: Int?
    for cell in cells {
      if means(cell, .ordinal, finder) { ordinal = cell.column }
      guard means(cell, .task, finder) else { continue }
      if let ordinal, starts.last.map({ $0 < ordinal }) ?? true {
        starts.append(ordinal)
      } else if let lastTask, let gap = emptyColumn(lastTask..<cell.column, finder.grid, from: row)
      {
        if starts.isEmpty { starts.append(0) }
        starts.append(gap + 1)
      }
      ordinal = nil
      lastTask = cell.column
    }
    return starts
  }

  /// The last of the columns that holds nothing from a row on.
  private static func emptyColumn(_ columns: Range<Int>, _ grid: TextGrid, from row: Int) -> Int? {
    var empty = Set(columns)
    for index in grid.rowIndexes where index >= row {
      for cell in grid.rows[index] ?? [] {
        let merge = grid.merges.covering(row: index, column: cell.column)
        for column in cell.column...(merge?.last.column ?? cell.column) where !empty.isEmpty {
          if columns.contains(column) { empty.remove(column) }
          if column >= columns.upperBound { break }
        }
      }
      if empty.isEmpty { return nil }
    }
    return empty.max()
  }

  private static func means(_ cell: TextGrid.Cell, _ role: ColumnRole, _ finder: HeaderFinder)
    -> Bool
  {
    let key = WordKey(cell.text)
    return finder.assigners.contains { assigner in
      assigner.lexicon.exactMeanings(key).contains { $0.role == role && !$0.isAmbiguous }
    }
  }

  private static func isKnown(_ cell: TextGrid.Cell, _ finder: HeaderFinder) -> Bool {
    let key = WordKey(cell.text)
    return finder.assigners.contains { $0.lexicon.isExact(key) || $0.lexicon.isOther(key) }
  }
}
