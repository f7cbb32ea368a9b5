import CellGrid

/// Reads the notes that people attached to cells.
final class CommentsSink: XMLSink {
  private(set) var comments: [CellAddress: String] = [:]
  private let context: ReadContext
  private var address: CellAddress?
  private var text: [UInt8] = []
  private var inText = false
  private var phonetic = 0

  init(context: ReadContext) { self.context = context }

  override func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "comment":
      address = attributes["ref"].flatMap { CellAddress($0) }
      text.removeAll(keepingCapacity: true)
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
    case "t": inText = false
    case "rPh": phonetic = max(0, phonetic - 1)
    case "comment":
      guard let address, comments.count < context.limits.comments else { return }
      EscapedText.decode(&text, from: 0)
      comments[address] = String(decoding: text, as: UTF8.self)
    default: break
    }
  }
}
