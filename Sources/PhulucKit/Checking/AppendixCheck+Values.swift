import AppendixModel
import CellGrid
import Findings

extension AppendixCheck {
  // MARK: Dates

  /// Dates that can't be, and dates that contradict each other.
  mutating func dates(_ fields: [ColumnRole: Field], _ origin: RowOrigin) {
    for role in [ColumnRole.deadline, .finishedDate, .assignedDate, .issuedDate, .effectiveDate] {
      guard let field = fields[role], !field.isBlank else { continue }
      for text in Self.impossibleDates(in: field.text) {
        add(
          "date-impossible", .error, origin, role,
          vi: "không có ngày «\(text)»; hãy sửa lại.", en: "there is no day “\(text)”; correct it.")
      }
      if let date = field.date, !(1945...2100).contains(date.year) {
        add(
          "date-impossible", .error, origin, role,
          vi: "năm \(date.year) khó có thể đúng; hãy sửa lại.",
          en: "the year \(date.year) can hardly be right; correct it.")
      }
    }
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
        vi:
          "ngày hoàn thành \(finished.vietnamese) sau ngày báo cáo \(asOf.vietnamese); hãy xem lại.",
        en: "done on \(finished), after the report date \(asOf); look again.")
    }
  }

  private func date(_ field: Field?) -> CalendarDate? {
    guard let field, !field.isBlank else { return nil }
    return Deadline(parsing: field.text, date: field.date).to.map(day)
  }

  /// `31/02/2025`, `45/13/2025`.
  static func impossibleDates(in text: String) -> [String] {
    text.split { $0.isWhitespace || "();,".contains($0) }.compactMap { word in
      let parts = word.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
        let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2]),
        parts[2].count == 4
      else { return nil }
      return CalendarDate(year: year, month: month, day: day) == nil ? String(word) : nil
    }
  }

  // MARK: Figures

  /// Percents that don't follow from their n/m, and parts that don't add up to their item.
  mutating func values(_ item: Item) {
    percent(item.fields, item.origin)
    for part in item.parts { percent(part.fields, part.origin) }
    guard let field = item.fields[.value], case .count(let whole) = value(field) else { return }
    var sum = 0.0
    var counted = 0
    for part in item.parts where part.kind == .subitem {
      guard let own = part.fields[.value], case .count(let number) = value(own) else { return }
      sum += number
      counted += 1
    }
    guard counted > 1, abs(sum - whole) > 0.000_1 else { return }
    add(
      "sum-wrong", .warning, item.origin, .value,
      vi:
        "các mục con cộng lại được \(Self.text(sum)), không phải \(Self.text(whole)); hãy xem lại.",
      en: "the sub-items add up to \(Self.text(sum)), not \(Self.text(whole)); look again.")
  }

  private func value(_ field: Field) -> IndicatorValue {
    IndicatorValue(field.text, number: field.number)
  }

  private mutating func percent(_ fields: [ColumnRole: Field], _ origin: RowOrigin) {
    // A value and a percent of its own column, or both in one text anywhere.
    var pairs: [(IndicatorValue, ColumnRole)] = []
    if let field = fields[.value] {
      var found = value(field)
      if case .ratio(let part, let whole, nil) = found, let beside = fields[.percent],
        case .percent(let printed) = IndicatorValue(beside.text)
      {
        found = .ratio(part: part, whole: whole, printedPercent: printed)
        pairs.append((found, .percent))
      } else {
        pairs.append((found, .value))
      }
    }
    for role in [ColumnRole.progress, .output, .task, .note] {
      if let field = fields[role] { pairs.append((IndicatorValue(field.text), role)) }
    }
    for case (.ratio(let part, let whole, let printed?), let role) in pairs
    where whole > 0 && part <= whole && !printed.follows(part: part, whole: whole) {
      // «100% … (3/4 …)» may speak of two things unless they stand close together; the value
      // columns speak of one.
      guard role == .percent || role == .value || abs(printed.value - part / whole * 100) < 5 else {
        continue
      }
      let right = printed.corrected(part: part, whole: whole)
      let counts = "\(Self.text(part))/\(Self.text(whole))"
      add(
        "percent-wrong", .warning, origin, role,
        vi: "tỷ lệ ghi trong ô không khớp với \(counts); \(counts) là \(right), hãy sửa lại.",
        en: "the percent does not follow from \(counts), which is \(right); correct it.")
    }
  }

  /// Total rows against the items above them.
  mutating func totals() {
    guard let sheet else { return }
    for column in appendix.columns where [.value, .extra, .target].contains(column.role) {
      for row in appendix.notTaken where row.reason.english == "a total" {
        let address = CellAddress(row: row.origin.row, column: column.column)
        guard case .number(let total) = sheet[address] else { continue }
        var sum = 0.0
        var counted = 0
        for item in appendix.items where item.origin.row < row.origin.row {
          guard
            case .number(let number) = sheet[
              CellAddress(row: item.origin.row, column: column.column)]
          else { continue }
          sum += number
          counted += 1
        }
        guard counted > 1, abs(sum - total) > 0.000_1 else { continue }
        findings.append(
          Finding(
            "sum-wrong", .warning, at: row.origin.location(column: column.column),
            vi: "cột «\(column.header)» cộng lại được \(Self.text(sum)), không phải "
              + "\(Self.text(total)); hãy xem lại.",
            en: "the column “\(column.header)” adds up to \(Self.text(sum)), not "
              + "\(Self.text(total)); look again."))
      }
    }
  }

  static func text(_ number: Double) -> String { CellValue.shortest(number) }

  // MARK: Looks

  /// Rows of a set height in which the text does not fit, and rows taller than Excel allows.
  mutating func cutText() {
    guard let sheet else { return }
    for item in appendix.items {
      let row = item.origin.row
      guard let height = sheet.rowHeights[row] else { continue }
      for column in appendix.columns {
        let address = CellAddress(row: row, column: column.column)
        guard case .text(let text) = sheet[address],
          !sheet.merges.contains(where: { $0.contains(address) })
        else { continue }
        let style = sheet.style(at: address)
        guard style?.wrapsText == true else { continue }
        let size = style?.fontSize ?? 11
        let width = max(3, (sheet.columnWidths[column.column] ?? 8.43) * 11 / size)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
          .reduce(0.0) { $0 + max(1, (Double($1.count) / width).rounded(.up)) }
        // A generous estimate: only what is surely cut is told.
        guard lines * size * 0.95 > height + size else { continue }
        findings.append(
          Finding(
            "text-cut", .note,
            at: Location(file: appendix.file, sheet: appendix.sheet, cell: address),
            vi: "dòng cao \(Self.text(height.rounded())) pt nên chữ trong ô bị che khi in; "
              + "hãy tăng chiều cao dòng hoặc nới rộng cột.",
            en: "the row is \(Self.text(height.rounded())) pt high and hides part of the text when "
              + "printed; make it higher or the column wider."))
      }
    }
  }
}
