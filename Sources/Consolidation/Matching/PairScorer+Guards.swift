extension PairScorer {
  /// Kinds whose values one side may leave out without doubt.
  private static let mayBeOmitted: Set<FactKind> = [
    .organ, .document, .action, .date, .opposed, .agency, .level,
  ]

  private static let judgedElsewhere: Set<FactKind> = [.opposed, .object]

  /// What contradicts, in a fixed order.
  func guards(_ left: MatchRecord, _ right: MatchRecord, _ alignment: Alignment)
    -> [PairScore.Guard]
  {
    var found: [PairScore.Guard] = []
    for kind in FactKind.allCases where !Self.judgedElsewhere.contains(kind) {
      let one = left.facts.filter { $0.kind == kind }.map(\.value)
      let other = right.facts.filter { $0.kind == kind }.map(\.value)
      guard one != other else { continue }
      if one.isEmpty || other.isEmpty {
        // A place that the other side writes in small letters is there all the same.
        if kind == .place, !hasOwnWords(one + other, alignment) { continue }
        let stated = left.facts.filter { $0.kind == kind } + right.facts.filter { $0.kind == kind }
        if stated.allSatisfy(implied.contains) { continue }
        let (silent, speaking) = one.isEmpty ? (left, right) : (right, left)
        if kind == .percent || kind == .number,
          stated.allSatisfy({ mayBeLeftOut($0, by: silent, saidBy: speaking) })
        {
          continue
        }
        if !Self.mayBeOmitted.contains(kind) {
          found.append(PairScore.Guard(kind: kind, strength: .oneSided))
        }
        continue
      }
      let leftHasMore = one.contains { !other.contains($0) }
      let rightHasMore = other.contains { !one.contains($0) }
      let strength: PairScore.Guard.Strength =
        leftHasMore && rightHasMore ? .contradiction : .oneSided
      if strength == .oneSided, Self.mayBeOmitted.contains(kind) { continue }
      found.append(PairScore.Guard(kind: kind, strength: strength))
    }
    if areOpposed(left, right) {
      found.append(PairScore.Guard(kind: .opposed, strength: .contradiction))
    }
    return found
  }

  /// «One» needs no figure; others, and 100 %, may be written in letters.
  private func mayBeLeftOut(
    _ fact: MatchRecord.FactCode, by silent: MatchRecord, saidBy speaking: MatchRecord
  ) -> Bool {
    let figure = factTexts[Int(fact.value)]
    if figure == "1" { return true }
    // A figure in what the task is for is no part of the task.
    if speaking.purpose.contains(where: { vocabulary.texts[Int($0)] == figure }) { return true }
    guard let word = Self.numerals[figure] else { return false }
    return silent.words.contains { vocabulary.texts[Int($0)] == word }
  }

  private static let numerals = [
    "100%": "toàn thể", "2": "hai", "3": "ba", "4": "bốn", "6": "sáu", "7": "bảy", "8": "tám",
    "9": "chín",
    "10": "mười",
  ]

  private func hasOwnWords(_ places: [Int32], _ alignment: Alignment) -> Bool {
    let only = Set((alignment.leftOnly + alignment.rightOnly).map { vocabulary.texts[Int($0)] })
    return places.contains { place in
      factTexts[Int(place)].split(separator: " ").contains { only.contains(String($0)) }
    }
  }

  /// Opposed facts are written `pair:side`; they contradict where each side has only its own.
  private func areOpposed(_ left: MatchRecord, _ right: MatchRecord) -> Bool {
    let one = left.facts.filter { $0.kind == .opposed }.map { factTexts[Int($0.value)] }
    let other = right.facts.filter { $0.kind == .opposed }.map { factTexts[Int($0.value)] }
    guard !one.isEmpty, !other.isEmpty else { return false }
    return one.contains { text in
      guard let colon = text.firstIndex(of: ":") else { return false }
      let opposite = text[..<colon] + (text.hasSuffix(":0") ? ":1" : ":0")
      return other.contains(String(opposite)) && !other.contains(text)
        && !one.contains(String(opposite))
    }
  }
}
