import AppendixModel
import CellGrid
import Findings

extension AppendixCheck {
  /// Columns that say when.
  private static let dateRoles: [ColumnRole] = [
    .deadline, .finishedDate, .assignedDate, .issuedDate, .effectiveDate,
  ]
  /// Columns in which a whole date may stand among other words.
  private static let textRoles: [ColumnRole] = [.task, .progress, .note, .output, .document]

  /// Dates that can't be, and dates that contradict each other.
  mutating func dates(_ fields: [ColumnRole: Field], _ origin: RowOrigin) {
    for role in Self.dateRoles {
      guard let field = fields[role], !field.isBlank else { continue }
      for found in ImpossiblePeriod.all(in: field.text, isPeriod: true) {
        tell(found, origin, role)
      }
      if let date = field.date, !ImpossiblePeriod.years.contains(date.year) {
        tell(.year(date.year), origin, role)
      }
      reversed(field, origin, role)
    }
    for role in Self.textRoles {
      guard let field = fields[role], !field.isBlank else { continue }
      for found in ImpossiblePeriod.all(in: field.text, isPeriod: false) {
        tell(found, origin, role)
      }
    }
    order(fields, origin)
  }

  private mutating func tell(
    _ found: ImpossiblePeriod, _ origin: RowOrigin, _ role: ColumnRole
  ) {
    switch found {
    case .day(let text):
      add(
        "date-impossible", .error, origin, role,
        vi: "không có ngày «\(text)»; hãy sửa lại.", en: "there is no day “\(text)”; correct it.")
    case .month(let text):
      add(
        "date-impossible", .error, origin, role,
        vi: "không có «\(text)»: một năm có tháng 1 đến tháng 12; hãy sửa lại.",
        en: "there is no “\(text)”: months are 1 to 12; correct it.")
    case .quarter(let text):
      add(
        "date-impossible", .error, origin, role,
        vi: "không có «\(text)»: một năm có quý I đến quý IV; hãy sửa lại.",
        en: "there is no “\(text)”: quarters are I to IV; correct it.")
    case .year(let year):
      add(
        "date-impossible", .error, origin, role,
        vi: "năm \(year) khó có thể đúng; hãy sửa lại.",
        en: "the year \(year) can hardly be right; correct it.")
    }
  }

  /// «từ 20/5/2025 đến 10/5/2025».
  private mutating func reversed(_ field: Field, _ origin: RowOrigin, _ role: ColumnRole) {
    for line in field.text.split(separator: "\n") {
      guard let word = line.firstRange(of: " đến ") else { continue }
      let start = line[..<word.lowerBound].split(separator: " ").drop {
        ["từ", "ngày"].contains($0.lowercased())
      }
      let first = Deadline(parsing: start.joined(separator: " "))
      let last = Deadline(parsing: String(line[word.upperBound...]))
      guard let from = first.from, let to = last.to, to < from else { continue }
      add(
        "date-order", .error, origin, role,
        vi: "khoảng thời gian «\(line)» kết thúc trước khi bắt đầu; hãy sửa lại.",
        en: "the period “\(line)” ends before it begins; correct it.")
    }
  }

  private mutating func order(_ fields: [ColumnRole: Field], _ origin: RowOrigin) {
    let assigned = date(fields[.assignedDate])
    let finished = date(fields[.finishedDate])
    if let assigned, let finished, finished < assigned {
      add(
        "date-order", .error, origin, .finishedDate,
        vi: "ngày hoàn thành \(finished.vietnamese) trước ngày giao \(assigned.vietnamese); "
          + "hãy sửa một trong hai.",
        en: "done on \(finished) before it was assigned on \(assigned); correct one of them.")
    }
    if let assigned, let deadline = date(fields[.deadline]), deadline < assigned {
      add(
        "date-order", .error, origin, .deadline,
        vi: "thời hạn \(deadline.vietnamese) trước ngày giao \(assigned.vietnamese); "
          + "hãy sửa một trong hai.",
        en: "the deadline \(deadline) is before the day of assignment \(assigned); correct one.")
    }
    if let finished, day(asOf) < finished {
      add(
        "date-order", .warning, origin, .finishedDate,
        vi: "ngày hoàn thành \(finished.vietnamese) sau ngày báo cáo \(asOf.vietnamese); "
          + "hãy xem lại.",
        en: "done on \(finished), after the report date \(asOf); look again.")
    }
  }

  private func date(_ field: Field?) -> CalendarDate? {
    guard let field, !field.isBlank else { return nil }
    return Deadline(parsing: field.text, date: field.date).to.map(day)
  }
}
