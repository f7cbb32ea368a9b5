/// Up to ten letters without tones, six bits each, the last letter lowest.
struct PackedWord: Hashable {
  var bits: UInt64 = 0
  private var size: UInt8 = 0

  var count: Int {
    get { Int(size) }
    set { size = UInt8(truncatingIfNeeded: newValue) }
  }

  init() {}

  /// From small letters without tones; nil for anything else.
  init?(_ text: String) {
    for scalar in text.unicodeScalars {
      let code = Letter.code(scalar)
      guard code != 0, count < 10 else { return nil }
      append(code)
    }
  }

  mutating func append(_ letter: UInt8) {
    bits = bits << 6 | UInt64(letter)
    count += 1
  }

  /// The letter at a place from the front.
  subscript(place: Int) -> UInt8 {
    place >= 0 && place < count
      ? UInt8(truncatingIfNeeded: bits >> (6 * UInt64(count - 1 - place)) & 63) : 0
  }

  /// The bits of the letters from a place on.
  func suffix(from place: Int) -> UInt64 {
    bits & ((1 << (6 * UInt64(max(0, count - place)))) - 1)
  }
}

/// What Vietnamese spelling allows in one syllable.
package struct Syllable {
  /// Where the rime begins.
  var rimeStart: Int
  /// The letter that bears the tone, from the front of the word.
  var tonePlace: Int
  /// c, ch, p, t: only sắc and nặng.
  var endsInStop: Bool

  /// Rimes without tones.
  private static let rimes = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên ênh êng êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu \
    im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt \
    oc oe oen oeo oet oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
    u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut \
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp \
    ươt ươu ưt ưu y yêm yên yêng yêt yêu yn ynh yt ych
    """

  private static let onsets = """
    b c ch d đ g gh h k kh l m n ng ngh nh p ph r s t th tr v x
    """

  /// Packed rimes and onsets in one open-addressing table, packed as key, then value: the tone's
  /// place, 16 for a stop, 32 for an onset.
  final class Table: Sendable {
    static let shared = Table()

    private let entries: [(key: UInt64, value: UInt8)]

    private init() {
      var entries = [(key: UInt64, value: UInt8)](repeating: (0, 0), count: 1024)
      func insert(_ key: UInt64, _ value: UInt8) {
        var slot = Syllable.slot(key)
        while entries[slot].key != 0 { slot = (slot + 1) & 1023 }
        entries[slot] = (key, value)
      }
      for text in rimes.split(separator: " ") {
        guard let word = PackedWord(String(text)) else { continue }
        let isStop = ["c", "ch", "p", "t"].contains { text.hasSuffix($0) }
        insert(word.bits, UInt8(place(ofToneIn: word)) | (isStop ? 16 : 0))
      }
      for text in onsets.split(separator: " ") {
        if let word = PackedWord(String(text)) { insert(word.bits, 32) }
      }
      self.entries = entries
    }

    subscript(_ key: UInt64) -> UInt8? {
      var slot = Syllable.slot(key)
      while true {
        let entry = entries[slot]
        if entry.key == key { return entry.value }
        if entry.key == 0 { return nil }
        slot = (slot + 1) & 1023
      }
    }
  }

  private static func slot(_ bits: UInt64) -> Int {
    Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }

  /// Which letter of a rime bears the tone, in the older placement: hòa, úy, khỏe.
  private static func place(ofToneIn rime: PackedWord) -> Int {
    let vowels = (0..<rime.count).prefix { Letter.isVowel(rime[$0]) }
    if let marked = vowels.last(where: { Letter.isMarkedVowel(rime[$0]) }) { return marked }
    switch vowels.count {
    case 3: return 1
    case 2: return rime.count > 2 ? 1 : 0
    default: return 0
    }
  }

  /// Reads a word as a syllable; nil where it is none.
  init?(_ word: PackedWord, _ table: Table = .shared) {
    guard word.count > 0, word.count <= 7 else { return nil }
    var start = 0
    while start < word.count, !Letter.isVowel(word[start]) { start += 1 }
    let first = word[0]
    if first == Letter.q {
      // qu is an onset: quý, quà; the u never bears the tone.
      guard start == 1, word[1] == Letter.u, word.count > 2 else { return nil }
      start = 2
      let vowel = word[2]
      guard vowel != Letter.o, vowel != Letter.u, vowel != Letter.uHorn else { return nil }
    } else if first == Letter.g, start == 1, word[1] == Letter.i, word.count > 2,
      Letter.isVowel(word[2])
    {
      // gi is an onset before a vowel: già, giếng; not in gì, gìn.
      start = 2
    } else if start > 0 {
      guard start <= 3, table[word.bits >> (6 * UInt64(word.count - start))] == 32 else {
        return nil
      }
      let vowel = word[start]
      let isFront =
        vowel == Letter.i || vowel == Letter.e || vowel == Letter.eCircumflex || vowel == Letter.y
      let last = word[start - 1]
      if first == Letter.k, start == 1, !isFront { return nil }
      if first == Letter.c, start == 1, isFront { return nil }
      // gh and ngh stand before e, ê, i only; g and ng never before e and ê.
      if last == Letter.h, first == Letter.g || (first == Letter.n && start == 3) {
        if !isFront { return nil }
      } else if last == Letter.g, isFront, !(start == 1 && vowel == Letter.i) {
        return nil
      }
    }
    // êng is written behind gi only (giếng), uya behind kh (khuya) or nothing.
    if word.count - start == 3, word[start] == Letter.eCircumflex, word[start + 2] == Letter.g,
      first != Letter.g
    {
      return nil
    }
    if word.count - start == 3, word[start] == Letter.u, word[start + 1] == Letter.y,
      word[start + 2] == Letter.a, start != 0, !(start == 2 && first == Letter.k)
    {
      return nil
    }
    // yn, ynh, yt, ych are written behind qu only: quỳnh, quýt.
    if word[start] == Letter.y, first != Letter.q, start + 1 < word.count,
      word[start + 1] != Letter.eCircumflex
    {
      return nil
    }
    let rime = word.suffix(from: start)
    guard rime != 0, let value = table[rime], value & 32 == 0 else { return nil }
    rimeStart = start
    tonePlace = start + Int(value & 15)
    endsInStop = value & 16 != 0
  }

  /// Whether the syllable can have the tone (0 level, 1 huyền, 2 sắc, 3 hỏi, 4 ngã, 5 nặng).
  func allows(tone: UInt8) -> Bool { !endsInStop || tone == 2 || tone == 5 }
}
