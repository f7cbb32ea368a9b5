import AppendixModel
import Testing

@Suite struct StatusClassifierTests {
  let classifier: StatusClassifier

  init() throws {
    classifier = StatusClassifier(try AppendixTemplate.builtIn("ke-hoach-cchc"))
  }

  @Test(arguments: [
    ("", "TRONG"),
    ("Hoàn thành", "HOAN_THANH"),
    ("Đã hoàn thành", "HOAN_THANH"),
    ("HOÀN THÀNH 100%", "HOAN_THANH"),
    ("Hoàn thành 70%", "DANG_THUC_HIEN"),
    ("Cơ bản hoàn thành", "DANG_THUC_HIEN"),
    ("Chưa hoàn thành", "CHUA_THUC_HIEN"),
    ("Chưa hoàn thành, quá hạn", "QUA_HAN"),
    ("Chưa thực hiện do chưa có kinh phí", "CHUA_THUC_HIEN"),
    ("Chưa có văn bản hướng dẫn của Bộ", "CHO_HUONG_DAN"),
    ("Chờ Kế hoạch UBND tỉnh", "CHO_HUONG_DAN"),
    ("Chưa đến hạn", "CHUA_DEN_HAN"),
    ("Đang thực hiện trong hạn", "CHUA_DEN_HAN"),
    ("Đang thực hiện", "DANG_THUC_HIEN"),
    ("Đã trình UBND tỉnh dự thảo Quyết định", "DANG_THUC_HIEN"),
    ("Đã xây dựng dự thảo quy chế", "DANG_THUC_HIEN"),
    ("Hoàn thành nhưng trễ hạn", "HOAN_THANH_QUA_HAN"),
    ("Quá hạn", "QUA_HAN"),
    ("Huỷ bỏ nhiệm vụ", "KHONG_THUC_HIEN"),
    ("Thường xuyên", "THUONG_XUYEN"),
    ("Không phát sinh", "KHONG_PHAT_SINH"),
    ("Đồng chí Hai phụ trách", "KHAC"),
  ])
  func meansTheStatus(_ text: String, _ id: String) {
    #expect(classifier.status(of: text).id == id)
  }

  @Test func decomposedTextIsTheSame() {
    // «Hoàn thành» with combining marks.
    #expect(classifier.status(of: "Hoa\u{300}n tha\u{300}nh").isDone)
  }

  @Test func longTextsAreLinear() {
    let text = String(repeating: "đang chờ ", count: 20_000)
    #expect(classifier.status(of: text).id == "DANG_THUC_HIEN")
  }
}
