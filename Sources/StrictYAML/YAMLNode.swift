import Findings
import Yams

/// A place in a person's YAML: reads values by key and says the line of what is wrong and what may
/// stand there instead.
package struct YAMLNode {
  let node: Node
  /// The file, for messages.
  let name: String
  /// What the place is called in messages: `columns[2]`; empty for the whole file.
  let path: String

  private init(node: Node, name: String, path: String) {
    self.node = node
    self.name = name
    self.path = path
  }

  /// The root of a file's YAML.
  package init(yaml text: String, file: String) throws(YAMLFailure) {
    self.init(node: try StrictYAML.composed(text, file: file), name: file, path: "")
  }

  private var line: Int? { node.mark?.line }

  /// What the place is called in a sentence.
  private var called: (vi: String, en: String) {
    path.isEmpty ? ("tệp này", "the file") : ("«\(path)»", "`\(path)`")
  }

  /// A mistake at this place.
  package func failure(vi: String, en: String) -> YAMLFailure {
    YAMLFailure(file: name, line: line, Message(vi: vi, en: en))
  }

  /// The entries of a mapping; a key that is not allowed is a mistake.
  package func mapping(allowed: Set<String>) throws(YAMLFailure) -> [String: YAMLNode] {
    guard case .mapping(let mapping) = node else {
      throw failure(
        vi: "\(called.vi) phải gồm các cặp «khóa: giá trị»",
        en: "\(called.en) must be a mapping of keys to values")
    }
    var entries: [String: YAMLNode] = [:]
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        throw failure(
          vi: "khóa trong \(called.vi) phải là chữ", en: "a key of \(called.en) is no text")
      }
      guard allowed.contains(scalar.string) else {
        let known = allowed.sorted().joined(separator: ", ")
        throw YAMLFailure(
          file: name, line: key.mark?.line,
          Message(
            vi: "khóa «\(scalar.string)» không có trong \(called.vi); các khóa dùng được: \(known)",
            en: "unknown key `\(scalar.string)` in \(called.en); known keys: \(known)"))
      }
      entries[scalar.string] = YAMLNode(
        node: value, name: name, path: path.isEmpty ? scalar.string : "\(path).\(scalar.string)")
    }
    return entries
  }

  /// The entries of a mapping whose keys are free.
  package func anyMapping() throws(YAMLFailure) -> [String: YAMLNode] {
    guard case .mapping(let mapping) = node else {
      throw failure(
        vi: "\(called.vi) phải gồm các cặp «khóa: giá trị»",
        en: "\(called.en) must be a mapping of keys to values")
    }
    return try self.mapping(allowed: Set(mapping.compactMap { $0.key.scalar?.string }))
  }

  fileprivate func missing(_ key: String) -> YAMLFailure {
    failure(
      vi: "\(called.vi) thiếu khóa «\(key)»; hãy thêm dòng «\(key): …»",
      en: "\(called.en) lacks the key `\(key)`; add a line `\(key): …`")
  }

  /// The elements of a list.
  package func sequence() throws(YAMLFailure) -> [YAMLNode] {
    guard case .sequence(let sequence) = node else {
      throw failure(
        vi: "\(called.vi) phải là danh sách, mỗi dòng bắt đầu bằng dấu -",
        en: "\(called.en) must be a list, each line beginning with -")
    }
    return sequence.enumerated().map { index, node in
      YAMLNode(node: node, name: name, path: "\(path)[\(index + 1)]")
    }
  }

  /// The scalar as written.
  package func string() throws(YAMLFailure) -> String {
    guard case .scalar(let scalar) = node else {
      throw failure(vi: "«\(path)» phải là chữ", en: "`\(path)` must be text")
    }
    return scalar.string
  }

  /// Text that is not blank.
  package func word() throws(YAMLFailure) -> String {
    let text = try string()
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw failure(vi: "«\(path)» đang để trống", en: "`\(path)` is blank")
    }
    return text
  }

  /// The elements of a list of texts.
  package func strings() throws(YAMLFailure) -> [String] {
    var texts: [String] = []
    for element in try sequence() { texts.append(try element.string()) }
    return texts
  }

  /// A number within bounds.
  package func number(_ range: ClosedRange<Double>) throws(YAMLFailure) -> Double {
    let text = try string()
    guard let number = Double(text), range.contains(number) else {
      let (low, high) = (Self.plain(range.lowerBound), Self.plain(range.upperBound))
      throw failure(
        vi: "«\(path)» phải là số từ \(low.replacing(".", with: ",")) đến \(high), "
          + "không phải «\(text)»",
        en: "`\(path)` must be a number from \(low) to \(high), not `\(text)`")
    }
    return number
  }

  /// `0.1`, `1000`.
  private static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e9 ? "\(Int(number))" : "\(number)"
  }

  /// `true` or `false`.
  package func flag() throws(YAMLFailure) -> Bool {
    switch try string() {
    case "true": return true
    case "false": return false
    case let text:
      throw failure(
        vi: "«\(path)» phải là true hoặc false, không phải «\(text)»",
        en: "`\(path)` must be true or false")
    }
  }

  /// One of the values that a type allows.
  package func choice<Value: RawRepresentable & CaseIterable>(_: Value.Type) throws(YAMLFailure)
    -> Value where Value.RawValue == String
  {
    let text = try string()
    guard let value = Value(rawValue: text) else {
      let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw failure(
        vi: "«\(path)» không nhận «\(text)»; chọn một trong: \(known)",
        en: "`\(path)` can't be `\(text)`; choose one of: \(known)")
    }
    return value
  }
}

extension [String: YAMLNode] {
  /// The value of a key that must be there.
  package func required(_ key: String, in owner: YAMLNode) throws(YAMLFailure) -> YAMLNode {
    guard let node = self[key] else {
      throw owner.missing(key)
    }
    return node
  }
}
