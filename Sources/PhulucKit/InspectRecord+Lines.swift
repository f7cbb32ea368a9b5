import Findings

extension InspectRecord {
  /// The record for a person: one block a table.
  package func lines(language code: String) -> [String] {
    let isEnglish = Language(rawValue: code) == .english
    func say(_ vietnamese: String, _ english: String) -> String {
      isEnglish ? english : vietnamese
    }
    var lines: [String] = []
    for table in tables {
      if !lines.isEmpty { lines.append("") }
      lines.append("\(table.file) · \(table.sheet)")
      let headerRows = table.headerRows.map(String.init).joined(separator: ", ")
      lines.append(
        say("  Biểu mẫu: ", "  Template: ") + table.template
          + say("; dòng tiêu đề: ", "; header rows: ") + headerRows)
      if !table.heading.title.isEmpty {
        lines.append(say("  Tên: ", "  Title: ") + table.heading.title)
      }
      lines.append(
        say(
          "  \(table.sections) lĩnh vực, \(table.items) mục, \(table.subitems) mục con",
          "  \(table.sections) sections, \(table.items) items, \(table.subitems) sub-items"))
      lines += columnLines(table, say)
      let rows = table.rows
      lines.append(
        say(
          "  Số dòng: \(rows.total) = \(rows.items) mục + \(rows.parts) mục con, dòng dẫn"
            + " + \(rows.sections) lĩnh vực + \(rows.headers) tiêu đề"
            + " + \(rows.repeatedHeaders) tiêu đề lặp + \(rows.blank) trống"
            + " + \(rows.outside) ngoài bảng + \(rows.notTaken) không lấy",
          "  Rows: \(rows.total) = \(rows.items) items + \(rows.parts) parts"
            + " + \(rows.sections) sections + \(rows.headers) header"
            + " + \(rows.repeatedHeaders) repeated header + \(rows.blank) blank"
            + " + \(rows.outside) outside + \(rows.notTaken) not taken"))
      for row in table.notTaken {
        lines.append(
          say("  Không lấy dòng ", "  Not taken: row ") + "\(row.row): \(row.reason) – \(row.text)")
      }
      for decoded in table.decoded {
        lines.append(
          say(
            "  Đã chuyển \(decoded.cells) ô từ \(decoded.encoding) sang Unicode",
            "  \(decoded.cells) cells decoded from \(decoded.encoding)"))
      }
    }
    for sheet in sheetsWithoutTable {
      lines.append(
        "\(sheet.file) · \(sheet.sheet): " + say("không có bảng", "no table") + " – \(sheet.reason)"
      )
    }
    return lines
  }

  private func columnLines(_ table: Table, _ say: (String, String) -> String) -> [String] {
    let rows = table.columns.map { column in
      [
        column.column, column.role, "\(Int((column.confidence * 100).rounded()))%",
        column.header + (column.hidden ? say(" (ẩn)", " (hidden)") : ""), column.reason,
      ]
    }
    let head = [
      say("Cột", "Column"), say("Vai trò", "Role"), say("Chắc", "Sure"),
      say("Tiêu đề", "Header"), say("Vì sao", "Why"),
    ]
    let widths = (0..<3).map { index in ([head] + rows).map { $0[index].count }.max() ?? 0 }
    return ([head] + rows).map { row in
      let fixed = zip(row, widths).map { text, width in
        text + String(repeating: " ", count: max(0, width - text.count))
      }
      return "    " + fixed.joined(separator: "  ") + "  \(row[3]) – \(row[4])"
    }
  }
}
