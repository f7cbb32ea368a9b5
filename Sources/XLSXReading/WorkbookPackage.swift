import CellGrid
import Findings

/// The parts of one workbook: found by their relationships, read when asked for.
struct WorkbookPackage: ~Copyable {
  let archive: Archive
  let context: ReadContext
  private var plainMarkup = PlainMarkup()
  /// Indexes of entries by the key of their names; made when a name is not found as it is spelled.
  private var indexByKey: [String: Int]?

  init(_ memory: FileMemory, context: ReadContext) throws(ReadFailure) {
    self.context = context
    archive = try Archive(memory, context: context)
  }

  /// The entry of a part; nil where there is none.
  mutating func entry(of part: String) throws(ReadFailure) -> Archive.Entry? {
    var index = archive.index(named: part)
    if index == nil {
      let byKey = indexByKey ?? makeIndex()
      indexByKey = byKey
      index = byKey[PartName.key(part)]
    }
    guard let index else { return nil }
    return try archive.entry(index, part: part)
  }

  private func makeIndex() -> [String: Int] {
    var byKey: [String: Int] = [:]
    for index in 0..<archive.count {
      let key = PartName.key(archive.name(index))
      if byKey[key] == nil { byKey[key] = index }
    }
    return byKey
  }

  /// Whether the archive has such a part, by its exact name only.
  func has(_ part: String) -> Bool { archive.index(named: part) != nil }

  /// What a sink hears of a part; nil where there is no such part.
  mutating func hear<Sink: XMLSink>(
    _ part: String, _ make: () -> Sink
  ) throws(ReadFailure) -> Sink? {
    guard let entry = try entry(of: part) else { return nil }
    let sink = make()
    guard entry.size <= Archive.wholeLimit, context.way == .fast else {
      try parse(entry, part, sink)
      return sink
    }
    let whole = try archive.readPadded(entry, part: part)
    defer { whole.deallocate() }
    let bytes = UnsafeBufferPointer(whole.bindMemory(to: UInt8.self))
    if try plainMarkup.parse(bytes, count: entry.size, sink, context) { return sink }
    let second = make()
    let parser = try XMLParser(part: part, sink: second, context: context)
    try parser.feed(UnsafeBufferPointer(rebasing: bytes[..<entry.size]), isLast: true)
    return second
  }

  /// Lets a sink hear an entry by expat, whole or piece by piece.
  private func parse(
    _ entry: Archive.Entry, _ part: String, _ sink: XMLSink
  ) throws(ReadFailure) {
    let parser = try XMLParser(part: part, sink: sink, context: context)
    guard entry.size > Archive.wholeLimit else {
      let whole = try archive.readPadded(entry, part: part)
      defer { whole.deallocate() }
      let bytes = whole.bindMemory(to: UInt8.self)
      try parser.feed(UnsafeBufferPointer(rebasing: bytes[..<entry.size]), isLast: true)
      return
    }
    var pieces = PieceReader(stream: try archive.stream(entry, part: part), size: entry.size)
    while try pieces.readMore() { try pieces.feedAll(to: parser) }
    try parser.finish()
  }

  /// Lets a sink hear a part that may be scanned; false where there is no such part.
  mutating func scan(_ part: String, _ sink: any ScannableSink) throws(ReadFailure) -> Bool {
    guard let entry = try entry(of: part) else { return false }
    guard context.way == .fast else {
      try parse(entry, part, sink)
      return true
    }
    let parser = try XMLParser(part: part, sink: sink, context: context)
    sink.expect(bytes: min(entry.size, context.limits.partBytes))
    let pieces =
      entry.size > Archive.wholeLimit
      ? PieceReader(stream: try archive.stream(entry, part: part), size: entry.size)
      : PieceReader(owning: try archive.readPadded(entry, part: part))
    var scan = ScannedPart(pieces: pieces, parser: parser, sink: sink)
    try scan.run()
    return true
  }

  /// The relationships of a part; none where it has no such list.
  mutating func relationships(of part: String) throws(ReadFailure) -> [Relationship]? {
    let folder = PartName.folder(of: part)
    let name = part.isEmpty ? "_rels/.rels" : PartName.relationships(of: part)
    return try hear(name) { RelationshipsSink(folder: folder) }?.relationships
  }

  /// What an archive without a workbook is.
  mutating func kindWithoutWorkbook() throws(ReadFailure) -> ReadFailure.Reason {
    if let entry = try entry(of: "mimetype"), entry.size < 200 {
      let bytes = try archive.read(entry, part: "mimetype")
      let word = String(decoding: bytes, as: UTF8.self)
      if word.hasPrefix("application/vnd.oasis.opendocument.spreadsheet") {
        return .wrongKind(.openDocument)
      }
      if word.hasPrefix("application/vnd.oasis.opendocument") {
        return .wrongKind(.openDocumentOther)
      }
    }
    if try entry(of: "xl/workbook.bin") != nil { return .wrongKind(.binaryExcel) }
    if try entry(of: "word/document.xml") != nil { return .wrongKind(.word) }
    if try entry(of: "ppt/presentation.xml") != nil { return .wrongKind(.powerPoint) }
    if try entry(of: "EncryptedPackage") != nil { return .encrypted }
    return .noWorkbook
  }
}
