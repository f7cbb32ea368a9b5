import Findings

extension InspectRecord {
  /// A line for a person; titles stand out.
  package struct Line: Sendable {
    package var text: String
    package var isTitle = false
  }

  /// The record for a person: one block a table.
  package func lines(language code: String) -> [Line] {
    let isEnglish = Language(rawValue: code) == .english
    func say(_ vietnamese: String, _ english: String) -> String {
      isEnglish ? english : vietnamese
    }
    var lines: [Line] = []
    for table in tables {
      if !lines.isEmpty { lines.append(Line(text: "")) }
      lines.append(
        Line(text: "\(table.file) · \(say("trang", "sheet")) «\(table.sheet)»", isTitle: true))
      lines += Self.block(table, say).map { Line(text: $0.isEmpty ? "" : "  " + $0) }
    }
    if !sheetsWithoutTable.isEmpty, !lines.isEmpty { lines.append(Line(text: "")) }
    for sheet in sheetsWithoutTable {
      lines.append(
        Line(
          text: "\(sheet.file) · \(say("trang", "sheet")) «\(sheet.sheet)»: "
            + say("không có bảng", "no table") + " – \(sheet.reason)"))
    }
    return lines
  }

  private typealias Say = (_ vietnamese: String, _ english: String) -> String

  private static func block(_ table: Table, _ say: Say) -> [String] {
    var lines = [say("Biểu mẫu: ", "Template: ") + "\(table.templateName) (\(table.template))"]
    if !table.heading.title.isEmpty {
      lines.append(say("Tên bảng: ", "Title: ") + oneLine(table.heading.title))
    }
    if !table.heading.agency.isEmpty {
      lines.append(say("Cơ quan lập: ", "Made by: ") + oneLine(table.heading.agency))
    }
    lines.append(
      say("Dòng tiêu đề: ", "Header rows: ")
        + table.headerRows.map(String.init).joined(separator: ", "))
    lines.append(
      say(
        "Nhận ra: \(table.sections) lĩnh vực, \(table.items) nhiệm vụ, "
          + "\(table.subitems) nội dung con",
        "Found: \(table.sections) sections, \(table.items) items, \(table.subitems) sub-items"))
    lines.append("")
    lines += columns(table, say)
    lines += groups(table, say)
    lines.append("")
    lines += rows(table, say)
    for row in table.notTaken {
      lines.append(
        say("Không lấy dòng ", "Not taken: row ")
          + "\(row.row): \(row.reason) («\(oneLine(row.text))»)")
    }
    for decoded in table.decoded {
      lines.append(
        say(
          "Đã chuyển \(decoded.cells) ô từ bảng mã \(decoded.encoding) sang Unicode.",
          "\(decoded.cells) cells were decoded from \(decoded.encoding)."))
    }
    if !table.hiddenRows.isEmpty {
      lines.append(
        say("Dòng đang ẩn, vẫn được đọc: ", "Hidden rows, read all the same: ")
          + stretches(table.hiddenRows))
    }
    let hidden = table.columns.filter(\.hidden).map(\.column)
    if !hidden.isEmpty {
      lines.append(
        say("Cột đang ẩn, vẫn được đọc: ", "Hidden columns, read all the same: ")
          + hidden.joined(separator: ", "))
    }
    return lines
  }

  private static func columns(_ table: Table, _ say: Say) -> [String] {
    let rows = table.columns.map { column in
      [
        column.column, column.roleName, "\(Int((column.confidence * 100).rounded()))%",
        oneLine(column.header), column.reason,
      ]
    }
    let head = [
      say("Cột", "Column"), say("Được hiểu là", "Taken for"), say("Độ chắc", "Sure"),
      say("Tiêu đề trong tệp", "Header in the file"), say("Vì sao", "Why"),
    ]
    return grid([head] + rows)
  }

  private static func groups(_ table: Table, _ say: Say) -> [String] {
    guard table.groups.contains(where: { !$0.title.isEmpty || !$0.number.isEmpty }) else {
      return []
    }
    let rows = table.groups.map { group in
      [
        group.number,
        group.title.isEmpty ? say("(không có tên)", "(no name)") : oneLine(group.title),
        "\(group.items)", group.row.map(String.init) ?? "",
      ]
    }
    let head = [
      say("Lĩnh vực", "Section"), say("Tên", "Name"), say("Nhiệm vụ", "Items"),
      say("Ở dòng", "In row"),
    ]
    return [""] + grid([head] + rows)
  }

  private static func rows(_ table: Table, _ say: Say) -> [String] {
    let rows = table.rows
    let kinds = [
      (rows.items, say("nhiệm vụ", "items")),
      (rows.parts, say("nội dung con, dòng dẫn", "sub-items, lead-in lines")),
      (rows.sections, say("lĩnh vực", "sections")), (rows.headers, say("tiêu đề", "header")),
      (rows.repeatedHeaders, say("tiêu đề lặp lại", "repeated header")),
      (rows.blank, say("trống", "blank")),
      (rows.outside, say("ngoài bảng (tên bảng, chữ ký)", "outside the table")),
      (rows.notTaken, say("không lấy", "not taken")),
    ]
    return [
      say("Đủ \(rows.total) dòng: ", "All \(rows.total) rows: ")
        + kinds.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: " + ")
    ]
  }

  /// Rows of texts under each other; the last column is as long as it is.
  private static func grid(_ rows: [[String]]) -> [String] {
    let count = rows.first?.count ?? 0
    let widths = (0..<count).map { index in
      min(60, rows.map { $0[index].count }.max() ?? 0)
    }
    return rows.map { row in
      var line = "  "
      for (index, text) in row.enumerated() {
        line += text
        guard index < count - 1 else { break }
        line += String(repeating: " ", count: max(0, widths[index] - text.count) + 2)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// `3–5, 9`.
  private static func stretches(_ numbers: [Int]) -> String {
    var pieces: [String] = []
    var start: Int?
    for (index, number) in numbers.enumerated() {
      let first = start ?? number
      start = first
      if index + 1 < numbers.count, numbers[index + 1] == number + 1 { continue }
      pieces.append(first == number ? "\(number)" : "\(first)–\(number)")
      start = nil
    }
    return pieces.joined(separator: ", ")
  }
}
