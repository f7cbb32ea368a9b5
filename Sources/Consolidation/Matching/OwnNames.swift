import AppendixModel

/// How an input calls its own department and its own province, so that «của Sở A» in A's plan and
/// «của Sở B» in B's plan are understood as the same: "of ours".
struct OwnNames: Sendable {
  /// Word sequences, longest first.
  private(set) var agencies: [[String]] = []
  private(set) var places: [[String]] = []

  init() {}

  /// From the title block and from the agency that leads most rows.
  init(_ appendix: Appendix) {
    var names: Set<[String]> = []
    for name in [appendix.heading.agency, InputNames.dominantLead(appendix)] where !name.isEmpty {
      let words = comparisonWords(name).map(String.init)
      let place = words.lastIndex(of: "tỉnh") ?? words.endIndex
      let bare = Array(words[..<place])
      guard bare.count >= 2 else { continue }
      names.insert(bare)
      for variant in Self.variants(bare) { names.insert(variant) }
    }
    agencies = names.filter { $0.count >= 2 }.sorted {
      ($1.count, $0.joined()) < ($0.count, $1.joined())
    }
    places = Self.places(appendix)
  }

  /// The name without its «và», and as people shorten it: «KH và CN», «KH-CN».
  private static func variants(_ name: [String]) -> [[String]] {
    let halves = name.dropFirst().split(separator: "và").map { half in
      half.compactMap(\.first).map { $0.uppercased() }.joined()
    }
    let kind = name[0]
    let spellings = [" và ", "-", ""].map { kind + " " + halves.joined(separator: $0) }
    return [name.filter { $0 != "và" }] + spellings.map { comparisonWords($0).map(String.init) }
  }

  /// The province named in the title block.
  private static func places(_ appendix: Appendix) -> [[String]] {
    var found: Set<[String]> = []
    for line in [appendix.heading.agency] + appendix.heading.linesAbove.prefix(6) {
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      for (index, word) in words.enumerated() where word.lowercased() == "tỉnh" {
        let name = words[(index + 1)...].prefix(3).prefix { $0.first?.isUppercase == true }
        if !name.isEmpty {
          found.insert(comparisonWords(name.joined(separator: " ")).map(String.init))
        }
      }
    }
    return found.sorted { ($1.count, $0.joined()) < ($0.count, $1.joined()) }
  }

  /// How many words at `start` are one of the names; one of them may be mistyped in a long name.
  static func length(of names: [[String]], in words: [String], at start: Int) -> Int? {
    for name in names where start + name.count <= words.count {
      var slips = 0
      let fits = name.indices.allSatisfy { index in
        let word = words[start + index]
        if word == name[index] { return true }
        slips += 1
        return slips == 1 && name.count >= 4 && TypingSlip.isLikely(word, name[index])
      }
      if fits { return name.count }
    }
    return nil
  }
}
