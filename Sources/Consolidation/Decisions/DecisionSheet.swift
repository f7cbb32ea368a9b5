package import CellGrid
import Findings

/// What a person chose in the review workbook, or in several.
package struct DecisionSheet: Sendable {
  /// A choice for a pair of rows.
  struct PairDecision: Sendable {
    /// Of the pair; for a row that a person added, made of the two texts alone.
    var key: String
    var choice: ReviewLayout.Choice
    var location: Location
  }

  /// A choice in a conflict.
  struct ValueDecision: Sendable {
    enum Choice: Hashable, Sendable {
      /// The text of one of the sources' values.
      case value(String)
      /// A text of the person's own.
      case own(String)
      /// What the rule chose.
      case accept

      /// As people read it.
      var text: String {
        switch self {
        case .value(let text), .own(let text): text
        case .accept: ReviewLayout.acceptChoice
        }
      }
    }

    var key: String
    var choice: Choice
    var location: Location
  }

  var pairs: [PairDecision] = []
  var values: [ValueDecision] = []
  /// What people noted, by the key of the pair or conflict.
  var notes: [String: String] = [:]

  /// Reads the sheets back; a missing sheet or header, a choice that is none, a damaged key, or a
  /// key beside the wrong texts is refused with the cell named.
  package init(reading sheets: [Sheet], file: String) throws(DecisionFailure) {
    let kinds = ReviewLayout.SheetKind.allCases.filter { $0.holdsPairs || $0 == .conflicts }
    guard kinds.contains(where: { kind in sheets.contains { $0.name == kind.name } }) else {
      throw DecisionFailure(
        at: Location(file: file, sheet: sheets.first?.name),
        vi: "Đây không phải là tệp đối chiếu: không có trang «\(kinds[0].name)». Hãy dùng tệp "
          + "doi-chieu.xlsx do chương trình lập.",
        en: "This is no review workbook: there is no sheet “\(kinds[0].name)”. Use the "
          + "doi-chieu.xlsx made by this program.")
    }
    for kind in kinds {
      guard let sheet = sheets.first(where: { $0.name == kind.name }) else {
        throw DecisionFailure(
          at: Location(file: file, sheet: kind.name),
          vi: "Tệp đối chiếu thiếu trang «\(kind.name)», nên các lựa chọn ở đó bị mất. Hãy lấy lại "
            + "trang này từ tệp gốc, hoặc lập lại tệp đối chiếu.",
          en: "The review workbook lacks the sheet “\(kind.name)”, and with it the choices made "
            + "there. Restore the sheet, or make the review workbook anew.")
      }
      var reader = DecisionSheetReader(sheet: sheet, kind: kind, file: file)
      try reader.read()
      pairs += reader.pairs
      values += reader.values
      notes.merge(reader.notes) { first, _ in first }
    }
  }

  /// The decisions of several workbooks, in order; where both hold a note, the later one's counts.
  package func adding(_ other: DecisionSheet) -> DecisionSheet {
    var result = self
    result.pairs += other.pairs
    result.values += other.values
    result.notes.merge(other.notes) { _, later in later }
    return result
  }
}
