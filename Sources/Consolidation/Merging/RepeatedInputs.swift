import AppendixModel
import Findings

/// Tells where the same plan was handed in twice, under another name or saved anew: merging it with
/// itself gives no more rows, but it is hardly what was meant.
enum RepeatedInputs {
  static func findings(_ appendices: [Appendix], keys: RowKeys) -> [Finding] {
    let contents = appendices.indices.map { input in
      appendices[input].items.indices.map { row in
        keys.contents[RowRef(input: input, row: row)] ?? ""
      }.sorted()
    }
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
}
