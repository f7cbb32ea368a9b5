import StrictYAML

extension AppendixTemplate {
  /// The only schema that this version reads.
  package static let currentSchema = "phuluc/template/1"
  /// A template is a page of text; more is not one.
  private static let sizeLimit = 1 << 20

  /// A template from its YAML. `name` (a file or an id) stands in messages.
  package static func load(yaml bytes: some Collection<UInt8>, name: String)
    throws(TemplateFailure) -> AppendixTemplate
  {
    guard bytes.count <= sizeLimit else {
      throw TemplateFailure(
        name: name, vi: "tệp quá lớn, không phải biểu mẫu", en: "too large to be a template")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw TemplateFailure(
        name: name, vi: "tệp không phải văn bản UTF-8; hãy lưu lại bằng UTF-8",
        en: "the file is not UTF-8 text")
    }
    return try load(yaml: text, name: name)
  }

  /// A template from its YAML. `name` (a file or an id) stands in messages.
  package static func load(yaml text: String, name: String) throws(TemplateFailure)
    -> AppendixTemplate
  {
    try AppendixTemplate(YAMLNode(yaml: text, file: name))
  }
}

extension AppendixTemplate {
  init(_ root: YAMLNode) throws(TemplateFailure) {
    let entries = try root.mapping(allowed: [
      "schema", "id", "name", "columns", "sections", "statuses", "layout", "sentences",
      "otherHeadings", "itemName",
    ])
    let schemaNode = try entries.required("schema", in: root)
    schema = try schemaNode.string()
    guard schema == Self.currentSchema else {
      throw schemaNode.failure(
        vi: "schema «\(schema)» không dùng được; bản này đọc «\(Self.currentSchema)»",
        en: "schema `\(schema)` can't be read; this version reads `\(Self.currentSchema)`")
    }
    let idNode = try entries.required("id", in: root)
    id = try idNode.word()
    guard id.utf8.allSatisfy({ Self.idBytes.contains($0) }) else {
      throw idNode.failure(
        vi: "id «\(id)» chỉ được gồm a–z, 0–9 và dấu -", en: "id `\(id)` may hold a–z, 0–9 and -")
    }
    name = try entries.required("name", in: root).word()

    let columnsNode = try entries.required("columns", in: root)
    columns = []
    for node in try columnsNode.sequence() { columns.append(try Column(node)) }
    try Self.checkColumns(columns, columnsNode)

    sections = Sections()
    if let node = entries["sections"] {
      let parts = try node.mapping(allowed: ["known", "openers"])
      sections.openers = try parts["openers"]?.strings() ?? []
      for known in try parts["known"]?.sequence() ?? [] {
        sections.known.append(try KnownSection(known))
      }
    }
    let statusesNode = try entries.required("statuses", in: root)
    statuses = []
    for node in try statusesNode.sequence() {
      let status = try StatusClass(node)
      guard !statuses.contains(where: { $0.id == status.id }) else {
        throw node.failure(
          vi: "trạng thái «\(status.id)» được khai hai lần",
          en: "status `\(status.id)` is given twice")
      }
      statuses.append(status)
    }
    guard !statuses.isEmpty else {
      throw statusesNode.failure(vi: "cần ít nhất một trạng thái", en: "no status is given")
    }
    layout = try Layout(try entries.required("layout", in: root))
    sentences = [:]
    if let node = entries["sentences"] {
      for (key, text) in try node.anyMapping() { sentences[key] = try text.string() }
    }
    otherHeadings = try entries["otherHeadings"]?.strings()
    itemName = try entries["itemName"]?.string()
  }

  private static let idBytes = Set("abcdefghijklmnopqrstuvwxyz0123456789-".utf8)

  private static func checkColumns(_ columns: [Column], _ node: YAMLNode)
    throws(TemplateFailure)
  {
    var seen: Set<ColumnRole> = []
    let nodes = try node.sequence()
    for (column, place) in zip(columns, nodes) where !seen.insert(column.role).inserted {
      throw place.failure(
        vi: "vai trò «\(column.role.rawValue)» được khai hai lần",
        en: "role `\(column.role.rawValue)` is given twice")
    }
    guard seen.contains(.task) else {
      throw node.failure(
        vi: "thiếu cột có vai trò «task» (nội dung nhiệm vụ)",
        en: "no column has the role `task`")
    }
  }
}

extension AppendixTemplate.Column {
  init(_ node: YAMLNode) throws(TemplateFailure) {
    let entries = try node.mapping(allowed: [
      "role", "header", "groups", "headings", "ambiguousHeadings", "parts", "contents", "merge",
      "width",
      "align", "isRequired", "isOmitted",
    ])
    role = ColumnRole(rawValue: try entries.required("role", in: node).word())
    header = try entries.required("header", in: node).word()
    groups = try entries["groups"]?.strings()
    headings = try entries["headings"]?.strings() ?? [header]
    ambiguousHeadings = try entries["ambiguousHeadings"]?.strings()
    if let node = entries["parts"] {
      let named = try node.mapping(allowed: ["from", "to", "office"])
      parts = AppendixTemplate.Parts(
        from: try named["from"]?.strings(), to: try named["to"]?.strings(),
        office: try named["office"]?.strings())
    }
    contents = try entries["contents"]?.choice(AppendixTemplate.ContentKind.self)
    merge = try entries.required("merge", in: node).choice(AppendixTemplate.MergeRule.self)
    width = try entries.required("width", in: node).number(0.1...1000)
    align = try entries["align"]?.choice(AppendixTemplate.Alignment.self)
    isRequired = try entries["isRequired"]?.flag()
    isOmitted = try entries["isOmitted"]?.flag()
  }
}

extension AppendixTemplate.KnownSection {
  init(_ node: YAMLNode) throws(TemplateFailure) {
    let entries = try node.mapping(allowed: ["code", "name", "variants"])
    code = try entries.required("code", in: node).word()
    name = try entries.required("name", in: node).word()
    variants = try entries["variants"]?.strings() ?? []
  }
}

extension AppendixTemplate.StatusClass {
  init(_ node: YAMLNode) throws(TemplateFailure) {
    let entries = try node.mapping(allowed: [
      "id", "name", "isDone", "rank", "patterns", "color", "dates",
    ])
    id = try entries.required("id", in: node).word()
    name = try entries.required("name", in: node).word()
    isDone = try entries.required("isDone", in: node).flag()
    let rankNode = try entries.required("rank", in: node)
    rank = Int(try rankNode.number(0...1000))
    patterns = try entries.required("patterns", in: node).strings()
    dates = try entries["dates"]?.choice(AppendixTemplate.DateOutcome.self)
    color = try entries["color"]?.string()
    if let color, color.utf8.count != 6 || Int(color, radix: 16) == nil {
      throw (entries["color"] ?? node).failure(
        vi: "màu «\(color)» phải gồm sáu chữ số hệ 16, như 548235",
        en: "colour `\(color)` must be six hexadecimal digits")
    }
  }
}

extension AppendixTemplate.Layout {
  init(_ node: YAMLNode) throws(TemplateFailure) {
    let entries = try node.mapping(allowed: [
      "orientation", "font", "fontSize", "word", "title", "reference", "margins",
      "widths", "paper", "section", "numbers",
    ])
    orientation = try entries.required("orientation", in: node).choice(Orientation.self)
    font = try entries.required("font", in: node).word()
    fontSize = try entries.required("fontSize", in: node).number(6...72)
    word = try entries.required("word", in: node).string()
    title = try entries.required("title", in: node).string()
    reference = try entries.required("reference", in: node).string()
    let margins = try entries.required("margins", in: node)
    let sides = try margins.mapping(allowed: ["top", "bottom", "left", "right"])
    self.margins = AppendixTemplate.Margins(
      top: try sides.required("top", in: margins).number(0...200),
      bottom: try sides.required("bottom", in: margins).number(0...200),
      left: try sides.required("left", in: margins).number(0...200),
      right: try sides.required("right", in: margins).number(0...200))
    widths = try entries["widths"]?.choice(AppendixTemplate.Widths.self)
    paper = try entries["paper"]?.choice(AppendixTemplate.Paper.self)
    section = try entries["section"].map { node throws(TemplateFailure) in
      try AppendixTemplate.SectionLook(node)
    }
    numbers = try entries["numbers"]?.choice(AppendixTemplate.NumberStyle.self)
  }
}

extension AppendixTemplate.SectionLook {
  init(_ node: YAMLNode) throws(TemplateFailure) {
    let entries = try node.mapping(allowed: ["isBold", "isItalic", "align", "span"])
    isBold = try entries["isBold"]?.flag() ?? true
    isItalic = try entries["isItalic"]?.flag() ?? false
    align = try entries["align"]?.choice(AppendixTemplate.Alignment.self) ?? .left
    span = try entries["span"]?.choice(Span.self) ?? .task
  }
}
