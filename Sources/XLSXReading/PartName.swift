/// Names of parts inside the container, made comparable: forward slashes, no leading slash, no
/// dot segments.
enum PartName {
  /// Resolves a relationship's target against the folder of the part that has it.
  static func resolve(_ target: String, from folder: String) -> String {
    // Nearly all targets are plain: letters, digits, single slashes.
    var last = UInt8(ascii: "/")
    let isPlain = target.utf8.allSatisfy { byte in
      defer { last = byte }
      return byte > 0x2E && byte != 0x5C && !(byte == 0x2F && last == 0x2F)
        || byte == 0x2E && last != 0x2E && last != 0x2F
    }
    if isPlain { return folder.isEmpty ? target : "\(folder)/\(target)" }
    let target = target.utf8.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    let isAbsolute = target.first == UInt8(ascii: "/")
    let full = isAbsolute ? target : Array(folder.utf8) + [UInt8(ascii: "/")] + target
    var segments: [ArraySlice<UInt8>] = []
    for segment in full.split(separator: UInt8(ascii: "/")) {
      if segment.elementsEqual(".".utf8) { continue }
      if segment.elementsEqual("..".utf8) {
        _ = segments.popLast()
      } else {
        segments.append(segment)
      }
    }
    return String(decoding: Array(segments.joined(separator: [UInt8(ascii: "/")])), as: UTF8.self)
  }

  /// The folder of a part: `xl` for `xl/workbook.xml`.
  static func folder(of part: String) -> String {
    guard let slash = part.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(part[..<slash])
  }

  /// The name of a part's relationships: `xl/_rels/workbook.xml.rels` for `xl/workbook.xml`.
  static func relationships(of part: String) -> String {
    guard let slash = part.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return "_rels/\(part).rels"
    }
    return "\(part[..<slash])/_rels/\(part[part.index(after: slash)...]).rels"
  }

  /// What two spellings of one name have in common: case, slashes, dots and escapes undone.
  static func key(_ name: String) -> String {
    let resolved = Array(resolve(name, from: "").utf8)
    var key: [UInt8] = []
    var index = 0
    while index < resolved.count {
      var byte = resolved[index]
      if byte == UInt8(ascii: "%"), index + 2 < resolved.count,
        let value = UInt8(
          String(decoding: resolved[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        byte = value
        index += 2
      }
      key.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      index += 1
    }
    return String(decoding: key, as: UTF8.self)
  }
}
