/// Scores a pair of records; symmetric in its two sides.
struct PairScorer: PairScoring {
  let records: [MatchRecord]
  let vocabulary: Vocabulary
  let levelCounts: [[Int32: Int32]]
  let factTexts: [String]
  let weights: ScoreWeights
  let implied: Set<MatchRecord.FactCode>
  private let inputCount: Int
  /// By level, how far the inputs agree in it where their rows are worded alike, from 0 to 1.
  private let trust: [Double]
  var learned: LearnedGuards

  init(
    _ set: MatchRecordSet, weights: ScoreWeights = .tasks, learned: LearnedGuards = LearnedGuards()
  ) {
    self.weights = weights
    implied = set.implied
    inputCount = set.inputCount
    trust = set.levelTrust
    records = set.records
    vocabulary = set.vocabulary
    levelCounts = set.levelCounts
    factTexts = set.factTexts
    self.learned = learned
  }

  /// The same, having learned from pairs of rows that one input keeps apart.
  func learning(from pairs: [(Int32, Int32)]) -> PairScorer {
    var scorer = self
    scorer.learned = LearnedGuards(pairs, scorer: self)
    return scorer
  }

  /// Which words the two sides share and which each has alone.
  struct Alignment {
    var common: [Vocabulary.WordID] = []
    var leftOnly: [Vocabulary.WordID] = []
    var rightOnly: [Vocabulary.WordID] = []
    /// Words that differ by a slip of the keyboard.
    var typos: [(left: Vocabulary.WordID, right: Vocabulary.WordID)] = []
  }

  func align(_ left: MatchRecord, _ right: MatchRecord) -> Alignment {
    var result = Alignment()
    var one = 0
    var other = 0
    while one < left.sortedWords.count, other < right.sortedWords.count {
      let (leftWord, rightWord) = (left.sortedWords[one], right.sortedWords[other])
      if leftWord == rightWord {
        result.common.append(leftWord)
        one += 1
        other += 1
      } else if leftWord < rightWord {
        result.leftOnly.append(leftWord)
        one += 1
      } else {
        result.rightOnly.append(rightWord)
        other += 1
      }
    }
    result.leftOnly += left.sortedWords[one...]
    result.rightOnly += right.sortedWords[other...]
    // Slips don't make two wordings of which little is common one.
    if result.common.count * 2 >= min(left.words.count, right.words.count) {
      findTypos(&result, left, right)
    }
    return result
  }

  private func findTypos(
    _ alignment: inout Alignment, _ left: MatchRecord, _ right: MatchRecord
  ) {
    guard !alignment.leftOnly.isEmpty, !alignment.rightOnly.isEmpty,
      alignment.leftOnly.count <= 12, alignment.rightOnly.count <= 12
    else { return }
    findJoined(&alignment.leftOnly, &alignment.rightOnly, right.words, &alignment.typos)
    findJoined(&alignment.rightOnly, &alignment.leftOnly, left.words, &alignment.typos)
    var index = 0
    while index < alignment.leftOnly.count {
      let word = alignment.leftOnly[index]
      let partner = alignment.rightOnly.indices.first { isTypo(word, alignment.rightOnly[$0]) }
      if let partner {
        alignment.typos.append((word, alignment.rightOnly[partner]))
        alignment.leftOnly.remove(at: index)
        alignment.rightOnly.remove(at: partner)
      } else {
        index += 1
      }
    }
  }

  /// One word on one side, parted in two on the other: «data bases», «cậpnhật».
  private func findJoined(
    _ whole: inout [Vocabulary.WordID], _ parts: inout [Vocabulary.WordID],
    _ words: [Vocabulary.WordID],
    _ typos: inout [(left: Vocabulary.WordID, right: Vocabulary.WordID)]
  ) {
    guard !whole.isEmpty, parts.count > 1, words.count > 1 else { return }
    for index in 1..<words.count {
      let (one, other) = (words[index - 1], words[index])
      guard let first = parts.firstIndex(of: one), let second = parts.lastIndex(of: other),
        first != second
      else { continue }
      let length = vocabulary.lengths[Int(one)] + vocabulary.lengths[Int(other)]
      guard
        let place = whole.firstIndex(where: {
          vocabulary.lengths[Int($0)] == length
            && vocabulary.texts[Int($0)]
              == vocabulary.texts[Int(one)] + vocabulary.texts[Int(other)]
        })
      else { continue }
      typos.append((whole[place], whole[place]))
      whole.remove(at: place)
      parts.removeAll { $0 == one || $0 == other }
    }
  }

  private func isTypo(_ left: Vocabulary.WordID, _ right: Vocabulary.WordID) -> Bool {
    // A known phrase of which a word was left out: «trực» for «trực thuộc».
    if vocabulary.isPhrase[Int(left)] != vocabulary.isPhrase[Int(right)] {
      let (one, other) = (vocabulary.texts[Int(left)], vocabulary.texts[Int(right)])
      return Self.isPart(one, of: other) || Self.isPart(other, of: one)
    }
    // A slip is rare: a word that many rows have is meant.
    guard
      min(vocabulary.frequencies[Int(left)], vocabulary.frequencies[Int(right)]) <= 2,
      abs(vocabulary.lengths[Int(left)] - vocabulary.lengths[Int(right)]) <= 1
    else { return false }
    return TypingSlip.isLikely(vocabulary.letters[Int(left)], vocabulary.letters[Int(right)])
  }

  private static func isPart(_ word: String, of phrase: String) -> Bool {
    // Bytes will do: both texts are keys, and this is asked of every two words that differ.
    let (part, whole) = (word.utf8, phrase.utf8)
    let rest = whole.count - part.count
    guard rest > 0 else { return false }
    let space = UInt8(ascii: " ")
    return whole.starts(with: part) && whole.dropFirst(part.count).first == space
      || whole.dropFirst(rest).elementsEqual(part) && whole.dropFirst(rest - 1).first == space
  }

  private func weight(_ words: [Vocabulary.WordID]) -> Double {
    var sum: Float = 0
    for word in words { sum += vocabulary.weights[Int(word)] }
    return Double(sum)
  }

  /// The same, what a task is for counting less.
  private func weight(_ words: [Vocabulary.WordID], purpose: [Vocabulary.WordID]) -> Double {
    guard !purpose.isEmpty else { return weight(words) }
    return weight(words) - (1 - Self.purposeFactor) * weight(words.filter(purpose.contains))
  }

  private static let purposeFactor = 0.35

  func score(_ leftIndex: Int32, _ rightIndex: Int32) -> PairScore {
    score(records[Int(leftIndex)], records[Int(rightIndex)])
  }

  func score(_ left: MatchRecord, _ right: MatchRecord) -> PairScore {
    var score = PairScore()
    score.isSameWording = left.key == right.key
    let alignment = align(left, right)
    scoreWords(alignment, left, right, &score)
    scoreLevels(left, right, &score)
    score.guards = guards(left, right, alignment)
    if !score.isSameWording, score.sum >= Self.closeScore {
      compareWordings(left, right, alignment, &score)
    }
    let contradictions = score.guards.filter { $0.strength == .contradiction }.count
    let oneSided = score.guards.count - contradictions
    // A share to be reached makes a row a target instead of something to be done.
    let isTarget = score.guards.contains { $0.kind == .percent && $0.strength == .oneSided }
    score.guardPoints =
      -(contradictions > 0 ? 24 + 6 * Double(contradictions) : 0) - 5 * Double(oneSided)
      - (isTarget ? 10 : 0)
    // One sure pair counts more than two doubtful ones.
    let part = score.total / 100
    score.gain = (score.isSameWording ? 2 : 1) * part * part * part * part
    return score
  }

  /// From how many points on it is worth looking where two wordings differ.
  private static let closeScore = 30.0

  /// Where two wordings differ; nil where they have the same words.
  func difference(_ left: MatchRecord, _ right: MatchRecord) -> WordingDifference? {
    difference(left, right, align(left, right))
  }

  private func difference(
    _ left: MatchRecord, _ right: MatchRecord, _ alignment: Alignment
  ) -> WordingDifference? {
    guard !alignment.leftOnly.isEmpty || !alignment.rightOnly.isEmpty else { return nil }
    return WordingDifference(
      left.words, right.words, slips: Set(alignment.typos.flatMap { [$0.left, $0.right] }),
      isLight: { vocabulary.isLight[Int($0)] })
  }

  private func compareWordings(
    _ left: MatchRecord, _ right: MatchRecord, _ alignment: Alignment, _ score: inout PairScore
  ) {
    guard let difference = difference(left, right, alignment) else {
      if isTurnedRound(left, right) {
        score.guards.append(PairScore.Guard(kind: .action, strength: .oneSided))
      }
      return
    }
    score.replacedPlaces = difference.replaced.count
    score.insertedPlaces = difference.inserted.count
    score.sharedAlone = sharedAlone(left, right, alignment)
    score.isReworded = difference.isReworded
    score.isExtended = difference.isExtended
    if difference.inserted.isEmpty, isTurnedRound(left, right) {
      score.guards.append(PairScore.Guard(kind: .action, strength: .oneSided))
    }
    let strength = learned.strength(
      leftOnly: alignment.leftOnly, rightOnly: alignment.rightOnly)
    if let strength, strength == .contradiction || !difference.isReworded {
      score.guards.append(PairScore.Guard(kind: .object, strength: strength, isLearned: true))
    }
    guard !difference.isReworded else { return }
    if difference.replaced.count == 1, difference.inserted.isEmpty {
      let isCopied = difference.slight == 0 && !difference.replaced[0].isAtHead
      score.guards.append(
        PairScore.Guard(kind: .object, strength: isCopied ? .contradiction : .oneSided))
    } else if difference.inserted.count == 1, difference.replaced.isEmpty,
      difference.slight == 0
        || (difference.inserted[0].left + difference.inserted[0].right).contains(where: {
          vocabulary.isTelling[Int($0)]
        })
    {
      score.guards.append(PairScore.Guard(kind: .object, strength: .oneSided))
    }
  }

  /// How many words, and pairs of neighbouring words, these rows have in common that no other row
  /// of their inputs has.
  private func sharedAlone(_ left: MatchRecord, _ right: MatchRecord, _ alignment: Alignment) -> Int
  {
    let words = alignment.common.count {
      !vocabulary.isLight[Int($0)] && Int(vocabulary.frequencies[Int($0)]) <= inputCount
    }
    return words + left.rarePairs.count(where: right.rarePairs.contains)
  }

  /// Whether each side begins with an action that stands far behind on the other: «giám sát … sau
  /// thanh tra», «thanh tra … sau giám sát».
  private func isTurnedRound(_ left: MatchRecord, _ right: MatchRecord) -> Bool {
    guard let one = left.words.first(where: { !vocabulary.isLight[Int($0)] }),
      let other = right.words.first(where: { !vocabulary.isLight[Int($0)] }), one != other,
      vocabulary.isTelling[Int(one)], vocabulary.isTelling[Int(other)],
      let later = right.words.firstIndex(of: one), let earlier = left.words.firstIndex(of: other)
    else { return false }
    return later >= 3 && earlier >= 3
  }

  private func scoreWords(
    _ alignment: Alignment, _ left: MatchRecord, _ right: MatchRecord, _ score: inout PairScore
  ) {
    let common = weight(alignment.common)
    let leftOnly = weight(alignment.leftOnly, purpose: left.purpose)
    let rightOnly = weight(alignment.rightOnly, purpose: right.purpose)
    let typos = alignment.typos.reduce(0.0) {
      $0 + Double(min(vocabulary.weights[Int($1.left)], vocabulary.weights[Int($1.right)]))
    }
    let whole = common + typos + (leftOnly + rightOnly) / 2
    guard whole > 0 else { return }
    let threshold = Double(records.count).squareRoot()
    let rare = weight(
      alignment.common.filter { Double(vocabulary.frequencies[Int($0)]) <= threshold })
    score.rareWords = weights.words * rare / whole
    score.words = weights.words * (common - rare) / whole
    score.typos = weights.typos * typos / whole
    score.order = weights.order * orderAgreement(left, right)
    score.replacedShare = min(leftOnly, rightOnly) / whole
    score.omittedShare = abs(leftOnly - rightOnly) / whole
    score.replacement = weights.replacement * score.replacedShare
  }

  /// Share of neighbouring words that are neighbours on both sides.
  private func orderAgreement(_ left: MatchRecord, _ right: MatchRecord) -> Double {
    let one = Self.bigrams(left.words)
    let other = Self.bigrams(right.words)
    guard !one.isEmpty, !other.isEmpty else { return left.words == right.words ? 1 : 0 }
    var common = 0
    var (i, j) = (0, 0)
    while i < one.count, j < other.count {
      if one[i] == other[j] {
        common += 1
        i += 1
        j += 1
      } else if one[i] < other[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return 2 * Double(common) / Double(one.count + other.count)
  }

  private static func bigrams(_ words: [Vocabulary.WordID]) -> [UInt64] {
    guard words.count > 1 else { return [] }
    return (1..<words.count).map {
      UInt64(UInt32(bitPattern: words[$0 - 1])) << 32 | UInt64(UInt32(bitPattern: words[$0]))
    }.sorted()
  }

  private func scoreLevels(_ left: MatchRecord, _ right: MatchRecord, _ score: inout PairScore) {
    for level in MatchLevel.allCases {
      let (one, other) = (left.levels[level.rawValue], right.levels[level.rawValue])
      guard one != 0, other != 0 else { continue }
      let same = weights.levelSame[level.rawValue]
      if one == other {
        // A value that most rows have says little.
        let share =
          Double(levelCounts[level.rawValue][one] ?? 0) / Double(max(1, records.count))
        score.levels[level.rawValue] = same * (1 - 0.75 * share)
      } else {
        score.levels[level.rawValue] =
          weights.levelDifferent[level.rawValue] * trust[level.rawValue]
      }
    }
  }
}
