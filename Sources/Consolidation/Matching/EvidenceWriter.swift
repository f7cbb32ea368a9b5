import Findings

/// Puts a pair's points into words; the reasons' points add up to the score.
struct EvidenceWriter {
  let scorer: PairScorer

  func evidence(_ match: RecordMatcher.Match) -> Evidence {
    let left = scorer.records[Int(match.left)]
    let right = scorer.records[Int(match.right)]
    let alignment = scorer.align(left, right)
    let score = match.score
    var reasons = ReasonList()
    if score.isSameWording {
      reasons.add(
        "words", score.words + score.rareWords, vi: "nội dung giống hệt nhau", en: "same wording")
    } else {
      let rare = samples(alignment.common.filter(isRare))
      reasons.add("words", score.words, vi: "từ chung thường gặp", en: "common words shared")
      reasons.add(
        "rare-words", score.rareWords, vi: "từ ít gặp cùng có\(rare)",
        en: "rare words shared\(rare)")
    }
    let slips = alignment.typos.prefix(3).map {
      "«\(scorer.vocabulary.texts[Int($0.left)])»/«\(scorer.vocabulary.texts[Int($0.right)])»"
    }.joined(separator: ", ")
    reasons.add("typos", score.typos, vi: "lỗi gõ: \(slips)", en: "typing slips: \(slips)")
    reasons.add("order", score.order, vi: "cùng thứ tự từ", en: "same order of words")
    for (level, name) in zip(MatchLevel.allCases, Self.levelNames) {
      let points = score.levels[level.rawValue]
      reasons.add(
        name.code, points, vi: points > 0 ? "cùng \(name.vi)" : "khác \(name.vi)",
        en: points > 0 ? "same \(name.en)" : "different \(name.en)")
    }
    let leftWords = samples(alignment.leftOnly.filter { !scorer.vocabulary.isLight[Int($0)] })
    let rightWords = samples(alignment.rightOnly.filter { !scorer.vocabulary.isLight[Int($0)] })
    reasons.add(
      "replacement", score.replacement, vi: "từ thay nhau\(leftWords) ↔\(rightWords)",
      en: "words in place of others\(leftWords) ↔\(rightWords)")
    addGuards(score, left, right, (leftWords, rightWords), &reasons)
    return reasons.evidence(total: score.total)
  }

  private static let levelNames: [(code: String, vi: String, en: String)] = [
    ("section", "lĩnh vực", "section"), ("agency", "đơn vị chủ trì", "lead office"),
    ("output", "kết quả, sản phẩm", "output"), ("deadline", "thời gian", "deadline"),
  ]

  private func isRare(_ word: Vocabulary.WordID) -> Bool {
    Double(scorer.vocabulary.frequencies[Int(word)]) <= Double(scorer.records.count).squareRoot()
  }

  private func samples(_ words: [Vocabulary.WordID]) -> String {
    let chosen = words.sorted {
      (scorer.vocabulary.frequencies[Int($0)], scorer.vocabulary.texts[Int($0)])
        < (scorer.vocabulary.frequencies[Int($1)], scorer.vocabulary.texts[Int($1)])
    }.prefix(5)
    return chosen.isEmpty
      ? "" : " " + chosen.map { "«\(scorer.vocabulary.texts[Int($0)])»" }.joined(separator: ", ")
  }

  private func addGuards(
    _ score: PairScore, _ left: MatchRecord, _ right: MatchRecord,
    _ differing: (left: String, right: String),
    _ reasons: inout ReasonList
  ) {
    var points = score.guardPoints
    for found in score.guards {
      let name = Self.guardNames[found.kind] ?? (found.kind.rawValue, found.kind.rawValue)
      if found.isLearned {
        reasons.addGuard(
          "guard-learned", points,
          vi:
            "một tệp coi những từ khác nhau này là hai việc:\(differing.left) ↔\(differing.right)",
          en: "one file keeps rows apart by these words:\(differing.left) ↔\(differing.right)")
        points = 0
        continue
      }
      if found.kind == .object {
        let places = "\(differing.left) ↔\(differing.right)"
        let isContrary = found.strength == .contradiction
        reasons.addGuard(
          "guard-object", points,
          vi: (isContrary ? "chỉ khác ở một chỗ:" : "một bên nói thêm hoặc nói khác ở một chỗ:")
            + places,
          en: (isContrary
            ? "they differ in one place alone:"
            : "one side says more, or something else, in one place:") + places)
        points = 0
        continue
      }
      let one = values(found.kind, left)
      let other = values(found.kind, right)
      let code = "guard-\(found.kind.rawValue)"
      if found.strength == .contradiction {
        reasons.addGuard(
          code, points, vi: "khác \(name.vi): \(one) ↔ \(other)",
          en: "\(name.en) differ: \(one) ↔ \(other)")
      } else {
        reasons.addGuard(
          code, points, vi: "\(name.vi) chỉ có ở một bên: \(one) ↔ \(other)",
          en: "\(name.en) on one side only: \(one) ↔ \(other)")
      }
      points = 0
    }
  }

  private func values(_ kind: FactKind, _ record: MatchRecord) -> String {
    let texts = record.facts.filter { $0.kind == kind }.map { scorer.factTexts[Int($0.value)] }
      .sorted()
    return texts.isEmpty ? "–" : texts.joined(separator: ", ")
  }

  private static let guardNames: [FactKind: (vi: String, en: String)] = [
    .documentNumber: ("số hiệu văn bản", "document numbers"), .date: ("ngày", "dates"),
    .year: ("năm", "years"), .period: ("kỳ", "periods"), .frequency: ("định kỳ", "frequencies"),
    .percent: ("tỷ lệ %", "percents"), .number: ("con số", "numbers"),
    .level: ("cấp", "levels of government"), .organ: ("cơ quan", "organs"),
    .place: ("địa danh", "places"), .agency: ("đơn vị", "agencies"),
    .negation: ("phủ định", "negations"), .opposed: ("hành động trái ngược", "opposed actions"),
    .document: ("loại văn bản", "kinds of document"), .action: ("loại việc", "kinds of action"),
    .model: ("mã hiệu", "model numbers"),
  ]
}
