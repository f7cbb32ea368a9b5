import AppendixModel
import CellGrid
import Testing

struct DeadlineTests {
  @Test(arguments: [
    ("Quý I/2025", "2025-01-01", "2025-03-31"),
    ("Q.I/2025", "2025-01-01", "2025-03-31"),
    ("QI/2025", "2025-01-01", "2025-03-31"),
    ("Quí 1 năm 2025", "2025-01-01", "2025-03-31"),
    ("Quý II, III/2025", "2025-04-01", "2025-09-30"),
    ("Quý II và Quý III/2025", "2025-04-01", "2025-09-30"),
    ("Quý I - Quý II/2025", "2025-01-01", "2025-06-30"),
    ("Quý II-III/2025", "2025-04-01", "2025-09-30"),
    ("Quý II", "2025-04-01", "2025-06-30"),
    ("Quý II/2025 (Kỳ họp giữa năm 2025)", "2025-04-01", "2025-06-30"),
    ("Tháng 02/2025", "2025-02-01", "2025-02-28"),
    ("Tháng 2 năm 2024", "2024-02-01", "2024-02-29"),
    ("T2/2025", "2025-02-01", "2025-02-28"),
    ("02/2025", "2025-02-01", "2025-02-28"),
    ("Tháng 12", "2025-12-01", "2025-12-31"),
    ("Tháng 3, 6, 9/2025", "2025-03-01", "2025-09-30"),
    ("Tháng 3 và tháng 9/2025", "2025-03-01", "2025-09-30"),
    ("Từ tháng 3 đến tháng 6/2025", "2025-03-01", "2025-06-30"),
    ("Tháng 3 - 6/2025", "2025-03-01", "2025-06-30"),
    ("Từ 01/3/2025 đến 30/6/2025", "2025-03-01", "2025-06-30"),
    ("01/3 - 30/6/2025", "2025-03-01", "2025-06-30"),
    ("Năm 2025", "2025-01-01", "2025-12-31"),
    ("2025", "2025-01-01", "2025-12-31"),
    ("Cả năm", "2025-01-01", "2025-12-31"),
    ("Cả năm 2025", "2025-01-01", "2025-12-31"),
    ("Trong năm 2025", "2025-01-01", "2025-12-31"),
    ("Trong năm", "2025-01-01", "2025-12-31"),
    ("Giai đoạn 2025-2030", "2025-01-01", "2030-12-31"),
    ("6 tháng đầu năm", "2025-01-01", "2025-06-30"),
    ("06 tháng đầu năm 2025", "2025-01-01", "2025-06-30"),
    ("6 tháng cuối năm", "2025-07-01", "2025-12-31"),
    ("9 tháng năm 2025", "2025-01-01", "2025-09-30"),
    ("Sáu tháng cuối năm 2025", "2025-07-01", "2025-12-31"),
    ("Quý I, 6 tháng, 9 tháng, năm", "2025-01-01", "2025-12-31"),
    ("15/3/2025", "2025-03-15", "2025-03-15"),
    ("15.3.2025", "2025-03-15", "2025-03-15"),
    ("15-03-2025", "2025-03-15", "2025-03-15"),
    ("15/3/25", "2025-03-15", "2025-03-15"),
    ("Ngày 15/3", "2025-03-15", "2025-03-15"),
    ("30/6", "2025-06-30", "2025-06-30"),
    ("Ngày 15 tháng 3 năm 2025", "2025-03-15", "2025-03-15"),
    ("15 tháng 3 năm 2025", "2025-03-15", "2025-03-15"),
    ("2025-03-31", "2025-03-31", "2025-03-31"),
    ("Đầu tháng 3/2025", "2025-03-01", "2025-03-10"),
    ("Cuối tháng 02/2025", "2025-02-21", "2025-02-28"),
    ("Cuối năm 2025", "2025-09-01", "2025-12-31"),
    ("Cuối quý I/2025", "2025-03-01", "2025-03-31"),
    ("Hoàn thành trong tháng 6/2025", "2025-06-01", "2025-06-30"),
    ("Quý I/2025; Quý III/2025", "2025-01-01", "2025-09-30"),
    ("Quý I/2025\nQuý III/2025", "2025-01-01", "2025-09-30"),
    ("trước ngày 15/3/2025", "", "2025-03-15"),
    ("Trước 30/6/2025", "", "2025-06-30"),
    ("Hoàn thành trước ngày 30/6/2025", "", "2025-06-30"),
    ("Chậm nhất ngày 15/12/2025", "", "2025-12-15"),
    ("Đến hết năm 2025", "", "2025-12-31"),
    ("Đến hết quý II/2025", "", "2025-06-30"),
    ("Trước tháng 6/2025", "", "2025-05-31"),
  ])
  func periodsHaveFirstAndLastDay(text: String, from: String, to: String) {
    let deadline = Deadline(parsing: text, year: 2025)
    #expect(deadline.kind == .period)
    #expect(deadline.from?.description ?? "" == from)
    #expect(deadline.to?.description ?? "" == to)
    #expect(deadline.text == text)
  }

  @Test(arguments: [
    "Thường xuyên", "thường xuyên", "Thường xuyên, liên tục", "Thường xuyên trong năm", "Hàng quý",
    "Hằng tháng", "Hàng tháng, quý, năm", "Trước ngày 20 hằng tháng", "Định kỳ",
  ])
  func someNeverEnd(text: String) {
    #expect(Deadline(parsing: text, year: 2025) == Deadline(text: text, kind: .ongoing))
  }

  @Test(arguments: [
    "Theo hướng dẫn của Sở Nội vụ", "Khi có yêu cầu", "Khi các sở, ban, ngành có đề nghị",
    "- KH ban hành theo hướng dẫn.\n- BC năm tháng 01 năm 2025", "31/2/2025", "Sau khi có văn bản",
    "30 ngày kể từ ngày có hiệu lực", "Theo kế hoạch năm 2025", "12/15",
  ])
  func otherTextStaysFree(text: String) {
    #expect(Deadline(parsing: text, year: 2025) == Deadline(text: text, kind: .free))
  }

  @Test func aYearThatNobodyNamesIsNotGuessed() {
    #expect(Deadline(parsing: "Quý I").kind == .free)
    #expect(Deadline(parsing: "").kind == .blank)
    #expect(Deadline(parsing: " - ").kind == .blank)
  }

  @Test func aDateCellIsADay() throws {
    let day = try #require(CalendarDate(year: 2025, month: 3, day: 15, secondOfDay: 30))
    let deadline = Deadline(parsing: "15/03/2025", date: day)
    #expect(deadline.from == CalendarDate(year: 2025, month: 3, day: 15))
    #expect(deadline.to == deadline.from)
  }
}
