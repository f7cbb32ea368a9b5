/// Tells how deep a section stands from the style of its number: A, then I, then 1.
struct SectionStack {
  enum Style: Hashable { case letter, roman, integer, word, none }

  private var open: [(style: Style, value: Int)] = []

  /// The style of a section's number: `C` is a letter after `B`, a Roman number after `XCIX`.
  func style(of number: RowNumber?, written: String) -> (Style, Int) {
    switch number {
    case .roman(let value)?:
      if let letter = written.first(where: \.isLetter), written.count(where: \.isLetter) == 1,
        let last = open.last(where: { $0.style == .letter })?.value,
        Int(letter.unicodeScalars.first?.value ?? 0) == last + 1,
        !open.contains(where: { $0.style == .roman && $0.value + 1 == value })
      {
        return (.letter, last + 1)
      }
      return (.roman, value)
    case .upperLetter(let letter)?:
      return (.letter, Int(letter.unicodeScalars.first?.value ?? 0))
    case .integer(let value, _)?: return (.integer, value)
    default: return (.none, 0)
    }
  }

  /// A section that is called by a word and a number: «Phần I. …», «Nhóm 1: …», «Lĩnh vực 2 - …».
  static func named(_ text: String) -> (number: RowNumber, written: String, rest: String)? {
    let words = text.prefix(80).split(separator: " ", maxSplits: 3)
    guard let first = words.first?.lowercased() else { return nil }
    let length = first == "lĩnh" ? 2 : 1
    guard ["phần", "mục", "nhóm", "chương", "lĩnh"].contains(first), words.count > length,
      length == 1 || words[1].lowercased() == "vực"
    else { return nil }
    let sign: Set<Character> = [".", ":", ")", "-", "–"]
    let token = words[length]
    let core = String(token.prefix { !sign.contains($0) })
    guard let number = RowNumber(cell: core), number != .bullet, !core.isEmpty,
      !core.allSatisfy(\.isLowercase)
    else { return nil }
    let rest = text[token.startIndex...].dropFirst(core.count)
      .drop { $0.isWhitespace || sign.contains($0) }
    let isParted = text[token.startIndex...].dropFirst(core.count).trimmed.first.map(sign.contains)
    guard isParted == true, !rest.isEmpty else { return nil }
    return (number, core, String(rest))
  }

  /// Opens a section and gives its level.
  mutating func enter(_ style: Style, _ value: Int) -> Int {
    if let level = open.firstIndex(where: { $0.style == style }) {
      open.removeSubrange(level...)
    }
    open.append((style, value))
    return open.count - 1
  }
}
