/// Decides which elements of a part its sink hears: those of its own namespaces. Elements of other
/// namespaces are passed over with all that is in them; of alternate content the fallback is taken.
struct XMLListener {
  let sink: XMLSink
  let depthLimit: Int
  private let spaces: [XMLSpace]
  private(set) var depth = 0
  /// Depth of the element whose content is passed over; nil where nothing is.
  private(set) var skipped: Int?
  private(set) var tooDeep = false

  init(sink: XMLSink, depthLimit: Int) {
    self.sink = sink
    self.depthLimit = depthLimit
    spaces = sink.spaces
  }

  /// Whether parsing must stop here.
  var stops: Bool { tooDeep || sink.failure != nil || sink.isDone }

  mutating func started(_ name: XMLName, _ attributes: XMLAttributes) {
    depth += 1
    if depth > depthLimit {
      tooDeep = true
      return
    }
    guard skipped == nil else { return }
    if name.space == .compatibility {
      if name.local == "Choice" { skipped = depth }
    } else if spaces.contains(where: { $0 == name.space }) {
      sink.start(name.local, attributes)
    } else {
      skipped = depth
    }
  }

  mutating func ended(_ name: @autoclosure () -> XMLName) {
    depth -= 1
    if let skipped {
      if depth < skipped { self.skipped = nil }
      return
    }
    let name = name()
    if name.space != .compatibility { sink.end(name.local) }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if skipped == nil { sink.text(bytes) }
  }
}
