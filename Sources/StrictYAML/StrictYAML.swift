package import Findings
import Yams

/// Reads a person's YAML into a value and says of every mistake on which line it stands: a value
/// of the wrong kind, a missing key, and also a key that means nothing, which is mostly a typing
/// error.
package enum StrictYAML {
  /// Decodes `text`; `file` is named in messages.
  ///
  /// A key is unknown where encoding the decoded value does not give it back, so the type's own
  /// coding keys are the one list of what is allowed.
  package static func decode<Value: Codable>(
    _ type: Value.Type = Value.self, from text: String, file: String
  ) throws(YAMLFailure) -> Value {
    let node = try composed(text, file: file)
    let value: Value
    do {
      value = try YAMLDecoder().decode(Value.self, from: node)
    } catch {
      throw YAMLFailure(file: file, decoding: error, in: node)
    }
    let known = (try? YAMLEncoder().encode(value)).flatMap { try? compose(yaml: $0) }
    if let known, let stray = firstStrayKey(in: node, known: known) {
      throw YAMLFailure(
        file: file, line: stray.line,
        Message(
          vi: "không hiểu mục «\(stray.name)»; hãy xem lại chính tả hoặc xóa dòng này.",
          en: "unknown key “\(stray.name)”; check its spelling or remove the line."))
    }
    return value
  }

  /// The nodes of a text.
  static func composed(_ text: String, file: String) throws(YAMLFailure) -> Node {
    guard !text.utf8.contains(0) else {
      throw YAMLFailure(
        file: file, line: nil,
        Message(
          vi: "tệp không phải văn bản UTF-8; hãy mở bằng trình soạn thảo và lưu lại bằng UTF-8.",
          en: "the file is no UTF-8 text; open it in an editor and save it as UTF-8."))
    }
    let node: Node?
    do {
      node = try compose(yaml: text)
    } catch {
      throw YAMLFailure(file: file, parsing: error)
    }
    guard let node else {
      throw YAMLFailure(
        file: file, line: 1, Message(vi: "tệp không có nội dung.", en: "the file holds nothing."))
    }
    return node
  }

  /// The first key of `node` that `known` lacks, in the order written.
  private static func firstStrayKey(in node: Node, known: Node) -> (name: String, line: Int?)? {
    switch (node, known) {
    case (.mapping(let written), .mapping(let allowed)):
      for (key, value) in written {
        guard let match = allowed[key] else {
          if value.null != nil { continue }
          return (key.string ?? "?", key.mark?.line)
        }
        if let stray = firstStrayKey(in: value, known: match) { return stray }
      }
    case (.sequence(let written), .sequence(let allowed)) where written.count == allowed.count:
      for (value, match) in zip(written, allowed) {
        if let stray = firstStrayKey(in: value, known: match) { return stray }
      }
    default: break
    }
    return nil
  }
}

/// A YAML file that can't be used, and the line of the mistake.
package struct YAMLFailure: Failure {
  package var file: String
  /// From 1; nil where it is not known.
  package var line: Int?
  private var detail: Message

  package init(file: String, line: Int?, _ detail: Message) {
    self.file = file
    self.line = line
    self.detail = detail
  }

  package var location: Location? { Location(file: file) }
  package var exitCode: ExitStatus { .dataInvalid }
  package var message: Message {
    guard let line else { return detail }
    return Message(
      vi: "dòng \(line): \(detail.vietnamese)", en: "line \(line): \(detail.english)")
  }

  /// A mistake in the YAML itself.
  init(file: String, parsing error: any Error) {
    let line: Int?
    let problem: String
    switch error as? YamlError {
    case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _),
      .composer(_, let text, let mark, _):
      (line, problem) = (mark.line, text)
    case .duplicatedKeysInMapping(let duplicates, let context):
      (line, problem) = (context.mark.line, "duplicate key \(duplicates.sorted())")
    case .some(let other): (line, problem) = (nil, "\(other)")
    case nil: (line, problem) = (nil, "\(error)")
    }
    let first = problem.split(whereSeparator: \.isNewline).first.map(String.init) ?? problem
    let advice = Self.advice.first { first.contains($0.problem) }
    self.init(
      file: file, line: line,
      Message(
        vi: "viết chưa đúng YAML: \(advice?.vi ?? first).",
        en: "this is no valid YAML: \(first)."))
  }

  /// What the parser's usual complaints mean for a person.
  private static let advice: [(problem: String, vi: String)] = [
    (
      "cannot start any token",
      "có phím Tab hoặc ký tự lạ ở đầu dòng hay đầu giá trị; hãy thay bằng dấu cách hoặc đặt trong dấu nháy"
    ),
    ("mapping values are not allowed", "thừa dấu hai chấm; hãy đặt cả câu trong dấu nháy '…'"),
    ("did not find expected key", "thụt lề lệch hoặc thiếu dấu nháy ở dòng này hay dòng trên"),
    ("did not find expected '-'", "một mục của danh sách thiếu dấu - hoặc thụt lề lệch"),
    ("unexpected end of stream", "dấu nháy hoặc ngoặc mở ra mà không đóng lại"),
    ("did not find expected ',' or", "dấu ngoặc [ ] hoặc { } mở ra mà không đóng lại"),
    ("could not find expected ':'", "thiếu dấu hai chấm sau một khóa"),
    ("alphabetic or numeric", "dấu * hoặc & đứng đầu một giá trị; hãy đặt trong dấu nháy '…'"),
    ("undefined alias", "dấu * đứng đầu một giá trị; hãy đặt giá trị đó trong dấu nháy '…'"),
    ("duplicate key", "một khóa được viết hai lần"),
    ("another document", "có dòng --- ngăn tệp thành hai phần; hãy bỏ dòng đó"),
    ("nesting level", "lồng nhau quá nhiều tầng"),
    ("control characters", "có ký tự điều khiển; hãy lưu lại bằng UTF-8"),
  ]

  init(file: String, decoding error: any Error, in root: Node) {
    let path: [any CodingKey]
    let detail: Message
    switch error as? DecodingError {
    case .keyNotFound(let key, let context):
      path = context.codingPath
      detail = Message(
        vi: "thiếu mục «\(key.stringValue)».", en: "“\(key.stringValue)” is missing.")
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      path = context.codingPath
      let name =
        path.last.map {
          $0.intValue == nil ? $0.stringValue : path.dropLast().last?.stringValue ?? ""
        } ?? ""
      detail = Message(
        vi: "giá trị của «\(name)» không hợp lệ.", en: "the value of “\(name)” is not valid.")
    default:
      path = []
      detail = Message(vi: "không đọc được: \(error)", en: "can't be read: \(error)")
    }
    var node = root
    for key in path {
      let next =
        key.intValue.flatMap { node.sequence?.indices.contains($0) == true ? node[$0] : nil }
        ?? node[key.stringValue]
      guard let next else { break }
      node = next
    }
    self.init(file: file, line: node.mark?.line, detail)
  }
}
