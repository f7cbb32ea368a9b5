/// A cell in sixteen bytes: its place, style and kind in one word, its value in the other.
///
/// A million cells fit in 16 MB this way; texts lie in a byte arena and become a `String` only
/// when asked for.
package struct PackedCell: Sendable {
  /// What the value word means.
  package enum Kind: UInt8, Sendable {
    /// Nothing but a style.
    case blank
    /// The bits of a double.
    case number
    /// The bits of a double that is shown as a date or a time.
    case date
    /// The bits of a double that is shown as a stretch of time, such as `[h]:mm`.
    case duration
    /// 0 or 1.
    case boolean
    /// Offset and length of the error's text in the sheet's own arena.
    case error
    /// Index into the workbook's shared texts.
    case sharedText
    /// Offset and length in the sheet's own arena.
    case ownText
  }

  /// Row, column, style and kind from the high bits down, so that keys sort by place.
  package var key: UInt64
  /// The value, as ``kind`` says.
  package var payload: UInt64

  package static let rowShift: UInt64 = 44
  package static let columnShift: UInt64 = 30
  package static let styleShift: UInt64 = 8
  package static let styleLimit = 1 << 21

  /// Indexes must be within Excel's limits; what is beyond is cut off, never mixed up.
  package init(row: Int, column: Int, style: Int?, kind: Kind, payload: UInt64) {
    let styleBits = style.map { UInt64(truncatingIfNeeded: $0 &+ 1) & 0x3F_FFFF } ?? 0
    key =
      (UInt64(truncatingIfNeeded: row) & 0xF_FFFF) << Self.rowShift
      | (UInt64(truncatingIfNeeded: column) & 0x3FFF) << Self.columnShift
      | styleBits << Self.styleShift | UInt64(kind.rawValue)
    self.payload = payload
  }

  package var row: Int { Int(key >> Self.rowShift) }
  package var column: Int { Int((key >> Self.columnShift) & 0x3FFF) }
  package var address: CellAddress { CellAddress(row: row, column: column) }
  package var kind: Kind { Kind(rawValue: UInt8(truncatingIfNeeded: key)) ?? .blank }
  /// The place alone, for sorting and searching.
  package var place: UInt64 { key >> Self.columnShift }

  package var style: Int? {
    let bits = Int((key >> Self.styleShift) & 0x3F_FFFF)
    return bits == 0 ? nil : bits - 1
  }

  /// The place word of an address.
  package static func place(of address: CellAddress) -> UInt64 {
    UInt64(truncatingIfNeeded: address.row) << (rowShift - columnShift)
      | UInt64(truncatingIfNeeded: address.column)
  }

  /// Offset and length in one word.
  package static func stretch(offset: Int, length: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: offset) << 32 | UInt64(UInt32(truncatingIfNeeded: length))
  }

  /// The stretch that a payload stands for.
  package static func stretch(of payload: UInt64) -> Range<Int> {
    let offset = Int(payload >> 32)
    return offset..<offset + Int(payload & 0xFFFF_FFFF)
  }
}
