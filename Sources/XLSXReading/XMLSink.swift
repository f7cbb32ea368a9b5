import Glibc

/// The namespaces that a workbook's parts speak; transitional and strict spellings are one.
enum XMLSpace {
  case none, main, relationship, packageRelationship, compatibility, other

  /// The space of a namespace's name.
  init(_ uri: String) { self = Array(uri.utf8).withUnsafeBufferPointer { XMLSpace($0) } }

  init(_ uri: UnsafeBufferPointer<UInt8>) {
    guard let start = uri.baseAddress else {
      self = .none
      return
    }
    func same(_ text: StaticString) -> Bool {
      text.utf8CodeUnitCount == uri.count && memcmp(start, text.utf8Start, uri.count) == 0
    }
    if same("http://schemas.openxmlformats.org/spreadsheetml/2006/main")
      || same("http://purl.oclc.org/ooxml/spreadsheetml/main")
      || same("http://schemas.openxmlformats.org/spreadsheetml/2006/5/main")
      || same("http://schemas.openxmlformats.org/spreadsheetml/2006/7/main")
    {
      self = .main
    } else if same("http://schemas.openxmlformats.org/officeDocument/2006/relationships")
      || same("http://purl.oclc.org/ooxml/officeDocument/relationships")
    {
      self = .relationship
    } else if same("http://schemas.openxmlformats.org/package/2006/relationships") {
      self = .packageRelationship
    } else if same("http://schemas.openxmlformats.org/markup-compatibility/2006") {
      self = .compatibility
    } else {
      self = .other
    }
  }
}

/// An element's name: its namespace and the part after the prefix.
struct XMLName {
  let space: XMLSpace
  let local: String

  init(space: XMLSpace, local: String) {
    self.space = space
    self.local = local
  }

  /// Splits what expat gives: `uri`, a line feed, `local`.
  init(_ name: UnsafePointer<CChar>) {
    let length = strlen(name)
    let bytes = UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self)
    let all = UnsafeBufferPointer(start: bytes, count: length)
    guard let end = memchr(name, 10, length) else {
      space = .none
      local = String(decoding: all, as: UTF8.self)
      return
    }
    let split = UnsafeRawPointer(end) - UnsafeRawPointer(name)
    space = XMLSpace(UnsafeBufferPointer(rebasing: all[..<split]))
    local = String(decoding: UnsafeBufferPointer(rebasing: all[(split + 1)...]), as: UTF8.self)
  }
}

/// The attributes of an element, valid while its start is handled.
struct XMLAttributes {
  let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// The value of an attribute without a prefix.
  subscript(_ name: StaticString) -> String? {
    raw(name).map { String(cString: $0) }
  }

  /// The value of an attribute without a prefix, as bytes ended by zero.
  func raw(_ name: StaticString) -> UnsafePointer<CChar>? {
    let wanted = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
    var index = 0
    while let key = list[index] {
      if strcmp(key, wanted) == 0 { return list[index + 1] }
      index += 2
    }
    return nil
  }

  /// The value of an attribute of the relationships namespace, `r:id` above all.
  func relationship(_ name: String) -> String? {
    var index = 0
    while let key = list[index] {
      let full = XMLName(key)
      if full.space == .relationship, full.local == name {
        return list[index + 1].map { String(cString: $0) }
      }
      index += 2
    }
    return nil
  }

  /// Whether an attribute says yes: `1`, `true`, `on`.
  func flag(_ name: StaticString) -> Bool? {
    guard let value = self[name] else { return nil }
    return value == "1" || value == "true" || value == "on"
  }

  /// A whole number, nil where there is none.
  func integer(_ name: StaticString) -> Int? { self[name].flatMap { Int($0) } }

  /// A number that is finite.
  func number(_ name: StaticString) -> Double? {
    self[name].flatMap { Double($0) }.flatMap { $0.isFinite ? $0 : nil }
  }
}

/// What hears the elements of a part. Elements of other namespaces than the part's own are passed
/// over with all that is in them; of alternate content the fallback is taken.
class XMLSink {
  /// Set to stop parsing and refuse the file.
  var failure: ReadFailure?
  /// Set to stop parsing without complaint.
  var isDone = false

  /// Namespaces whose elements are heard.
  var spaces: [XMLSpace] { [.main] }

  func start(_ name: String, _ attributes: XMLAttributes) {}
  func end(_ name: String) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  /// A prefix is bound to a namespace; nil for the default one.
  func bind(prefix: String?, uri: String) {}
}
