/// Phrases that the matcher knows, as data: which say the same, which say little, which name a
/// level, an organ, a kind of document or of action, which contradict each other.
///
/// The engine works without any (``Lexicon/empty``); the built-in one is for Vietnamese
/// administrative texts.
package struct Lexicon: Sendable {
  /// What a phrase names, by which two tasks may contradict each other.
  package enum FactClass: String, Sendable, CaseIterable {
    case level, organ, document, action, negation, frequency
  }

  /// What is known about a phrase; a phrase may be several things.
  struct Entry: Sendable {
    /// Replaces the phrase when words are compared.
    var canonical: String?
    var isLight = false
    /// Begins what the task is for.
    var isPurpose = false
    var facts: [(FactClass, String)] = []
    /// Sides of opposed pairs: the pair's number and which side.
    var opposed: [(pair: Int, side: Int)] = []
    /// Not a negation though it holds a word that is one.
    var isPlain = false
    /// How many words the phrase has.
    var length = 0
  }

  private struct Node: Sendable {
    var children: [String: Int] = [:]
    var entry: Entry?
  }

  private var nodes: [Node] = [Node()]
  private(set) var opposedPairs: [(left: String, right: String)] = []

  /// Knows nothing: for texts of any language.
  package static let empty = Lexicon()

  /// For Vietnamese administrative texts.
  package static let vietnamese = Lexicon(
    tsv: String(decoding: PackageResources.matching_words_tsv, as: UTF8.self))

  private init() {}

  /// Reads lines of class, value and phrases; lines that it can't use are left out.
  package init(tsv: String) {
    for line in tsv.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 3 else { continue }
      add(class: cells[0], value: cells[1], phrases: cells[2])
    }
  }

  private mutating func add(class name: String, value: String, phrases: String) {
    if name == "opposed" {
      let sides = phrases.split(separator: "|").map(Self.phraseKey)
      guard sides.count == 2 else { return }
      let pair = opposedPairs.count
      opposedPairs.append((sides[0], sides[1]))
      for (side, phrase) in sides.enumerated() {
        update(phrase) { $0.opposed.append((pair, side)) }
      }
      return
    }
    for phrase in phrases.split(separator: ";").map(Self.phraseKey) where !phrase.isEmpty {
      update(phrase) { entry in
        switch name {
        case "same": entry.canonical = Self.phraseKey(value[...])
        case "light": entry.isLight = true
        case "purpose": entry.isPurpose = true
        case "plain": entry.isPlain = true
        default:
          if let factClass = FactClass(rawValue: name) {
            entry.facts.append((factClass, value))
          }
        }
      }
    }
  }

  private static func phraseKey(_ phrase: Substring) -> String {
    comparisonWords(String(phrase)).joined(separator: " ")
  }

  private mutating func update(_ phrase: String, _ change: (inout Entry) -> Void) {
    var node = 0
    var length = 0
    for word in phrase.split(separator: " ") {
      length += 1
      if let next = nodes[node].children[String(word)] {
        node = next
      } else {
        nodes.append(Node())
        nodes[node].children[String(word)] = nodes.count - 1
        node = nodes.count - 1
      }
    }
    var entry = nodes[node].entry ?? Entry(length: length)
    change(&entry)
    nodes[node].entry = entry
  }

  /// All phrases that begin at a word, shortest first.
  func phrases(in words: [String], at start: Int) -> [Entry] {
    var found: [Entry] = []
    var node = 0
    var index = start
    while index < words.count, let next = nodes[node].children[words[index]] {
      node = next
      index += 1
      if let entry = nodes[node].entry { found.append(entry) }
    }
    return found
  }

  /// Whether what a task is for begins at a word.
  func isPurpose(_ words: [String], at start: Int) -> Bool {
    phrases(in: words, at: start).contains(where: \.isPurpose)
  }

  /// Whether a phrase, or a word, says little by itself.
  func isLight(_ phrase: String) -> Bool {
    let words = phrase.split(separator: " ").map(String.init)
    return phrases(in: words, at: 0).last.map { $0.length == words.count && $0.isLight } ?? false
  }
}
