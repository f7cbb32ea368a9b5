/// A word that needs more than a table: combining marks in any order are put to their letters.
struct MarkedSpelling {
  /// The letters without tones; nil where the word is no Vietnamese spelling.
  private(set) var word: PackedWord?
  private(set) var tone: UInt8 = 0
  private(set) var tonePlace = 0
  private(set) var capitals = 0
  private(set) var letters = 0
  /// The key of a word that is none: Unicode's own small letters, composed.
  private(set) var foreignKey = ""

  init(_ scalars: [Unicode.Scalar]) {
    var word = PackedWord()
    var isForeign = false
    var tones = 0
    for scalar in scalars {
      if let index = LetterInfo.index(of: scalar.value), LetterInfo.table[index] & 63 != 0 {
        let info = LetterInfo(bits: LetterInfo.table[index])
        letters += 1
        if info.isCapital { capitals += 1 }
        if word.count < 10 { word.append(info.letter) } else { isForeign = true }
        if info.tone != 0 {
          (tone, tonePlace) = (info.tone, word.count - 1)
          tones += 1
        }
      } else if let mark = Self.tone(scalar), word.count > 0, word.count == letters,
        Letter.isVowel(word[word.count - 1])
      {
        (tone, tonePlace) = (mark, word.count - 1)
        tones += 1
      } else if word.count > 0, word.count == letters,
        let shaped = Self.shaped(word[word.count - 1], by: scalar)
      {
        word.bits = word.bits & ~63 | UInt64(shaped)
      } else {
        isForeign = true
        if !Self.isMark(scalar) { letters += 1 }
      }
    }
    if !isForeign, tones <= 1, word.count > 0 {
      self.word = word
      return
    }
    var small = String.UnicodeScalarView()
    for scalar in Normalization.composed(Self.text(scalars)).unicodeScalars {
      small.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
    foreignKey = Normalization.composed(String(small))
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark
  }

  private static func tone(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x300, 0x340: 1
    case 0x301, 0x341: 2
    case 0x309: 3
    case 0x303: 4
    case 0x323: 5
    default: nil
    }
  }

  private static func shaped(_ letter: UInt8, by mark: Unicode.Scalar) -> UInt8? {
    switch (mark.value, letter) {
    case (0x302, Letter.a): Letter.aCircumflex
    case (0x302, Letter.e): Letter.eCircumflex
    case (0x302, Letter.o): Letter.oCircumflex
    case (0x306, Letter.a): Letter.aBreve
    case (0x31B, Letter.o): Letter.oHorn
    case (0x31B, Letter.u): Letter.uHorn
    default: nil
    }
  }
}
