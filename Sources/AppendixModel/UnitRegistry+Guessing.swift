import VietText

/// Reads names typed without diacritics, and offers names near to an unknown one. For people who
/// look something up; a merge never goes by a guess.
extension UnitRegistry {
  /// The one name that a text without (all of) its diacritics can stand for.
  func restored(_ query: String) -> String? {
    let words = unaccented(query).split { !($0.isLetter || $0.isNumber) }.map(String.init)
    guard !words.isEmpty else { return nil }
    if let name = provinceName(words) { return name }
    // The longest province behind it goes first: «so tt&tt tinh kien giang».
    for count in stride(from: min(6, words.count - 1), to: 0, by: -1) {
      let start = words.count - count
      guard let place = provinceName(Array(words[start...])),
        let unit = unitName(Array(words[..<start]))
      else { continue }
      return "\(unit) tỉnh \(place)"
    }
    return unitName(words)
  }

  private func unitName(_ words: [String]) -> String? {
    var words = words
    if words.count > 2, words.last == "tinh", words.first == "so" { words.removeLast() }
    let wanted = Self.compact(words)
    let names = Set(
      spellings.filter { Self.forms(of: $0.spelling).contains(wanted) }.map(\.name))
    return names.count == 1 ? names.first : nil
  }

  private func provinceName(_ words: [String]) -> String? {
    var words = words
    if words.first == "tinh" { words.removeFirst() }
    if words.starts(with: ["thanh", "pho"]) { words.removeFirst(2) }
    if words.first == "tp", words.count > 1 { words.removeFirst() }
    let wanted = Self.compact(words)
    let names = Set(provinces.spellings.filter { Self.folded($0.spelling) == wanted }.map(\.name))
    return names.count == 1 ? names.first : nil
  }

  /// Names within a few slips, and names of which the query is a part or a short form.
  func suggestions(for query: String, limit: Int = 5) -> [String] {
    let wanted = Self.folded(query)
    guard wanted.count > 2, wanted.count < 120 else { return [] }
    let letters = Array(wanted)
    var best: [String: Int] = [:]
    for (spelling, name) in spellings + provinces.spellings {
      for form in Self.forms(of: spelling) {
        let distance: Int
        if form.hasPrefix(wanted) || wanted.hasPrefix(form) {
          distance = 1 + abs(form.count - wanted.count) / 4
        } else {
          let allowed = max(1, wanted.count / 6)
          guard let slips = editDistance(letters, Array(form), limit: allowed) else { continue }
          distance = slips
        }
        guard distance <= 6 else { continue }
        best[name] = min(best[name] ?? .max, distance)
      }
    }
    return best.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.prefix(limit).map(\.key)
  }

  /// The whole name, «so» with the initials of the rest, and all initials; without spaces.
  private static func forms(of name: String) -> [String] {
    let words = UnitKey.words(name).map { unaccented(String($0)) }
    guard let first = words.first, words.count > 2 else { return [compact(words)] }
    let initials = words.dropFirst().compactMap(\.first).map(String.init).joined()
    return [compact(words), first + initials, String(first.prefix(1)) + initials]
  }

  private static func folded(_ text: String) -> String {
    compact(unaccented(text).split { !($0.isLetter || $0.isNumber) }.map(String.init))
  }

  /// Joining words say nothing.
  private static func compact(_ words: [String]) -> String {
    words.filter { $0 != "va" && $0 != "voi" }.joined()
  }
}
