import AppendixModel
import Findings

/// What people call the role of a column.
enum RoleName {
  /// A template's own role goes by its column's header.
  static func message(_ role: ColumnRole, in template: AppendixTemplate?) -> Message {
    if let known = known[role] { return known }
    let header = template?.column(role)?.header ?? role.rawValue
    return Message(vi: header, en: header)
  }

  private static let known: [ColumnRole: Message] = [
    .ordinal: Message(vi: "số thứ tự", en: "number"),
    .sectionOrdinal: Message(vi: "số thứ tự trong lĩnh vực", en: "number within the section"),
    .section: Message(vi: "lĩnh vực", en: "section"),
    .task: Message(vi: "nội dung nhiệm vụ", en: "task"),
    .lead: Message(vi: "cơ quan chủ trì", en: "lead agency"),
    .support: Message(vi: "cơ quan phối hợp", en: "supporting agency"),
    .output: Message(vi: "kết quả, sản phẩm", en: "output"),
    .deadline: Message(vi: "thời hạn", en: "deadline"),
    .progress: Message(vi: "tiến độ thực hiện", en: "progress"),
    .note: Message(vi: "ghi chú", en: "note"),
    .document: Message(vi: "văn bản giao việc", en: "assigning document"),
    .assignedDate: Message(vi: "ngày giao", en: "date given"),
    .finishedDate: Message(vi: "ngày hoàn thành", en: "date finished"),
    .reason: Message(vi: "lý do", en: "reason"),
    .unit: Message(vi: "đơn vị tính", en: "unit of measure"),
    .target: Message(vi: "chỉ tiêu giao", en: "target"),
    .value: Message(vi: "kết quả đạt được", en: "value"),
    .whole: Message(vi: "tổng số", en: "whole"),
    .percent: Message(vi: "tỷ lệ", en: "percent"),
    .evidence: Message(vi: "minh chứng", en: "evidence"),
    .type: Message(vi: "loại văn bản", en: "kind of document"),
    .number: Message(vi: "số, ký hiệu", en: "number and symbol"),
    .issuer: Message(vi: "cơ quan ban hành", en: "issuer"),
    .issuedDate: Message(vi: "ngày ban hành", en: "date issued"),
    .effectiveDate: Message(vi: "ngày có hiệu lực", en: "date of effect"),
    .province: Message(vi: "tỉnh", en: "province"),
    .extra: Message(vi: "cột thêm, giữ nguyên", en: "extra column, kept"),
  ]
}
