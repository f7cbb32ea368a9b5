import CellGrid

/// Reads shared texts as nearly all programs write them: plain ones fast and strictly. At anything
/// else it stops before the text, and expat goes on from there.
enum TextScanner {
  /// Reads from `start` to `end`; both are places between texts. At least ``Markup/padding`` zero
  /// bytes must follow `end`.
  static func scan(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, limit: Int, into table: inout TextTable
  ) -> ScanOutcome {
    var index = start
    while true {
      index = Markup.skipSpaces(bytes, index)
      guard index < end else { return .consumed(end) }
      // `<si>`
      guard Markup.half(bytes, index) == 0x3E69_733C else {
        let isEnd = Markup.spells(bytes, index, index &+ 6, "</sst>")
        return isEnd ? .ended(index) : .surprise(index)
      }
      guard let text = Markup.text(bytes, index &+ 4, end), table.count < limit else {
        return .surprise(index)
      }
      let close = Markup.skipSpaces(bytes, text.next)
      guard Markup.spells(bytes, close, close &+ 5, "</si>"), close &+ 5 <= end else {
        return .surprise(index)
      }
      let length = table.bytes.count
      if Markup.find(UInt8(ascii: "&"), bytes, text.start, text.end) == Markup.none,
        Markup.find(13, bytes, text.start, text.end) == Markup.none
      {
        bytes.extracting(text.start..<text.end).withUnsafeBufferPointer {
          table.bytes.append(contentsOf: $0)
        }
      } else if !Entities.decode(bytes, text.start, text.end, into: &table.bytes) {
        table.bytes.removeSubrange(length...)
        return .surprise(index)
      }
      EscapedText.decode(&table.bytes, from: length)
      table.ends.append(UInt32(truncatingIfNeeded: table.bytes.count))
      index = close &+ 5
    }
  }
}
