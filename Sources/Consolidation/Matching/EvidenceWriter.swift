import Findings

/// Puts a pair's points into words; the reasons' points add up to the score.
struct EvidenceWriter {
  let scorer: PairScorer

  func evidence(_ match: RecordMatcher.Match) -> Evidence {
    let left = scorer.records[Int(match.left)]
    let right = scorer.records[Int(match.right)]
    let alignment = scorer.align(left, right)
    let score = match.score
    var reasons: [Evidence.Reason] = []
    func add(_ code: String, _ points: Double, _ vi: String, _ en: String, isGuard: Bool = false) {
      let rounded = (points * 10).rounded() / 10
      guard rounded != 0 || isGuard else { return }
      reasons.append(
        Evidence.Reason(
          code: code, message: Message(vi: vi, en: en), points: rounded, isGuard: isGuard))
    }
    if score.isSameWording {
      add("words", score.words + score.rareWords, "nội dung giống hệt nhau", "same wording")
    } else {
      let rare = samples(alignment.common.filter(isRare))
      add("words", score.words, "từ chung thường gặp", "common words shared")
      add("rare-words", score.rareWords, "từ ít gặp cùng có\(rare)", "rare words shared\(rare)")
    }
    let slips = alignment.typos.prefix(3).map {
      "«\(scorer.vocabulary.texts[Int($0.left)])»/«\(scorer.vocabulary.texts[Int($0.right)])»"
    }.joined(separator: ", ")
    add("typos", score.typos, "lỗi gõ: \(slips)", "typing slips: \(slips)")
    add("containment", score.containment, "bên ngắn nằm trong bên dài", "the shorter in the longer")
    add(
      "model", score.model, score.model > 0 ? "cùng mã hiệu" : "khác mã hiệu",
      score.model > 0 ? "same model number" : "different model numbers")
    add("order", score.order, "cùng thứ tự từ", "same order of words")
    for (level, name) in zip(MatchLevel.allCases, Self.levelNames) {
      let points = score.levels[level.rawValue]
      add(
        name.code, points, points > 0 ? "cùng \(name.vi)" : "khác \(name.vi)",
        points > 0 ? "same \(name.en)" : "different \(name.en)")
    }
    let leftWords = samples(alignment.leftOnly.filter { !scorer.vocabulary.isLight[Int($0)] })
    let rightWords = samples(alignment.rightOnly.filter { !scorer.vocabulary.isLight[Int($0)] })
    add(
      "replacement", score.replacement, "từ thay nhau\(leftWords) ↔\(rightWords)",
      "words in place of others\(leftWords) ↔\(rightWords)")
    addGuards(score, left, right, (leftWords, rightWords), add)
    let sum = reasons.reduce(0) { $0 + $1.points }
    let total = (score.total * 10).rounded() / 10
    add("limits", total - sum, "làm tròn trong khoảng 0–100", "kept within 0–100")
    return Evidence(score: total, reasons: reasons)
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
    _ add: (String, Double, String, String, Bool) -> Void
  ) {
    var points = score.guardPoints
    for found in score.guards {
      let name = Self.guardNames[found.kind] ?? (found.kind.rawValue, found.kind.rawValue)
      if found.isLearned {
        add(
          "guard-learned", points,
          "một tệp coi những từ khác nhau này là hai việc:\(differing.left) ↔\(differing.right)",
          "one file keeps rows apart by these words:\(differing.left) ↔\(differing.right)", true)
        points = 0
        continue
      }
      if found.kind == .object {
        add(
          "guard-object", points,
          found.strength == .contradiction
            ? "chỉ khác ở một chỗ:\(differing.left) ↔\(differing.right)"
            : "một bên nói thêm hoặc nói khác ở một chỗ:\(differing.left) ↔\(differing.right)",
          found.strength == .contradiction
            ? "they differ in one place alone:\(differing.left) ↔\(differing.right)"
            : "one side says more, or something else, in one place:\(differing.left) ↔\(differing.right)",
          true)
        points = 0
        continue
      }
      let one = values(found.kind, left)
      let other = values(found.kind, right)
      let code = "guard-\(found.kind.rawValue)"
      if found.strength == .contradiction {
        add(
          code, points, "khác \(name.vi): \(one) ↔ \(other)",
          "\(name.en) differ: \(one) ↔ \(other)", true)
      } else {
        add(
          code, points, "\(name.vi) chỉ có ở một bên: \(one) ↔ \(other)",
          "\(name.en) on one side only: \(one) ↔ \(other)", true)
      }
      points = 0
    }
  }

  private func values(_ kind: FactKind, _ record: MatchRecord) -> String {
    let texts = record.facts.filter { $0.kind == kind }.map { scorer.factTexts[Int($0.value)] }
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
