import AppendixModel
import Findings

/// Rows between header and end that are none of the table's: totals, page numbers, «tiếp theo».
enum Furniture {
  /// Why the row is none of the table's; nil where it is one.
  static func reason(_ row: TableRow, _ grid: TextGrid, _ shape: TableShape) -> Message? {
    if row.cells.count == 1, let cell = row.cells.first {
      if isPageNumber(cell, grid, shape) { return Message(vi: "số trang", en: "a page number") }
      if !cell.text.contains(where: { $0.isLetter || $0.isNumber }),
        RowNumber(cell: cell.text) != .bullet || cell.column != shape.ordinal
      {
        return Message(vi: "dấu kết thúc, không có chữ", en: "a closing mark without any text")
      }
      if isContinuation(cell.text) {
        return Message(vi: "dòng báo bảng tiếp theo", en: "a line that says the table goes on")
      }
    }
    return isTotal(row) ? Message(vi: "dòng cộng", en: "a total") : nil
  }

  static func isTotal(_ row: TableRow) -> Bool {
    guard row.number == nil, let cell = row.task ?? row.ordinal ?? row.cells.first else {
      return false
    }
    return isTotal(cell.text, hasValues: !row.values.isEmpty)
  }

  /// «Tổng cộng», «Tổng số: 12 nhiệm vụ», «Cộng mục I».
  static func isTotal(_ text: String, hasValues: Bool) -> Bool {
    let bare = ColumnAssigner.withoutBrackets(text)
    let key = WordKey(bare)
    if OfficeWords.totals.isAny(key) { return true }
    if let colon = bare.firstIndex(of: ":"), OfficeWords.totals.isAny(WordKey(bare[..<colon])) {
      return true
    }
    guard key.words.count <= 8 else { return false }
    if key.starts(with: WordKey("tổng cộng")) { return true }
    guard hasValues, key.words.first == "cộng", key.words.count > 1 else { return false }
    return ["mục", "phần", "lĩnh", "nhóm"].contains(key.words[1])
      || RowNumber(cell: key.words[1].uppercased()) != nil
  }

  /// «Trang 3/12», `- 4 -`, or a number alone where no number belongs.
  private static func isPageNumber(_ cell: TextGrid.Cell, _ grid: TextGrid, _ shape: TableShape)
    -> Bool
  {
    let key = WordKey(cell.text)
    let isNumbers = { (words: ArraySlice<String>) in words.allSatisfy { Int($0) != nil } }
    if key.words.first == "trang" || key.words.first == "page", (2...3).contains(key.words.count) {
      return isNumbers(key.words[1...])
    }
    guard cell.text.utf8.count <= 11, key.words.count == 1, isNumbers(key.words[...]) else {
      return false
    }
    let dashes: Set<Character> = ["-", "–", "—"]
    if let first = cell.text.first, let last = cell.text.last, dashes.contains(first),
      dashes.contains(last)
    {
      return true
    }
    return cell.column != shape.ordinal && cell.column != shape.sectionOrdinal
      && cell.text.utf8.count <= 7 && !grid.isPart(of: cell, shape)
  }

  /// «(ghi rõ đơn vị) | (ngày, tháng, năm)»: how to fill in a form.
  static func isHint(_ cells: [TextGrid.Cell]) -> Bool {
    cells.count > 1 && cells.allSatisfy { $0.text.hasPrefix("(") && $0.text.hasSuffix(")") }
  }

  /// «Phụ lục (tiếp theo)», «Còn tiếp».
  static func isContinuation(_ text: String) -> Bool {
    let key = WordKey(text)
    guard key.words.count <= 8 else { return false }
    return key.text.hasSuffix("tiếp theo") || key.text.hasSuffix("còn tiếp")
      || key.text == "tiếp" || key.text.hasSuffix("tiếp theo trang trước")
      || key.text.hasSuffix("xem tiếp trang sau")
  }
}
