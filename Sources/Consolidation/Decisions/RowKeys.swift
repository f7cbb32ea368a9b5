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

  /// The form of the keys of pairs and of conflicts; another form is another version's.
  static let pairVersion = "P1"
  static let conflictVersion = "C2"

  /// The identity of a task's text.
  static func identity(of text: String) -> String { ContentHash.hex(comparisonKey(text)) }

  /// Both rows' identity and content, the smaller first, and a check sum.
  func pairKey(_ left: RowRef, _ right: RowRef) -> String {
    let sides = [left, right].map(side).sorted()
    return Self.sealed("\(Self.pairVersion):" + sides.joined(separator: ":"))
  }

  /// The key of a pair that a person wrote down: nothing but the tasks' texts is known of it.
  static func writtenKey(_ left: String, _ right: String) -> String {
    let sides = [left, right].map { identity(of: $0) + ".-" }.sorted()
    return sealed("\(pairVersion):" + sides.joined(separator: ":"))
  }

  /// The rows that a side of a key speaks of: by content, or by the text alone.
  func rows(of side: (identity: String, content: String)) -> [RowRef] {
    side.content == "-" ? rowsByIdentity[side.identity] ?? [] : rowsByContent[side.content] ?? []
  }

  private func side(_ row: RowRef) -> String {
    (identities[row] ?? "") + "." + (contents[row] ?? "")
  }

  /// The place in the row (a column, of a sub-item if need be), the values that differ, and the
  /// rows: a decision holds while all three are the same.
  func conflictKey(_ group: [RowRef], place: String, values: [String]) -> String {
    let rows = group.map(side).sorted().joined(separator: "+")
    let column = ContentHash.hex(place)
    return Self.sealed(
      "\(Self.conflictVersion):\(column):\(Self.digest(ofValues: values)):\(rows)")
  }

  /// What stands for the values that differ, in whatever order and with whatever spaces.
  static func digest(ofValues values: [String]) -> String {
    let words = values.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    return ContentHash.hex(words.sorted().joined(separator: "\u{1F}"))
  }

  /// The digest of the values in the key of a conflict; nil for a key that can't be read.
  static func valuesDigest(in key: String) -> String? {
    let parts = (opened(key) ?? "").split(separator: ":")
    return parts.count == 4 ? String(parts[2]) : nil
  }

  /// Identity and content of each row that a key speaks of; empty for a key that can't be read.
  static func sides(in key: String) -> [(identity: String, content: String)] {
    let parts = (opened(key) ?? "").split(separator: ":")
    let rows: [Substring]
    switch parts.first {
    case Substring(pairVersion) where parts.count == 3: rows = Array(parts.dropFirst())
    case Substring(conflictVersion) where parts.count == 4: rows = parts[3].split(separator: "+")
    default: return []
    }
    let sides = rows.map { $0.split(separator: ".").map(String.init) }
    guard sides.allSatisfy({ $0.count == 2 }) else { return [] }
    return sides.map { ($0[0], $0[1]) }
  }

  /// The identities of a pair's two rows; nil for a key that can't be read.
  static func identities(inPair key: String) -> [String]? {
    let sides = sides(in: key)
    return sides.count == 2 ? sides.map(\.identity) : nil
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
