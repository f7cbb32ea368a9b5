/// The two placements of the tone in oa, oe, uy without a final consonant.
package enum ToneStyle: String, Sendable, CaseIterable, Codable {
  /// hòa, khỏe, thủy.
  case old
  /// hoà, khoẻ, thuỷ.
  case new
}

/// The text with every oa, oe and uy in one tone style; all else as it is, misplaced tones too.
package func toned(_ text: String, as style: ToneStyle) -> String {
  let scalars = Array(Normalization.composed(text).unicodeScalars)
  var result = String.UnicodeScalarView()
  var place = 0
  while place < scalars.count {
    var end = place
    while end < scalars.count, ToneMover.info(scalars[end]) != nil { end += 1 }
    // A word that goes on in other letters is none of ours.
    let isWhole =
      (place == 0 || !ToneMover.goesOn(scalars[place - 1]))
      && (end == scalars.count || !ToneMover.goesOn(scalars[end]))
    if isWhole, end - place > 1, let moved = ToneMover.moved(scalars[place..<end], to: style) {
      result.append(contentsOf: moved)
    } else {
      result.append(contentsOf: scalars[place..<max(end, place)])
    }
    if end < scalars.count { result.append(scalars[end]) }
    place = end + 1
  }
  return String(result)
}

/// Moves the tone of one word.
private enum ToneMover {
  static func info(_ scalar: Unicode.Scalar) -> LetterInfo? {
    guard let index = LetterInfo.index(of: scalar.value), LetterInfo.table[index] & 63 != 0 else {
      return nil
    }
    return LetterInfo(bits: LetterInfo.table[index])
  }

  /// Letters and marks, and what is not seen between them.
  static func goesOn(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return false }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .format:
      return true
    default: return false
    }
  }

  /// The word with its tone moved; nil where there is nothing to move.
  static func moved(_ word: ArraySlice<Unicode.Scalar>, to style: ToneStyle) -> [Unicode.Scalar]? {
    let infos = word.compactMap(info)
    guard infos.count == word.count, infos.count > 1, infos.count <= 7 else { return nil }
    let (first, second) = (infos[infos.count - 2], infos[infos.count - 1])
    let pair = (first.letter, second.letter)
    guard
      pair == (Letter.o, Letter.a) || pair == (Letter.o, Letter.e) || pair == (Letter.u, Letter.y),
      infos.dropLast(2).allSatisfy({ $0.tone == 0 && !$0.isVowel }),
      infos.first?.letter != Letter.q
    else { return nil }
    var packed = PackedWord()
    for info in infos { packed.append(info.letter) }
    let source = style == .old ? second : first
    let target = style == .old ? first : second
    guard source.tone != 0, target.tone == 0, Syllable(packed) != nil else { return nil }
    var scalars = Array(word)
    let from = style == .old ? scalars.count - 1 : scalars.count - 2
    let to = style == .old ? scalars.count - 2 : scalars.count - 1
    scalars[from] = letter(source.letter, 0, isCapital: source.isCapital)
    scalars[to] = letter(target.letter, source.tone, isCapital: target.isCapital)
    return scalars
  }

  private static func letter(_ code: UInt8, _ tone: UInt8, isCapital: Bool) -> Unicode.Scalar {
    let base = Letter.alphabet[Int(code) - 1]
    let row = Letter.toned.first { $0.unicodeScalars.first == base }
    let small = row.map { Array($0.unicodeScalars)[Int(tone)] } ?? base
    return isCapital ? LegacyTables.capital(small) : small
  }
}
