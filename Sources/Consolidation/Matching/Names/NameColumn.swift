import Foundation

/// A column beside the names that stands in several tables: authors, a price, a year, a maker.
/// What it is, is seen from its values.
struct NameColumn: Sendable {
  /// How two rows agree in a column: what they share, and what each has.
  struct Agreement {
    var common = 0.0
    var left = 0.0
    var right = 0.0
  }

  /// As the first table writes it.
  let header: String
  private var numbers: [Double?] = []
  private var words: [FeatureVector] = []
  private var letters: [FeatureVector] = []
  private var isBlank: [Bool] = []
  private var isNumeric = false
  /// Numbers further apart than this have nothing in common.
  private var reach = 0.0
  /// How much the column counts beside the name.
  var weight = 0.0

  /// `values` by record, empty where blank.
  init(header: String, values: [String]) {
    self.header = header
    isBlank = values.map { $0.allSatisfy(\.isWhitespace) }
    let filled = isBlank.count { !$0 }
    numbers = values.map(Self.number)
    isNumeric = numbers.count { $0 != nil } * 5 >= filled * 4
    let readings = values.map { NameReading($0) }
    var wordSpace = FeatureSpace()
    var letterSpace = FeatureSpace()
    for (reading, number) in zip(readings, numbers) {
      // A number's rarity says how much it tells; `399` and `399.00` are one.
      let text = isNumeric ? number.map { ["\($0)"] } : nil
      wordSpace.add((text ?? reading.wordFeatures).map { ContentHash.of($0) })
      letterSpace.add(isNumeric ? [] : reading.letterFeatures)
    }
    words = wordSpace.vectors().vectors
    letters = letterSpace.vectors().vectors
    if isNumeric {
      let sorted = numbers.compactMap { $0 }.sorted()
      if let low = Self.item(sorted, 1, of: 4), let high = Self.item(sorted, 3, of: 4) {
        reach = (high - low) / 10
      }
    }
  }

  /// Nil where one side is blank.
  func agreement(_ left: Int32, _ right: Int32) -> Agreement? {
    let (one, other) = (Int(left), Int(right))
    guard !isBlank[one], !isBlank[other] else { return nil }
    if isNumeric, let mine = numbers[one], let theirs = numbers[other] {
      // As much as a word and its letters.
      let worth = 3 * (words[one].square * words[other].square).squareRoot()
      let nearness =
        mine == theirs ? 1 : reach > 0 ? max(0, 1 - abs(mine - theirs) / reach) : 0
      return Agreement(common: worth * nearness, left: worth, right: worth)
    }
    return Agreement(
      common: FeatureVector.product(words[one], words[other])
        + FeatureVector.product(letters[one], letters[other]),
      left: words[one].square + letters[one].square,
      right: words[other].square + letters[other].square)
  }

  /// How alike two rows are in the column, from 0 to 1.
  func likeness(_ left: Int32, _ right: Int32) -> Double? {
    guard let found = agreement(left, right), found.left > 0, found.right > 0 else { return nil }
    return found.common / (found.left * found.right).squareRoot()
  }

  private static func number(_ text: String) -> Double? {
    let kept = text.filter { $0.isNumber || $0 == "." || $0 == "-" }
    let others = text.count { $0.isLetter }
    guard !kept.isEmpty, others <= 3, text.count <= 24 else { return nil }
    return Double(kept).flatMap { $0.isFinite ? $0 : nil }
  }

  private static func item(_ sorted: [Double], _ part: Int, of parts: Int) -> Double? {
    guard !sorted.isEmpty else { return nil }
    return sorted[min(sorted.count - 1, sorted.count * part / parts)]
  }
}
