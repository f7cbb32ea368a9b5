import AppendixModel
import Synchronization

/// What the cells of a sheet look like, worked out once for each text: the columns under every row
/// that may be a header are looked at, by every kind of table.
final class CellFacts: Sendable {
  /// What one cell looks like.
  struct Facts: Sendable {
    var kinds: Set<AppendixTemplate.ContentKind>
    var words: Int
    /// By kind of table, whether one of its statuses is meant.
    var isStatus: [Bool]
  }

  private let classifiers: [StatusClassifier]
  private let known = Mutex<[String: Facts]>([:])
  private static let limit = 50_000

  init(_ classifiers: [StatusClassifier]) { self.classifiers = classifiers }

  func facts(_ cell: TextGrid.Cell) -> Facts {
    guard cell.number == nil, cell.date == nil else {
      let key = WordKey(cell.text)
      return Facts(
        kinds: ColumnContents.kinds(of: cell, key), words: key.words.count,
        isStatus: classifiers.map { _ in false })
    }
    if let facts = known.withLock({ $0[cell.text] }) { return facts }
    let key = WordKey(cell.text)
    let facts = Facts(
      kinds: ColumnContents.kinds(of: cell, key), words: key.words.count,
      isStatus: classifiers.map { !key.isEmpty && $0.match(cell.text) != nil })
    known.withLock { known in
      if known.count < Self.limit { known[cell.text] = facts }
    }
    return facts
  }
}
