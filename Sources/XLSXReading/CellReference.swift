import CellGrid

/// Reads a cell's reference from bytes.
enum CellReference {
  /// Row and column from zero; a negative row where the bytes are no address within Excel's limits.
  @inline(__always)
  static func parse(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> (row: Int, column: Int) {
    var index = start
    var column = 0
    while index < end {
      let letter = (bytes[index] & 0xDF) &- UInt8(ascii: "A")
      if letter > 25 || bytes[index] < 0x41 { break }
      column = column &* 26 &+ Int(letter) &+ 1
      if column > CellAddress.columnLimit { return (SheetBuilder.noPlace, 0) }
      index &+= 1
    }
    let digits = index
    var row = 0
    while index < end {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit > 9 { break }
      row = row &* 10 &+ Int(digit)
      if row > CellAddress.rowLimit { return (SheetBuilder.noPlace, 0) }
      index &+= 1
    }
    guard index == end, column > 0, row > 0, index > digits else {
      return (SheetBuilder.noPlace, 0)
    }
    return (row &- 1, column &- 1)
  }
}
