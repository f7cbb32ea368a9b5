import CExpat

/// Expat at work on one part: namespaces resolved, no DOCTYPE, bounded depth, nothing external.
final class XMLParser {
  private let parser: OpaquePointer
  private let part: String
  private let context: ReadContext
  private let sink: XMLSink
  fileprivate var listener: XMLListener
  /// Whether the part is UTF-8, as far as its declaration says.
  fileprivate(set) var isUTF8 = true
  fileprivate var foundDoctype = false
  fileprivate var isInCharacterData = false
  private var fed = 0
  /// A single tag may be so long, no longer.
  private let tokenLimit = 32 << 20

  init(part: String, sink: XMLSink, context: ReadContext) throws(ReadFailure) {
    guard let parser = context.parsers.take() else {
      throw context.failure(.damagedPart(part, detail: "no memory"))
    }
    self.parser = parser
    self.part = part
    self.sink = sink
    self.context = context
    listener = XMLListener(sink: sink, depthLimit: context.limits.xmlDepth)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(parser, startElement, endElement)
    XML_SetCharacterDataHandler(parser, characters)
    XML_SetStartDoctypeDeclHandler(parser, startDoctype)
    XML_SetStartNamespaceDeclHandler(parser, startNamespace)
    XML_SetXmlDeclHandler(parser, declaration)
    XML_SetCdataSectionHandler(parser, startCharacterData, endCharacterData)
  }

  deinit { context.parsers.giveBack(parser) }

  /// Feeds a piece of the part.
  func feed(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool = false) throws(ReadFailure) {
    if sink.isDone { return }
    var start = 0
    repeat {
      let length = min(Archive.windowSize, bytes.count - start)
      let last = isLast && start + length == bytes.count
      let status = bytes.withMemoryRebound(to: CChar.self) {
        XML_Parse(parser, $0.baseAddress?.advanced(by: start), Int32(length), last ? 1 : 0)
      }
      start += length
      fed += length
      if let failure = sink.failure { throw failure }
      if foundDoctype { throw context.failure(.doctype(part)) }
      if listener.tooDeep { throw context.tooDeep }
      if sink.isDone { return }
      guard status == XML_STATUS_OK else { throw damage() }
      let behind = fed - Int(XML_GetCurrentByteIndex(parser))
      if behind > tokenLimit {
        throw context.failure(.damagedPart(part, detail: "an endless tag"))
      }
      if bytes.count > Archive.windowSize { try context.checkTime() }
    } while start < bytes.count
  }

  /// Whether all that was fed was understood, outside comments and the like.
  var isBetweenTags: Bool { fed == Int(XML_GetCurrentByteIndex(parser)) && !isInCharacterData }

  /// Whether what is heard now is passed over.
  var isSkipping: Bool { listener.skipped != nil }

  /// Tells the parser that nothing follows.
  func finish() throws(ReadFailure) {
    if sink.isDone { return }
    try feed(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
  }

  private func damage() -> ReadFailure {
    let code = XML_GetErrorCode(parser)
    let words = XML_ErrorString(code).map { String(cString: $0) } ?? "broken XML"
    return context.failure(.damagedPart(part, detail: words))
  }

  fileprivate func stop() { XML_StopParser(parser, 0) }
}

private func parser(_ pointer: UnsafeMutableRawPointer?) -> XMLParser? {
  pointer.map { Unmanaged<XMLParser>.fromOpaque($0).takeUnretainedValue() }
}

private func startElement(
  data: UnsafeMutableRawPointer?, name: UnsafePointer<XML_Char>?,
  attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
) {
  guard let name, let attributes, let parser = parser(data) else { return }
  parser.listener.started(XMLName(name), XMLAttributes(list: attributes))
  if parser.listener.stops { parser.stop() }
}

private func endElement(data: UnsafeMutableRawPointer?, name: UnsafePointer<XML_Char>?) {
  guard let name, let parser = parser(data) else { return }
  parser.listener.ended(XMLName(name))
  if parser.listener.stops { parser.stop() }
}

private func characters(
  data: UnsafeMutableRawPointer?, text: UnsafePointer<XML_Char>?, length: Int32
) {
  guard let parser = parser(data), let text else { return }
  let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
  parser.listener.text(UnsafeBufferPointer(start: bytes, count: Int(length)))
  if parser.listener.stops { parser.stop() }
}

private func startDoctype(
  data: UnsafeMutableRawPointer?, name: UnsafePointer<XML_Char>?,
  system: UnsafePointer<XML_Char>?, publicID: UnsafePointer<XML_Char>?, hasInternal: Int32
) {
  guard let parser = parser(data) else { return }
  parser.foundDoctype = true
  parser.stop()
}

private func startNamespace(
  data: UnsafeMutableRawPointer?, prefix: UnsafePointer<XML_Char>?, uri: UnsafePointer<XML_Char>?
) {
  guard let parser = parser(data) else { return }
  parser.listener.sink.bind(
    prefix: prefix.map { String(cString: $0) }, uri: uri.map { String(cString: $0) } ?? "")
}

private func declaration(
  data: UnsafeMutableRawPointer?, version: UnsafePointer<XML_Char>?,
  encoding: UnsafePointer<XML_Char>?, standalone: Int32
) {
  guard let encoding, let parser = parser(data) else { return }
  let word = String(cString: encoding).lowercased()
  parser.isUTF8 = word == "utf-8" || word == "utf8"
}

private func startCharacterData(data: UnsafeMutableRawPointer?) {
  parser(data)?.isInCharacterData = true
}

private func endCharacterData(data: UnsafeMutableRawPointer?) {
  parser(data)?.isInCharacterData = false
}
