extension Syllable {
  /// Letters with a tone, as letter and tone.
  private static let untoned: [Unicode.Scalar: (letter: UInt8, tone: UInt8)] = {
    var table: [Unicode.Scalar: (letter: UInt8, tone: UInt8)] = [:]
    for letter in Letter.alphabet { table[letter] = (Letter.code(letter), 0) }
    for row in Letter.toned {
      let scalars = Array(row.unicodeScalars)
      guard let first = scalars.first else { continue }
      for (tone, scalar) in scalars.enumerated() {
        table[scalar] = (Letter.code(first), UInt8(tone))
      }
    }
    return table
  }()

  /// Whether a word of small letters can be a Vietnamese syllable.
  package static func isPossible(_ word: String) -> Bool {
    var packed = PackedWord()
    var tone: UInt8 = 0
    for scalar in word.unicodeScalars {
      guard let (letter, own) = untoned[scalar], packed.count < 8, own == 0 || tone == 0 else {
        return false
      }
      packed.append(letter)
      tone = max(tone, own)
    }
    guard let syllable = Syllable(packed) else { return false }
    return syllable.allows(tone: tone)
  }
}
