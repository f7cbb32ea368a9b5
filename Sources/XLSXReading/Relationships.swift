/// What a part refers to.
struct Relationship {
  var id: String
  /// The last word of its type: `worksheet`, `sharedStrings`, `comments` …
  var kind: String
  /// The part's name, from the container's root.
  var target: String
}

/// Reads a `.rels` part. External targets are left out: nothing outside the file is ever read.
final class RelationshipsSink: XMLSink {
  private let folder: String
  private(set) var relationships: [Relationship] = []

  init(folder: String) { self.folder = folder }

  override var spaces: [XMLSpace] { [.packageRelationship] }

  override func start(_ name: String, _ attributes: XMLAttributes) {
    guard name == "Relationship", let target = attributes["Target"],
      attributes["TargetMode"] != "External", relationships.count < 10_000
    else { return }
    let type = attributes["Type"] ?? ""
    let slash = type.utf8.lastIndex(of: UInt8(ascii: "/"))
    let kind = slash.map { String(type[type.index(after: $0)...]) } ?? type
    relationships.append(
      Relationship(
        id: attributes["Id"] ?? "", kind: kind,
        target: PartName.resolve(target, from: folder)))
  }
}
