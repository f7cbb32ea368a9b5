import AppendixModel
import Findings

/// Tells where the same plan was handed in twice, under another name or saved anew: merging it with
/// itself gives no more rows, but it is hardly what was meant.
enum RepeatedInputs {
  static func findings(_ appendices: [Appendix]) -> [Finding] {
    guard appendices.count > 1 else { return [] }
    let contents = appendices.map { $0.items.map(content).sorted() }
    var findings: [Finding] = []
    for later in appendices.indices where contents[later].count > 2 {
      guard let earlier = contents[..<later].firstIndex(of: contents[later]) else { continue }
      let (one, other) = (appendices[earlier], appendices[later])
      findings.append(
        Finding(
          "input-repeated", at: Location(file: other.file, sheet: other.sheet),
          vi:
            "bảng này có đúng \(contents[later].count) nhiệm vụ như ở \(one.file) («\(one.sheet)»): "
            + "có phải cùng một tệp được đưa vào hai lần?",
          en: "this table has the very same \(contents[later].count) tasks as \(one.file) "
            + "(“\(one.sheet)”): was one file handed in twice?"))
    }
    return findings
  }

  /// All that a row says but its number.
  private static func content(_ item: Item) -> UInt64 {
    var texts: [String] = []
    for fields in [item.fields] + item.parts.map(\.fields) {
      for (role, field) in fields.sorted(by: { $0.key.rawValue < $1.key.rawValue })
      where role != .ordinal && role != .sectionOrdinal {
        texts.append(role.rawValue + "=" + field.text)
      }
    }
    texts += item.extras.map { $0.header + "=" + $0.field.text }
    return ContentHash.of(texts.joined(separator: "\u{1F}"))
  }
}
