/// How Vietnamese a text looks in one reading: words that are possible syllables against words
/// that are not. Words of plain ASCII are the same in every reading and don't count.
struct ReadingScore: Equatable {
  var valid = 0
  var invalid = 0

  var total: Int { valid - 2 * invalid }

  /// The text as it stands, or as a legacy encoding reads it.
  init(_ scalars: [Unicode.Scalar], as encoding: LegacyEncoding?) {
    var word = WordShape()
    var place = 0
    while place < scalars.count {
      let piece =
        encoding?.piece(scalars, at: place)
        ?? DecodedPiece(scalar: scalars[place], length: 1, isLegacy: false)
      let source = scalars[place]
      place += piece.length
      if word.take(piece, source: source, encoding) { continue }
      count(&word)
    }
    count(&word)
  }

  private mutating func count(_ word: inout WordShape) {
    switch word.verdict {
    case .valid: valid += 1
    case .invalid: invalid += 1
    case .nothing: break
    }
    word = WordShape()
  }
}

/// A word as it grows letter by letter in one reading.
private struct WordShape {
  enum Verdict { case valid, invalid, nothing }

  private var packed = PackedWord()
  private var letters = 0
  private var tone: UInt8 = 0
  private var toneCount = 0
  private var tonePlace = 0
  private var hasForeignSign = false
  private var hasNonASCII = false
  /// Case of the letters that have one.
  private var capitals = 0
  private var smalls = 0
  private var hasCapitalAfterSmall = false
  /// Signs such as © or § that stand before any letter.
  private var leadingSigns = 0
  private var pendingSigns = 0

  /// Adds a piece; false where the word has ended before it.
  mutating func take(
    _ piece: DecodedPiece, source: Unicode.Scalar, _ encoding: LegacyEncoding?
  ) -> Bool {
    let value = piece.scalar.value
    let isUnicode = encoding == nil
    if !piece.isLegacy, value == 0xAD {
      // Where no letter of Unicode alone is near, a soft hyphen in a word is TCVN3's ư.
      if letters > 0 { (hasForeignSign, hasNonASCII) = (true, true) }
      return true
    }
    // A letter beyond ASCII that the encoding doesn't have.
    if encoding == .tcvn3 || encoding == .vni, !piece.isLegacy, value >= 0xC0 {
      return takeOther(piece.scalar)
    }
    guard let index = LetterInfo.index(of: value), LetterInfo.table[index] & 63 != 0,
      value != 0xD0 || !isUnicode
    else { return takeOther(piece.scalar) }
    let info = LetterInfo(bits: LetterInfo.table[index])
    if pendingSigns > 0 {
      hasForeignSign = true
      pendingSigns = 0
    }
    if piece.isLegacy || value >= 0x80 { hasNonASCII = true }
    // TCVN3's small signs serve for capitals too, so only ASCII shows the case there.
    if encoding != .tcvn3 || !piece.isLegacy {
      if info.isCapital {
        capitals += 1
        if smalls > 0 { hasCapitalAfterSmall = true }
      } else {
        smalls += 1
      }
    }
    if packed.count < 10 { packed.append(info.letter) }
    if info.tone != 0 {
      tone = info.tone
      tonePlace = letters
      toneCount += 1
    }
    letters += 1
    return true
  }

  /// Letters that Vietnamese lacks, and signs that stand for letters in legacy text.
  private mutating func takeOther(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    guard value >= 0x80 else { return false }
    if scalar.properties.isAlphabetic, value != 0xAA, value != 0xBA, value != 0xB5 {
      letters += 1
      hasForeignSign = true
      hasNonASCII = true
      return true
    }
    guard (0xA1...0xFF).contains(value) else { return false }
    if letters == 0 {
      // «, » and · may stand before a word in Unicode text as well.
      if [0xAB, 0xB7, 0xBB].contains(value) {
        leadingSigns += 1
        guard leadingSigns > 1 else { return true }
      }
      hasForeignSign = true
      hasNonASCII = true
      return true
    }
    // », ², ³, ° and the like end a word; they spoil it only if letters follow.
    hasNonASCII = true
    if [0xBB, 0xB2, 0xB3, 0xB0, 0xA9, 0xAE, 0xB9].contains(value) {
      pendingSigns += 1
    } else {
      hasForeignSign = true
    }
    return true
  }

  var verdict: Verdict {
    guard hasNonASCII, letters > 0 || hasForeignSign else { return .nothing }
    if hasForeignSign { return .invalid }
    let isAllCapital = smalls == 0 && capitals > 0
    if letters == 1 { return .nothing }
    if packed.count == letters, toneCount <= 1, !hasCapitalAfterSmall,
      let syllable = Syllable(packed), syllable.allows(tone: tone)
    {
      guard tone != 0 else { return .valid }
      return isUsual(syllable) ? .valid : .nothing
    }
    // Abbreviations such as HĐLĐ say nothing.
    if isAllCapital, toneCount == 0, letters <= 8 { return .nothing }
    return .invalid
  }

  /// Whether the tone stands where one of the two placements has it.
  private func isUsual(_ syllable: Syllable) -> Bool {
    tonePlace == syllable.tonePlace
      || (tonePlace == syllable.tonePlace + 1 && tonePlace == letters - 1
        && [Letter.a, Letter.e, Letter.y].contains(packed[tonePlace])
        && [Letter.o, Letter.u].contains(packed[tonePlace - 1]))
  }
}
