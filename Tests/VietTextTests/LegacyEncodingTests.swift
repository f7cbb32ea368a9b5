import Testing
import VietText

/// The 134 accented letters.
let smallLetters = Array(
  "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ")
let capitalLetters = smallLetters.map { Character($0.uppercased()) }

struct LegacyEncodingTests {
  @Test func thereAreSixtySevenLettersOfEachCase() {
    #expect(smallLetters.count == 67)
    #expect(Set(smallLetters + capitalLetters).count == 134)
  }

  @Test(arguments: LegacyEncoding.allCases)
  func everySmallLetterSurvives(encoding: LegacyEncoding) throws {
    for letter in smallLetters {
      let coded = try #require(encoding.encode(String(letter)))
      #expect(encoding.decode(coded) == String(letter), "\(letter)")
    }
  }

  @Test(arguments: [LegacyEncoding.vni, .viscii, .cp1258])
  func everyCapitalSurvives(encoding: LegacyEncoding) throws {
    for letter in capitalLetters {
      let coded = try #require(encoding.encode(String(letter)))
      #expect(encoding.decode(coded) == String(letter), "\(letter)")
    }
  }

  @Test func capitalsOfTCVN3ComeFromTheFont() throws {
    for (small, capital) in zip(smallLetters, capitalLetters) {
      let coded = try #require(LegacyEncoding.tcvn3.encode(String(small)))
      let word = "t\(coded)n s\u{AD}\u{A9}u"
      let decoded = LegacyDecoder().decode(word, fontName: ".VnTimeH")
      #expect(decoded.text == "T\(capital)N SƯÂU" || decoded.text == word)
    }
    #expect(LegacyEncoding.tcvn3.decode("\u{A1}\u{A2}\u{A7}\u{A3}\u{A4}\u{A5}\u{A6}") == "ĂÂĐÊÔƠƯ")
  }

  /// Signs as the fonts' makers laid them out, independent of the tables in the code.
  @Test(arguments: [
    (
      LegacyEncoding.tcvn3, "C\u{E9}ng hoµ x· héi chñ nghÜa ViÖt Nam",
      "Cộng hoà xã hội chủ nghĩa Việt Nam"
    ),
    (.tcvn3, "§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
    (.tcvn3, "s\u{AD} ph¹m, l\u{AD}¬ng t©m, n\u{AD}íc", "sư phạm, lương tâm, nước"),
    (.vni, "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
    (.vni, "Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
    (.vni, "CAÛI CAÙCH HAØNH CHÍNH NHAØ NÖÔÙC", "CẢI CÁCH HÀNH CHÍNH NHÀ NƯỚC"),
    (.vni, "kyù keát, moät soá quyù", "ký kết, một số quý"),
  ])
  func knownTextIsRead(encoding: LegacyEncoding, coded: String, text: String) {
    #expect(encoding.decode(coded) == text)
    #expect(LegacyDecoder().decode(coded).text == text)
    #expect(LegacyDecoder().decode(coded).encodings == [encoding])
  }
}
