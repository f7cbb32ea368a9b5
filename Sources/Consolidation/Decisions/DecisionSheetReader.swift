import AppendixModel
import CellGrid
import Findings
import VietText

/// Reads one sheet of decisions. The header row is found by its words, so that people may sort,
/// filter, move and add columns; each row is placed by its key.
struct DecisionSheetReader {
  let sheet: Sheet
  let kind: ReviewLayout.SheetKind
  let file: String
  private(set) var pairs: [DecisionSheet.PairDecision] = []
  private(set) var values: [DecisionSheet.ValueDecision] = []
  private(set) var notes: [String: String] = [:]
  /// Columns by the plain words of their header.
  private var columns: [String: Int] = [:]
  private var headerRow = 0

  init(sheet: Sheet, kind: ReviewLayout.SheetKind, file: String) {
    self.sheet = sheet
    self.kind = kind
    self.file = file
  }

  mutating func read() throws(DecisionFailure) {
    try findHeader()
    let decision = try column(ReviewLayout.decisionHeader)
    let key = try column(ReviewLayout.keyHeader)
    let note = columns[unaccented(ReviewLayout.noteHeader)]
    let own = columns[unaccented(ReviewLayout.ownHeader)]
    for row in sheet.rowIndexes where row > headerRow {
      let choice = text(row, decision)
      let noted = note.map { text(row, $0) } ?? ""
      let written = kind == .conflicts ? own.map { lines(row, $0) } ?? "" : ""
      let keyText = text(row, key)
      if choice.isEmpty, written.isEmpty {
        // A row of the person's own, such as a sum or a remark, is none of ours.
        if !noted.isEmpty, RowKeys.opened(keyText) != nil { notes[keyText] = noted }
        continue
      }
      if keyText.isEmpty, try readAdded(choice, row, decision) { continue }
      try check(keyText, row: row, column: key)
      if !noted.isEmpty { notes[keyText] = noted }
      if kind == .conflicts {
        try readValue(choice, own: written, keyText, row, decision, own)
      } else {
        try readPair(choice, keyText, row, decision)
      }
    }
  }

  // MARK: Rows

  /// A row that a person added to merge, or keep apart, two tasks that no list holds: two texts and
  /// a choice, and nothing that this program writes into its rows.
  private mutating func readAdded(
    _ choice: String, _ row: Int, _ column: Int
  ) throws(DecisionFailure) -> Bool {
    guard kind != .conflicts else { return false }
    func cell(_ column: ReviewLayout.PairColumn) -> String {
      columns[unaccented(column.header)].map { text(row, $0) } ?? ""
    }
    let own: [ReviewLayout.PairColumn] = [.proposal, .score, .reasons, .leftSource, .rightSource]
    guard own.allSatisfy({ cell($0).isEmpty }), !cell(.left).isEmpty, !cell(.right).isEmpty else {
      return false
    }
    try readPair(choice, RowKeys.writtenKey(cell(.left), cell(.right)), row, column)
    return true
  }

  private mutating func readPair(
    _ choice: String, _ key: String, _ row: Int, _ column: Int
  ) throws(DecisionFailure) {
    guard let known = ChoiceWords.choice(choice) else {
      throw failure(
        row, column,
        vi: "«\(choice)» không phải là một lựa chọn: chỉ dùng \(Self.choiceList).",
        en: "“\(choice)” is not a choice: use \(Self.choiceList).")
    }
    try checkTexts(key, row)
    pairs.append(.init(key: key, choice: known, location: place(row, column)))
  }

  private mutating func readValue(
    _ choice: String, own: String, _ key: String, _ row: Int, _ column: Int, _ ownColumn: Int?
  ) throws(DecisionFailure) {
    try checkValues(key, row)
    var chosen: DecisionSheet.ValueDecision.Choice?
    if ChoiceWords.isAcceptance(choice) {
      chosen = .accept
    } else if let index = ChoiceWords.valueIndex(choice) {
      let header = unaccented(ReviewLayout.valueHeader(index))
      let value = columns[header].map { sheet[CellAddress(row: row, column: $0)].displayText } ?? ""
      guard !value.isEmpty else {
        throw failure(
          row, column, vi: "Dòng này không có «\(ReviewLayout.valueHeader(index))».",
          en: "This row has no “\(ReviewLayout.valueHeader(index))”.")
      }
      chosen = .value(value)
    } else if !choice.isEmpty, ChoiceWords.choice(choice) != .undecided,
      unaccented(choice) != unaccented(ReviewLayout.ownHeader)
    {
      throw failure(
        row, column,
        vi: "«\(choice)» không phải là một trong các giá trị của dòng này. Chọn "
          + "«\(ReviewLayout.valueHeader(0))», «\(ReviewLayout.valueHeader(1))» …, hoặc ghi giá trị "
          + "riêng vào cột «\(ReviewLayout.ownHeader)».",
        en: "“\(choice)” is none of this row's values. Choose “\(ReviewLayout.valueHeader(0))”, "
          + "“\(ReviewLayout.valueHeader(1))” …, or write a value of your own in the column "
          + "“\(ReviewLayout.ownHeader)”.")
    }
    if let chosen {
      values.append(.init(key: key, choice: chosen, location: place(row, column)))
    }
    // A choice beside a value of one's own speaks against it unless both are the same.
    if !own.isEmpty, chosen != .value(own) {
      values.append(.init(key: key, choice: .own(own), location: place(row, ownColumn ?? column)))
    } else if own.isEmpty, unaccented(choice) == unaccented(ReviewLayout.ownHeader) {
      throw failure(
        row, ownColumn ?? column, vi: "Chưa ghi giá trị vào cột «\(ReviewLayout.ownHeader)».",
        en: "There is no value in the column “\(ReviewLayout.ownHeader)”.")
    }
  }

  // MARK: Checks

  /// A key must be whole, of this version, and of this kind of sheet.
  private func check(_ key: String, row: Int, column: Int) throws(DecisionFailure) {
    guard let body = RowKeys.opened(key) else {
      throw failure(
        row, column,
        vi:
          "Mã của dòng này bị mất hoặc bị sửa, nên không biết quyết định là của dòng nào. Hãy lấy "
          + "lại mã từ tệp gốc, hoặc lập lại tệp đối chiếu.",
        en: "The key of this row is missing or was changed, so the decision can't be placed. "
          + "Restore it, or make the review workbook anew.")
    }
    let wanted = kind == .conflicts ? RowKeys.conflictVersion : RowKeys.pairVersion
    guard body.hasPrefix(wanted + ":") else {
      let version = String(body.prefix { $0 != ":" })
      throw failure(
        row, column,
        vi: "Mã của dòng này thuộc loại «\(version)», trang này cần «\(wanted)»: dòng được chép từ "
          + "trang khác, hoặc tệp do phiên bản khác của chương trình lập.",
        en:
          "The key of this row is of the kind “\(version)”, this sheet needs “\(wanted)”: the row "
          + "was copied from another sheet, or another version of the program made the workbook.")
    }
  }

  /// The two texts must be those that the key was made of: a sheet of which only some columns were
  /// sorted would otherwise decide other rows than the person saw.
  private func checkTexts(_ key: String, _ row: Int) throws(DecisionFailure) {
    let headers = [ReviewLayout.PairColumn.left.header, ReviewLayout.PairColumn.right.header]
    let places = headers.compactMap { columns[unaccented($0)] }
    guard places.count == 2, var identities = RowKeys.identities(inPair: key) else { return }
    for place in places {
      let text = sheet[CellAddress(row: row, column: place)].displayText
      // A text that a cell could not hold whole can't be checked.
      if text.count > 32_000 { return }
      let identity = RowKeys.identity(of: text)
      guard let found = identities.firstIndex(of: identity) else {
        throw failure(
          row, place,
          vi: "Nội dung ở ô này không phải là nội dung mà mã của dòng nói tới: ô bị sửa, hoặc chỉ "
            + "một số cột được sắp xếp. Hãy sắp xếp cả bảng, và đừng sửa nội dung.",
          en: "The text in this cell is not the one that the row's key speaks of: it was changed, "
            + "or only some columns were sorted. Sort the whole table, and leave the texts alone.")
      }
      identities.remove(at: found)
    }
  }

  /// The values must be those that the key was made of.
  private func checkValues(_ key: String, _ row: Int) throws(DecisionFailure) {
    var values: [String] = []
    var first: Int?
    for index in 0... {
      guard let column = columns[unaccented(ReviewLayout.valueHeader(index))] else { break }
      first = first ?? column
      let value = sheet[CellAddress(row: row, column: column)].displayText
      if !value.isEmpty { values.append(value) }
    }
    guard let first, RowKeys.valuesDigest(in: key) != RowKeys.digest(ofValues: values) else {
      return
    }
    throw failure(
      row, first,
      vi:
        "Các giá trị ở dòng này không phải là những giá trị mà mã của dòng nói tới: ô bị sửa, hoặc "
        + "chỉ một số cột được sắp xếp. Hãy sắp xếp cả bảng; muốn ghi giá trị riêng thì dùng cột "
        + "«\(ReviewLayout.ownHeader)».",
      en:
        "The values of this row are not those that its key speaks of: a cell was changed, or only "
        + "some columns were sorted. Sort the whole table; for a value of your own use the column "
        + "“\(ReviewLayout.ownHeader)”.")
  }

  private mutating func findHeader() throws(DecisionFailure) {
    let wanted = [ReviewLayout.decisionHeader, ReviewLayout.keyHeader].map(unaccented)
    for row in sheet.rowIndexes.prefix(60) {
      var found: [String: Int] = [:]
      for cell in sheet.cells(inRow: row) {
        let header = unaccented(cell.value.displayText)
        guard !header.isEmpty else { continue }
        if found[header] != nil, wanted.contains(header) {
          throw failure(
            row, cell.address.column,
            vi: "Có hai cột «\(cell.value.displayText)»; hãy đổi tên cột đã thêm.",
            en: "There are two columns “\(cell.value.displayText)”; rename the one you added.")
        }
        if found[header] == nil { found[header] = cell.address.column }
      }
      if wanted.contains(where: { found[$0] != nil }) {
        columns = found
        headerRow = row
        return
      }
    }
    throw failure(
      sheet.rowIndexes.first ?? 0, 0,
      vi: "Không thấy dòng tiêu đề có cột «\(ReviewLayout.decisionHeader)».",
      en: "There is no header row with a column “\(ReviewLayout.decisionHeader)”.")
  }

  private func column(_ name: String) throws(DecisionFailure) -> Int {
    if let column = columns[unaccented(name)] { return column }
    throw failure(
      headerRow, 0, vi: "Dòng tiêu đề thiếu cột «\(name)».",
      en: "The header row lacks the column “\(name)”.")
  }

  // MARK: Cells

  private static let choiceList = ReviewLayout.Choice.allCases.map { "«\($0.rawValue)»" }
    .joined(separator: ", ")

  /// A cell's text with single spaces.
  private func text(_ row: Int, _ column: Int) -> String {
    sheet[CellAddress(row: row, column: column)].displayText
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A cell's text with its lines; a day as Vietnamese texts write it, since Excel makes a date of
  /// what looks like one.
  private func lines(_ row: Int, _ column: Int) -> String {
    let value = sheet[CellAddress(row: row, column: column)]
    if case .date(let date, _) = value { return date.written }
    return tidied(value.displayText)
  }

  private func place(_ row: Int, _ column: Int) -> Location {
    Location(file: file, sheet: sheet.name, cell: CellAddress(row: row, column: column))
  }

  private func failure(_ row: Int, _ column: Int, vi: String, en: String) -> DecisionFailure {
    DecisionFailure(at: place(row, column), vi: vi, en: en)
  }
}
