import CellGrid

/// Reads the notes that people attached to cells.
final class CommentsSink: XMLSink {
  private(set) var comments: [CellAddress: [TextRun]] = [:]
  private let context: ReadContext
  private var address: CellAddress?
  private var text: [UInt8] = []
  private var runs: [TextRun] = []
  private var font: String?
  private var inText = false
  private var phonetic = 0

  init(context: ReadContext) { self.context = context }

  override func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "comment":
      address = attributes["ref"].flatMap { CellAddress($0) }
      text.removeAll(keepingCapacity: true)
      runs = []
      font = nil
    case "r": font = nil
    case "rFont": font = attributes["val"]
    case "rPh": phonetic += 1
    case "t": inText = address != nil && phonetic == 0
    default: break
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if inText { text.append(contentsOf: bytes) }
  }

  override func end(_ name: String) {
    switch name {
    case "t":
      inText = false
      endRun()
    case "rPh": phonetic = max(0, phonetic - 1)
    case "comment":
      guard let address, comments.count < context.limits.comments else { return }
      comments[address] = runs
    default: break
    }
  }

  /// Runs of one font are one.
  private func endRun() {
    guard !text.isEmpty else { return }
    EscapedText.decode(&text, from: 0)
    let run = TextRun(String(decoding: text, as: UTF8.self), fontName: font)
    text.removeAll(keepingCapacity: true)
    if let last = runs.indices.last, runs[last].fontName == run.fontName {
      runs[last].text += run.text
    } else {
      runs.append(run)
    }
  }
}
