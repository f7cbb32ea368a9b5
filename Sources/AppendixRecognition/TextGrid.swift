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

  /// Cells whose encoding could not be told; they were left as they are.
  private(set) var undecided: [CellAddress] = []

  init(_ sheet: Sheet) {
    name = sheet.name
    hiddenRows = sheet.hiddenRows
    hiddenColumns = sheet.hiddenColumns
    let decoding = Self.decode(sheet)
    decoded = decoding.counts
    undecided = decoding.undecided
    comments = sheet.comments.merging(decoding.comments) { $1 }
    for row in sheet.rowIndexes {
      var cells: [Cell] = []
      for cell in sheet.cells(inRow: row) where !cell.value.isBlank {
        let style = cell.style.flatMap {
          sheet.styles.indices.contains($0) ? sheet.styles[$0] : nil
        }
        let text =
          decoding.texts[cell.address].map { tidied($0) } ?? Self.text(of: cell.value, style: style)
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

  /// The grid without the cells outside some columns.
  func keeping(_ columns: Range<Int>) -> TextGrid {
    var grid = self
    grid.rows = rows.compactMapValues { cells in
      let kept = cells.filter { columns.contains($0.column) }
      return kept.isEmpty ? nil : kept
    }
    grid.rowIndexes = rowIndexes.filter { grid.rows[$0] != nil }
    return grid
  }

  /// Texts that were in a legacy encoding, decoded.
  private static func decode(_ sheet: Sheet) -> (
    texts: [CellAddress: String], comments: [CellAddress: String], counts: [DecodedEncoding],
    undecided: [CellAddress]
  ) {
    var places: [CellAddress] = []
    var cells: [SheetText] = []
    var doubtful = 0
    var sure = 0
    for row in sheet.rowIndexes {
      for cell in sheet.cells(inRow: row) {
        guard case .text(let text) = cell.value else { continue }
        let font = cell.style.flatMap {
          sheet.styles.indices.contains($0) ? sheet.styles[$0].fontName : nil
        }
        let capitals = font.map { $0.hasPrefix(".") && $0.hasSuffix("H") } ?? false
        // Plain ASCII reads the same in every encoding.
        guard capitals || text.utf8.contains(where: { $0 >= 0x80 }) else { continue }
        let rich = sheet.richText[cell.address]
        if rich == nil, Self.isSurelyUnicode(text) {
          // A sample of them is enough to tell what the sheet is written in.
          sure += 1
          guard sure <= 2000 else { continue }
        } else {
          doubtful += 1
        }
        let runs =
          rich?.map { FontRun($0.text, fontName: $0.fontName ?? font) }
          ?? [FontRun(text, fontName: font)]
        places.append(cell.address)
        cells.append(SheetText(column: cell.address.column, runs: runs))
      }
    }
    // Notes are written by the same hands as the cells.
    let ownCount = places.count
    for (address, text) in sheet.comments.sorted(by: { $0.key < $1.key })
    where text.utf8.contains(where: { $0 >= 0x80 }) && !Self.isSurelyUnicode(text) {
      let runs = sheet.commentRuns[address] ?? [TextRun(text)]
      doubtful += 1
      places.append(address)
      cells.append(
        SheetText(
          column: address.column, runs: runs.map { FontRun($0.text, fontName: $0.fontName) }))
    }
    guard doubtful > 0 else { return ([:], [:], [], []) }
    let decoding = LegacyDecoder().decodeSheet(cells)
    var texts: [CellAddress: String] = [:]
    var comments: [CellAddress: String] = [:]
    for (index, text) in decoding.texts.enumerated() where text.isDecoded {
      if index < ownCount {
        texts[places[index]] = text.text
      } else {
        comments[places[index]] = text.text
      }
    }
    return (
      texts, comments,
      decoding.counts.map { DecodedEncoding(encoding: $0.encoding.rawValue, cells: $0.cells) },
      decoding.undecided.map { places[$0] }
    )
  }

  /// Whether a letter stands in the text that only Unicode has.
  private static func isSurelyUnicode(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x1EA0...0x1EF9).contains($0.value) }
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
