/// Scores pairs of names by how much of what they say they have in common, rare things counting
/// more; symmetric in its two sides.
struct NameScorer: PairScoring {
  let places: [RecordPlace]
  let readings: [NameReading]
  let words: [FeatureVector]
  let codes: [FeatureVector]
  let letters: [FeatureVector]
  let wordFrequencies: [Int32]
  let codeFrequencies: [Int32]
  let letterFrequencies: [Int32]
  var columns: [NameColumn]

  /// How much beginnings of model numbers count beside words and letters.
  private static let codeShare = 0.5

  init(_ set: NameRecordSet) {
    places = set.places
    readings = set.readings
    columns = set.columns
    var spaces = [FeatureSpace(), FeatureSpace(), FeatureSpace()]
    for reading in set.readings {
      spaces[0].add(reading.wordFeatures.map { ContentHash.of($0) })
      spaces[1].add(reading.codeFeatures)
      spaces[2].add(reading.letterFeatures)
    }
    (words, wordFrequencies) = spaces[0].vectors()
    (codes, codeFrequencies) = spaces[1].vectors()
    (letters, letterFrequencies) = spaces[2].vectors()
  }

  /// What a name says in all: the rarer its parts, the more.
  func content(_ record: Int32) -> Double {
    let index = Int(record)
    return words[index].square + Self.codeShare * codes[index].square + letters[index].square
  }

  func score(_ left: Int32, _ right: Int32) -> PairScore {
    let (one, other) = (Int(left), Int(right))
    var score = PairScore()
    score.isSameWording = readings[one].words == readings[other].words
    let threshold = Double(places.count).squareRoot()
    var shared = (common: 0.0, rare: 0.0)
    FeatureVector.forEachCommon(words[one], words[other]) { mine, theirs in
      let worth = Double(words[one].weights[mine]) * Double(words[other].weights[theirs])
      if Double(wordFrequencies[Int(words[one].ids[mine])]) <= threshold {
        shared.rare += worth
      } else {
        shared.common += worth
      }
    }
    let code = Self.codeShare * FeatureVector.product(codes[one], codes[other])
    let letter = FeatureVector.product(letters[one], letters[other])
    var (mine, theirs) = (content(left), content(right))
    let size = (mine * theirs).squareRoot().squareRoot()
    var agreements: [NameColumn.Agreement?] = []
    for column in columns {
      let found = column.weight > 0 ? column.agreement(left, right) : nil
      agreements.append(found)
      if let found {
        mine += column.weight * found.left
        theirs += column.weight * found.right
      }
    }
    let whole = (mine * theirs).squareRoot()
    guard whole > 0 else {
      score.words = score.isSameWording && !readings[one].words.isEmpty ? 100 : 0
      return score
    }
    score.words = 100 * shared.common / whole
    score.rareWords = 100 * shared.rare / whole
    score.model = 100 * code / whole
    score.letters = 100 * letter / whole
    for (column, found) in zip(columns, agreements) {
      score.columns.append(100 * column.weight * (found?.common ?? 0) / whole)
    }
    // Longer texts alike in much tell more than short ones alike in as large a part.
    score.gain = score.total * size
    compareNumbers(one, other, &score)
    return score
  }

  /// Names of which each counts or numbers something else are for a person; where nothing but the
  /// numbers differs, they are two things.
  private func compareNumbers(_ one: Int, _ other: Int, _ score: inout PairScore) {
    let mine = ownNumbers(one, other)
    let theirs = ownNumbers(other, one)
    guard !mine.isEmpty, !theirs.isEmpty else { return }
    score.replacedPlaces = 1
    let left = Set(readings[one].words).subtracting(mine)
    let right = Set(readings[other].words).subtracting(theirs)
    if left == right,
      mine.contains(where: { one in theirs.contains { Self.areOfOneKind(one, $0) } })
    {
      score.guards = [PairScore.Guard(kind: .number, strength: .contradiction)]
    }
  }

  /// Whether two numbers number the same things: both plain, or codes that begin alike.
  private static func areOfOneKind(_ one: String, _ other: String) -> Bool {
    let areCodes = one.contains(where: \.isNumber) && one.contains(where: \.isLetter)
    return areCodes
      ? one.prefix(2) == other.prefix(2)
      : !other.contains(where: \.isNumber)
        || !other.contains(where: \.isLetter)
  }

  /// Numbers of one name that the other has nowhere, not even as a part of a word.
  func ownNumbers(_ one: Int, _ other: Int) -> [String] {
    let letters = readings[other].letters
    return readings[one].numbers.filter { number in
      !readings[other].words.contains(number)
        && !Self.contains(letters, Array(number.utf8.filter { $0 != UInt8(ascii: ".") }))
    }
  }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    // One or two letters stand anywhere.
    guard part.count >= 3, part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains {
      text[$0..<($0 + part.count)].elementsEqual(part)
    }
  }
}
