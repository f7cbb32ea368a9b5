import AppendixModel

/// Sections of all inputs made one list: same known section or same title, order preserved.
struct SectionUnion {
  struct United {
    var key: String
    var level: Int
    /// The input's section by input.
    var sources: [Int: Section]
  }

  private(set) var sections: [United] = []
  /// For each input, each section's place in ``sections``.
  private(set) var places: [[Int]] = []

  private let codes: [String: String]
  private let openers: [String]

  /// `order` says whose sequence comes first.
  init(_ appendices: [Appendix], template: AppendixTemplate, order: [Int]) {
    openers = template.sections.openers.map(comparisonKey)
    var codes: [String: String] = [:]
    for known in template.sections.known {
      for name in [known.name] + known.variants {
        let key = Self.titleKey(name, without: openers)
        if codes[key] == nil { codes[key] = known.code }
      }
    }
    self.codes = codes
    places = appendices.map { Array(repeating: 0, count: $0.sections.count) }
    var keysOf: [[String]] = []
    for appendix in appendices { keysOf.append(keys(of: appendix)) }

    for input in order {
      var previous: Int?
      for (index, section) in appendices[input].sections.enumerated() {
        let key = keysOf[input][index]
        if let place = sections.firstIndex(where: { $0.key == key }) {
          if sections[place].sources[input] == nil { sections[place].sources[input] = section }
          previous = place
        } else {
          let place = insertionPlace(after: previous, level: section.level, key: key)
          sections.insert(
            United(key: key, level: section.level, sources: [input: section]), at: place)
          previous = place
        }
      }
    }
    let placeOfKey = Dictionary(
      sections.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    for input in appendices.indices {
      places[input] = keysOf[input].map { placeOfKey[$0] ?? 0 }
    }
  }

  /// Behind the section before it and all that stands inside that one.
  private func insertionPlace(after previous: Int?, level: Int, key: String) -> Int {
    guard let previous else { return 0 }
    var place = previous + 1
    while place < sections.count, sections[place].level > level { place += 1 }
    return place
  }

  /// The path of titles down to each section, known ones by their code.
  private func keys(of appendix: Appendix) -> [String] {
    var path: [String] = []
    var seen: [String: Int] = [:]
    return appendix.sections.map { section in
      path = Array(path.prefix(section.level))
      let title = Self.titleKey(section.title, without: openers)
      path.append(codes[title] ?? (title.isEmpty ? "#" + section.number : title))
      let key = path.joined(separator: " / ")
      // A title that one file has twice stays two sections.
      let count = seen[key, default: 0]
      seen[key] = count + 1
      return count == 0 ? key : "\(key) #\(count + 1)"
    }
  }

  /// What a title says, without the words that many titles open with.
  private static func titleKey(_ title: String, without openers: [String]) -> String {
    var rest = comparisonKey(title)[...]
    while let opener = openers.first(where: { rest.hasPrefix($0 + " ") }) {
      rest = rest.dropFirst(opener.count + 1)
    }
    return String(rest)
  }
}
