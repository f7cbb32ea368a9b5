import AppendixModel
import CellGrid
import Consolidation

/// The lines of an appendix: titles, header, sections, items, parts, footnotes.
extension AppendixPage {
  var titleLines: [Line] {
    [
      fullLine(heading.wordLine, looks.word),
      fullLine(heading.title.uppercased(), looks.title),
      fullLine(heading.reference, looks.reference),
      blankLine,
    ]
  }

  var headerLine: Line {
    Line(cells: columns.map { Page.Cell(.text($0.header), looks.header) })
  }

  var blankLine: Line {
    Line(cells: columns.map { _ in Page.Cell(.blank, looks.plain) })
  }

  /// A text over the whole width.
  func fullLine(_ text: String, _ look: CellLook) -> Line {
    var cells = columns.map { _ in Page.Cell(.blank, look) }
    if !cells.isEmpty { cells[0].content = text.isEmpty ? .blank : .text(text) }
    return Line(cells: cells, span: columns.count > 1 ? 0...(columns.count - 1) : nil)
  }

  /// The table's rows, and the notes to stand below it.
  func bodyLines() -> (lines: [Line], footnotes: [String]) {
    var lines: [Line] = []
    var notes = Footnotes()
    for section in consolidated.sections {
      if !section.number.isEmpty || !section.title.isEmpty { lines.append(line(of: section)) }
      for item in section.items {
        lines.append(line(of: item, notes: &notes))
        for part in item.parts { lines.append(line(of: part, notes: &notes)) }
      }
    }
    return (lines, notes.texts)
  }

  private var taskIndex: Int { columns.firstIndex { $0.source == .role(.task) } ?? 0 }

  private func line(of section: MergedSection) -> Line {
    var cells = columns.map { _ in Page.Cell(.blank, looks.section) }
    let task = taskIndex
    let isWhole = looks.sectionSpan == .table
    if task > 0, !section.number.isEmpty, !isWhole {
      cells[0] = Page.Cell(.text(section.number), looks.sectionNumber)
      cells[task].content = .text(section.title)
    } else {
      let both = [section.number, section.title].filter { !$0.isEmpty }.joined(separator: ". ")
      cells[isWhole ? 0 : task].content = .text(both)
    }
    let first = isWhole ? 0 : task
    let spans = looks.sectionSpan != .none && first < columns.count - 1
    return Line(cells: cells, span: spans ? first...(columns.count - 1) : nil, isHeading: true)
  }

  /// An item's number as this appendix writes it.
  func written(_ number: Int) -> String {
    template.layout.numbers == .plain ? "\(number)" : "\(number)."
  }

  private func line(of item: MergedItem, notes: inout Footnotes) -> Line {
    var cells = columns.map { column in
      switch column.source {
      case .role(.ordinal): Page.Cell(.text(written(item.number)), column.look)
      case .role(.sectionOrdinal): Page.Cell(.text(written(item.numberInSection)), column.look)
      default: cell(column, item.fields, item.extras)
      }
    }
    mark(&cells, item.fields, notes: &notes)
    return Line(cells: cells)
  }

  private func line(of part: MergedPart, notes: inout Footnotes) -> Line {
    var cells = columns.map { column in
      switch column.source {
      case .role(.ordinal): Page.Cell(text(part.number), column.look)
      case .role(.sectionOrdinal): Page.Cell(text(part.numberInSection), column.look)
      default: cell(column, part.fields, part.extras)
      }
    }
    mark(&cells, part.fields, notes: &notes)
    // A lead-in line stays with what it introduces.
    return Line(cells: cells, isHeading: part.kind == .leadIn)
  }

  private func cell(
    _ column: PrintedColumn, _ fields: [ColumnRole: Field], _ extras: [ExtraField]
  ) -> Page.Cell {
    let field = column.field(fields: fields, extras: extras)
    if let number = field?.number, let cell = numberCell(number, field?.text ?? "", column) {
      return cell
    }
    let value = LinesOfList.broken(
      field?.text ?? "", column: column, inputs: consolidated.inputs.map(\.name))
    return Page.Cell(text(value), column.look)
  }

  /// A number with Vietnamese separators; nil where it is shown as it stands (a year, a count) or
  /// where its cell showed it in a way of its own.
  private func numberCell(
    _ number: Double, _ shown: String, _ column: PrintedColumn
  ) -> Page.Cell? {
    guard number.isFinite, shown == CellValue.shortest(number) else { return nil }
    var look = column.look
    if number == number.rounded() {
      guard (10_000...999_999_999_999_999).contains(abs(number)) else { return nil }
      look.numberFormat = VietnameseNumber.groupedFormat
    } else {
      guard (0.000_001...999_999_999).contains(abs(number)) else { return nil }
      look.numberFormat = VietnameseNumber.decimalFormat
    }
    if look.horizontal != .center { look.horizontal = .right }
    return Page.Cell(.number(number), look)
  }

  private func text(_ text: String) -> Page.Content { text.isEmpty ? .blank : .text(text) }

  /// Gives the noted cell its mark and its note.
  private func mark(
    _ cells: inout [Page.Cell], _ fields: [ColumnRole: Field], notes: inout Footnotes
  ) {
    guard hasFootnotes, let note = fields[.note]?.text, !note.isEmpty else { return }
    let role = MergedItem.roleOfNote(fields, noteColumns)
    let place =
      columns.firstIndex { $0.source == .role(role ?? .progress) }
      ?? taskIndex
    let marked = cells[place].content == .blank ? taskIndex : place
    // The mark is part of the cell's look, so that its value stays the text alone.
    cells[marked].look.numberFormat = "General;General;General;@\"\(notes.add(note))\""
    cells[marked].comment = note
  }
}

/// Notes below the table with their marks: ¹, ² … ¹⁰.
struct Footnotes {
  private(set) var texts: [String] = []

  /// Takes a note in; gives its mark.
  mutating func add(_ note: String) -> String {
    let mark = Self.superscript(texts.count + 1)
    texts.append("\(mark) \(note)")
    return mark
  }

  private static func superscript(_ number: Int) -> String {
    let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return String(number).compactMap(\.wholeNumberValue).map { digits[$0] }.joined()
  }
}
