/// The texts that cells of a workbook share: bytes in one arena, made into `String` on demand.
package struct TextTable: Sendable {
  /// UTF-8 of all texts, one after the other.
  package var bytes: [UInt8] = []
  /// Where each text ends in ``bytes``.
  package var ends: [UInt32] = []
  /// The runs of rich texts, by index.
  package var runs: [Int: [TextRun]] = [:]

  package init() {}

  /// Number of texts.
  package var count: Int { ends.count }

  /// Where a text lies in ``bytes``; empty for an index that is not there.
  package func stretch(_ index: Int) -> Range<Int> {
    guard index >= 0, index < ends.count else { return 0..<0 }
    return (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  /// The text at an index; empty for an index that is not there.
  package func text(_ index: Int) -> String {
    String(decoding: bytes[stretch(index)], as: UTF8.self)
  }
}
