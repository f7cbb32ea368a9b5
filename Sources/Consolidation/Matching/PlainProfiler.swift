/// Turns names and titles of any language into what the matcher compares: words, model numbers and
/// years, by no knowledge of Vietnamese plans.
struct PlainProfiler {
  let lexicon: Lexicon

  /// Whether texts are written in Vietnamese: letters that only Vietnamese has.
  static func isVietnamese(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1AF, 0x1B0,
        0x1EA0...0x1EF9, 0x300, 0x301, 0x303, 0x309, 0x323:
        true
      default: false
      }
    }
  }

  func profile(_ text: String) -> TaskProfiler.Profile {
    var facts = Facts()
    var words: [MatchWord] = []
    var runs: [String] = []
    for raw in text.lowercased().split(whereSeparator: \.isWhitespace) {
      let parts = raw.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "'" }
        .map { $0.filter { $0 != "'" } }
        .map { $0.hasSuffix(".") ? String($0.dropLast()) : String($0) }
        .filter { !$0.isEmpty }
      guard !parts.isEmpty else { continue }
      let joined = parts.joined()
      if parts.count > 1, Self.isModel(joined) {
        // PS-LX350H is one thing, however it is parted.
        runs.append(joined)
        words.append(MatchWord(joined))
        facts.add(.model, joined)
        continue
      }
      for part in parts {
        runs.append(part)
        words.append(MatchWord(part, isLight: lexicon.isLight(part)))
        if Self.isModel(part) { facts.add(.model, part) }
        if part.count == 4, let year = Int(part), (1900...2099).contains(year) {
          facts.add(.year, part)
        }
      }
    }
    // «CLI 8C» is written «CLI8C» elsewhere.
    for (one, other) in zip(runs, runs.dropFirst()) where Self.isModel(one + other) {
      if !Self.isModel(one) || !Self.isModel(other) { facts.add(.part, one + other) }
    }
    return TaskProfiler.Profile(
      key: words.map(\.text).joined(separator: " "), words: words, facts: facts)
  }

  /// Letters and digits, or a long number: names one product.
  private static func isModel(_ word: String) -> Bool {
    let digits = word.count(where: \.isNumber)
    let letters = word.count(where: \.isLetter)
    guard digits + letters == word.count, word.count >= 4, word.count <= 24 else { return false }
    return (digits >= 1 && letters >= 1 && digits + letters >= 4 && digits + 2 >= 3) || digits >= 6
  }
}
