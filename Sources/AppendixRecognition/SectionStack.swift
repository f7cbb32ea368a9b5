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

  /// Opens a section and gives its level.
  mutating func enter(_ style: Style, _ value: Int) -> Int {
    if let level = open.firstIndex(where: { $0.style == style }) {
      open.removeSubrange(level...)
    }
    open.append((style, value))
    return open.count - 1
  }
}
