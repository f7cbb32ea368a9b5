/// What can be read partly by a scanner: a list of elements within a part that expat reads.
protocol ScannableSink: XMLSink {
  /// The tag before the list, or the first element of the list.
  var opening: StaticString { get }
  /// Whether ``opening`` belongs to the head that expat reads.
  var openingIsHead: Bool { get }
  /// The tag that ends each element of the list.
  var boundary: StaticString { get }
  /// Whether all is as the scanner needs it, now that the head was heard.
  var isReady: Bool { get }
  /// The part has about so many bytes.
  func expect(bytes: Int)
  /// A piece of the part was read, by the scanner or by expat.
  func pieceDone()
  /// Reads elements from `start` to `end`.
  func scan(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> ScanOutcome
}

/// Reads a part: its head by expat, its list by a scanner, its tail by expat again. At a surprise
/// expat takes over where the scanner stopped, within the same document.
struct ScannedPart: ~Copyable {
  /// An element of the list may be so long, no longer.
  private static let elementLimit = 16 << 20

  var pieces: PieceReader
  let parser: XMLParser
  let sink: any ScannableSink

  init(pieces: consuming PieceReader, parser: XMLParser, sink: any ScannableSink) {
    self.pieces = pieces
    self.parser = parser
    self.sink = sink
  }

  mutating func run() throws(ReadFailure) {
    _ = try pieces.readMore()
    if try readHead() { try scanList() }
    // The tail, or all that the scanner left over.
    try pieces.feedAll(to: parser)
    sink.pieceDone()
    while !sink.isDone {
      guard try pieces.readMore() else { break }
      try pieces.feedAll(to: parser)
      sink.pieceDone()
    }
    try parser.finish()
  }

  /// Lets expat hear the head; false where the list can't be scanned.
  private mutating func readHead() throws(ReadFailure) -> Bool {
    let limit = min(pieces.end, Archive.windowSize)
    let found = Self.find(sink.opening, pieces.bytes.span, from: 0, to: limit)
    guard found != Markup.none else { return false }
    let place = sink.openingIsHead ? found + sink.opening.utf8CodeUnitCount : found
    try pieces.feed(to: parser, upTo: place)
    return parser.isUTF8 && !parser.isSkipping && parser.isBetweenTags && sink.isReady
  }

  /// Scans as much as there is, piece by piece. What is left begins at the pieces' start.
  private mutating func scanList() throws(ReadFailure) {
    while true {
      let start = pieces.start
      var end = pieces.end
      if pieces.hasMore {
        end = Self.findLast(sink.boundary, pieces.bytes.span, from: start, to: end)
        if end == Markup.none {
          // A row without end is left to expat.
          guard pieces.end - start < Self.elementLimit else { return }
          _ = try pieces.readMore()
          continue
        }
      }
      let bytes = pieces.bytes.span
      guard TextCheck.isClean(bytes, from: start, to: end) else { return }
      let outcome = sink.scan(bytes, from: start, to: end)
      if let failure = sink.failure { throw failure }
      sink.pieceDone()
      switch outcome {
      case .consumed(let place):
        pieces.consume(to: place)
        if sink.isDone { return }
        if try !pieces.readMore(), pieces.start >= pieces.end { return }
      case .ended(let place), .surprise(let place):
        pieces.consume(to: place)
        return
      }
    }
  }

  /// The place of the first of those bytes.
  private static func find(
    _ word: StaticString, _ bytes: Span<UInt8>, from start: Int, to end: Int
  ) -> Int {
    let count = word.utf8CodeUnitCount
    var index = Markup.find(word.utf8Start.pointee, bytes, start, end)
    while index != Markup.none, index + count <= end {
      if Markup.spells(bytes, index, index + count, word) { return index }
      index = Markup.find(word.utf8Start.pointee, bytes, index + 1, end)
    }
    return Markup.none
  }

  /// The place after the last of those bytes.
  private static func findLast(
    _ word: StaticString, _ bytes: Span<UInt8>, from start: Int, to end: Int
  ) -> Int {
    let count = word.utf8CodeUnitCount
    var index = end - count
    while index >= start {
      if bytes[index] == word.utf8Start.pointee,
        Markup.spells(bytes, index, index + count, word)
      {
        return index + count
      }
      index -= 1
    }
    return Markup.none
  }
}
