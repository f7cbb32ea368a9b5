import AppendixModel
import CellGrid
import Findings

/// Reads the rows below a header into sections, items and parts. Every row is counted once.
struct BodyReader {
  let grid: TextGrid
  let shape: TableShape
  let input: InputID
  let file: String
  /// First row below the header.
  let bodyStart: Int
  /// Keys of the sections that the template knows.
  let knownSections: Set<WordKey>
  /// Keys of the headings over running numbers.
  private let ordinalHeadings: Set<WordKey>

  var sections: [Section] = []
  var notTaken: [RowNotTaken] = []
  var account = RowAccount()
  var findings: [Finding] = []
  /// Lines below the table's end.
  private(set) var linesBelow: [String] = []
  /// The first row after the table's end; the region's end where the table fills it.
  private(set) var tailStart: Int

  private var survey: BodySurvey
  var stack = SectionStack()
  var hasItem = false
  var dittos = Dittos()
  private var afterBreak = false

  init(
    grid: TextGrid, shape: TableShape, template: AppendixTemplate, input: InputID, file: String,
    region: Range<Int>
  ) {
    self.grid = grid
    self.shape = shape
    self.input = input
    self.file = file
    bodyStart = region.lowerBound
    knownSections = Set(
      template.sections.known.flatMap { [$0.name] + $0.variants }.map { WordKey($0) })
    ordinalHeadings = Set((template.column(.ordinal)?.headings ?? []).map { WordKey($0) })
    let first = grid.rowIndexes.partitioningIndex { $0 >= region.lowerBound }
    let last = grid.rowIndexes.partitioningIndex { $0 >= region.upperBound }
    let rows = grid.rowIndexes[first..<max(first, last)].map {
      TableRow($0, shape, grid, bodyStart: region.lowerBound)
    }
    survey = BodySurvey(
      rows.filter { !shape.isHeader($0.cells) && !HeaderFinder.isColumnNumbers($0.cells) },
      bodyStart: region.lowerBound)
    tailStart = survey.signatureRow ?? region.upperBound
    var previous = region.lowerBound - 1
    var tail: [TextGrid.Cell] = []
    var isForeign = false
    for (place, row) in rows.enumerated() {
      account.blank += row.row - previous - 1
      let isAfterGap = row.row - previous > 1
      previous = row.row
      if row.row >= tailStart || isTail(row, isAfterGap: isAfterGap) {
        tailStart = min(tailStart, row.row)
        account.outside += 1
        tail += row.cells
      } else if isForeign
        || isForeignHeader(row)
        || (isAfterGap && row.onlyText != nil
          && rows[place + 1..<min(place + 2, rows.count)].contains(where: isForeignHeader))
      {
        isForeign = true
        refuse(
          row,
          Message(
            vi: "thuộc một bảng khác, không nhận ra là bảng gì",
            en: "part of another table, which was not understood"))
      } else {
        read(row)
      }
    }
    // Blank rows before the next table's header.
    account.blank += max(0, region.upperBound - previous - 1)
    linesBelow = tail.map(\.text)
    tieFootnotes(tail)
    if let finding = dittos.finding(file: file, sheet: grid.name) { findings.append(finding) }
  }

  /// Whether another table's header stands here: a heading of numbers, as in `STT`, where this
  /// table has its own.
  private func isForeignHeader(_ row: TableRow) -> Bool {
    guard row.cells.count >= 3, row.number == nil, let first = row.cells.first,
      row.cells.allSatisfy({ $0.number == nil && $0.date == nil }), !shape.isHeader(row.cells)
    else { return false }
    return ordinalHeadings.contains(WordKey(first.text))
  }

  /// Explanations and place-and-date lines below the last row of the table.
  private func isTail(_ row: TableRow, isAfterGap: Bool) -> Bool {
    guard row.row > survey.lastRow, row.number == nil, !Furniture.isTotal(row) else { return false }
    guard let text = row.onlyText?.text else { return isAfterGap && row.task == nil }
    let key = WordKey(text)
    if isAfterGap { return true }
    return OfficeWords.noteStarts.startsAny(key) || FootnoteMark.leading(text) != nil
      || text.hasPrefix("*") || text.hasPrefix("[")
      || OfficeWords.appendixStarts.startsAny(key) || key.text.contains(" ngày tháng năm")
  }

  // MARK: Rows

  private mutating func read(_ row: TableRow) {
    if shape.isHeader(row.cells) || isColumnNumbersAgain(row) || isHint(row) {
      account.repeatedHeaders += 1
      afterBreak = true
      return
    }
    if let reason = Furniture.reason(row, grid, shape) {
      refuse(row, reason, mayBeTask: false)
      afterBreak = true
      return
    }
    defer { afterBreak = false }
    if let number = row.number, let written = row.ordinal?.text {
      readNumbered(row, number, written)
    } else if row.isUnderOrdinalMerge {
      readUnderOrdinalMerge(row)
    } else if let task = row.task {
      readUnnumbered(row, task)
    } else if row.isUnderTaskMerge {
      extend(with: row)
    } else {
      readWithoutTask(row)
    }
  }

  /// «(ghi rõ đơn vị) | (ngày, tháng, năm)» under a header says how to fill it in.
  private func isHint(_ row: TableRow) -> Bool {
    sections.isEmpty && Furniture.isHint(row.cells)
  }

  /// Column numbers belong to a header: `(1) (2) (3)`.
  private func isColumnNumbersAgain(_ row: TableRow) -> Bool {
    (afterBreak || (sections.isEmpty && account.repeatedHeaders == 0))
      && HeaderFinder.isColumnNumbers(row.cells)
  }

  private mutating func readNumbered(_ row: TableRow, _ number: RowNumber, _ written: String) {
    switch number {
    case .roman, .upperLetter:
      let isItem: Bool
      if case .roman = number { isItem = survey.romanIsItem } else { isItem = survey.capitalIsItem }
      if isItem { return addItem(row, number: written) }
      guard let title = row.task ?? row.values.first else {
        return refuse(
          row, Message(vi: "chỉ có số, không có nội dung", en: "a number without any text"))
      }
      addSection(row, number: written, parsed: number, title: title)
    case .integer:
      guard row.task != nil || row.isUnderTaskMerge || !row.values.isEmpty else {
        return refuse(
          row, Message(vi: "chỉ có số, không có nội dung", en: "a number without any text"))
      }
      if let task = row.task, row.values.isEmpty,
        row.isWide || survey.integersAreGroups || isGroup(row, task)
      {
        return addSection(row, number: written, parsed: number, title: task)
      }
      addItem(row, number: written)
    case .decimal(let parts):
      if isPartOfItem(parts) {
        addPart(.subitem, row, number: written)
      } else {
        addItem(row, number: written)
      }
    case .lowerLetter, .bullet:
      guard row.task != nil || !row.values.isEmpty else {
        return refuse(
          row, Message(vi: "chỉ có dấu đầu dòng", en: "a list mark without any text"))
      }
      let isItem = survey.letterIsItem && number != .bullet
      if hasItem, !isItem {
        addPart(.subitem, row, number: written)
      } else {
        addItem(row, number: written)
      }
    }
  }

  /// Whether a numbered row only heads the rows below it: set apart by bold type or capitals, with
  /// nothing beside its text, and followed by `1.1` with values of its own.
  private func isGroup(_ row: TableRow, _ task: TextGrid.Cell) -> Bool {
    let letters = task.text.filter(\.isLetter)
    guard task.isBold || (letters.count > 3 && letters == letters.uppercased()),
      case .integer(let value, _)? = row.number, let next = self.row(after: row),
      case .decimal(let parts)? = next.number
    else { return false }
    return parts.first == value && !next.values.isEmpty && next.task?.isBold != task.isBold
  }

  private func row(after row: TableRow) -> TableRow? {
    let index = grid.rowIndexes.partitioningIndex { $0 > row.row }
    guard index < grid.rowIndexes.count else { return nil }
    return TableRow(grid.rowIndexes[index], shape, grid, bodyStart: bodyStart)
  }

  /// Whether `14.1` belongs to the item before it.
  private func isPartOfItem(_ parts: [Int]) -> Bool {
    guard hasItem, let item = sections.last?.items.last else { return false }
    switch RowNumber(cell: item.number) {
    case .integer?: return true
    case .decimal(let own)?: return parts.count > own.count && parts.starts(with: own)
    default: return !item.number.isEmpty
    }
  }

  /// Whether the next row is a sub-item, `14.1`, of the item before this row.
  private func introducesSubitems(_ row: TableRow) -> Bool {
    guard let next = self.row(after: row), case .decimal(let parts)? = next.number,
      let item = sections.last?.items.last
    else { return false }
    switch RowNumber(cell: item.number) {
    case .integer(let value, _)?: return parts.first == value
    case .decimal(let own)?: return parts.count > own.count && parts.starts(with: own)
    default: return false
    }
  }

  private mutating func readUnderOrdinalMerge(_ row: TableRow) {
    guard let task = row.task else { return extend(with: row) }
    guard hasItem else { return addItem(row, number: "") }
    if let leading = RowNumber.leading(task.text), !leading.number.isSectionStyle {
      return addPart(.subitem, row, number: leading.written, text: leading.rest)
    }
    addPart(
      row.values.isEmpty || task.text.hasSuffix(":") ? .leadIn : .subitem, row, number: "")
  }

  private mutating func readUnnumbered(_ row: TableRow, _ task: TextGrid.Cell) {
    if let leading = RowNumber.leading(task.text) {
      switch leading.number {
      case .roman, .upperLetter:
        if row.values.isEmpty || row.isWide || task.isBold {
          var title = task
          title.text = leading.rest
          return addSection(row, number: leading.written, parsed: leading.number, title: title)
        }
      case .integer:
        if row.values.isEmpty, row.isWide {
          var title = task
          title.text = leading.rest
          return addSection(row, number: leading.written, parsed: leading.number, title: title)
        }
        if survey.integerRows > 0, hasItem {
          return addPart(.subitem, row, number: leading.written, text: leading.rest)
        }
        return addItem(row, number: leading.written, text: leading.rest)
      case .decimal(let parts):
        if isPartOfItem(parts) {
          return addPart(.subitem, row, number: leading.written, text: leading.rest)
        }
        return addItem(row, number: leading.written, text: leading.rest)
      case .lowerLetter, .bullet:
        if hasItem, !(survey.isUnnumbered && !row.values.isEmpty) {
          return addPart(.subitem, row, number: leading.written, text: leading.rest)
        }
        return addItem(row, number: "", text: nil)
      }
    }
    if row.values.isEmpty { return readText(row, task) }
    if row.values.count == 1, let number = RowNumber(cell: row.values[0].text),
      number.isSectionStyle
    {
      // The section's number stands in another column.
      return addSection(row, number: row.values[0].text, parsed: number, title: task)
    }
    if hasItem, task.text.hasSuffix(":") || introducesSubitems(row) {
      return addPart(.leadIn, row, number: "")
    }
    let isContinued = task.text.first?.isLowercase == true
    if isContinued, hasItem, !survey.isUnnumbered { return extend(with: row) }
    addItem(row, number: "")
  }

  /// A row of text alone.
  private mutating func readText(_ row: TableRow, _ cell: TextGrid.Cell) {
    if let leading = RowNumber.leading(cell.text), leading.number.isSectionStyle {
      var title = cell
      title.text = leading.rest
      return addSection(row, number: leading.written, parsed: leading.number, title: title)
    }
    if isSectionTitle(row, cell) {
      guard let named = SectionStack.named(cell.text) else {
        return addSection(row, number: "", parsed: nil, title: cell)
      }
      var title = cell
      title.text = named.rest
      return addSection(row, number: named.written, parsed: named.number, title: title)
    }
    let isContinued = afterBreak || cell.text.first?.isLowercase == true
    if hasItem, isContinued, !cell.text.hasSuffix(":") { return extend(with: row) }
    if survey.isUnnumbered, !cell.text.hasSuffix(":"), cell.column == shape.task {
      return addItem(row, number: "")
    }
    if hasItem { return addPart(.leadIn, row, number: "") }
    refuse(
      row,
      Message(
        vi: "dòng chữ không thuộc nhiệm vụ nào", en: "a line of text that belongs to no item"))
  }

  private func isSectionTitle(_ row: TableRow, _ cell: TextGrid.Cell) -> Bool {
    if row.isWide || knownSections.contains(WordKey(cell.text)) { return true }
    if WordKey(cell.text).words.first == "phần", cell.text.utf8.count < 200 { return true }
    let letters = cell.text.filter(\.isLetter)
    if letters.count >= 6, cell.text.contains(" "), letters == letters.uppercased() { return true }
    return cell.isBold && survey.boldMeansHeading && survey.items > 1
  }

  /// No text in the task column and none merged over it.
  private mutating func readWithoutTask(_ row: TableRow) {
    if let text = row.onlyText {
      if text.column == shape.ordinal || text.column == shape.sectionOrdinal {
        return readText(row, text)
      }
      if let leading = RowNumber.leading(text.text), leading.number.isSectionStyle {
        return readText(row, text)
      }
      if row.isWide || knownSections.contains(WordKey(text.text)) { return readText(row, text) }
    }
    if let first = row.cells.first, row.cells.count == 2, let number = RowNumber(cell: first.text),
      number.isSectionStyle
    {
      // The section's number stands in a column of its own.
      return addSection(row, number: first.text, parsed: number, title: row.cells[1])
    }
    if hasItem { return extend(with: row) }
    refuse(
      row,
      Message(
        vi: "không có nội dung nhiệm vụ và không nối tiếp dòng nào",
        en: "no task text, and nothing before it that it could continue"))
  }
}
