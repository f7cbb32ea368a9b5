import Foundation

/// The words of all rows of a run: numbered, counted, weighted by rarity.
package struct Vocabulary: Sendable {
  package typealias WordID = Int32

  private(set) var texts: [String] = []
  private(set) var isLight: [Bool] = []
  /// Words that name what is done, a document or a level: a task with one more is another task.
  private(set) var isTelling: [Bool] = []
  /// In how many records the word stands.
  private(set) var frequencies: [Int32] = []
  private(set) var weights: [Float] = []
  /// The same in every run and for any order of rows.
  private(set) var stableHashes: [UInt64] = []
  /// The letters of words that may be slips of the keyboard; empty for phrases and for words with
  /// digits.
  private(set) var letters: [[Unicode.Scalar]] = []
  private(set) var lengths: [Int32] = []
  private(set) var isPhrase: [Bool] = []
  private var ids: [String: WordID] = [:]

  /// How much a light word weighs against another of the same rarity.
  static let lightFactor: Float = 0.25

  package init() {}

  /// The word's number, given at its first appearance.
  mutating func id(of word: String, isLight light: Bool = false, isTelling telling: Bool = false)
    -> WordID
  {
    if let id = ids[word] { return id }
    let id = WordID(texts.count)
    ids[word] = id
    texts.append(word)
    stableHashes.append(ContentHash.of(word))
    isLight.append(light)
    isTelling.append(telling)
    frequencies.append(0)
    let phrase = word.utf8.contains(UInt8(ascii: " "))
    isPhrase.append(phrase)
    let scalars = phrase ? [] : Array(word.unicodeScalars)
    lengths.append(Int32(scalars.count))
    letters.append(scalars.contains { ("0"..."9").contains($0) } ? [] : scalars)
    return id
  }

  /// Counts a record's words, each once.
  mutating func count(_ sortedWords: [WordID]) {
    var last: WordID = -1
    for word in sortedWords where word != last {
      frequencies[Int(word)] += 1
      last = word
    }
  }

  /// Works out the weights once all records are counted.
  mutating func weigh(recordCount: Int) {
    weights = zip(frequencies, isLight).map { frequency, light in
      let rarity = Foundation.log(1 + Float(recordCount) / Float(max(1, frequency)))
      return light ? rarity * Self.lightFactor : rarity
    }
  }

  /// Numbers the words by their texts instead of their first appearance, so that sums over words
  /// don't depend on the order of rows; the new number of each.
  mutating func renumber() -> [WordID] {
    let order = texts.indices.sorted { texts[$0] < texts[$1] }
    var numbers = [WordID](repeating: 0, count: texts.count)
    for (number, old) in order.enumerated() { numbers[old] = WordID(number) }
    texts = order.map { texts[$0] }
    isLight = order.map { isLight[$0] }
    isTelling = order.map { isTelling[$0] }
    frequencies = order.map { frequencies[$0] }
    stableHashes = order.map { stableHashes[$0] }
    letters = order.map { letters[$0] }
    lengths = order.map { lengths[$0] }
    isPhrase = order.map { isPhrase[$0] }
    ids = [:]
    return numbers
  }

  package var count: Int { texts.count }
}
