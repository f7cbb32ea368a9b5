/// A stretch of text of one kind, before numbers, dates and abbreviations are read.
struct RawToken {
  enum Kind: UInt8 { case word, digits, percent, ampersand }

  /// Bytes in the source.
  var start: Int
  var end: Int
  /// Bytes in ``WordScanner/folded``: small letters, one tone placement. Empty where the source's
  /// own bytes are that already.
  var foldedStart: Int32 = 0
  var foldedEnd: Int32 = 0
  /// Letters without tones; valid for words without ``isForeign``.
  var packed = PackedWord()
  var kind: Kind
  /// What stands between the token before and this one.
  var gap: Gap
  /// A full stop follows at once.
  var hasStop = false
  var tone: UInt8 = 0
  /// Counts up to 255.
  var capitals: UInt8 = 0
  var letters: UInt8 = 0
  /// Contains letters that Vietnamese doesn't have, or more than ten.
  var isForeign = false

  /// Every letter is a capital.
  var isAllCapital: Bool { letters > 0 && capitals == letters }
  var hasCapital: Bool { capitals > 0 }
  var isVerbatim: Bool { foldedStart == foldedEnd }
  var folded: Range<Int> { Int(foldedStart)..<Int(foldedEnd) }

  /// Letters and tone of a word as one number.
  var code: UInt64 { packed.bits | UInt64(tone) << 60 }
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

  mutating func add(_ newSign: UInt8) {
    sign = sign == 0 || sign == 32 ? newSign : Gap.other
  }
}
