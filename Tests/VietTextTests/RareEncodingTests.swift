import Testing
import VietText

/// VISCII and Windows-1258 are rare: they are decoded only where nothing else explains the text.
struct RareEncodingTests {
  private static let texts = [
    "Ủy ban nhân dân tỉnh ban hành quyết định về cải cách hành chính",
    "Báo cáo kết quả thực hiện nhiệm vụ được giao trong năm",
    "Sở Nội vụ chủ trì, phối hợp với các đơn vị liên quan",
  ]

  @Test(arguments: [LegacyEncoding.viscii, .cp1258], texts)
  func longTextIsRecognised(encoding: LegacyEncoding, text: String) throws {
    let coded = try #require(encoding.encode(text))
    let decoded = LegacyDecoder().decode(coded)
    #expect(decoded.text == text)
    #expect(decoded.encodings == [encoding])
  }

  @Test(arguments: ["Déjà vu", "Señor Müller", "naïve façade", "Ærøskøbing", "Größe"])
  func otherLanguagesAreLeftAlone(text: String) {
    #expect(LegacyDecoder().decode(text).text == text)
    #expect(LegacyDecoder().decode(text, fontName: "Arial").text == text)
  }
}
