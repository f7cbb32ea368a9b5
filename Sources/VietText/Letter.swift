/// One of the 33 Latin letters that Vietnamese text is made of, without its tone.
///
/// The raw value is never 0, so that letters can be packed six bits each into a ``PackedWord``.
enum Letter {
  static let alphabet: [Unicode.Scalar] = Array("aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz".unicodeScalars)

  /// Letters by tone: as they are, huyền, sắc, hỏi, ngã, nặng.
  static let toned: [String] = [
    "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ",
    "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
  ]

  static func code(_ letter: Unicode.Scalar) -> UInt8 {
    alphabet.firstIndex(of: letter).map { UInt8($0 + 1) } ?? 0
  }

  // Constants, as the scanner's inner loop needs them; a test holds them to the alphabet.
  static var a: UInt8 { 1 }
  static var aBreve: UInt8 { 2 }
  static var aCircumflex: UInt8 { 3 }
  static var c: UInt8 { 5 }
  static var e: UInt8 { 8 }
  static var eCircumflex: UInt8 { 9 }
  static var g: UInt8 { 10 }
  static var h: UInt8 { 11 }
  static var i: UInt8 { 12 }
  static var k: UInt8 { 13 }
  static var l: UInt8 { 14 }
  static var m: UInt8 { 15 }
  static var n: UInt8 { 16 }
  static var o: UInt8 { 17 }
  static var oCircumflex: UInt8 { 18 }
  static var oHorn: UInt8 { 19 }
  static var q: UInt8 { 21 }
  static var s: UInt8 { 23 }
  static var t: UInt8 { 24 }
  static var u: UInt8 { 25 }
  static var uHorn: UInt8 { 26 }
  static var y: UInt8 { 29 }
  static var dStroke: UInt8 { 7 }

  /// A bit for each letter that can bear a tone.
  static var vowels: UInt64 { 0x260e130e }
  /// A bit for each vowel with a mark of its own (ă â ê ô ơ ư), which draws the tone to it.
  static var markedVowels: UInt64 { 0x40c020c }

  static func isVowel(_ letter: UInt8) -> Bool { vowels >> UInt64(letter & 63) & 1 != 0 }
  static func isMarkedVowel(_ letter: UInt8) -> Bool {
    markedVowels >> UInt64(letter & 63) & 1 != 0
  }

  /// «và», which & stands for.
  static let andWord = PackedWord("va") ?? PackedWord()

  /// Small letters with tone as UTF-8: index `letter * 8 + tone`, bytes in the low end, count above.
  static let encoded: [UInt32] = {
    var table = [UInt32](repeating: 0, count: 64 * 8)
    for (index, letter) in alphabet.enumerated() {
      let row = toned.first { $0.unicodeScalars.first == letter }.map { Array($0.unicodeScalars) }
      for tone in 0..<6 {
        let scalar = row?[tone] ?? letter
        var packed: UInt32 = 0
        var count: UInt32 = 0
        for byte in String(scalar).utf8 {
          packed |= UInt32(byte) << (count * 8)
          count += 1
        }
        table[(index + 1) * 8 + tone] = packed | count << 24
      }
    }
    return table
  }()
}

/// What a scalar is to the scanner, in one table look-up for every Latin scalar.
struct LetterInfo {
  /// Six bits of letter, three of tone, one for a capital, one for a vowel, one for a vowel with a
  /// mark of its own.
  var bits: UInt16

  var letter: UInt8 { UInt8(truncatingIfNeeded: bits & 63) }
  var tone: UInt8 { UInt8(truncatingIfNeeded: bits >> 6 & 7) }
  var isCapital: Bool { bits & 512 != 0 }
  var isVowel: Bool { bits & 1024 != 0 }
  /// ă â ê ô ơ ư.
  var isMarked: Bool { bits & 2048 != 0 }
  /// A Vietnamese (or ASCII) letter.
  var isLetter: Bool { bits & 63 != 0 }

  static let lowCount = 0x250
  static let highStart: UInt32 = 0x1EA0
  static let highEnd: UInt32 = 0x1EFA

  /// Scalars below U+0250, then U+1EA0 to U+1EF9.
  static let table: [UInt16] = {
    var table = [UInt16](repeating: 0, count: lowCount + Int(highEnd - highStart))
    func set(_ scalar: Unicode.Scalar, _ letter: Int, _ tone: Int, capital: Bool) {
      guard let index = index(of: scalar.value) else { return }
      table[index] =
        UInt16(letter) | UInt16(tone) << 6 | (capital ? 512 : 0)
        | (Letter.isVowel(UInt8(letter)) ? 1024 : 0)
        | (Letter.isMarkedVowel(UInt8(letter)) ? 2048 : 0)
    }
    for (index, letter) in Letter.alphabet.enumerated() {
      let row = Letter.toned.first { $0.unicodeScalars.first == letter }
      for (tone, scalar) in (row ?? String(letter)).unicodeScalars.enumerated() {
        set(scalar, index + 1, tone, capital: false)
        for capital in scalar.properties.uppercaseMapping.unicodeScalars {
          set(capital, index + 1, tone, capital: true)
        }
      }
    }
    // Ð (eth) stands for Đ in many documents: the glyphs are the same.
    set("\u{D0}", Int(Letter.dStroke), 0, capital: true)
    return table
  }()

  static func index(of scalar: UInt32) -> Int? {
    if scalar < UInt32(lowCount) { return Int(scalar) }
    if scalar >= highStart, scalar < highEnd { return lowCount + Int(scalar - highStart) }
    return nil
  }
}
