import Testing
import VietText

struct AbbreviationTests {
  @Test func anAbbreviationAndItsExpansionHaveOneKey() {
    for entry in Abbreviations.builtIn.entries where entry.context.isEmpty {
      #expect(
        TextKey(entry.abbreviation) == TextKey(entry.expansion), "\(entry.abbreviation)")
    }
  }

  @Test func expansionsAreNoAbbreviationsThemselves() {
    for entry in Abbreviations.builtIn.entries {
      let key = TextKey(entry.expansion, abbreviations: .none)
      #expect(TextKey(entry.expansion) == key, "\(entry.expansion)")
      #expect(TextKey(key.text) == key, "\(entry.expansion)")
    }
  }

  @Test(arguments: [
    ("TT", "tt"), ("TT&TT", "thông tin và truyền thông"), ("TT 01/2024", "thông tư 2024-01"),
    ("TT số 30", "thông tư số 30"), ("TT PVHCC", "trung tâm phục vụ hành chính công"),
    ("TT CNTT&TT", "trung tâm công nghệ thông tin và truyền thông"),
    ("TT Ứng dụng", "trung tâm ứng dụng"),
    ("CV", "cv"), ("CV 12/SNV", "công văn 12/SNV"), ("các CV của tỉnh", "các công văn của tỉnh"),
    ("phân công CV", "phân công chuyên viên"), ("HĐ", "hđ"), ("ký HĐ", "ký hợp đồng"),
    ("HĐ thi đua", "hđ thi đua"), ("HĐND", "hội đồng nhân dân"), ("TC", "tc"),
    ("Sở TC", "sở tài chính"), ("CT", "ct"), ("CT số 5", "chỉ thị số 5"),
    ("Sở CT", "sở công thương"), ("Sở TP", "sở tư pháp"), ("TP Huế", "thành phố huế"),
    ("TP. Huế", "thành phố huế"), ("P. Nội vụ", "phòng nội vụ"), ("của CP", "của chính phủ"),
    ("chi phí CP", "chi phí cp"), ("Tư pháp", "tư pháp"), ("TƯ PHÁP", "tư pháp"),
    ("Ban TƯ", "ban trung ương"), ("BÁO CÁO TU BỔ", "báo cáo tu bổ"),
    ("DA ĐẦU TƯ", "da đầu tư"), ("các DA đầu tư", "các dự án đầu tư"),
    ("Chỉ số PAPI", "chỉ số hiệu quả quản trị và hành chính công cấp tỉnh"),
    ("PAKN", "phản ánh kiến nghị"), ("V/v báo cáo", "về việc báo cáo"),
    ("CB, CC, VC", "cán bộ công chức viên chức"), ("cb", "cb"), ("kh", "kh"),
  ])
  func ambiguousOnesAreReadByContext(text: String, key: String) {
    #expect(TextKey(text).text == key)
    #expect(TextKey(key).text == key)
  }

  @Test func aJobAddsItsOwn() {
    let own = Abbreviations.builtIn.adding(
      tsv: "# riêng\nTTCĐS\tTrung tâm Chuyển đổi số\nKH\tkhoa học\nhỏng\n\nTT\tthị trấn\t>Aa\n")
    #expect(TextKey("TTCĐS", abbreviations: own).text == "trung tâm chuyển đổi số")
    #expect(TextKey("KH", abbreviations: own).text == "khoa học")
    #expect(TextKey("TT Núi Sập", abbreviations: own).text == "thị trấn núi sập")
    #expect(TextKey("CCHC", abbreviations: own).text == "cải cách hành chính")
  }
}
