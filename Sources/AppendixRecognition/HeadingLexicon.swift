import AppendixModel
import Synchronization

/// The headings of one template, ready to be looked up by how people spell them.
struct HeadingLexicon: Sendable {
  /// What a heading may mean.
  struct Meaning: Hashable, Sendable {
    var role: ColumnRole
    /// 0 to 1: how surely the words alone mean it.
    var strength: Double
    /// Whether the contents must agree.
    var isAmbiguous: Bool
    /// Place in the template's list, the best spelling first.
    var rank: Int
  }

  /// Headings of columns that hold a part of a role's value.
  struct Parts: Sendable {
    var from: Set<WordKey>
    var to: Set<WordKey>
    var office: Set<WordKey>
  }

  let template: AppendixTemplate
  let parts: [ColumnRole: Parts]
  private var exact: [WordKey: [Meaning]] = [:]
  /// Headings that no role claims.
  private var others: Set<WordKey> = []
  /// Every heading without its marks.
  private var withoutMarks: [String: WordKey] = [:]
  private var spellings: [(key: WordKey, bag: Set<String>, meaning: Meaning)] = []
  private var otherBags: [Set<String>] = []
  private var weights: [String: Double] = [:]
  private let memory = Memory()

  /// Answers given before: the same headings and values come again and again in a sheet.
  private final class Memory: Sendable {
    private let known = Mutex<[WordKey: [Meaning]]>([:])
    private static let limit = 20_000

    func meanings(_ key: WordKey, _ find: () -> [Meaning]) -> [Meaning] {
      if let found = known.withLock({ $0[key] }) { return found }
      let found = find()
      known.withLock { known in
        if known.count < Self.limit { known[key] = found }
      }
      return found
    }
  }

  init(_ template: AppendixTemplate) {
    self.template = template
    func keys(_ headings: [String]?) -> Set<WordKey> { Set((headings ?? []).map { WordKey($0) }) }
    parts = Dictionary(
      template.columns.compactMap { column in
        column.parts.map {
          (
            column.role,
            Parts(from: keys($0.from), to: keys($0.to), office: keys($0.office))
          )
        }
      }, uniquingKeysWith: { first, _ in first })
    for column in template.columns {
      for (rank, heading) in (column.headings + [column.header]).enumerated() {
        add(heading, Meaning(role: column.role, strength: 1, isAmbiguous: false, rank: rank))
      }
      for (rank, heading) in (column.ambiguousHeadings ?? []).enumerated() {
        add(heading, Meaning(role: column.role, strength: 0.75, isAmbiguous: true, rank: rank))
      }
    }
    for heading in template.otherHeadings ?? [] {
      let key = WordKey(heading)
      if exact[key] == nil { others.insert(key) }
    }
    // A heading that another role claims too is ambiguous for both.
    for (key, meanings) in exact where Set(meanings.map(\.role)).count > 1 {
      exact[key] = meanings.map { meaning in
        var meaning = meaning
        meaning.isAmbiguous = true
        return meaning
      }
    }
    for key in (Array(exact.keys) + Array(others)).sorted(by: { $0.text < $1.text }) {
      let plain = Self.plain(key)
      if withoutMarks[plain] == nil || exact[key] != nil { withoutMarks[plain] = key }
    }
    var documents: [String: Int] = [:]
    for key in Array(exact.keys) + Array(others) {
      for word in Set(key.words) { documents[word, default: 0] += 1 }
    }
    let count = Double(max(1, exact.count + others.count))
    for (word, number) in documents { weights[word] = 1 / (1 + 6 * Double(number) / count) }
    spellings = exact.sorted { $0.key.text < $1.key.text }.flatMap { key, meanings in
      meanings.map { (key, Set(key.words), $0) }
    }
    otherBags = others.map { Set($0.words) }
  }

  private mutating func add(_ heading: String, _ meaning: Meaning) {
    let key = WordKey(heading)
    guard !key.isEmpty else { return }
    if exact[key]?.contains(where: { $0.role == meaning.role }) == true { return }
    exact[key, default: []].append(meaning)
  }

  /// Whether the words are known as a heading of a column without a role.
  func isOther(_ key: WordKey) -> Bool { known(key).map { others.contains($0) } ?? false }

  /// Whether the words are a heading of some role, to the letter.
  func isExact(_ key: WordKey) -> Bool { known(key).map { exact[$0] != nil } ?? false }

  /// Whether the words begin with a heading of the task column.
  func beginsWithTask(_ key: WordKey) -> Bool {
    key.words.count <= 12
      && spellings.contains { $0.meaning.role == .task && key.starts(with: $0.key) }
  }

  func exactMeanings(_ key: WordKey) -> [Meaning] { known(key).flatMap { exact[$0] } ?? [] }

  /// The template's own spelling of a heading that is typed in abbreviations or without marks.
  private func known(_ key: WordKey) -> WordKey? {
    if exact[key] != nil || others.contains(key) { return key }
    guard !key.isEmpty, key.words.count <= 16 else { return nil }
    var spelt = key
    spelt.words = key.words.flatMap { OfficeWords.headingWords[$0] ?? [$0] }
    if exact[spelt] != nil || others.contains(spelt) { return spelt }
    guard key.words.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x80 } }) else { return nil }
    return withoutMarks[Self.plain(key)]
  }

  private static func plain(_ key: WordKey) -> String {
    key.words.map { PlainLetters.of($0) }.joined(separator: " ")
  }

  /// What a heading may mean: as spelt in the template, otherwise with other marks («Nhiêm vụ»),
  /// otherwise by the words that it shares with the template's spellings.
  func meanings(_ key: WordKey) -> [Meaning] {
    if let known = known(key) { return exact[known] ?? [] }
    if key.isEmpty || key.words.count > 16 { return [] }
    return memory.meanings(key) {
      guard let meant = withoutMarks[Self.plain(key)] else { return alike(key) }
      return (exact[meant] ?? []).map { meaning in
        var meaning = meaning
        meaning.strength *= 0.88
        return meaning
      }
    }
  }

  /// Roles of the spellings that share most words with the heading.
  private func alike(_ key: WordKey) -> [Meaning] {
    let bag = Set(key.words)
    guard bag.count > 1 else { return [] }
    let bestOther = otherBags.map { likeness(bag, $0) }.max() ?? 0
    var best: [ColumnRole: Meaning] = [:]
    for spelling in spellings {
      guard bag.count(where: { spelling.bag.contains($0) }) > 1 else { continue }
      let like = likeness(bag, spelling.bag)
      // «Cơ quan ban hành» is no «Ngày ban hành»: what a heading is about stands first.
      let isAboutTheSame =
        key.words.first == spelling.key.words.first || spelling.bag.isSubset(of: bag)
      guard like >= 0.6, like > bestOther, isAboutTheSame else { continue }
      var meaning = spelling.meaning
      meaning.strength *= 0.35 + 0.55 * like
      if meaning.strength > best[meaning.role]?.strength ?? 0 { best[meaning.role] = meaning }
    }
    return best.values.sorted { ($1.strength, $0.role.rawValue) < ($0.strength, $1.role.rawValue) }
  }

  /// Dice's measure over words, rare ones weighing more.
  private func likeness(_ one: Set<String>, _ other: Set<String>) -> Double {
    var common = 0.0
    var total = 0.0
    for word in one {
      let weight = weights[word] ?? 1
      total += weight
      if other.contains(word) { common += weight }
    }
    for word in other { total += weights[word] ?? 1 }
    return total > 0 ? 2 * common / total : 0
  }
}
