import CellGrid
import Findings
import Glibc

/// Reads a worksheet part by expat: all of it, or all but the rows where the scanner reads those.
final class SheetSink: XMLSink, ScannableSink {
  var builder: SheetBuilder
  private(set) var merges: [CellRange] = []
  private(set) var layout = SheetLayout()
  /// Prefixes that the root binds, with their namespaces; the empty prefix is the default one.
  private(set) var bindings: [String: String] = [:]
  /// Whether the last thing heard was the start of the rows, right below the root.
  private(set) var isAtRows = false
  /// Takes the cells piece by piece where they are streamed; false to stop.
  var drain: ((CellStore) -> Bool)?
  private let context: ReadContext

  private var elementDepth = 0
  private var isInRows = false
  private var isInRow = false
  private var isInCell = false
  private var isPlaced = false
  private var type = CellType.number
  private var style: Int?
  private var value: [UInt8] = []
  private var rich = RichTextReader()
  private var phonetic = 0
  private enum Content { case none, value, inline }
  private var content = Content.none
  private enum Listening { case no, value, text, header(WritableKeyPath<SheetLayout, String?>) }
  private var listening = Listening.no
  private var isInInline = false

  init(builder: SheetBuilder, context: ReadContext) {
    self.builder = builder
    self.context = context
  }

  override func bind(prefix: String?, uri: String) {
    if elementDepth == 0, bindings.count < 100 { bindings[prefix ?? ""] = uri }
  }

  override func start(_ name: String, _ attributes: XMLAttributes) {
    elementDepth += 1
    isAtRows = false
    if isInRow {
      startInRow(name, attributes)
    } else if isInRows {
      guard name == "row" else { return }
      isInRow = true
      startRow(attributes)
    } else if name == "sheetData" {
      isInRows = true
      isAtRows = elementDepth == 2
    } else if name == "mergeCell" {
      addMerge(attributes)
    } else {
      layout.start(name, attributes)
      if let header = SheetLayout.header(name) {
        value.removeAll(keepingCapacity: true)
        listening = .header(header)
      }
    }
  }

  private func startRow(_ attributes: XMLAttributes) {
    let number = attributes.raw("r").map { text in
      withBytes(text) { SheetBuilder.index($0, from: 0, to: $0.count) - 1 }
    }
    builder.startRow(number)
    let isHidden = attributes.flag("hidden") ?? false
    let height = attributes["ht"] == nil ? nil : attributes.number("ht")
    if isHidden || height != nil {
      let isFixed = attributes.flag("customHeight") ?? false
      builder.describeRow(isHidden: isHidden, height: height, isFixed: isFixed)
    }
  }

  private func startInRow(_ name: String, _ attributes: XMLAttributes) {
    guard isInCell else {
      if name == "c" { startCell(attributes) }
      return
    }
    switch name {
    case "v" where !isInInline:
      if content == .none {
        content = .value
        listening = .value
      }
    case "is":
      isInInline = true
      content = .inline
      value.removeAll(keepingCapacity: true)
      rich.begin(at: 0)
    case "rPh": phonetic += 1
    default:
      if isInInline, phonetic == 0, rich.start(name, attributes, length: value.count) {
        listening = .text
      }
    }
  }

  private func startCell(_ attributes: XMLAttributes) {
    isInCell = true
    content = .none
    phonetic = 0
    value.removeAll(keepingCapacity: true)
    var reference: (row: Int, column: Int)?
    if let text = attributes.raw("r") {
      reference = withBytes(text) { CellReference.parse($0, from: 0, to: $0.count) }
    }
    isPlaced = builder.place(row: reference?.row, column: reference?.column ?? 0)
    style =
      isPlaced
      ? builder.style(
        attributes.raw("s").map { text in
          withBytes(text) { SheetBuilder.index($0, from: 0, to: $0.count) }
        }) : nil
    type = attributes["t"].map(CellType.init(word:)) ?? .number
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    switch listening {
    case .no: return
    case .value, .text, .header: value.append(contentsOf: bytes)
    }
  }

  override func end(_ name: String) {
    elementDepth -= 1
    if isInCell {
      endInCell(name)
    } else if name == "row" {
      isInRow = false
    } else if name == "sheetData" {
      isInRows = false
    } else if case .header(let path) = listening {
      listening = .no
      if value.count < 10_000 { layout[keyPath: path] = String(decoding: value, as: UTF8.self) }
    }
  }

  private func endInCell(_ name: String) {
    switch name {
    case "v": if case .value = listening { listening = .no }
    case "rPh": phonetic = max(0, phonetic - 1)
    case "t":
      if case .text = listening {
        listening = .no
        rich.endText(&value)
      }
    case "is": isInInline = false
    case "c":
      isInCell = false
      isInInline = false
      listening = .no
      if isPlaced { finishCell() }
    default: break
    }
  }

  private func finishCell() {
    switch content {
    case .none: builder.addBlank(style)
    case .value:
      builder.addValue(type, value.span, from: 0, to: value.count, style)
    case .inline:
      let payload = builder.keepPlain(value.span)
      builder.addText(payload, style, runs: rich.runs(in: value))
    }
    if let failure = builder.failure { self.failure = failure }
  }

  private func addMerge(_ attributes: XMLAttributes) {
    guard let text = attributes["ref"] else { return }
    guard let range = CellRange(text) else {
      context.note(
        "merge-range", .warning, sheet: builder.name,
        vi: "một vùng ô gộp có địa chỉ không hợp lệ nên bị bỏ qua.",
        en: "a merged range has an impossible address and is left out.")
      return
    }
    guard merges.count < context.limits.merges else {
      failure = context.failure(
        .tooMuch(
          Message(vi: "số vùng ô gộp", en: "a number of merged ranges"),
          limit: context.limits.merges))
      return
    }
    merges.append(range)
  }
}

/// Lends the bytes of a text that ends with zero.
func withBytes<R>(_ text: UnsafePointer<CChar>, _ body: (Span<UInt8>) -> R) -> R {
  let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
  return body(UnsafeBufferPointer(start: bytes, count: strlen(text)).span)
}

extension SheetSink {
  var opening: StaticString { "<sheetData>" }
  var openingIsHead: Bool { true }
  var boundary: StaticString { "</row>" }
  var isReady: Bool { isAtRows && bindings[""].map { XMLSpace($0) } == .main }

  /// Cells take forty bytes of markup or so.
  func expect(bytes: Int) { builder.reserve(bytes / 40) }

  func scan(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> ScanOutcome {
    let scanner = RowScanner(knowsExcelPrefix: bindings["x14ac"] != nil)
    let outcome = scanner.scan(bytes, from: start, to: end, into: &builder)
    failure = builder.failure
    return outcome
  }

  func pieceDone() {
    guard let drain, failure == nil, builder.isWorthDraining else { return }
    if !builder.drain(drain) { isDone = true }
  }
}
