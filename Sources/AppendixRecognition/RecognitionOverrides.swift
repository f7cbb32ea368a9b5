package import AppendixModel

/// What a person decided about a workbook's tables; it overrules what would be recognised.
package struct RecognitionOverrides: Hashable, Sendable {
  /// Only the sheet of this name is read; nil for every sheet.
  package var sheet: String?
  /// Rows of the header, from zero; nil where it is to be found.
  package var headerRows: ClosedRange<Int>?
  /// What columns (from zero) mean; columns that are left out are recognised as usual.
  package var columns: [Int: ColumnRole]

  package init(
    sheet: String? = nil, headerRows: ClosedRange<Int>? = nil, columns: [Int: ColumnRole] = [:]
  ) {
    self.sheet = sheet
    self.headerRows = headerRows
    self.columns = columns
  }
}
