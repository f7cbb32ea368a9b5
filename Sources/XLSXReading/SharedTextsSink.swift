import CellGrid
import Findings

/// Reads the shared texts by expat: plain and rich ones, phonetic guides left out.
final class SharedTextsSink: XMLSink, ScannableSink {
  private(set) var table = TextTable()
  private let context: ReadContext
  private var rich = RichTextReader()
  private var inText = false
  private var inItem = false
  private var phonetic = 0
  private var runCount = 0
  private var depth = 0
  private var rootIsList = false
  /// The default namespace of the root.
  private var rootSpace = XMLSpace.none

  init(context: ReadContext) { self.context = context }

  override func bind(prefix: String?, uri: String) {
    if depth == 0, prefix == nil { rootSpace = XMLSpace(uri) }
  }

  override func start(_ name: String, _ attributes: XMLAttributes) {
    depth += 1
    if depth == 1 { rootIsList = name == "sst" }
    switch name {
    case "si" where !inItem:
      inItem = true
      rich.begin(at: table.bytes.count)
    case "rPh": phonetic += 1
    default:
      guard inItem, phonetic == 0 else { return }
      inText = rich.start(name, attributes, length: table.bytes.count) || inText
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if inText { table.bytes.append(contentsOf: bytes) }
  }

  override func end(_ name: String) {
    depth -= 1
    switch name {
    case "rPh": phonetic = max(0, phonetic - 1)
    case "t" where inText:
      inText = false
      rich.endText(&table.bytes)
    case "si" where inItem && phonetic == 0:
      inItem = false
      if let runs = rich.runs(in: table.bytes), runCount + runs.count <= context.limits.runs {
        runCount += runs.count
        table.runs[table.count] = runs
      }
      table.ends.append(UInt32(truncatingIfNeeded: table.bytes.count))
      if table.count > context.limits.sharedTexts {
        failure = context.failure(
          .tooMuch(
            Message(vi: "số chuỗi dùng chung", en: "a number of shared texts"),
            limit: context.limits.sharedTexts))
      }
    default: break
    }
  }
}

extension SharedTextsSink {
  var opening: StaticString { "<si>" }
  var openingIsHead: Bool { false }
  var boundary: StaticString { "</si>" }
  var isReady: Bool { depth == 1 && rootIsList && rootSpace == .main }

  func pieceDone() {}

  /// The letters take most of the markup.
  func expect(bytes: Int) { table.bytes.reserveCapacity(bytes) }

  func scan(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> ScanOutcome {
    TextScanner.scan(
      bytes, from: start, to: end, limit: context.limits.sharedTexts, into: &table)
  }
}

/// Follows the runs of one rich text while its letters go into an arena.
struct RichTextReader {
  private var start = 0
  private var textStart = 0
  private var font: String?
  private var isRich = false
  private var pieces: [(start: Int, end: Int, font: String?)] = []

  /// A text begins at a place of the arena.
  mutating func begin(at place: Int) {
    start = place
    textStart = place
    font = nil
    isRich = false
    if !pieces.isEmpty { pieces.removeAll() }
  }

  /// An element starts; true where letters of the text follow.
  mutating func start(_ name: String, _ attributes: XMLAttributes, length: Int) -> Bool {
    switch name {
    case "r":
      isRich = true
      font = nil
    case "rFont": font = attributes["val"]
    case "t":
      textStart = length
      return true
    default: break
    }
    return false
  }

  /// The letters of a `<t>` are all there.
  mutating func endText(_ arena: inout [UInt8]) {
    EscapedText.decode(&arena, from: textStart)
    if isRich, arena.count > textStart, pieces.count < 10_000 {
      pieces.append((textStart, arena.count, font))
    }
  }

  /// The runs; nil for plain text.
  func runs(in arena: [UInt8]) -> [TextRun]? {
    guard isRich, !pieces.isEmpty, pieces.count < 10_000 else { return nil }
    return pieces.map {
      TextRun(String(decoding: arena[$0.start..<$0.end], as: UTF8.self), fontName: $0.font)
    }
  }
}
