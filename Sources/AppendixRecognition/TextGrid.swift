import AppendixModel
import CellGrid
import VietText

/// A sheet as recognition sees it: tidied text by row, blanks left out, merges resolved on demand.
struct TextGrid: Sendable {
  /// A cell that shows something.
  struct Cell: Sendable {
    var row: Int
    var column: Int
    var text: String
    var date: CalendarDate?
    var number: Double?
    var isBold: Bool

    var address: CellAddress { CellAddress(row: row, column: column) }
  }

  /// Columns beyond these are no part of any table.
  static let columnLimit = 512

  let name: String
  private(set) var rows: [Int: [Cell]] = [:]
  /// Rows that show something, ascending.
  private(set) var rowIndexes: [Int] = []
  private(set) var columnCount = 0
  let merges: MergeIndex
  let comments: [CellAddress: String]
  let hiddenRows: Set<Int>
  let hiddenColumns: Set<Int>
  /// Legacy encodings that were decoded, with the number of cells.
  private(set) var decoded: [DecodedEncoding] = []

  init(_ sheet: Sheet) {
    name = sheet.name
    comments = sheet.comments
    hiddenRows = sheet.hiddenRows
    hiddenColumns = sheet.hiddenColumns
    for row in sheet.rowIndexes {
      var cells: [Cell] = []
      for cell in sheet.cells(inRow: row) where !cell.value.isBlank {
        let style = cell.style.flatMap {
          sheet.styles.indices.contains($0) ? sheet.styles[$0] : nil
        }
        let text = Self.text(of: cell.value, style: style)
        guard !text.isEmpty else { continue }
        var made = Cell(
          row: row, column: cell.address.column, text: text, isBold: style?.isBold ?? false)
        switch cell.value {
        case .date(let date, _): made.date = date
        case .number(let number): made.number = number
        default: break
        }
        cells.append(made)
      }
      guard !cells.isEmpty else { continue }
      rows[row] = cells
      rowIndexes.append(row)
      columnCount = max(columnCount, (cells.last?.column ?? 0) + 1)
    }
    columnCount = min(columnCount, Self.columnLimit)
    merges = MergeIndex(sheet.merges, columns: columnCount)
  }

  /// The cell's own value; nil where it shows nothing.
  func cell(_ row: Int, _ column: Int) -> Cell? {
    rows[row]?.first { $0.column == column }
  }

  /// The value seen at a place: the cell's own, or that of the merge that covers it.
  func seen(_ row: Int, _ column: Int) -> Cell? {
    if let own = cell(row, column) { return own }
    guard let merge = merges.covering(row: row, column: column) else { return nil }
    return cell(merge.first.row, merge.first.column)
  }

  /// What a person reads in the cell: dates as dd/mm/yyyy, percents as percents.
  private static func text(of value: CellValue, style: CellStyle?) -> String {
    switch value {
    case .blank: return ""
    case .text(let text): return tidied(text)
    case .date(let date, _):
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return "\(two(date.day))/\(two(date.month))/\(date.year)"
    case .number(let number):
      if let format = style?.numberFormat, format.contains("%"), abs(number) < 1e9 {
        let percent = (number * 10_000).rounded() / 100
        return CellValue.shortest(percent) + "%"
      }
      return CellValue.shortest(number)
    case .boolean, .error: return value.displayText
    }
  }
}
