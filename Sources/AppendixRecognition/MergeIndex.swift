import CellGrid

/// Finds the merge that covers a cell; merges stay rectangles.
struct MergeIndex: Sendable {
  /// By column, merges in order of their first row.
  private var byColumn: [[CellRange]]

  /// Merges over the first `columns` columns; wider ones are cut there.
  init(_ merges: [CellRange], columns: Int) {
    byColumn = Array(repeating: [], count: max(0, columns))
    for merge in merges.sorted(by: { $0.first < $1.first }) where merge.first != merge.last {
      guard merge.first.column < columns else { continue }
      for column in merge.first.column...min(merge.last.column, columns - 1) {
        byColumn[column].append(merge)
      }
    }
  }

  func covering(row: Int, column: Int) -> CellRange? {
    guard byColumn.indices.contains(column) else { return nil }
    let merges = byColumn[column]
    var low = 0
    var high = merges.count
    while low < high {
      let middle = (low + high) / 2
      if merges[middle].first.row <= row { low = middle + 1 } else { high = middle }
    }
    guard low > 0, merges[low - 1].last.row >= row else { return nil }
    return merges[low - 1]
  }
}
