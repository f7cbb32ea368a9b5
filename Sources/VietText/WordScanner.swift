/// What the scanner looks up, held together so that a scan keeps one thing alive.
final class ScanTables: Sendable {
  static let shared = ScanTables()

  let letters = LetterInfo.table
  let encoded = Letter.encoded
  let syllables = Syllable.Table.shared
}

/// Cuts UTF-8 into words and digits, folding case, combining marks and tone placement as it goes.
///
/// Nearly all words are small Vietnamese letters in their usual place: they are only measured and
/// left where they are. The others are written to ``folded``.
struct WordScanner {
  private(set) var tokens: [RawToken] = []
  private(set) var folded: [UInt8] = []

  private var gap = Gap.none
  private let tables = ScanTables.shared

  init() {}

  /// Reads all of the text.
  mutating func scan(_ source: Span<UInt8>) {
    tokens.reserveCapacity(source.count / 4 + 2)
    var place = 0
    while place < source.count {
      let byte = source[place]
      if byte == 0x20 {
        gap.hasSpace = true
        if gap.sign == 0 { gap.sign = 32 }
        place += 1
      } else if byte >= 0x80 || isASCIILetter(byte) {
        place = word(source, from: place)
      } else if byte &- 0x30 < 10 {
        place = digits(source, from: place)
      } else {
        sign(byte, at: place)
        place += 1
      }
    }
  }

  /// The token's bytes in the key.
  func bytes(of token: RawToken, in source: Span<UInt8>) -> [UInt8] {
    if token.isVerbatim { return (token.start..<token.end).map { source[$0] } }
    return Array(folded[token.folded])
  }

  private func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  // MARK: - Words

  /// Reads a word that begins at a place, or the sign there if it is none; the place behind it.
  private mutating func word(_ source: Span<UInt8>, from start: Int) -> Int {
    let table = tables.letters
    var word = PackedWord()
    var tone: UInt8 = 0
    var tones = 0
    var tonePlace = 0
    var vowels = 0
    var lastMarked = -1
    var capitals = 0
    var place = start
    scan: while place < source.count {
      let byte = source[place]
      var index = Int(byte)
      var length = 1
      if byte >= 0x80 {
        if byte >= 0xC3, byte < 0xC9, place + 1 < source.count {
          index = Int(byte & 0x1F) << 6 | Int(source[place + 1] & 0x3F)
          length = 2
        } else if byte == 0xE1, place + 2 < source.count, source[place + 1] >= 0xBA,
          source[place + 1] <= 0xBB
        {
          let scalar =
            UInt32(0x1000) | UInt32(source[place + 1] & 0x3F) << 6
            | UInt32(source[place + 2] & 0x3F)
          guard scalar >= LetterInfo.highStart, scalar < LetterInfo.highEnd else {
            return slowWord(source, from: start)
          }
          index = LetterInfo.lowCount + Int(scalar - LetterInfo.highStart)
          length = 3
        } else {
          if isSign(source, at: place) { break scan }
          return slowWord(source, from: start)
        }
      }
      let info = LetterInfo(bits: table[index])
      guard info.isLetter else {
        if length == 1 || isSign(source, at: place) { break scan }
        return slowWord(source, from: start)
      }
      if word.count == 10 { return slowWord(source, from: start) }
      if info.isCapital { capitals += 1 }
      if info.isVowel { vowels += 1 }
      if info.isMarked { lastMarked = word.count }
      if info.tone != 0 {
        tone = info.tone
        tones += 1
        tonePlace = word.count
      }
      word.append(info.letter)
      place += length
    }
    if place == start { return slowWord(source, from: start) }
    if tones > 1 { return slowWord(source, from: start) }
    finish(
      word, tone, tonePlace: tonePlace, lastMarked: lastMarked, vowels: vowels,
      capitals: capitals, start, place)
    return place
  }

  /// Whether a scalar that is no Latin letter ends a word: signs and spaces, not letters and marks.
  private func isSign(_ source: Span<UInt8>, at place: Int) -> Bool {
    let (scalar, _) = Self.decode(source, place)
    if scalar == 0xAD || (0x200B...0x200D).contains(scalar) { return false }
    if (0x2010...0x2027).contains(scalar) || scalar == 0xA0 { return true }
    guard let value = Unicode.Scalar(scalar) else { return true }
    return !Self.isLetterLike(value) && !Self.isIgnorable(scalar)
  }

  @inline(__always)
  private mutating func finish(
    _ word: PackedWord, _ tone: UInt8, tonePlace: Int, lastMarked: Int, vowels: Int,
    capitals: Int, _ start: Int, _ end: Int
  ) {
    var token = RawToken(start: start, end: end, packed: word, kind: .word, gap: gap)
    gap = .none
    token.tone = tone
    token.capitals = UInt8(truncatingIfNeeded: capitals)
    token.letters = UInt8(truncatingIfNeeded: word.count)
    let last = UInt8(truncatingIfNeeded: word.bits & 63)
    // A tone on the last marked vowel, or on the only vowel, is in its place.
    let mayMove = tone != 0 && vowels > 1 && tonePlace != lastMarked
    if capitals > 0 || mayMove || last == Letter.i || last == Letter.y {
      settle(&token, tonePlace)
    }
    tokens.append(token)
  }

  /// One place for the tone and one letter for i/y, where the word is a Vietnamese syllable.
  private mutating func settle(_ token: inout RawToken, _ tonePlace: Int) {
    var place = tonePlace
    var word = token.packed
    if let syllable = Syllable(word, tables.syllables), syllable.allows(tone: token.tone) {
      place = syllable.tonePlace
      if syllable.rimeStart == word.count - 1, word[word.count - 1] == Letter.i, takesY(word) {
        word.bits = word.bits & ~63 | UInt64(Letter.y)
        token.packed = word
      } else if token.capitals == 0, place == tonePlace || token.tone == 0 {
        return
      }
    } else if token.capitals == 0 {
      return
    }
    token.foldedStart = Int32(truncatingIfNeeded: folded.count)
    for index in 0..<word.count {
      appendFolded(word[index], index == place ? token.tone : 0)
    }
    token.foldedEnd = Int32(truncatingIfNeeded: folded.count)
  }

  /// kĩ/kỹ, lí/lý, mĩ/mỹ, tỉ/tỷ, sĩ/sỹ, hi/hy, qui/quy: one key, spelt with y.
  private func takesY(_ word: PackedWord) -> Bool {
    switch word.count {
    case 2:
      let onset = word[0]
      return onset == Letter.k || onset == Letter.l || onset == Letter.m || onset == Letter.t
        || onset == Letter.s || onset == Letter.h
    case 3: return word[0] == Letter.q
    default: return false
    }
  }

  private mutating func appendFolded(_ letter: UInt8, _ tone: UInt8) {
    var bytes = tables.encoded[Int(letter) << 3 | Int(tone)]
    var count = bytes >> 24
    while count > 0 {
      folded.append(UInt8(truncatingIfNeeded: bytes))
      bytes >>= 8
      count -= 1
    }
  }

  // MARK: - Digits and signs

  private mutating func digits(_ source: Span<UInt8>, from start: Int) -> Int {
    var place = start
    var token = RawToken(start: start, end: start, kind: .digits, gap: gap)
    token.foldedStart = Int32(truncatingIfNeeded: folded.count)
    while place < source.count, source[place] &- 0x30 < 10 {
      folded.append(source[place])
      place += 1
    }
    token.end = place
    token.foldedEnd = Int32(truncatingIfNeeded: folded.count)
    tokens.append(token)
    gap = .none
    return place
  }

  private mutating func sign(_ byte: UInt8, at place: Int) {
    switch byte {
    case 0x09, 0x0A, 0x0D:
      gap.hasSpace = true
      if gap.sign == 0 { gap.sign = 32 }
    case 0x25:
      tokens.append(RawToken(start: place, end: place + 1, kind: .percent, gap: gap))
      gap = .none
    case 0x26:
      var token = RawToken(start: place, end: place + 1, kind: .ampersand, gap: gap)
      gap = .none
      token.foldedStart = Int32(truncatingIfNeeded: folded.count)
      folded.append(contentsOf: "và".utf8)
      token.foldedEnd = Int32(truncatingIfNeeded: folded.count)
      (token.packed, token.tone) = (Letter.andWord, 1)
      tokens.append(token)
    default:
      if byte == 0x2E, gap == .none, !tokens.isEmpty { tokens[tokens.count - 1].hasStop = true }
      gap.add(byte)
    }
  }

  private mutating func sign(scalar: UInt32) {
    switch scalar {
    case 0xA0, 0x2002...0x200A, 0x202F, 0x205F, 0x3000, 0x85, 0x2028, 0x2029:
      gap.hasSpace = true
      if gap.sign == 0 { gap.sign = 32 }
    case 0x2010...0x2015, 0x2212: gap.add(0x2D)
    case 0x2044, 0x2215: gap.add(0x2F)
    default: gap.add(Gap.other)
    }
  }

  // MARK: - Everything else

  /// Words with combining marks, soft hyphens, several tones, more than ten letters, or letters
  /// that Vietnamese doesn't have; also signs beyond ASCII.
  private mutating func slowWord(_ source: Span<UInt8>, from start: Int) -> Int {
    var scalars: [Unicode.Scalar] = []
    var place = start
    while place < source.count {
      let (scalar, length) = Self.decode(source, place)
      guard let value = Unicode.Scalar(scalar) else { break }
      if Self.isIgnorable(scalar) {
        place += length
        continue
      }
      let isASCIIDigit = scalar >= 0x30 && scalar < 0x3A
      guard !isASCIIDigit, Self.isLetterLike(value) else { break }
      scalars.append(value)
      place += length
    }
    guard !scalars.isEmpty else {
      if place == start {
        let (scalar, length) = Self.decode(source, place)
        if scalar < 0x80 {
          sign(UInt8(truncatingIfNeeded: scalar), at: place)
        } else {
          sign(scalar: scalar)
        }
        return place + length
      }
      return place
    }
    var token = RawToken(start: start, end: place, kind: .word, gap: gap)
    gap = .none
    fold(scalars, into: &token)
    tokens.append(token)
    return place
  }

  private mutating func fold(_ scalars: [Unicode.Scalar], into token: inout RawToken) {
    let spelling = MarkedSpelling(scalars)
    token.capitals = UInt8(clamping: spelling.capitals)
    token.letters = UInt8(clamping: spelling.letters)
    if let word = spelling.word {
      (token.packed, token.tone) = (word, spelling.tone)
      // Capitals or not, the source's bytes are not the key's: write them anew.
      let capitals = token.capitals
      token.capitals = 1
      settle(&token, spelling.tonePlace)
      token.capitals = capitals
      return
    }
    token.isForeign = true
    token.foldedStart = Int32(truncatingIfNeeded: folded.count)
    folded.append(contentsOf: spelling.foreignKey.utf8)
    token.foldedEnd = Int32(truncatingIfNeeded: folded.count)
  }

  private static func isIgnorable(_ scalar: UInt32) -> Bool {
    scalar == 0xAD || (0x200B...0x200F).contains(scalar) || (0x202A...0x202E).contains(scalar)
      || (0x2060...0x2064).contains(scalar) || scalar == 0xFEFF
  }

  /// Letters and marks of any script, and digits that are not ASCII.
  private static func isLetterLike(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (scalar.value | 0x20) &- 0x61 < 26 }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber:
      return true
    default: return false
    }
  }

  private static func decode(_ source: Span<UInt8>, _ place: Int) -> (UInt32, Int) {
    let first = UInt32(source[place])
    func next(_ offset: Int) -> UInt32 {
      place + offset < source.count ? UInt32(source[place + offset] & 0x3F) : 0
    }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
    return ((first & 7) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
  }
}
