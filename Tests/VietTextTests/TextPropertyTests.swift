import TestSupport
import Testing

@testable import VietText

/// Texts made by chance out of pieces that real cells have, and of ones that they shouldn't.
struct TextMaker {
  var random: SeededGenerator

  static let pieces = [
    "Kế hoạch", "cải cách hành chính", "CCHC", "UBND", "tỉnh", "hoà", "hòa", "thuỷ", "kĩ", "kỹ",
    "lý", "qúy", "gía", "Q.I/2025", "QI/2025", "Quý II, III/2025", "tháng 2/2025", "T3/2025",
    "15/3/2025", "ngày 15 tháng 3 năm 2025", "30/2020/NĐ-CP", "12-NQ/TW", "357/KH-SKHCN", "98,5%",
    "1.000", "IV", "P.KHTC", "P.", "TT", "TT&TT", "Sở KH&CN", "TP.", "HĐ", "CV", "KH, CN", "(kh",
    "&", "-", "–", "/", ".", ",", ";", "\n", "\u{A0}", "\u{AD}", "\u{200B}", "\u{301}", "e\u{302}",
    "a\u{301}\u{302}", "ơ\u{301}", "Ñandú", "İstanbul", "ΣΑΣ", "straße", "K", "Å", "각", "日本", "🙂",
    "ﬁ", "x\u{323}\u{302}", "q", "Ư", "đ", "Ð", "NĐ-CP", "STT", "V/v", "%", "0", "007", "2025-03",
    "2025-03-15", "quý 1 2025", "PAR Index", "DA", "ĐA", "da", "tư", "TƯ", "TW",
  ]

  mutating func text() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...9, using: &random) {
      text += Self.pieces.randomElement(using: &random) ?? ""
      if Int.random(in: 0..<4, using: &random) > 0 { text += " " }
    }
    return text
  }

  mutating func scalars() -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x7F, 0x80...0x24F, 0x300...0x36F, 0x1E00...0x1EFF, 0x2000...0x206F, 0xAC00...0xAC20,
      0x1100...0x11FF, 0xE000...0xE0FF, 0x1F600...0x1F610, 0x370...0x3FF,
    ]
    var view = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      guard let range = ranges.randomElement(using: &random),
        let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random))
      else { continue }
      view.append(scalar)
    }
    return String(view)
  }
}

struct TextPropertyTests {
  @Test func theKeyOfAKeyIsTheSame() {
    var maker = TextMaker(random: SeededGenerator(seed: 1))
    for round in 0..<5_000 {
      let text = round % 2 == 0 ? maker.text() : maker.scalars()
      let key = TextKey(text).text
      let again = TextKey(key).text
      #expect(again.utf8.elementsEqual(key.utf8), "\(text.debugDescription)")
      if !again.utf8.elementsEqual(key.utf8) { return }
    }
  }

  @Test func theKeysOfTokensMakeTheKey() {
    var maker = TextMaker(random: SeededGenerator(seed: 2))
    for round in 0..<1_500 {
      let text = round % 2 == 0 ? maker.text() : maker.scalars()
      let found = tokens(of: text)
      #expect(found.map(\.key).joined(separator: " ") == TextKey(text).text)
      for token in found { #expect(String(text[token.range]) == token.text) }
      for (left, right) in zip(found, found.dropFirst()) {
        #expect(left.range == right.range || left.range.upperBound <= right.range.lowerBound)
      }
    }
  }

  @Test func composedAndDecomposedTextHaveOneKey() {
    var maker = TextMaker(random: SeededGenerator(seed: 3))
    for _ in 0..<1_500 {
      let text = maker.text()
      let apart = String(String.UnicodeScalarView(text.unicodeScalars.flatMap(decomposed)))
      #expect(TextKey(apart) == TextKey(text), "\(text.debugDescription)")
      #expect(tidied(apart).utf8.elementsEqual(tidied(text).utf8))
    }
  }

  private func decomposed(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    let marks: [Unicode.Scalar] = ["\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"]
    for row in Letter.toned {
      for letters in [row, row.uppercased()] {
        let letters = Array(letters.unicodeScalars)
        if let tone = letters.firstIndex(of: scalar), tone > 0 {
          return [letters[0], marks[tone - 1]]
        }
      }
    }
    return [scalar]
  }

  @Test func tidyingTwiceIsTidyingOnce() {
    var maker = TextMaker(random: SeededGenerator(seed: 4))
    for round in 0..<2_000 {
      let text = round % 2 == 0 ? maker.text() : maker.scalars()
      let once = tidied(text)
      #expect(tidied(once).utf8.elementsEqual(once.utf8), "\(text.debugDescription)")
      // Scalars by chance may hold control characters, which part words in a key only.
      if round % 2 == 0 { #expect(TextKey(once) == TextKey(text), "\(text.debugDescription)") }
    }
  }

  @Test func toneStyleChangesNothingElse() {
    var maker = TextMaker(random: SeededGenerator(seed: 5))
    for _ in 0..<1_500 {
      let text = maker.text()
      for style in ToneStyle.allCases {
        let styled = toned(text, as: style)
        #expect(TextKey(styled) == TextKey(text))
        #expect(toned(styled, as: style) == styled)
      }
    }
  }

  @Test func decodingAnythingNeverFails() {
    var maker = TextMaker(random: SeededGenerator(seed: 6))
    let fonts = [nil, ".VnTime", ".VnTimeH", "VNI-Times", "Arial", ""]
    for round in 0..<2_000 {
      let runs = (0..<Int.random(in: 1...3, using: &maker.random)).map { _ in
        FontRun(
          round % 2 == 0 ? maker.text() : maker.scalars(),
          fontName: fonts.randomElement(using: &maker.random) ?? nil)
      }
      let decoded = LegacyDecoder().decode(runs)
      #expect(decoded.runs.count == runs.count)
      #expect(decoded.runs.joined() == decoded.text)
      if decoded.encodings.isEmpty {
        #expect(decoded.text.unicodeScalars.elementsEqual(runs.map(\.text).joined().unicodeScalars))
      }
    }
  }

  @Test func constantsOfLettersAreTheAlphabet() {
    #expect(Letter.code("a") == Letter.a && Letter.code("i") == Letter.i)
    #expect(Letter.code("q") == Letter.q && Letter.code("y") == Letter.y)
    #expect(Letter.code("đ") == Letter.dStroke && Letter.code("t") == Letter.t)
    for letter in Letter.alphabet {
      let isVowel = "aăâeêioôơuưy".unicodeScalars.contains(letter)
      #expect(Letter.isVowel(Letter.code(letter)) == isVowel)
      #expect(
        Letter.isMarkedVowel(Letter.code(letter)) == "ăâêôơư".unicodeScalars.contains(letter))
    }
  }
}
