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
    // Where the next byte stands that makes a text more than its letters; most parts have none.
    var reference = NextByte(UInt8(ascii: "&"))
    var lineEnd = NextByte(13)
    var escape = NextByte(UInt8(ascii: "_"))
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
      if !reference.stands(in: bytes, text.start, text.end, end),
        !lineEnd.stands(in: bytes, text.start, text.end, end)
      {
        bytes.extracting(text.start..<text.end).withUnsafeBufferPointer {
          table.bytes.append(contentsOf: $0)
        }
        if escape.stands(in: bytes, text.start, text.end, end) {
          EscapedText.decode(&table.bytes, from: length)
        }
      } else if Entities.decode(bytes, text.start, text.end, into: &table.bytes) {
        EscapedText.decode(&table.bytes, from: length)
      } else {
        table.bytes.removeSubrange(length...)
        return .surprise(index)
      }
      table.ends.append(UInt32(truncatingIfNeeded: table.bytes.count))
      index = close &+ 5
    }
  }
}

/// The place of the next byte of one value, looked for only when the last one found was passed.
struct NextByte {
  private let byte: UInt8
  private var place = -1

  init(_ byte: UInt8) { self.byte = byte }

  /// Whether the byte stands between two places; places only ever grow. `limit` is where all ends.
  @inline(__always)
  mutating func stands(in bytes: Span<UInt8>, _ start: Int, _ end: Int, _ limit: Int) -> Bool {
    if place < start {
      let found = Markup.find(byte, bytes, start, limit)
      place = found == Markup.none ? Int.max : found
    }
    return place < end
  }
}
