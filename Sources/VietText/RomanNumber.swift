/// Roman numbers, as sections, quarters and appendices have them.
package enum RomanNumber {
  private static let signs: [(value: Int, letters: String)] = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]

  /// A number from 1 to 3999 in Roman capitals; other numbers in digits.
  package static func written(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return String(number) }
    var rest = number
    var text = ""
    for (value, letters) in signs {
      while rest >= value {
        text += letters
        rest -= value
      }
    }
    return text
  }

  /// The value of a well-formed Roman number in small letters or capitals; nil for anything else.
  package static func value(_ text: some StringProtocol) -> Int? {
    guard (1...15).contains(text.utf8.count) else { return nil }
    let capitals = text.uppercased()
    var rest = Substring(capitals)
    var sum = 0
    for (value, letters) in signs {
      while rest.hasPrefix(letters) {
        sum += value
        rest = rest.dropFirst(letters.count)
      }
    }
    // Only the one right spelling: `IIII` and `VX` are words.
    return rest.isEmpty && written(sum) == capitals ? sum : nil
  }

  /// In running text only numbers up to 39: longer ones are words more often (`CD`, `MIX`).
  private static let packed: [UInt64: Int] = {
    var table: [UInt64: Int] = [:]
    for number in 1...39 {
      if let word = PackedWord(written(number).lowercased()) { table[word.bits] = number }
    }
    return table
  }()

  static func value(_ word: PackedWord) -> Int? { packed[word.bits] }
  static func isRoman(_ word: PackedWord) -> Bool { word.count <= 7 && packed[word.bits] != nil }
}
