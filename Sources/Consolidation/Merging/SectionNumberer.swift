import AppendixModel
import VietText

/// Numbers sections anew, each level in one style: that of the input whose wording is kept.
struct SectionNumberer {
  enum Style {
    case roman, letters, digits
    /// `1.2`: with the number of the section above.
    case path
  }

  private var styles: [Int: Style] = [:]
  private var counts: [Int] = []

  init(_ sections: [SectionUnion.United], wordingOrder: [Int]) {
    for input in wordingOrder {
      for united in sections where styles[united.level] == nil {
        guard let number = united.sources[input]?.number else { continue }
        styles[united.level] = Self.style(of: number)
      }
    }
  }

  /// nil for a number that shows no style, such as an empty one.
  private static func style(of number: String) -> Style? {
    let bare = number.filter { $0.isLetter || $0.isNumber || $0 == "." }
      .split(separator: ".").map(String.init)
    guard let last = bare.last else { return nil }
    if last.allSatisfy(\.isNumber) { return bare.count > 1 ? .path : .digits }
    return last.uppercased().allSatisfy { "IVXLCDM".contains($0) } ? .roman : .letters
  }

  /// The next number on a level; empty for a section that no input numbers.
  mutating func number(isNumbered: Bool, level: Int) -> String {
    guard isNumbered else { return "" }
    while counts.count <= level { counts.append(0) }
    counts.removeLast(counts.count - level - 1)
    counts[level] += 1
    switch styles[level] ?? .roman {
    case .roman: return RomanNumber.written(counts[level])
    case .letters: return Numbering.letters(counts[level])
    case .digits: return String(counts[level])
    case .path: return counts.dropFirst(max(0, level - 1)).map(String.init).joined(separator: ".")
    }
  }
}
