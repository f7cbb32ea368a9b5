import TestSupport
import Testing
import VietText

struct TextKeyTests {
  @Test(arguments: [
    ("Uỷ ban nhân dân", "ủy ban nhân dân"),
    ("Ủy  ban, nhân dân.", "ủy ban nhân dân"),
    ("CẢI CÁCH HÀNH CHÍNH", "cải cách hành chính"),
    ("CCHC", "cải cách hành chính"),
    ("cchc", "cải cách hành chính"),
    ("cải cách hành chính (CCHC)", "cải cách hành chính"),
    ("Sở KHCN", "sở khoa học và công nghệ"),
    ("Sở KH&CN", "sở khoa học và công nghệ"),
    ("Sở TT & TT", "sở thông tin và truyền thông"),
    ("P.KH-TC", "phòng kế hoạch tài chính"),
    ("P.KHTC", "phòng kế hoạch tài chính"),
    ("P. KHTC", "phòng kế hoạch tài chính"),
    ("Trung tâm KH, CN&CĐS", "trung tâm khoa học công nghệ và chuyển đổi số"),
    ("kĩ thuật, lí do, tỉ lệ", "kỹ thuật lý do tỷ lệ"),
    ("qúy, gía, hòan, hùynh, khỏan", "quý giá hoàn huỳnh khoản"),
    ("hoà, khoẻ, thuỷ", "hòa khỏe thủy"),
    ("tay tai thúi thúy", "tay tai thúi thúy"),
    ("(kh UBND tỉnh)", "kh ủy ban nhân dân tỉnh"),
    ("Kế hoạch số 357/KH-SKHCN ngày 21/02/2025", "kế hoạch số 357/KH-SKHCN ngày 2025-02-21"),
    ("Nghị định 30/2020/NĐ-CP", "nghị định 30/2020/NĐ-CP"),
    ("12/KH - UBND", "12/KH-UBND"),
    ("02 /KH-UBND", "2/KH-UBND"),
    ("05/KH - Sở Nội vụ", "5/KH sở nội vụ"),
    ("45 NQ-CP", "45 nghị quyết cp"),
    ("KL 134-KL/TW", "kết luận 134-KL/TW"),
    ("đạt 98,5 %", "đạt 98.5%"),
    ("1.000 hồ sơ", "1000 hồ sơ"),
    ("Quý I/2025", "quý 1 2025"),
    ("Quí 1 năm 2025", "quý 1 2025"),
    ("Q.I/2025", "quý 1 2025"),
    ("QI/2025", "quý 1 2025"),
    ("Quý II, III/2025", "quý 2 quý 3 2025"),
    ("Tháng 02/2025", "2025-02"),
    ("T2/2025", "2025-02"),
    ("tháng 2 năm 2025", "2025-02"),
    ("ngày 15 tháng 3 năm 2025", "ngày 2025-03-15"),
    ("TT số 30/2023", "thông tư số 30 2023"),
    ("TT Phục vụ hành chính công", "trung tâm phục vụ hành chính công"),
    ("ĐA DẠNG HÓA", "đa dạng hóa"),
    ("ĐA 06", "đề án 6"),
    ("Café Ñandú", "café ñandú"),
    ("café ñandú", "café ñandú"),
  ])
  func oneKeyForEverySpelling(text: String, key: String) {
    #expect(TextKey(text).text == key)
    #expect(TextKey(key).text == key)
  }
}
