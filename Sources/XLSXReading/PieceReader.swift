import Glibc

/// A part's content as it passes through memory: a buffer that holds what is still to be read,
/// followed by zeros. Small parts lie in it whole.
struct PieceReader: ~Copyable {
  private(set) var buffer: UnsafeMutableRawBufferPointer
  /// Where the content that was not yet consumed begins and ends.
  private(set) var start = 0
  private(set) var end: Int
  private var stream: EntryStream?

  /// All of a part at once: memory that ends with padding, and is freed here.
  init(owning whole: UnsafeMutableRawBufferPointer) {
    buffer = whole
    end = whole.count - Markup.padding
    stream = nil
  }

  /// A part piece by piece.
  init(stream: consuming EntryStream, size: Int) {
    buffer = .allocate(byteCount: Archive.windowSize + Markup.padding, alignment: 16)
    end = 0
    self.stream = consume stream
  }

  deinit { buffer.deallocate() }

  /// Whether more may follow what is in the buffer.
  var hasMore: Bool {
    switch stream {
    case .some: true
    case .none: false
    }
  }

  /// Fills the buffer up, keeping what was not consumed; false at the end of the part.
  mutating func readMore() throws(ReadFailure) -> Bool {
    guard hasMore else { return false }
    let kept = end - start
    if start > 0, let base = buffer.baseAddress {
      memmove(base, base.advanced(by: start), kept)
      start = 0
      end = kept
    }
    if buffer.count - Markup.padding - end < Archive.windowSize / 2 { grow() }
    let room = UnsafeMutableRawBufferPointer(rebasing: buffer[end..<buffer.count - Markup.padding])
    let count = try stream?.read(into: room) ?? 0
    end += count
    UnsafeMutableRawBufferPointer(rebasing: buffer[end..<end + Markup.padding])
      .initializeMemory(as: UInt8.self, repeating: 0)
    if count == 0 {
      stream = nil
      return false
    }
    return true
  }

  private mutating func grow() {
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: buffer.count * 2, alignment: 16)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<end]))
    buffer.deallocate()
    buffer = larger
  }

  /// What is in the buffer up to a place was read.
  mutating func consume(to place: Int) { start = place }

  /// The content with its padding.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), count: end + Markup.padding)
  }

  /// Feeds what was not consumed, up to a place, to a parser.
  mutating func feed(to parser: XMLParser, upTo place: Int) throws(ReadFailure) {
    try parser.feed(UnsafeBufferPointer(rebasing: bytes[start..<place]))
    start = place
  }

  /// Feeds all that is in the buffer to a parser.
  mutating func feedAll(to parser: XMLParser) throws(ReadFailure) {
    if end > start { try feed(to: parser, upTo: end) }
  }
}
