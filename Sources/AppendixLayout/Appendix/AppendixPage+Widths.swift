import AppendixModel
import CellGrid

/// Widths of the columns: no word breaks, the task reads easily, the table is short.
extension AppendixPage {
  /// The part of the page's width that columns need for their longest words alone.
  var tightness: Double {
    let body = bodyLines().lines
    return zip(columns, leastWidths(header: headerLine, body: body)).reduce(0) { $0 + $1.1 }
      / bodyWidth
  }

  /// In millimetres, together as wide as the page.
  func widths(header: Line, body: [Line]) -> [Double] {
    let rows = body.filter { $0.span == nil }
    let step = max(1, rows.count / ColumnFitter.sampleSize)
    let sample = [header] + stride(from: 0, to: rows.count, by: step).map { rows[$0] }
    let total = bodyWidth
    let least = leastWidths(header: header, body: body)
    let measure = TextMeasure(size: size)
    let bold = TextMeasure(size: size, isBold: true)
    let longest = ColumnMeasure.textWidth(millimetres: total / 6)
    let measured = columns.enumerated().map { index, column in
      let cells = sample.map { row in
        let cell = row.cells[index]
        return CellHeight.shownText(cell)
          .split(separator: "\n", omittingEmptySubsequences: false)
          .map { line in
            // A word that is broken anyhow must not ask for room.
            (cell.look.isBold ? bold : measure).wordWidths(line).map {
              abs($0) > longest ? 0 : $0
            }
          }
      }
      return ColumnFitter.Column(
        share: column.share, narrowest: least[index], cells: cells, measure: measure,
        weight: column.isShort ? 2 : 1)
    }
    return ColumnFitter.widths(measured, total: total)
  }

  /// The widths in which no word breaks; the task has a fifth of the page at least where it
  /// holds sentences.
  private func leastWidths(header: Line, body: [Line]) -> [Double] {
    let rows = body.filter { $0.span == nil }
    let total = bodyWidth
    let measure = TextMeasure(size: size)
    let bold = TextMeasure(size: size, isBold: true)
    // A word longer than this, such as an address, may be broken.
    let longest = total / 6
    let shares = columns.reduce(0) { $0 + $1.share }
    return columns.enumerated().map { index, column in
      var widest = bold.widestWord(of: CellHeight.shownText(header.cells[index]))
      var longestLine = 0.0
      for row in rows {
        let text = CellHeight.shownText(row.cells[index])
        let style = row.cells[index].look.isBold ? bold : measure
        widest = max(widest, style.widestWord(of: text))
        longestLine = max(longestLine, column.isShort ? style.widestLine(of: text, atMost: 85) : 0)
      }
      let words = min(ColumnMeasure.millimetres(textWidth: widest) + 0.5, longest)
      let line = longestLine > 0 ? ColumnMeasure.millimetres(textWidth: longestLine) + 0.5 : 0
      // A column keeps half of what the template wishes; the task may not starve.
      var wish = min(column.share / shares * total * 0.5, longest)
      if column.source == .role(.task), columns.count <= 10 {
        wish = max(wish, total * (columns.count <= 8 ? 0.25 : 0.2))
      }
      return max(words, min(line, total / 8), column.isShort ? 0 : wish)
    }
  }

  /// The line with its texts set left where a column is too narrow to be justified.
  func aligned(_ line: Line, widths: [Double]) -> Line {
    guard line.span == nil else { return line }
    var line = line
    for index in line.cells.indices
    where line.cells[index].look.horizontal == .justify && widths[index] < 60 {
      line.cells[index].look.horizontal = .left
    }
    return line
  }
}

extension PrintedColumn {
  /// Whether its values are short and read badly when broken: numbers, days, periods.
  var isShort: Bool {
    guard case .role(let role) = source else { return false }
    return [
      .ordinal, .sectionOrdinal, .deadline, .assignedDate, .finishedDate, .issuedDate,
      .effectiveDate, .unit, .percent,
    ].contains(role)
  }
}
