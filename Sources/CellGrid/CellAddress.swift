/// The place of a cell in a sheet. Both indexes count from zero; printed as `C12`.
package struct CellAddress: Hashable, Sendable, Comparable {
  /// Row index from zero; row 0 is printed as 1.
  package var row: Int
  /// Column index from zero; column 0 is printed as A.
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// The address written as `C12` (also `$C$12`); nil for anything else or beyond Excel's limits
  /// (1,048,576 rows, 16,384 columns).
  package init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    var letters = 0
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "$"): continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        guard digits == 0, letters < 3 else { return nil }
        column = column * 26 + Int(byte & 0x1F)
        letters += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard letters > 0, digits < 7 else { return nil }
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
        digits += 1
      default: return nil
      }
    }
    guard letters > 0, digits > 0, row >= 1, row <= Self.rowLimit, column <= Self.columnLimit
    else { return nil }
    self.init(row: row - 1, column: column - 1)
  }

  /// Rows in an Excel sheet (ECMA-376, and Excel's own limit).
  package static let rowLimit = 1_048_576
  /// Columns in an Excel sheet.
  package static let columnLimit = 16_384

  /// Row by row, left to right.
  package static func < (left: CellAddress, right: CellAddress) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }

  /// The letters of a column: 0 is A, 26 is AA.
  package static func columnName(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest >= 0 {
      letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
      rest = rest / 26 - 1
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

extension CellAddress: CustomStringConvertible {
  package var description: String { Self.columnName(column) + String(row + 1) }
}
