package import CellGrid
import Findings

/// What a person chose in the review workbook.
package struct DecisionSheet: Sendable {
  /// A choice for a pair of rows.
  struct PairDecision: Sendable {
    var key: String
    var choice: ReviewLayout.Choice
    var location: Location
  }

  /// A choice of a value in a conflict.
  struct ValueDecision: Sendable {
    var key: String
    /// The text of the chosen value.
    var value: String
    var location: Location
  }

  private(set) var pairs: [PairDecision] = []
  private(set) var values: [ValueDecision] = []

  /// Reads the sheets back; a missing sheet or header, a choice that is none, or a damaged key is
  /// refused with the cell named.
  package init(reading sheets: [Sheet], file: String) throws(DecisionFailure) {
    var any = false
    for kind in ReviewLayout.SheetKind.allCases where kind.holdsPairs || kind == .conflicts {
      guard let sheet = sheets.first(where: { $0.name == kind.name }) else { continue }
      any = true
      try read(sheet, kind, file)
    }
    guard any, sheets.contains(where: { $0.name == ReviewLayout.SheetKind.pairs.name }) else {
      let name = ReviewLayout.SheetKind.pairs.name
      throw DecisionFailure(
        at: Location(file: file),
        vi:
          "Tệp quyết định không có trang «\(name)». Hãy dùng tệp doi-chieu.xlsx do chương trình lập.",
        en:
          "The decision workbook has no sheet «\(name)». Use the doi-chieu.xlsx made by this program."
      )
    }
  }

  private mutating func read(_ sheet: Sheet, _ kind: ReviewLayout.SheetKind, _ file: String)
    throws(DecisionFailure)
  {
    let rows = sheet.rowIndexes
    var header: [String: Int] = [:]
    var headerRow: Int?
    for row in rows.prefix(40) {
      var columns: [String: Int] = [:]
      for cell in sheet.cells(inRow: row) {
        let text = Self.tidy(cell.value)
        if !text.isEmpty, columns[text] == nil { columns[text] = cell.address.column }
      }
      if columns[ReviewLayout.decisionHeader] != nil || columns[ReviewLayout.keyHeader] != nil {
        header = columns
        headerRow = row
        break
      }
    }
    guard let headerRow else {
      throw DecisionFailure(
        at: Location(
          file: file, sheet: sheet.name, cell: CellAddress(row: rows.first ?? 0, column: 0)),
        vi: "Không thấy dòng tiêu đề có cột «\(ReviewLayout.decisionHeader)».",
        en: "There is no header row with a column «\(ReviewLayout.decisionHeader)».")
    }
    func column(_ name: String) throws(DecisionFailure) -> Int {
      if let column = header[name] { return column }
      throw DecisionFailure(
        at: Location(file: file, sheet: sheet.name, cell: CellAddress(row: headerRow, column: 0)),
        vi: "Dòng tiêu đề thiếu cột «\(name)».", en: "The header row lacks the column «\(name)».")
    }
    let decisionColumn = try column(ReviewLayout.decisionHeader)
    let keyColumn = try column(ReviewLayout.keyHeader)
    for row in rows where row > headerRow {
      let choice = Self.tidy(sheet[CellAddress(row: row, column: decisionColumn)])
      guard !choice.isEmpty else { continue }
      let place = Location(
        file: file, sheet: sheet.name, cell: CellAddress(row: row, column: decisionColumn))
      let key = Self.tidy(sheet[CellAddress(row: row, column: keyColumn)])
      guard RowKeys.opened(key) != nil else {
        throw DecisionFailure(
          at: Location(
            file: file, sheet: sheet.name, cell: CellAddress(row: row, column: keyColumn)),
          vi:
            "Mã của dòng này bị mất hoặc bị sửa, nên không biết quyết định là của cặp nào. Hãy lập lại tệp đối chiếu.",
          en:
            "The key of this row is missing or was changed, so the decision can't be placed. Make the review workbook anew."
        )
      }
      if kind == .conflicts {
        try readValue(choice, key, place, sheet, header, row)
      } else {
        guard let known = Self.choice(choice) else {
          throw DecisionFailure(
            at: place,
            vi: "«\(choice)» không phải là một lựa chọn: chỉ dùng \(Self.choiceList).",
            en: "«\(choice)» is not a choice: use \(Self.choiceList).")
        }
        pairs.append(PairDecision(key: key, choice: known, location: place))
      }
    }
  }

  private mutating func readValue(
    _ choice: String, _ key: String, _ place: Location, _ sheet: Sheet, _ header: [String: Int],
    _ row: Int
  ) throws(DecisionFailure) {
    if Self.folded(choice) == Self.folded(ReviewLayout.Choice.undecided.rawValue) { return }
    for (name, column) in header where Self.folded(name) == Self.folded(choice) {
      guard name.hasPrefix(String(ReviewLayout.valueHeader(0).dropLast())) else { continue }
      let value = sheet[CellAddress(row: row, column: column)].displayText
      guard !value.isEmpty else { break }
      values.append(ValueDecision(key: key, value: value, location: place))
      return
    }
    throw DecisionFailure(
      at: place, vi: "«\(choice)» không phải là một trong các giá trị của dòng này.",
      en: "«\(choice)» is none of this row's values.")
  }

  private static let choiceList = ReviewLayout.Choice.allCases.map { "«\($0.rawValue)»" }
    .joined(separator: ", ")

  private static func choice(_ text: String) -> ReviewLayout.Choice? {
    ReviewLayout.Choice.allCases.first { folded($0.rawValue) == folded(text) }
  }

  private static func folded(_ text: String) -> String { text.lowercased() }

  private static func tidy(_ value: CellValue) -> String {
    value.displayText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
