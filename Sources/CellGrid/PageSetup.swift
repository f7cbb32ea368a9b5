/// How a sheet is printed: paper, direction, margins, what repeats.
package struct PageSetup: Hashable, Sendable {
  package var isLandscape = false
  /// OOXML's paper code; 9 is A4.
  package var paper = 9
  /// In millimetres.
  package var marginTop = 20.0
  package var marginBottom = 20.0
  package var marginLeft = 30.0
  package var marginRight = 15.0
  /// Distance of the header from the paper's edge, in millimetres.
  package var marginHeader = 10.0
  package var marginFooter = 10.0
  /// Excel's header code, such as `&C&P`.
  package var header = ""
  /// The header of the first page, where it differs; nil where it is the same.
  package var firstPageHeader: String?
  package var footer = ""
  /// Rows repeated on every page.
  package var repeatedRows: ClosedRange<Int>?
  /// Fit the width to so many pages; nil for no fitting.
  package var fitsWidth: Int?
  /// Fit the height to so many pages; nil leaves it free.
  package var fitsHeight: Int?
  package var printArea: CellRange?
  package var isCenteredHorizontally = false
  /// The number of the first page; nil goes on from the sheet before.
  package var firstPageNumber: Int?
  /// A new page begins after each of these rows, counted from zero, ascending.
  package var breaksAfterRows: [Int] = []
  /// A new page begins after each of these columns, counted from zero, ascending.
  package var breaksAfterColumns: [Int] = []
  /// Printed at so many percent of the real size, where the sheet is not fitted to pages.
  package var scale = 100

  package init() {}
}
