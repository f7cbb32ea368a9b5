import Findings

/// Reads small parts as nearly all programs write them, without expat, and just as strictly: UTF-8,
/// elements, attributes and text, namespaces included. At anything else (comments, sections, odd
/// names, mistakes) it gives up, and expat reads the part from its start with a fresh sink.
struct PlainMarkup {
  private struct Binding {
    var prefix: Range<Int>
    var uri: Range<Int>
    var space: XMLSpace
    var depth: Int
  }

  private struct RawAttribute {
    var name: Range<Int>
    var value: Range<Int>
  }

  private var bindings: [Binding] = []
  private var open: [Range<Int>] = []
  private var attributes: [RawAttribute] = []
  /// Names and values of the attributes of one element, each ended by zero.
  private var scratch: [UInt8] = []
  private var offsets: [Int] = []
  private var decoded: [UInt8] = []

  /// Lets a sink hear a part of `count` bytes, which must be followed by padding. False where
  /// expat must read it instead.
  mutating func parse(
    _ memory: UnsafeBufferPointer<UInt8>, count: Int, _ sink: XMLSink, _ context: ReadContext
  ) throws(ReadFailure) -> Bool {
    bindings.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    let bytes = memory.span
    var index = 0
    if count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { index = 3 }
    guard TextCheck.isClean(bytes, from: index, to: count) else { return false }
    index = Self.declaration(bytes, index)
    if index == Markup.none { return false }
    var listener = XMLListener(sink: sink, depthLimit: context.limits.xmlDepth)
    var hadRoot = false
    while true {
      let tag = Markup.find(UInt8(ascii: "<"), bytes, index, count)
      let end = tag == Markup.none ? count : tag
      guard text(memory, index, end, listener) else { return false }
      if tag == Markup.none { return hadRoot && open.isEmpty }
      if bytes[tag + 1] == UInt8(ascii: "/") {
        index = close(bytes, tag + 2, &listener)
      } else {
        guard !open.isEmpty || !hadRoot else { return false }
        hadRoot = true
        index = start(memory, tag + 1, &listener)
      }
      if index == Markup.none || index > count { return false }
      if let failure = sink.failure { throw failure }
      if listener.tooDeep { throw context.tooDeep }
      if sink.isDone { return true }
    }
  }

  /// The place after `<?xml …?>`, or the same place where there is none.
  private static func declaration(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    guard Markup.spells(bytes, start, start + 5, "<?xml") else { return start }
    var index = start + 5
    var order = 0
    while bytes[index] != UInt8(ascii: "?") {
      guard let found = attribute(bytes, index) else {
        return Markup.none
      }
      let (name, value) = (found.name, found.value)
      func has(_ word: StaticString) -> Bool {
        Markup.spells(bytes, name.lowerBound, name.upperBound, word)
      }
      func says(_ word: StaticString) -> Bool {
        Markup.spells(bytes, value.lowerBound, value.upperBound, word)
      }
      if order == 0, has("version"), says("1.0") {
        order = 1
      } else if order == 1, has("encoding"), says("UTF-8") || says("utf-8") {
        order = 2
      } else if order == 1 || order == 2, has("standalone"), says("yes") || says("no") {
        order = 3
      } else {
        return Markup.none
      }
      index = value.upperBound + 1
    }
    return order > 0 && bytes[index + 1] == UInt8(ascii: ">") ? index + 2 : Markup.none
  }

  /// ` name="value"` with either kind of quotes; the value still has its references.
  private static func attribute(_ bytes: Span<UInt8>, _ start: Int) -> RawAttribute? {
    guard Markup.isSpace(bytes[start]) else { return nil }
    let first = Markup.skipSpaces(bytes, start)
    guard let end = name(bytes, first), bytes[end] == UInt8(ascii: "=") else { return nil }
    let quote = bytes[end + 1]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    var index = end + 2
    while bytes[index] != quote {
      // Tabs and line ends would be changed by a parser; zeros come after the content.
      guard bytes[index] >= 0x20, bytes[index] != UInt8(ascii: "<") else { return nil }
      index += 1
    }
    return RawAttribute(name: first..<end, value: end + 2..<index)
  }

  /// The end of a name of plain letters, with one colon at most; nil where none begins.
  private static func name(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var index = start
    var colon = Markup.none
    while true {
      let byte = bytes[index]
      let isLetter = (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_")
      let isFirst = index == start || index == colon + 1
      let isOther =
        !isFirst && (byte &- 0x30 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "."))
      if byte == UInt8(ascii: ":"), colon == Markup.none, !isFirst {
        colon = index
      } else if !isLetter, !isOther {
        break
      }
      index += 1
    }
    return index > start && index != colon + 1 ? index : nil
  }

  /// Text between tags; false where it may not stand there.
  private mutating func text(
    _ memory: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ listener: XMLListener
  ) -> Bool {
    let bytes = memory.span
    guard start < end else { return true }
    guard !open.isEmpty else { return Markup.skipSpaces(bytes, start) >= end }
    if Markup.find(UInt8(ascii: "&"), bytes, start, end) == Markup.none,
      Markup.find(13, bytes, start, end) == Markup.none
    {
      listener.text(UnsafeBufferPointer(rebasing: memory[start..<end]))
      return true
    }
    decoded.removeAll(keepingCapacity: true)
    guard Entities.decode(bytes, start, end, into: &decoded) else { return false }
    decoded.withUnsafeBufferPointer { listener.text($0) }
    return true
  }

  /// An end tag after its `</`; the place after it.
  private mutating func close(_ bytes: Span<UInt8>, _ start: Int, _ listener: inout XMLListener)
    -> Int
  {
    guard let opened = open.popLast() else { return Markup.none }
    let end = start + opened.count
    for offset in 0..<opened.count where bytes[start + offset] != bytes[opened.lowerBound + offset]
    {
      return Markup.none
    }
    let index = Markup.skipSpaces(bytes, end)
    guard bytes[index] == UInt8(ascii: ">"), let name = elementName(bytes, opened) else {
      return Markup.none
    }
    listener.ended(name)
    leave()
    return index + 1
  }

  /// Forgets the prefixes of an element that was closed.
  private mutating func leave() {
    while let last = bindings.last, last.depth > open.count { bindings.removeLast() }
  }

  /// A start tag after its `<`; the place after it.
  private mutating func start(
    _ memory: UnsafeBufferPointer<UInt8>, _ start: Int, _ listener: inout XMLListener
  ) -> Int {
    let bytes = memory.span
    guard let end = Self.name(bytes, start) else { return Markup.none }
    var index = end
    attributes.removeAll(keepingCapacity: true)
    while true {
      let next = Markup.skipSpaces(bytes, index)
      if bytes[next] == UInt8(ascii: ">") || bytes[next] == UInt8(ascii: "/") {
        index = next
        break
      }
      guard attributes.count < 64, let attribute = Self.attribute(bytes, index) else {
        return Markup.none
      }
      for other in attributes where Self.same(bytes, other.name, attribute.name) {
        return Markup.none
      }
      attributes.append(attribute)
      index = attribute.value.upperBound + 1
    }
    let isEmpty = bytes[index] == UInt8(ascii: "/")
    if isEmpty { index += 1 }
    guard bytes[index] == UInt8(ascii: ">") else { return Markup.none }
    open.append(start..<end)
    guard bind(bytes, listener), collect(bytes), let name = elementName(bytes, start..<end) else {
      return Markup.none
    }
    scratch.withUnsafeBufferPointer { scratch in
      let base = UnsafeRawPointer(scratch.baseAddress)?.assumingMemoryBound(to: CChar.self)
      withUnsafeTemporaryAllocation(
        of: UnsafePointer<CChar>?.self, capacity: offsets.count + 1
      ) { list in
        for (place, offset) in offsets.enumerated() {
          list.initializeElement(at: place, to: base?.advanced(by: offset))
        }
        list.initializeElement(at: offsets.count, to: nil)
        if let list = list.baseAddress { listener.started(name, XMLAttributes(list: list)) }
      }
    }
    if isEmpty, !listener.stops {
      listener.ended(name)
      open.removeLast()
      leave()
    }
    return index + 1
  }

  private static func same(_ bytes: Span<UInt8>, _ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    for offset in 0..<left.count
    where bytes[left.lowerBound + offset] != bytes[right.lowerBound + offset] { return false }
    return true
  }

  /// Where the colon of a name stands.
  private static func colon(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Int? {
    for index in name where bytes[index] == UInt8(ascii: ":") { return index }
    return nil
  }

  /// Takes note of the namespaces that an element binds; false where one is odd.
  private mutating func bind(_ bytes: Span<UInt8>, _ listener: XMLListener) -> Bool {
    for attribute in attributes {
      let name = attribute.name
      guard
        Markup.spells(bytes, name.lowerBound, min(name.upperBound, name.lowerBound + 5), "xmlns")
      else { continue }
      let isDefault = name.count == 5
      guard isDefault || bytes[name.lowerBound + 5] == UInt8(ascii: ":") else { return false }
      let prefix =
        isDefault ? name.upperBound..<name.upperBound : name.lowerBound + 6..<name.upperBound
      let uri = attribute.value
      // An empty name unbinds, and the names of XML itself may not be bound.
      guard !uri.isEmpty, bindings.count < 100,
        Markup.find(UInt8(ascii: "&"), bytes, uri.lowerBound, uri.upperBound) == Markup.none,
        !Markup.spells(bytes, prefix.lowerBound, prefix.upperBound, "xml"),
        !Markup.spells(bytes, prefix.lowerBound, prefix.upperBound, "xmlns"),
        !Self.isReserved(bytes, uri)
      else { return false }
      let text = bytes.extracting(uri).withUnsafeBufferPointer {
        String(decoding: $0, as: UTF8.self)
      }
      let spelled = bytes.extracting(prefix).withUnsafeBufferPointer {
        String(decoding: $0, as: UTF8.self)
      }
      listener.sink.bind(prefix: isDefault ? nil : spelled, uri: text)
      bindings.append(
        Binding(prefix: prefix, uri: uri, space: XMLSpace(text), depth: open.count))
    }
    return true
  }

  private static func isReserved(_ bytes: Span<UInt8>, _ uri: Range<Int>) -> Bool {
    Markup.spells(
      bytes, uri.lowerBound, min(uri.upperBound, uri.lowerBound + 18), "http://www.w3.org/")
  }

  /// The innermost binding of a prefix; the empty one is the default.
  private func binding(_ bytes: Span<UInt8>, _ prefix: Range<Int>) -> Binding? {
    for binding in bindings.reversed() where Self.same(bytes, binding.prefix, prefix) {
      return binding
    }
    return nil
  }

  /// An element's name, resolved; nil where its prefix is not bound.
  private func elementName(_ bytes: Span<UInt8>, _ name: Range<Int>) -> XMLName? {
    let colon = Self.colon(bytes, name)
    let local = (colon.map { $0 + 1 } ?? name.lowerBound)..<name.upperBound
    let prefix = name.lowerBound..<(colon ?? name.lowerBound)
    let found = binding(bytes, prefix)
    if colon != nil, found == nil { return nil }
    return XMLName(
      space: found?.space ?? .none,
      local: bytes.extracting(local).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    )
  }

  /// Puts the attributes that are no bindings into the form that expat gives them; false where a
  /// prefix is not bound or a reference unknown.
  private mutating func collect(_ bytes: Span<UInt8>) -> Bool {
    scratch.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    var prefixed = 0
    for attribute in attributes {
      let name = attribute.name
      if Markup.spells(bytes, name.lowerBound, min(name.upperBound, name.lowerBound + 5), "xmlns") {
        continue
      }
      offsets.append(scratch.count)
      var local = name
      if let colon = Self.colon(bytes, name) {
        local = colon + 1..<name.upperBound
        let prefix = name.lowerBound..<colon
        if Markup.spells(bytes, prefix.lowerBound, prefix.upperBound, "xml") {
          scratch.append(contentsOf: "http://www.w3.org/XML/1998/namespace\n".utf8)
        } else {
          guard let found = binding(bytes, prefix) else { return false }
          // Two prefixes of one namespace could hide the same attribute twice.
          prefixed += 1
          append(bytes, found.uri)
          scratch.append(10)
        }
      }
      append(bytes, local)
      scratch.append(0)
      offsets.append(scratch.count)
      let (from, to) = (attribute.value.lowerBound, attribute.value.upperBound)
      if Markup.find(UInt8(ascii: "&"), bytes, from, to) == Markup.none {
        append(bytes, attribute.value)
      } else if !Entities.decode(bytes, from, to, into: &scratch) {
        return false
      }
      scratch.append(0)
    }
    return prefixed < 2 || !hasTwins(bytes)
  }

  /// Whether two prefixed attributes have the same name after their prefix.
  private func hasTwins(_ bytes: Span<UInt8>) -> Bool {
    var locals: [Range<Int>] = []
    for attribute in attributes {
      guard let colon = Self.colon(bytes, attribute.name) else { continue }
      let local = colon + 1..<attribute.name.upperBound
      if locals.contains(where: { Self.same(bytes, $0, local) }) { return true }
      locals.append(local)
    }
    return false
  }

  private mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    bytes.extracting(range).withUnsafeBufferPointer { scratch.append(contentsOf: $0) }
  }
}
