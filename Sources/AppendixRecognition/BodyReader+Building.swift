import AppendixModel
import CellGrid
import Findings

/// Turns rows, once it is known what they are, into sections, items and parts.
extension BodyReader {
  mutating func refuse(_ row: TableRow, _ reason: Message, mayBeTask: Bool = true) {
    account.notTaken += 1
    notTaken.append(
      RowNotTaken(
        origin: origin(row.row), text: row.text, reason: reason, mayBeTask: mayBeTask))
  }

  // MARK: Building

  func origin(_ row: Int) -> RowOrigin {
    RowOrigin(input: input, file: file, sheet: grid.name, row: row)
  }

  mutating func addSection(
    _ row: TableRow, number: String, parsed: RowNumber?, title: TextGrid.Cell
  ) {
    account.sections += 1
    let (style, value) = stack.style(of: parsed, written: number)
    let level = stack.enter(style, value)
    sections.append(
      Section(
        number: Self.bareNumber(number), title: title.text, level: level, origin: origin(row.row)))
    hasItem = false
    let left = row.cells.filter { $0.column != title.column && $0.text != number }
    if let first = left.first {
      let texts = left.map(\.text).joined(separator: " | ")
      findings.append(
        Finding(
          "section-has-values", .note,
          at: Location(file: file, sheet: grid.name, cell: first.address),
          vi:
            "dòng lĩnh vực «\(title.text)» có thêm «\(texts)»; phần này không được đưa vào kết quả",
          en: "the section row also holds “\(texts)”, which is not carried over"))
    }
  }

  mutating func addItem(_ row: TableRow, number: String, text: String? = nil) {
    account.items += 1
    enterSectionOfColumn(row)
    if sections.isEmpty { sections.append(Section(number: "", title: "")) }
    let builder = FieldReader(grid: grid, shape: shape, input: input, file: file, floor: bodyStart)
    var (fields, extras) = builder.fields(row.row)
    if let text { fields[.task]?.text = text }
    dittos.resolve(&fields)
    // «Câu 1»: what stands in the number column is the number, whatever it is.
    let number = number.isEmpty ? row.ordinal?.text ?? "" : number
    let item = Item(number: number, origin: origin(row.row), fields: fields, extras: extras)
    sections[sections.count - 1].items.append(item)
    hasItem = true
  }

  mutating func addPart(
    _ kind: Part.Kind, _ row: TableRow, number: String, text: String? = nil
  ) {
    account.parts += 1
    let builder = FieldReader(grid: grid, shape: shape, input: input, file: file, floor: bodyStart)
    var (fields, extras) = builder.fields(row.row)
    if let text { fields[.task]?.text = text }
    dittos.resolve(&fields)
    let part = Part(
      kind: kind, number: number, origin: origin(row.row), fields: fields, extras: extras)
    changeLastItem { $0.parts.append(part) }
  }

  /// A row that goes on with the item, or part, before it.
  mutating func extend(with row: TableRow) {
    guard hasItem else {
      return refuse(
        row,
        Message(vi: "nối tiếp nhưng không có dòng trước", en: "continues, but nothing is before it")
      )
    }
    let builder = FieldReader(grid: grid, shape: shape, input: input, file: file, floor: bodyStart)
    let (fields, extras) = builder.fields(row.row, ownOnly: true)
    let last = sections.last?.items.last?.parts.last
    if last != nil { account.parts += 1 } else { account.items += 1 }
    changeLastItem { item in
      if var part = item.parts.last {
        part.fields.append(fields)
        part.extras.append(extras)
        part.origin.lastRow = row.row
        item.parts[item.parts.count - 1] = part
      } else {
        item.fields.append(fields)
        item.extras.append(extras)
        item.origin.lastRow = row.row
      }
    }
  }

  mutating func changeLastItem(_ change: (inout Item) -> Void) {
    let section = sections.count - 1
    guard section >= 0, let item = sections[section].items.indices.last else { return }
    change(&sections[section].items[item])
  }

  /// Forms that name the section in a column.
  mutating func enterSectionOfColumn(_ row: TableRow) {
    guard let column = shape.section, let cell = grid.seen(row.row, column), cell.row >= bodyStart
    else { return }
    var (number, title) = ("", cell.text)
    if let leading = RowNumber.leading(cell.text), leading.number.isSectionStyle {
      (number, title) = (Self.bareNumber(leading.written), leading.rest)
    }
    guard WordKey(title) != WordKey(sections.last?.title ?? "") else { return }
    sections.append(Section(number: number, title: title, origin: nil))
    hasItem = false
  }

  /// `I.` → `I`.
  private static func bareNumber(_ written: String) -> String {
    var number = Substring(written)
    while let last = number.last, !last.isLetter, !last.isNumber { number.removeLast() }
    while let first = number.first, !first.isLetter, !first.isNumber { number.removeFirst() }
    return String(number)
  }
}
