/// An encoding from before Unicode in which old workbooks keep Vietnamese text: each letter is
/// stored as another one, and only a special font shows it right.
package enum LegacyEncoding: String, Sendable, CaseIterable {
  /// TCVN 5712 (ABC), under fonts named `.Vn…`; names ending in H show capitals.
  case tcvn3 = "TCVN3"
  /// VNI for Windows, under fonts named `VNI-…`.
  case vni = "VNI"
  case viscii = "VISCII"
  /// Windows-1258 read as Windows-1252.
  case cp1258 = "CP1258"
}

/// A scalar, or a letter with its mark, decoded.
struct DecodedPiece {
  var scalar: Unicode.Scalar
  /// How many source scalars it stands for.
  var length: Int
  /// Whether the piece was written in the encoding's own signs.
  var isLegacy: Bool
}

/// What stands for what in each encoding.
enum LegacyTables {
  /// Sign and letter in turns; small letters first, then the seven capitals.
  private static let tcvn3Pairs =
    "\u{B5}à\u{B8}á\u{B6}ả\u{B7}ã\u{B9}ạ\u{A8}ă\u{BB}ằ\u{BE}ắ\u{BC}ẳ\u{BD}ẵ\u{C6}ặ\u{A9}â\u{C7}ầ"
    + "\u{CA}ấ\u{C8}ẩ\u{C9}ẫ\u{CB}ậ\u{AE}đ\u{CC}è\u{D0}é\u{CE}ẻ\u{CF}ẽ\u{D1}ẹ\u{AA}ê\u{D2}ề\u{D5}ế"
    + "\u{D3}ể\u{D4}ễ\u{D6}ệ\u{D7}ì\u{DD}í\u{D8}ỉ\u{DC}ĩ\u{DE}ị\u{DF}ò\u{E3}ó\u{E1}ỏ\u{E2}õ\u{E4}ọ"
    + "\u{AB}ô\u{E5}ồ\u{E8}ố\u{E6}ổ\u{E7}ỗ\u{E9}ộ\u{AC}ơ\u{EA}ờ\u{ED}ớ\u{EB}ở\u{EC}ỡ\u{EE}ợ\u{EF}ù"
    + "\u{F3}ú\u{F1}ủ\u{F2}ũ\u{F4}ụ\u{AD}ư\u{F5}ừ\u{F8}ứ\u{F6}ử\u{F7}ữ\u{F9}ự\u{FA}ỳ\u{FD}ý\u{FB}ỷ"
    + "\u{FC}ỹ\u{FE}ỵ\u{A1}Ă\u{A2}Â\u{A7}Đ\u{A3}Ê\u{A4}Ô\u{A5}Ơ\u{A6}Ư"

  /// VNI marks behind a letter: the vowels they stand behind, and what comes of it.
  private static let vniMarks: [(mark: Unicode.Scalar, letters: String, result: String)] = [
    ("ù", "aeouôöy", "áéóúớứý"), ("ø", "aeouôöy", "àèòùờừỳ"), ("û", "aeouôöy", "ảẻỏủởửỷ"),
    ("õ", "aeouôöy", "ãẽõũỡữỹ"), ("ï", "aeouôö", "ạẹọụợự"), ("â", "aeo", "âêô"),
    ("á", "aeo", "ấếố"), ("à", "aeo", "ầềồ"), ("å", "aeo", "ẩểổ"), ("ã", "aeo", "ẫễỗ"),
    ("ä", "aeo", "ậệộ"), ("ê", "a", "ă"), ("é", "a", "ắ"), ("è", "a", "ằ"), ("ú", "a", "ẳ"),
    ("ü", "a", "ẵ"), ("ë", "a", "ặ"),
  ]
  private static let vniLonePairs = "ôơöưñđííììæỉóĩòịîỵ"

  private static let visciiLow: [UInt8] = [0x02, 0x05, 0x06, 0x14, 0x19, 0x1E]
  private static let visciiLowLetters = "ẲẴẪỶỸỴ"
  /// 0x80 to 0xFF.
  private static let visciiHigh =
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừử"
    + "ÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
  private static let cp1258Pairs = "ÃĂÐĐÕƠÝƯãăðđõơýư"
  /// The combining tones of Windows-1258 as Windows-1252 shows them: huyền, hỏi, ngã, sắc, nặng.
  private static let cp1258Tones: [(Unicode.Scalar, UInt8)] = [
    ("Ì", 1), ("Ò", 3), ("Þ", 4), ("ì", 2), ("ò", 5),
  ]
  /// Windows-1252's signs at 0x80 to 0x9F; U+0080 … where it has none.
  static let windows1252: [Unicode.Scalar] = Array(
    ("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ").unicodeScalars)

  private static func pairs(_ text: String) -> [Unicode.Scalar: Unicode.Scalar] {
    let scalars = Array(text.unicodeScalars)
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for place in stride(from: 0, to: scalars.count - 1, by: 2) {
      table[scalars[place]] = scalars[place + 1]
    }
    return table
  }

  static let tcvn3 = pairs(tcvn3Pairs)
  static let cp1258 = pairs(cp1258Pairs)

  static let vniLone: [Unicode.Scalar: Unicode.Scalar] = {
    var table = pairs(vniLonePairs)
    for (sign, letter) in table { table[capital(sign)] = capital(letter) }
    return table
  }()

  /// Letter and mark together; the mark in either case.
  static let vniPairs: [UInt64: Unicode.Scalar] = {
    var table: [UInt64: Unicode.Scalar] = [:]
    for row in vniMarks {
      for (letter, result) in zip(row.letters.unicodeScalars, row.result.unicodeScalars) {
        for mark in [row.mark, capital(row.mark)] {
          table[pair(letter, mark)] = result
          table[pair(capital(letter), mark)] = capital(result)
        }
      }
    }
    return table
  }()
  static let vniMarkSet: Set<Unicode.Scalar> = Set(
    vniMarks.flatMap { [$0.mark, capital($0.mark)] })

  static let viscii: [Unicode.Scalar: Unicode.Scalar] = {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (byte, letter) in zip(visciiLow, visciiLowLetters.unicodeScalars) {
      table[Unicode.Scalar(byte)] = letter
    }
    for (offset, letter) in visciiHigh.unicodeScalars.enumerated() {
      table[offset < 32 ? windows1252[offset] : Unicode.Scalar(UInt8(0x80 + offset))] = letter
      // A reader that took the bytes for Latin-1 leaves C1 controls.
      if offset < 32 { table[Unicode.Scalar(UInt8(0x80 + offset))] = letter }
    }
    return table
  }()

  /// A letter and one of Windows-1258's tones.
  static let cp1258Combined: [UInt64: Unicode.Scalar] = {
    var table: [UInt64: Unicode.Scalar] = [:]
    let signs: [Unicode.Scalar: Unicode.Scalar] = Dictionary(
      cp1258.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    for row in Letter.toned {
      let letters = Array(row.unicodeScalars)
      for (mark, tone) in cp1258Tones {
        for (base, whole) in [
          (letters[0], letters[Int(tone)]), (capital(letters[0]), capital(letters[Int(tone)])),
        ] {
          table[pair(signs[base] ?? base, mark)] = whole
        }
      }
    }
    return table
  }()

  static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 32 | UInt64(second.value)
  }

  static func capital(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let mapped = scalar.properties.uppercaseMapping.unicodeScalars
    return mapped.count == 1 ? mapped.first ?? scalar : scalar
  }
}

extension LegacyEncoding {
  /// The piece at a place of a text in this encoding.
  func piece(_ scalars: [Unicode.Scalar], at place: Int) -> DecodedPiece {
    let scalar = scalars[place]
    let next = place + 1 < scalars.count ? scalars[place + 1] : nil
    switch self {
    case .tcvn3:
      if scalar == "\u{A0}" { return DecodedPiece(scalar: " ", length: 1, isLegacy: false) }
      if let letter = LegacyTables.tcvn3[scalar] {
        return DecodedPiece(scalar: letter, length: 1, isLegacy: true)
      }
    case .vni:
      if let next, let letter = LegacyTables.vniPairs[LegacyTables.pair(scalar, next)] {
        return DecodedPiece(scalar: letter, length: 2, isLegacy: true)
      }
      if let letter = LegacyTables.vniLone[scalar] {
        return DecodedPiece(scalar: letter, length: 1, isLegacy: true)
      }
    case .viscii:
      if let letter = LegacyTables.viscii[scalar] {
        return DecodedPiece(scalar: letter, length: 1, isLegacy: true)
      }
    case .cp1258:
      if let next, let letter = LegacyTables.cp1258Combined[LegacyTables.pair(scalar, next)] {
        return DecodedPiece(scalar: letter, length: 2, isLegacy: true)
      }
      if let letter = LegacyTables.cp1258[scalar] {
        return DecodedPiece(scalar: letter, length: 1, isLegacy: true)
      }
    }
    return DecodedPiece(scalar: scalar, length: 1, isLegacy: false)
  }

  /// A whole text decoded.
  package func decode(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      let piece = piece(scalars, at: place)
      result.append(piece.scalar)
      place += piece.length
    }
    return String(result)
  }

  /// A Unicode text in this encoding, for tests and for measuring; nil where a character has no
  /// place in it. TCVN3 has no toned capitals: they become small letters.
  package func encode(_ text: String) -> String? {
    var result = String.UnicodeScalarView()
    for scalar in Normalization.composed(text).unicodeScalars {
      guard let signs = Self.encoders[self]?[scalar] else {
        if scalar.value >= 0x80, !Self.survives(scalar) { return nil }
        result.append(scalar)
        continue
      }
      result.append(contentsOf: signs)
    }
    return String(result)
  }

  /// Typographic signs that every Windows encoding shares.
  private static func survives(_ scalar: Unicode.Scalar) -> Bool {
    LegacyTables.windows1252.contains(scalar) || scalar == "\u{A0}"
  }

  private static let encoders: [LegacyEncoding: [Unicode.Scalar: [Unicode.Scalar]]] = {
    var tcvn3: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for (sign, letter) in LegacyTables.tcvn3 { tcvn3[letter] = [sign] }
    var vni: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for (sign, letter) in LegacyTables.vniLone { vni[letter] = [sign] }
    for (pair, letter) in LegacyTables.vniPairs {
      guard let first = Unicode.Scalar(UInt32(pair >> 32)),
        let mark = Unicode.Scalar(UInt32(truncatingIfNeeded: pair)),
        first.properties.isUppercase == mark.properties.isUppercase
      else { continue }
      vni[letter] = [first, mark]
    }
    var viscii: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for (sign, letter) in LegacyTables.viscii where !(0x80..<0xA0).contains(sign.value) {
      viscii[letter] = [sign]
    }
    for (sign, letter) in LegacyTables.viscii where viscii[letter] == nil {
      viscii[letter] = [sign]
    }
    var cp1258: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for (sign, letter) in LegacyTables.cp1258 { cp1258[letter] = [sign] }
    for (pair, letter) in LegacyTables.cp1258Combined {
      guard let first = Unicode.Scalar(UInt32(pair >> 32)),
        let mark = Unicode.Scalar(UInt32(truncatingIfNeeded: pair))
      else { continue }
      cp1258[letter] = [first, mark]
    }
    for letter in "âêôÂÊÔ".unicodeScalars { cp1258[letter] = [letter] }
    // Toned capitals in TCVN3 share the small letters' signs; the font tells them apart.
    for row in Letter.toned {
      for letter in row.unicodeScalars {
        if let sign = tcvn3[letter], tcvn3[LegacyTables.capital(letter)] == nil {
          tcvn3[LegacyTables.capital(letter)] = sign
        }
      }
    }
    return [.tcvn3: tcvn3, .vni: vni, .viscii: viscii, .cp1258: cp1258]
  }()
}
