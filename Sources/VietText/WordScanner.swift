/// A stretch of text of one kind, before numbers, dates and abbreviations are read.
struct RawToken {
  enum Kind: UInt8 { case word, digits, percent, ampersand }

  var kind: Kind
  /// Bytes in the source.
  var start: Int
  var end: Int
  /// Bytes in ``WordScanner/folded``: small letters, one tone placement.
  var foldedStart: Int
  var foldedEnd: Int
  /// What stands between the token before and this one.
  var gap: Gap
  /// A full stop follows at once.
  var hasStop = false
  /// Letters without tones; valid for words without ``isForeign``.
  var packed = PackedWord()
  var tone: UInt8 = 0
  var capitals = 0
  var letters = 0
  /// Contains letters that Vietnamese doesn't have, or more than ten.
  var isForeign = false

  /// Two capitals or more, or one that is all of the word.
  var isAllCapital: Bool { letters > 0 && capitals == letters }
  var hasCapital: Bool { capitals > 0 }
}

/// What stands between two tokens.
struct Gap: Equatable {
  /// 0 nothing, 32 only spaces, otherwise the one sign; 1 for several signs.
  var sign: UInt8
  var hasSpace: Bool

  static let none = Gap(sign: 0, hasSpace: false)
  static let space = Gap(sign: 32, hasSpace: true)
  static let other: UInt8 = 1

  func isTight(_ character: Unicode.Scalar) -> Bool {
    !hasSpace && UInt32(sign) == character.value
  }
  func isSign(_ character: Unicode.Scalar) -> Bool { UInt32(sign) == character.value }
}

/// Cuts UTF-8 into words and digits, folding case, combining marks and tone placement as it goes.
struct WordScanner {
  private(set) var tokens: [RawToken] = []
  private(set) var folded: [UInt8] = []

  private var gap = Gap.none
  private var current = RawToken(
    kind: .word, start: 0, end: 0, foldedStart: 0, foldedEnd: 0, gap: .none)
  private var isInWord = false
  /// Several tones in a word: not Vietnamese, left as it is.
  private var toneCount = 0

  init() {}

  /// Reads all of the text.
  mutating func scan(_ source: Span<UInt8>) {
    folded.reserveCapacity(source.count)
    tokens.reserveCapacity(source.count / 5)
    let table = LetterInfo.table
    var place = 0
    while place < source.count {
      let byte = source[place]
      var scalar = UInt32(byte)
      var length = 1
      if byte >= 0x80 { (scalar, length) = Self.decode(source, place) }
      var bits: UInt16 = 0
      if scalar < UInt32(LetterInfo.lowCount) {
        bits = table[Int(scalar)]
      } else if scalar >= LetterInfo.highStart, scalar < LetterInfo.highEnd {
        bits = table[LetterInfo.lowCount + Int(scalar - LetterInfo.highStart)]
      }
      if bits != 0 {
        if !isInWord { begin(.word, at: place) }
        add(LetterInfo(bits: bits))
        current.end = place + length
      } else {
        other(scalar, at: place, length, source)
      }
      place += length
    }
    endWord(source)
  }

  private mutating func begin(_ kind: RawToken.Kind, at place: Int) {
    current = RawToken(
      kind: kind, start: place, end: place, foldedStart: folded.count, foldedEnd: folded.count,
      gap: gap)
    isInWord = true
    toneCount = 0
    gap = .none
  }

  @inline(__always)
  private mutating func add(_ info: LetterInfo) {
    current.letters += 1
    if info.isCapital { current.capitals += 1 }
    if info.tone != 0 {
      current.tone = info.tone
      toneCount += 1
    }
    if current.packed.count < 10 {
      current.packed.append(info.letter)
    } else {
      current.isForeign = true
    }
    appendFolded(info.letter, info.tone)
  }

  @inline(__always)
  private mutating func appendFolded(_ letter: UInt8, _ tone: UInt8) {
    var encoded = Letter.encoded[Int(letter) << 3 | Int(tone)]
    var count = encoded >> 24
    while count > 0 {
      folded.append(UInt8(truncatingIfNeeded: encoded))
      encoded >>= 8
      count -= 1
    }
  }

  private mutating func other(
    _ scalar: UInt32, at place: Int, _ length: Int, _ source: Span<UInt8>
  ) {
    switch scalar {
    case 0x30...0x39:
      if isInWord, current.kind == .word { endWord(source) }
      if !isInWord { begin(.digits, at: place) }
      folded.append(UInt8(truncatingIfNeeded: scalar))
      current.end = place + length
    case 0x25, 0x26:
      endWord(source)
      begin(scalar == 0x25 ? .percent : .ampersand, at: place)
      if scalar == 0x25 { folded.append(0x25) } else { folded.append(contentsOf: "và".utf8) }
      current.end = place + length
      endWord(source)
    case 0x300...0x36F where isInWord && current.kind == .word:
      current.end = place + length
      combine(scalar)
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF:
      break
    case ..<0x80:
      separator(scalar, source)
    default:
      guard let value = Unicode.Scalar(scalar), Self.isLetterLike(value) else {
        separator(scalar, source)
        return
      }
      if isInWord, current.kind != .word { endWord(source) }
      if !isInWord { begin(.word, at: place) }
      current.isForeign = true
      current.letters += 1
      current.end = place + length
    }
  }

  /// Letters and marks of any script, and digits that are not ASCII.
  private static func isLetterLike(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber:
      true
    default: false
    }
  }

  private mutating func separator(_ scalar: UInt32, _ source: Span<UInt8>) {
    if isInWord {
      endWord(source)
      if scalar == 0x2E, !tokens.isEmpty { tokens[tokens.count - 1].hasStop = true }
    }
    switch scalar {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x2002...0x200A, 0x202F, 0x3000:
      gap.hasSpace = true
      if gap.sign == 0 { gap.sign = 32 }
    case 0x2010...0x2015, 0x2212:
      addSign(0x2D)
    case 0x2044, 0x2215:
      addSign(0x2F)
    default:
      addSign(scalar < 0x80 ? UInt8(truncatingIfNeeded: scalar) : Gap.other)
    }
  }

  private mutating func addSign(_ sign: UInt8) {
    gap.sign = gap.sign == 0 || gap.sign == 32 ? sign : Gap.other
  }

  /// Adds a combining mark to the last letter; canonical order or not.
  private mutating func combine(_ mark: UInt32) {
    let tone: UInt8
    switch mark {
    case 0x300, 0x340: tone = 1
    case 0x301, 0x341: tone = 2
    case 0x309: tone = 3
    case 0x303: tone = 4
    case 0x323: tone = 5
    default: tone = 0
    }
    let last = current.packed[current.packed.count - 1]
    guard !current.isForeign, last != 0, current.foldedStart < folded.count else {
      current.isForeign = true
      return
    }
    if tone != 0 {
      guard Letter.isVowel[Int(last)], toneCount == 0 else {
        current.isForeign = true
        return
      }
      dropLastFolded()
      appendFolded(last, tone)
      current.tone = tone
      toneCount += 1
      return
    }
    let shaped: UInt8
    switch (mark, last) {
    case (0x302, Letter.a): shaped = Letter.aCircumflex
    case (0x302, Letter.e): shaped = Letter.eCircumflex
    case (0x302, Letter.o): shaped = Letter.oCircumflex
    case (0x306, Letter.a): shaped = Letter.aBreve
    case (0x31B, Letter.o): shaped = Letter.oHorn
    case (0x31B, Letter.u): shaped = Letter.uHorn
    default:
      current.isForeign = true
      return
    }
    let toneHere = toneOfLastFolded()
    dropLastFolded()
    current.packed.bits = current.packed.bits & ~63 | UInt64(shaped)
    appendFolded(shaped, toneHere)
  }

  private mutating func dropLastFolded() {
    while let byte = folded.popLast(), byte & 0xC0 == 0x80 {}
  }

  /// The tone that the last folded letter bears.
  private func toneOfLastFolded() -> UInt8 {
    let last = current.packed[current.packed.count - 1]
    for tone in UInt8(1)..<6 {
      var encoded = Letter.encoded[Int(last) << 3 | Int(tone)]
      var bytes: [UInt8] = []
      for _ in 0..<(encoded >> 24) {
        bytes.append(UInt8(truncatingIfNeeded: encoded))
        encoded >>= 8
      }
      if folded.suffix(bytes.count).elementsEqual(bytes) { return tone }
    }
    return 0
  }

  private mutating func endWord(_ source: Span<UInt8>) {
    guard isInWord else { return }
    isInWord = false
    if current.kind == .word {
      if current.isForeign {
        foldForeign(source)
      } else {
        settle()
      }
    }
    current.foldedEnd = folded.count
    tokens.append(current)
  }

  /// One place for the tone and one letter for i/y, where the word is a Vietnamese syllable.
  private mutating func settle() {
    let word = current.packed
    let last = word[word.count - 1]
    let isOpen = last == Letter.i || last == Letter.y
    guard toneCount <= 1 else { return }
    guard isOpen || (current.tone != 0 && word.count > 1) else { return }
    guard let syllable = Syllable(word), syllable.allows(tone: current.tone) else { return }
    var settled = word
    if last == Letter.i, syllable.rimeStart == word.count - 1, Self.takesY(word) {
      settled.bits = settled.bits & ~63 | UInt64(Letter.y)
    }
    folded.removeSubrange(current.foldedStart...)
    for place in 0..<settled.count {
      appendFolded(settled[place], place == syllable.tonePlace ? current.tone : 0)
    }
    current.packed = settled
  }

  /// kĩ/kỹ, lí/lý, mĩ/mỹ, tỉ/tỷ, sĩ/sỹ, hi/hy, qui/quy: one key, spelt with y.
  private static func takesY(_ word: PackedWord) -> Bool {
    switch word.count {
    case 2:
      let onset = word[0]
      return onset == Letter.k || onset == Letter.l || onset == Letter.m || onset == Letter.t
        || onset == Letter.s || onset == Letter.h
    case 3: return word[0] == Letter.q
    default: return false
    }
  }

  /// Words of other languages and scripts: Unicode's own case folding and composition.
  private mutating func foldForeign(_ source: Span<UInt8>) {
    folded.removeSubrange(current.foldedStart...)
    let bytes = (current.start..<current.end).map { source[$0] }
    let text = String(decoding: bytes, as: UTF8.self)
    var small = String.UnicodeScalarView()
    for scalar in Normalization.composed(text).unicodeScalars {
      switch scalar.value {
      case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: continue
      default: small.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    folded.append(contentsOf: Normalization.composed(String(small)).utf8)
  }

  private static func decode(
    _ source: Span<UInt8>, _ place: Int
  ) -> (UInt32, Int) {
    let first = UInt32(source[place])
    func next(_ offset: Int) -> UInt32 {
      place + offset < source.count ? UInt32(source[place + offset] & 0x3F) : 0
    }
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3) }
    return ((first & 7) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
  }
}
