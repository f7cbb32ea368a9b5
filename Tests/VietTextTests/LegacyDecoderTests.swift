import Testing
import VietText

struct LegacyDecoderTests {
  private let decoder = LegacyDecoder()

  @Test(arguments: [
    "Ủy ban nhân dân tỉnh", "Kế hoạch cải cách hành chính", "hành chính", "Báo cáo", "Quý", "Sở",
    "Công văn số 12/CV-SNV", "Đơn vị chủ trì", "«Đề án 06»", "Thủ tục", "thành phố",
    "Plan B", "100 m² đất (§ 5)", "Café – naïve, Ủy ban",
  ])
  func unicodeIsNeverChanged(text: String) {
    for font in [nil, "Times New Roman", ".VnTime", ".VnTimeH", "VNI-Times"] {
      #expect(decoder.decode(text, fontName: font).text == text)
    }
  }

  @Test func aWordMayRunOverTwoFonts() {
    let runs = [FontRun("B¸o c¸o ", fontName: ".VnTime"), FontRun("quý I", fontName: "Arial")]
    #expect(decoder.decode(runs).text == "Báo cáo quý I")
    #expect(decoder.decode(runs).runs == ["Báo cáo ", "quý I"])
    let vni = [FontRun("Ke", fontName: "VNI-Times"), FontRun("á hoaïch", fontName: "VNI-Helve")]
    #expect(decoder.decode(vni).runs == ["Kế", " hoạch"])
  }

  @Test func capitalsFontsAreCapitals() {
    let runs = [
      FontRun("ñ", fontName: ".VnTimeH"), FontRun("y ban nh©n d©n", fontName: ".VnTime"),
    ]
    #expect(decoder.decode(runs).text == "Ủy ban nhân dân")
    #expect(
      decoder.decode("c¶i c¸ch hµnh chÝnh", fontName: ".VnArialH").text == "CẢI CÁCH HÀNH CHÍNH")
  }

  @Test(arguments: [
    "HÑLÑ; 01 HÑ theo NÑ", "ñ) Heä thoáng thoâng", "Quyeát ñònh", "Ñoàng Thaùp",
  ])
  func vniIsFoundWithoutItsFont(text: String) {
    #expect(decoder.decode(text).encodings == [.vni])
  }

  @Test func theColumnDecidesWhatACellDoesNot() {
    // «mét» is a word in Unicode; in TCVN3 it is «một».
    func sheet(_ others: [String], font: String?) -> SheetDecoding {
      decoder.decodeSheet(
        (others + ["mét"]).map { SheetText(column: 1, runs: [FontRun($0, fontName: font)]) })
    }
    let legacy = ["B¸o c¸o kÕt qu¶", "KÕ ho¹ch triÓn khai", "thñ tôc hµnh chÝnh"]
    #expect(sheet(legacy, font: nil).texts.last?.text == "một")
    #expect(sheet(legacy, font: nil).texts.last?.certainty == .byColumn)
    #expect(sheet(legacy, font: ".VnTime").texts.last?.text == "một")
    let unicode = ["Báo cáo kết quả", "Kế hoạch triển khai", "thủ tục hành chính"]
    #expect(sheet(unicode, font: ".VnTime").texts.last?.text == "mét")
    #expect(sheet(unicode, font: nil).undecided.isEmpty)
    #expect(sheet([], font: ".VnTime").texts.last?.text == "một")
    #expect(sheet([], font: ".VnTime").texts.last?.certainty == .byFont)
  }

  @Test func whatWasDecodedIsCounted() {
    let result = decoder.decodeSheet([
      SheetText(column: 0, runs: [FontRun("Stt")]),
      SheetText(column: 1, runs: [FontRun("KÕ ho¹ch", fontName: ".VnTime")]),
      SheetText(column: 2, runs: [FontRun("Quyeát ñònh", fontName: "VNI-Times")]),
    ])
    #expect(result.texts.map(\.text) == ["Stt", "Kế hoạch", "Quyết định"])
    #expect(result.counts.map(\.encoding) == [.tcvn3, .vni])
    #expect(result.counts.map(\.cells) == [1, 1])
  }
}
