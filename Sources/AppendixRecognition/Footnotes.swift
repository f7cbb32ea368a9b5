import AppendixModel
import CellGrid
import Findings

/// A mark that ties a text to an explanation below the table: `(*)`, `**`, `(1)`, `[2]`, `³`.
enum FootnoteMark: Hashable {
  case stars(Int)
  case number(Int)

  /// The mark that a line begins with, and the line as written without «Ghi chú:».
  static func leading(_ line: String) -> (mark: FootnoteMark, text: String)? {
    var text = line[...]
    if let colon = text.firstIndex(of: ":"), OfficeWords.noteStarts.isAny(WordKey(text[..<colon])) {
      text = text[text.index(after: colon)...]
    }
    text = text.drop { $0.isWhitespace || "-–".contains($0) }
    guard let (mark, end) = mark(in: text, at: text.startIndex),
      text[end...].contains(where: \.isLetter)
    else { return nil }
    return (mark, String(text))
  }

  /// The marks that a text carries: stars anywhere behind a word, numbers in brackets at the end
  /// of a line.
  static func carried(by text: String) -> Set<FootnoteMark> {
    var marks: Set<FootnoteMark> = []
    for line in text.split(whereSeparator: \.isNewline) {
      var index = line.startIndex
      while index < line.endIndex {
        guard let (found, end) = mark(in: line, at: index) else {
          index = line.index(after: index)
          continue
        }
        let isAtEnd = line[end...].allSatisfy { $0.isWhitespace || ".,;".contains($0) }
        switch found {
        case .stars where index > line.startIndex: marks.insert(found)
        case .number where isAtEnd && index > line.startIndex: marks.insert(found)
        default: break
        }
        index = end
      }
    }
    return marks
  }

  private static func mark(in text: Substring, at start: String.Index)
    -> (FootnoteMark, String.Index)?
  {
    guard start < text.endIndex else { return nil }
    if text[start] == "*" {
      let end = text[start...].firstIndex { $0 != "*" } ?? text.endIndex
      let count = text.distance(from: start, to: end)
      return count <= 5 ? (.stars(count), end) : nil
    }
    if let digit = superscripts[text[start]] { return (.number(digit), text.index(after: start)) }
    guard let closer: Character = text[start] == "(" ? ")" : text[start] == "[" ? "]" : nil,
      let close = text[start...].firstIndex(of: closer)
    else { return nil }
    let inside = text[text.index(after: start)..<close]
    let end = text.index(after: close)
    if !inside.isEmpty, inside.count <= 5, inside.allSatisfy({ $0 == "*" }) {
      return (.stars(inside.count), end)
    }
    guard (1...2).contains(inside.count), let number = Int(inside), number > 0 else { return nil }
    return (.number(number), end)
  }

  private static let superscripts: [Character: Int] = [
    "¹": 1, "²": 2, "³": 3, "⁴": 4, "⁵": 5, "⁶": 6, "⁷": 7, "⁸": 8, "⁹": 9,
  ]
}

extension BodyReader {
  /// Explanations below the table go into the note of each row that carries their mark.
  mutating func tieFootnotes(_ cells: [TextGrid.Cell]) {
    var notes: [(mark: FootnoteMark, field: Field)] = []
    for cell in cells {
      let origins = [
        CellOrigin(input: input, file: file, sheet: grid.name, address: cell.address)
      ]
      for line in cell.text.split(whereSeparator: \.isNewline) {
        guard let (mark, text) = FootnoteMark.leading(String(line)),
          !notes.contains(where: { $0.mark == mark })
        else { continue }
        notes.append((mark, Field(text, origins: origins)))
      }
    }
    guard !notes.isEmpty else { return }
    var tied = 0
    func add(_ fields: inout [ColumnRole: Field], _ extras: [ExtraField]) {
      let texts =
        fields.filter { $0.key != .ordinal && $0.key != .sectionOrdinal }.map(\.value.text)
        + extras.map(\.field.text)
      let marks = texts.reduce(into: Set<FootnoteMark>()) {
        $0.formUnion(FootnoteMark.carried(by: $1))
      }
      for note in notes where marks.contains(note.mark) {
        fields.append([.note: note.field])
        tied += 1
      }
    }
    for section in sections.indices {
      for item in sections[section].items.indices {
        var own = sections[section].items[item]
        add(&own.fields, own.extras)
        for part in own.parts.indices { add(&own.parts[part].fields, own.parts[part].extras) }
        sections[section].items[item] = own
      }
    }
    guard tied > 0, let first = cells.first else { return }
    findings.append(
      Finding(
        "footnotes-tied", .note,
        at: Location(file: file, sheet: grid.name, cell: first.address),
        vi: "chú thích dưới bảng được ghi vào «Ghi chú» của \(tied) dòng mang dấu chú thích đó.",
        en: "footnotes below the table were written into the notes of \(tied) rows that carry "
          + "their marks."))
  }
}
