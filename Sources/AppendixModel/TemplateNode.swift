import Yams

/// A place in a template's YAML: reads values by key and says the line of what is wrong.
struct TemplateNode {
  let node: Node
  /// The template's file or id, for messages.
  let name: String
  /// What the place is called in messages: `columns[2]`.
  let path: String

  var line: Int? { node.mark?.line }

  func failure(vi: String, en: String) -> TemplateFailure {
    TemplateFailure(name: name, line: line, vi: vi, en: en)
  }

  /// The entries of a mapping; a key that is not allowed is a mistake.
  func mapping(allowed: Set<String>) throws(TemplateFailure) -> [String: TemplateNode] {
    guard case .mapping(let mapping) = node else {
      throw failure(
        vi: "«\(path)» phải là các cặp «khóa: giá trị»", en: "`\(path)` must be a mapping")
    }
    var entries: [String: TemplateNode] = [:]
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        throw failure(vi: "khóa trong «\(path)» phải là chữ", en: "a key of `\(path)` is no text")
      }
      guard allowed.contains(scalar.string) else {
        let known = allowed.sorted().joined(separator: ", ")
        throw TemplateFailure(
          name: name, line: key.mark?.line,
          vi: "khóa «\(scalar.string)» không có trong «\(path)»; các khóa dùng được: \(known)",
          en: "unknown key `\(scalar.string)` in `\(path)`; known keys: \(known)")
      }
      entries[scalar.string] = TemplateNode(
        node: value, name: name, path: path.isEmpty ? scalar.string : "\(path).\(scalar.string)")
    }
    return entries
  }

  /// The entries of a mapping whose keys are free.
  func anyMapping() throws(TemplateFailure) -> [String: TemplateNode] {
    guard case .mapping(let mapping) = node else {
      throw failure(
        vi: "«\(path)» phải là các cặp «khóa: giá trị»", en: "`\(path)` must be a mapping")
    }
    return try self.mapping(allowed: Set(mapping.compactMap { $0.key.scalar?.string }))
  }

  func sequence() throws(TemplateFailure) -> [TemplateNode] {
    guard case .sequence(let sequence) = node else {
      throw failure(vi: "«\(path)» phải là danh sách", en: "`\(path)` must be a list")
    }
    return sequence.enumerated().map { index, node in
      TemplateNode(node: node, name: name, path: "\(path)[\(index + 1)]")
    }
  }

  func string() throws(TemplateFailure) -> String {
    guard case .scalar(let scalar) = node else {
      throw failure(vi: "«\(path)» phải là chữ", en: "`\(path)` must be text")
    }
    return scalar.string
  }

  /// Text that is not blank.
  func word() throws(TemplateFailure) -> String {
    let text = try string()
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw failure(vi: "«\(path)» đang để trống", en: "`\(path)` is blank")
    }
    return text
  }

  func strings() throws(TemplateFailure) -> [String] {
    var texts: [String] = []
    for element in try sequence() { texts.append(try element.string()) }
    return texts
  }

  func number(_ range: ClosedRange<Double>) throws(TemplateFailure) -> Double {
    let text = try string()
    guard let number = Double(text), range.contains(number) else {
      throw failure(
        vi:
          "«\(path)» phải là số từ \(range.lowerBound) đến \(range.upperBound), không phải «\(text)»",
        en: "`\(path)` must be a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  func flag() throws(TemplateFailure) -> Bool {
    switch try string() {
    case "true": return true
    case "false": return false
    case let text:
      throw failure(
        vi: "«\(path)» phải là true hoặc false, không phải «\(text)»",
        en: "`\(path)` must be true or false")
    }
  }

  func choice<Value: RawRepresentable & CaseIterable>(_: Value.Type) throws(TemplateFailure)
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

extension [String: TemplateNode] {
  func required(_ key: String, in owner: TemplateNode) throws(TemplateFailure) -> TemplateNode {
    guard let node = self[key] else {
      let place = owner.path.isEmpty ? "biểu mẫu" : "«\(owner.path)»"
      throw owner.failure(
        vi: "\(place) thiếu khóa «\(key)»", en: "key `\(key)` is missing in `\(owner.path)`")
    }
    return node
  }
}
