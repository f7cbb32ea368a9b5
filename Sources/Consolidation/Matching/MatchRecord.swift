/// A row as the matcher sees it, whatever its language: words, typed facts, levels of evidence.
package struct MatchRecord: Sendable {
  /// A fact with its value numbered, sorted by kind and value.
  struct FactCode: Hashable, Comparable, Sendable {
    var kind: FactKind
    var kindIndex: UInt8
    var value: Int32
    static func < (left: FactCode, right: FactCode) -> Bool {
      (left.kindIndex, left.value) < (right.kindIndex, right.value)
    }
  }

  var place: RecordPlace
  /// Two records with equal keys have the same wording.
  package var key: String
  /// In order of the text.
  package var words: [Vocabulary.WordID]
  /// The same, sorted.
  var sortedWords: [Vocabulary.WordID]
  /// Words that stand only in what the task is for, sorted.
  var purpose: [Vocabulary.WordID]
  /// Neighbouring words of weight that hardly another row has, as codes, sorted.
  var rarePairs: [UInt64] = []
  var facts: [FactCode]
  /// Numbered values of the levels of evidence, by ``MatchLevel``; 0 is blank.
  var levels: [Int32]
}

/// A word as it is compared; a known phrase counts as one word.
package struct MatchWord: Hashable, Sendable {
  package var text: String
  /// Says little about which task it is.
  package var isLight: Bool
  /// Names an action, a document or a level.
  package var isTelling: Bool

  package init(_ text: String, isLight: Bool = false, isTelling: Bool = false) {
    self.text = text
    self.isLight = isLight
    self.isTelling = isTelling
  }
}

/// Columns beside the text that speak for or against a pair.
package enum MatchLevel: Int, Sendable, CaseIterable {
  case section, agency, output, deadline
}

/// Builds the records of a run: numbers words, facts and values.
package struct MatchRecordSet: Sendable {
  package private(set) var records: [MatchRecord] = []
  package private(set) var vocabulary = Vocabulary()
  private var factIDs: [String: Int32] = [:]
  private(set) var factTexts: [String] = []
  private var levelIDs: [String: Int32] = [:]
  /// Facts that all rows state or leave unsaid alike, such as the year that the plans are for.
  private(set) var implied: Set<MatchRecord.FactCode> = []
  private(set) var inputCount = 0
  /// How often each level's value occurs.
  private(set) var levelCounts: [[Int32: Int32]] = MatchLevel.allCases.map { _ in [:] }
  private static let kindIndexes: [FactKind: UInt8] = Dictionary(
    uniqueKeysWithValues: FactKind.allCases.sorted().enumerated().map { ($1, UInt8($0)) })

  package init() {}

  /// Adds a row; `levels` gives the comparable text of each level, empty where blank.
  package mutating func add(
    input: Int, row: Int, key: String, words: [MatchWord], facts: Facts,
    purposeStart: Int = .max, levels: [MatchLevel: String] = [:]
  ) {
    let ids = words.map { vocabulary.id(of: $0.text, isLight: $0.isLight, isTelling: $0.isTelling) }
    let sorted = ids.sorted()
    let head = ids.prefix(purposeStart)
    let purpose = ids.dropFirst(purposeStart).filter { !head.contains($0) }.sorted()
    vocabulary.count(sorted)
    var codes: [MatchRecord.FactCode] = []
    for (kind, values) in facts.values {
      for value in values {
        codes.append(
          MatchRecord.FactCode(
            kind: kind, kindIndex: Self.kindIndexes[kind] ?? 0, value: factID(value)))
      }
    }
    var levelValues: [Int32] = []
    for level in MatchLevel.allCases {
      let text = levels[level] ?? ""
      let id = text.isEmpty ? 0 : levelID(text)
      levelValues.append(id)
      if id != 0 { levelCounts[level.rawValue][id, default: 0] += 1 }
    }
    records.append(
      MatchRecord(
        place: RecordPlace(input: input, row: row, content: ContentHash.of(key)), key: key,
        words: ids, sortedWords: sorted, purpose: purpose, facts: codes.sorted(),
        levels: levelValues))
  }

  /// To be called once, after the last record.
  package mutating func finish() {
    let numbers = vocabulary.renumber()
    for index in records.indices {
      records[index].words = records[index].words.map { numbers[Int($0)] }
      records[index].sortedWords = records[index].words.sorted()
      records[index].purpose = records[index].purpose.map { numbers[Int($0)] }.sorted()
    }
    vocabulary.weigh(recordCount: records.count)
    inputCount = Set(records.lazy.map(\.place.input)).count
    findRarePairs()
  }

  /// By level, in what share of the rows that two inputs word alike they agree: plans whose
  /// sections are not the same sections say nothing by them.
  var levelTrust: [Double] {
    var groups: [UInt64: [Int]] = [:]
    for (index, record) in records.enumerated() where !record.words.isEmpty {
      groups[record.place.content, default: []].append(index)
    }
    var agreed = [Int](repeating: 0, count: MatchLevel.allCases.count)
    var compared = agreed
    for group in groups.values where group.count == 2 {
      let (one, other) = (records[group[0]], records[group[1]])
      guard one.place.input != other.place.input else { continue }
      for level in MatchLevel.allCases.indices
      where one.levels[level] != 0 && other.levels[level] != 0 {
        compared[level] += 1
        if one.levels[level] == other.levels[level] { agreed[level] += 1 }
      }
    }
    return zip(agreed, compared).map { agreed, compared in
      compared >= Self.leastCompared ? Double(agreed) / Double(compared) : 1
    }
  }

  private static let leastCompared = 5

  /// Keeps the pairs of neighbouring words that stand in several rows, one an input at most.
  private mutating func findRarePairs() {
    var counts: [UInt64: Int32] = [:]
    for index in records.indices {
      let words = records[index].words.filter { !vocabulary.isLight[Int($0)] }
      let codes = Set(
        zip(words, words.dropFirst()).map { one, other in
          UInt64(UInt32(bitPattern: one)) << 32 | UInt64(UInt32(bitPattern: other))
        })
      for code in codes { counts[code, default: 0] += 1 }
      records[index].rarePairs = codes.sorted()
    }
    for index in records.indices {
      records[index].rarePairs.removeAll {
        let count = counts[$0] ?? 0
        return count < 2 || count > inputCount
      }
    }
  }

  /// Lets one side leave a fact unsaid.
  mutating func imply(_ kind: FactKind, _ value: String) {
    implied.insert(
      MatchRecord.FactCode(
        kind: kind, kindIndex: Self.kindIndexes[kind] ?? 0, value: factID(value)))
  }

  private mutating func factID(_ value: String) -> Int32 {
    if let id = factIDs[value] { return id }
    let id = Int32(factTexts.count)
    factIDs[value] = id
    factTexts.append(value)
    return id
  }

  private mutating func levelID(_ value: String) -> Int32 {
    if let id = levelIDs[value] { return id }
    let id = Int32(levelIDs.count + 1)
    levelIDs[value] = id
    return id
  }
}
