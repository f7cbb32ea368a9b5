import Findings

/// Puts the points of two names into words.
struct NameEvidenceWriter {
  private let scorer: NameScorer
  private let frequencies: [String: Int]

  init(scorer: NameScorer) {
    self.scorer = scorer
    var frequencies: [String: Int] = [:]
    for reading in scorer.readings {
      for word in Set(reading.words) { frequencies[word, default: 0] += 1 }
    }
    self.frequencies = frequencies
  }

  func evidence(_ match: RecordMatcher.Match) -> Evidence {
    let (one, other) = (Int(match.left), Int(match.right))
    let score = match.score
    var reasons = ReasonList()
    if score.isSameWording {
      reasons.add(
        "words", score.words + score.rareWords, vi: "tên giống hệt nhau", en: "same wording")
    } else {
      reasons.add("words", score.words, vi: "từ chung thường gặp", en: "common words shared")
      let rare = quoted(rareWords(one, other))
      reasons.add(
        "rare-words", score.rareWords, vi: "từ ít gặp cùng có\(rare)",
        en: "rare words shared\(rare)")
    }
    reasons.add("model", score.model, vi: "mã hiệu trùng nhau", en: "model numbers agree")
    reasons.add("letters", score.letters, vi: "chữ viết giống nhau", en: "letters alike")
    for (column, points) in zip(scorer.columns, score.columns) {
      reasons.add(
        "column", points, vi: "cột «\(column.header)» giống nhau",
        en: "column “\(column.header)” agrees")
    }
    reasons.add(
      "rival", score.rival, vi: "có dòng khác gần hơn hoặc gần ngang",
      en: "another row is nearer, or as near")
    for found in score.guards {
      let mine = quoted(scorer.ownNumbers(one, other))
      let theirs = quoted(scorer.ownNumbers(other, one))
      reasons.addGuard(
        "guard-\(found.kind.rawValue)", 0, vi: "chỉ khác con số:\(mine) ↔\(theirs)",
        en: "they differ in numbers alone:\(mine) ↔\(theirs)")
    }
    return reasons.evidence(total: score.total)
  }

  /// Words of both that few names have, in order of the text.
  private func rareWords(_ one: Int, _ other: Int) -> [String] {
    let theirs = Set(scorer.readings[other].words)
    let threshold = Double(scorer.places.count).squareRoot()
    return scorer.readings[one].words.filter {
      theirs.contains($0) && Double(frequencies[$0] ?? 0) <= threshold
    }
  }

  private func quoted(_ words: [String]) -> String {
    words.isEmpty ? "" : " " + words.prefix(5).map { "«\($0)»" }.joined(separator: ", ")
  }
}
