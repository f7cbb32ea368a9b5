import CellGrid
import Foundation
import Testing

/// A form written as text, with what must be recognised in it.
struct FormFixture: Sendable, CustomTestStringConvertible {
  var name: String
  var sheets: [Sheet]
  var expected: [String]

  var testDescription: String { name }

  struct Block {
    var input: [String]
    var expected: [String]
  }

  static func all() throws -> [FormFixture] { try blocks().compactMap { FormFixture($0) } }

  static func blocks() throws -> [Block] {
    let file = try #require(Bundle.module.url(forResource: "Fixtures/forms", withExtension: "txt"))
    var blocks = [Block(input: [], expected: [])]
    var isExpected = false
    for line in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n") {
      if line.hasPrefix("== ") {
        blocks.append(Block(input: [], expected: []))
        isExpected = false
      }
      let last = blocks.count - 1
      if line == "-->" {
        isExpected = true
      } else if isExpected {
        if !line.isEmpty { blocks[last].expected.append(line) }
      } else if !line.isEmpty || last == 0 {
        blocks[last].input.append(line)
      }
    }
    return blocks
  }

  init?(_ block: Block) {
    guard let title = block.input.first, title.hasPrefix("== ") else { return nil }
    name = String(title.dropFirst(3))
    expected = block.expected
    sheets = []
    var sheet = Sheet(name: "PL")
    sheet.styles = [CellStyle(), CellStyle()]
    sheet.styles[1].isBold = true
    let plain = sheet
    var row = 0
    var isStarted = false
    let bold = Set(
      block.input.filter { $0.hasPrefix("bold ") }
        .flatMap { $0.split(separator: " ").dropFirst().compactMap { Int($0) } })
    for line in block.input.dropFirst() {
      let words = line.split(separator: " ").map(String.init)
      switch words.first {
      case "sheet":
        if isStarted { sheets.append(sheet) }
        sheet = plain
        sheet.name = words[1]
        if words.count > 2 { sheet.state = .hidden }
        (row, isStarted) = (0, true)
      case "skip": row += Int(words[1]) ?? 0
      case "merge": sheet.merges += words.dropFirst().compactMap { CellRange($0) }
      case "bold": break
      case "hidden":
        for word in words.dropFirst() {
          if let number = Int(word) {
            sheet.hiddenRows.insert(number - 1)
          } else if let cell = CellAddress("\(word)1") {
            sheet.hiddenColumns.insert(cell.column)
          }
        }
      default:
        isStarted = true
        for (column, text) in line.dropFirst(2).components(separatedBy: " | ").enumerated() {
          let value = Self.value(text)
          guard !value.isBlank else { continue }
          sheet.set(
            value, at: CellAddress(row: row, column: column), style: bold.contains(row + 1) ? 1 : 0)
        }
        row += 1
      }
    }
    sheets.append(sheet)
  }

  private static func value(_ text: String) -> CellValue {
    if text.allSatisfy(\.isWhitespace) { return .blank }
    if text.hasPrefix("\\") {
      let parts = text.dropFirst().split(separator: "-").compactMap { Int($0) }
      if parts.count == 3,
        let date = CalendarDate(year: parts[0], month: parts[1], day: parts[2])
      {
        return .date(date, raw: Double(date.daysSince1970 + 25_569))
      }
    }
    if text == "TRUE" || text == "FALSE" { return .boolean(text == "TRUE") }
    if let number = Double(text), text.first?.isLetter == false { return .number(number) }
    return .text(
      (text.hasPrefix("'") ? String(text.dropFirst()) : text)
        .replacingOccurrences(of: "⏎", with: "\n").replacingOccurrences(of: "¦", with: "|"))
  }
}
