package import CellGrid

/// Where something stands: a file, and where it is known a sheet and a cell.
package struct Location: Hashable, Sendable {
  /// The file as the user named it.
  package var file: String
  package var sheet: String?
  package var cell: CellAddress?

  package init(file: String, sheet: String? = nil, cell: CellAddress? = nil) {
    self.file = file
    self.sheet = sheet
    self.cell = cell
  }
}

extension Location: CustomStringConvertible {
  /// `a.xlsx:PL1!C12`.
  package var description: String {
    switch (sheet, cell) {
    case (nil, nil): file
    case (let sheet?, nil): "\(file):\(sheet)"
    case (nil, let cell?): "\(file):\(cell)"
    case (let sheet?, let cell?): "\(file):\(sheet)!\(cell)"
    }
  }
}
