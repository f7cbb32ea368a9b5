import CellGrid

extension CellStore {
  /// Keeps a text in the arena with Excel's `_x000D_` escapes undone.
  mutating func keepUnescaping(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> UInt64 {
    let payload = keep(bytes, from: start, to: end)
    let offset = PackedCell.stretch(of: payload).lowerBound
    return withArena { arena in
      EscapedText.decode(&arena, from: offset)
      return PackedCell.stretch(offset: offset, length: arena.count - offset)
    }
  }
}
