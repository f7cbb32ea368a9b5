import Findings

/// What people call a kind of fault, for the summary below a list of findings.
enum FaultName {
  static func text(_ code: Finding.Code, in language: Language) -> String {
    names[code]?.text(in: language) ?? code.rawValue
  }

  private static let names: [Finding.Code: Message] = [
    "column-missing": Message(vi: "thiếu cột", en: "column missing"),
    "number-missing": Message(vi: "thiếu số thứ tự", en: "number missing"),
    "number-twice": Message(vi: "số thứ tự trùng", en: "number given twice"),
    "number-gap": Message(vi: "số thứ tự bị nhảy", en: "gap in the numbers"),
    "number-order": Message(vi: "số thứ tự lộn xộn", en: "numbers out of order"),
    "section-number": Message(vi: "số lĩnh vực sai", en: "section number wrong"),
    "task-blank": Message(vi: "nhiệm vụ không có nội dung", en: "item without text"),
    "lead-blank": Message(vi: "chưa ghi cơ quan chủ trì", en: "no lead agency"),
    "deadline-blank": Message(vi: "chưa ghi thời hạn", en: "no deadline"),
    "progress-blank": Message(vi: "chưa ghi tiến độ", en: "no progress"),
    "status-unknown": Message(vi: "tiến độ không rõ đã xong chưa", en: "progress unclear"),
    "overdue": Message(vi: "quá hạn", en: "overdue"),
    "date-impossible": Message(vi: "ngày, tháng, năm không thể có", en: "date that can't be"),
    "date-order": Message(vi: "ngày trước sau mâu thuẫn", en: "dates that contradict"),
    "percent-wrong": Message(vi: "tỷ lệ không khớp số đếm", en: "percent that doesn't follow"),
    "ratio-above-one": Message(vi: "tử số lớn hơn mẫu số", en: "more than the whole"),
    "sum-wrong": Message(vi: "cộng không khớp", en: "sum that doesn't add up"),
    "count-wrong": Message(vi: "số lượng ghi không khớp bảng", en: "stated count is wrong"),
    "agency-unknown": Message(vi: "cơ quan không có trong danh mục", en: "agency not in registry"),
    "agency-gone": Message(vi: "cơ quan không còn", en: "agency no longer exists"),
    "agency-not-yet": Message(vi: "cơ quan chưa có", en: "agency does not exist yet"),
    "task-twice": Message(vi: "nhiệm vụ trùng", en: "same task twice"),
    "row-not-taken": Message(vi: "dòng không được lấy", en: "row not taken"),
    "text-cut": Message(vi: "chữ bị che vì dòng thấp", en: "text hidden by a low row"),
    "text-hidden": Message(vi: "chữ bị ô bên cạnh che", en: "text hidden by the next cell"),
    "number-hidden": Message(vi: "số hiện thành ####", en: "number shown as ####"),
    "outside-print-area": Message(vi: "nằm ngoài vùng in", en: "outside the print area"),
    "columns-torn": Message(vi: "cột sang trang khác khi in", en: "columns on another page"),
    "row-torn": Message(vi: "nội dung bị ngắt trang cắt đôi", en: "cut by a page break"),
    "row-too-tall": Message(vi: "dòng cao hơn trang giấy", en: "row taller than the page"),
    "heading-alone": Message(vi: "tên lĩnh vực trơ cuối trang", en: "section name alone"),
    "print-small": Message(vi: "in ra chữ quá nhỏ", en: "printed too small"),
    "hidden-rows": Message(vi: "có dòng ẩn", en: "hidden rows"),
    "hidden-columns": Message(vi: "có cột ẩn", en: "hidden columns"),
  ]
}
