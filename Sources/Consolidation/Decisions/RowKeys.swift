import AppendixModel

/// Content keys of the rows of a run, by which decisions find them again in any file and order.
struct RowKeys: Sendable {
  /// A row's identity: its task; what it says besides may change.
  let identities: [RowRef: String]
  /// A row's content: task, lead, output, deadline. Progress may change from quarter to quarter.
  let contents: [RowRef: String]
  let rowsByContent: [String: [RowRef]]
  let rowsByIdentity: [String: [RowRef]]

  init(_ appendices: [Appendix]) {
    var identities: [RowRef: String] = [:]
    var contents: [RowRef: String] = [:]
    var byContent: [String: [RowRef]] = [:]
    var byIdentity: [String: [RowRef]] = [:]
    var cache = ValueKey.Cache()
    for (input, appendix) in appendices.enumerated() {
      var seen: [String: Int] = [:]
      for (index, item) in appendix.items.enumerated() {
        let row = RowRef(input: input, row: index)
        let task = comparisonKey(item.text)
        let identity = ContentHash.hex(task)
        let content = ContentHash.hex(
          ([task]
            + [ColumnRole.lead, .support, .output, .deadline].map { role in
              cache.key(of: item.fields[role], role: role)
            }).joined(separator: "\u{1F}"))
        // Rows that one file has twice are told apart by their order.
        let count = seen[content, default: 0]
        seen[content] = count + 1
        let key = count == 0 ? content : "\(content)~\(count + 1)"
        identities[row] = identity
        contents[row] = key
        byContent[key, default: []].append(row)
        byIdentity[identity, default: []].append(row)
      }
    }
    self.identities = identities
    self.contents = contents
    rowsByContent = byContent
    rowsByIdentity = byIdentity
  }

  /// Both rows' identity and content, the smaller first, and a check sum.
  func pairKey(_ left: RowRef, _ right: RowRef) -> String {
    let sides = [left, right].map { (identities[$0] ?? "") + "." + (contents[$0] ?? "") }.sorted()
    return Self.sealed("P1:" + sides.joined(separator: ":"))
  }

  func conflictKey(_ group: [RowRef], role: ColumnRole) -> String {
    let rows = group.map { contents[$0] ?? "" }.sorted().joined(separator: "+")
    return Self.sealed("C1:\(role.rawValue):\(rows)")
  }

  /// The text with four digits that show whether it was damaged.
  static func sealed(_ text: String) -> String {
    text + ":" + ContentHash.hex(text).suffix(4)
  }

  /// The text without its seal; nil where it was damaged.
  static func opened(_ text: String) -> Substring? {
    guard let colon = text.lastIndex(of: ":") else { return nil }
    let body = text[..<colon]
    return sealed(String(body)) == text ? body : nil
  }
}
