/// The cells of a sheet, packed and in order, with the arenas that hold their texts.
package struct CellStore: Sendable {
  /// Sorted by place once ``finish()`` ran.
  package private(set) var cells: ContiguousArray<PackedCell> = []
  /// UTF-8 of texts that belong to this sheet alone.
  package private(set) var arena: [UInt8] = []
  package var sharedTexts = TextTable()
  /// Whether dates count from 1904.
  package var uses1904 = false
  private var isOrdered = true

  package init() {}

  /// Adds a cell; order may be mended later by ``finish()``.
  @inline(__always)
  package mutating func append(_ cell: PackedCell) {
    if let last = cells.last, last.place >= cell.place { isOrdered = false }
    cells.append(cell)
  }

  /// Puts a text into the sheet's own arena and gives its payload.
  package mutating func keep(_ text: some Sequence<UInt8>) -> UInt64 {
    let start = arena.count
    arena.append(contentsOf: text)
    return PackedCell.stretch(offset: start, length: arena.count - start)
  }

  /// Puts a stretch of bytes into the sheet's own arena and gives its payload.
  package mutating func keep(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> UInt64 {
    let offset = arena.count
    let part = bytes.extracting(start..<end)
    part.withUnsafeBufferPointer { arena.append(contentsOf: $0) }
    return PackedCell.stretch(offset: offset, length: end - start)
  }

  /// Lends the sheet's own arena, for letters that come in pieces.
  package mutating func withArena<R>(_ body: (inout [UInt8]) -> R) -> R { body(&arena) }

  /// Forgets all cells and texts of its own, keeping the room that they took.
  package mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
    arena.removeAll(keepingCapacity: true)
  }

  /// Makes room for so many cells.
  package mutating func reserve(_ count: Int) { cells.reserveCapacity(count) }

  /// Forgets the cells and texts after those numbers of them.
  package mutating func removeLast(to count: Int, arena length: Int) {
    cells.removeLast(max(0, cells.count - count))
    arena.removeLast(max(0, arena.count - length))
  }

  /// Brings the cells into order; where a place was given twice, the last one holds.
  package mutating func finish() {
    guard !isOrdered else { return }
    let order = cells.indices.sorted {
      (cells[$0].place, $0) < (cells[$1].place, $1)
    }
    var sorted: ContiguousArray<PackedCell> = []
    sorted.reserveCapacity(cells.count)
    for index in order {
      if let last = sorted.last, last.place == cells[index].place {
        sorted[sorted.count - 1] = cells[index]
      } else {
        sorted.append(cells[index])
      }
    }
    cells = sorted
    isOrdered = true
  }

  /// Whether no cell came before or upon an earlier one.
  package var cameInOrder: Bool { isOrdered }

  /// Index of the first cell at or after a place.
  package func firstIndex(from place: UInt64) -> Int {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].place < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The cell at an address, if there is one.
  package func cell(at address: CellAddress) -> PackedCell? {
    guard address.row >= 0, address.column >= 0 else { return nil }
    let place = PackedCell.place(of: address)
    let index = firstIndex(from: place)
    guard index < cells.count, cells[index].place == place else { return nil }
    return cells[index]
  }

  /// Puts a cell in its place, replacing what was there.
  package mutating func set(_ cell: PackedCell) {
    guard let last = cells.last, last.place >= cell.place else {
      cells.append(cell)
      return
    }
    let index = firstIndex(from: cell.place)
    if cells[index].place == cell.place {
      cells[index] = cell
    } else {
      cells.insert(cell, at: index)
    }
  }

  /// What a packed cell holds.
  package func value(of cell: PackedCell) -> CellValue {
    switch cell.kind {
    case .blank: .blank
    case .number: .number(Double(bitPattern: cell.payload))
    case .date, .duration: dateValue(Double(bitPattern: cell.payload))
    case .boolean: .boolean(cell.payload != 0)
    case .error: .error(ownText(cell.payload))
    case .sharedText: text(sharedTexts.text(Int(truncatingIfNeeded: cell.payload)))
    case .ownText: .text(ownText(cell.payload))
    }
  }

  /// An empty text counts as blank.
  private func text(_ text: String) -> CellValue { text.isEmpty ? .blank : .text(text) }

  private func dateValue(_ raw: Double) -> CellValue {
    guard let date = SerialDate(serial: raw, uses1904: uses1904)?.calendarDate else {
      return .number(raw)
    }
    return .date(date, raw: raw)
  }

  private func ownText(_ payload: UInt64) -> String {
    let stretch = PackedCell.stretch(of: payload)
    guard stretch.upperBound <= arena.count else { return "" }
    return String(decoding: arena[stretch], as: UTF8.self)
  }
}
