import CellGrid

/// Reads rows of a worksheet as nearly all programs write them, fast and strictly: what it accepts
/// is what expat accepts, with the same meaning. At anything else it stops before the row, and
/// expat goes on from there.
struct RowScanner {
  /// Whether the root binds the prefix `x14ac`, which Excel puts on rows.
  var knowsExcelPrefix: Bool

  /// Reads from `start` to `end`; both are places between rows. At least ``Markup/padding`` zero
  /// bytes must follow `end`.
  func scan(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, into builder: inout SheetBuilder
  ) -> ScanOutcome {
    var index = start
    while true {
      index = Markup.skipSpaces(bytes, index)
      guard index < end else { return .consumed(end) }
      // `<row` and the end tag are told apart by their first letters.
      guard Markup.half(bytes, index) == 0x776F_723C else {
        let isEnd = Markup.spells(bytes, index, index &+ 12, "</sheetData>")
        return isEnd ? .ended(index) : .surprise(index)
      }
      let mark = builder.mark()
      let next = row(bytes, index &+ 4, end, &builder)
      if next == Markup.none || next > end {
        builder.rewind(to: mark)
        return .surprise(index)
      }
      if builder.failure != nil { return .surprise(index) }
      index = next
    }
  }

  /// Reads a row after its `<row`; the place after it, or `none`.
  @inline(__always)
  private func row(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ builder: inout SheetBuilder
  ) -> Int {
    var index = startRow(bytes, start, &builder)
    if index == Markup.none { return Markup.none }
    // `/>`: a row without cells.
    if bytes[index] == UInt8(ascii: "/") {
      return bytes[index &+ 1] == UInt8(ascii: ">") ? index &+ 2 : Markup.none
    }
    index &+= 1
    while true {
      // `<c ` or `<c>`, else `</row>`.
      let head = Markup.half(bytes, index)
      if head & 0x00FF_FFFF == 0x0020_633C || head & 0x00FF_FFFF == 0x003E_633C {
        index = cell(bytes, index &+ 2, end, &builder)
        if index == Markup.none { return Markup.none }
      } else if Markup.word(bytes, index) & 0xFFFF_FFFF_FFFF == 0x3E77_6F72_2F3C {
        return index &+ 6
      } else if Markup.isSpace(bytes[index]) {
        index = Markup.skipSpaces(bytes, index)
      } else {
        return Markup.none
      }
    }
  }

  /// Reads the attributes of a row; the place of its `>` or `/>`.
  @inline(never)
  private func startRow(
    _ bytes: Span<UInt8>, _ start: Int, _ builder: inout SheetBuilder
  ) -> Int {
    var index = start
    var number: Int?
    var isHidden = false
    var isFixed = false
    var height: Double?
    var seen = 0
    while bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "/") {
      guard let attribute = Markup.attribute(bytes, index) else {
        // Blanks before the bracket are fine too, but rare.
        return Markup.none
      }
      index = attribute.next
      func has(_ word: StaticString) -> Bool {
        Markup.spells(bytes, attribute.nameStart, attribute.nameEnd, word)
      }
      let from = attribute.valueStart
      let to = attribute.valueEnd
      let bit: Int
      if has("r") {
        bit = 1
        let value = SheetBuilder.index(bytes, from: from, to: to)
        guard to > from, value >= 1, value <= CellAddress.rowLimit else { return Markup.none }
        number = value &- 1
      } else if has("spans") {
        bit = 2
      } else if has("s") {
        bit = 4
      } else if has("customFormat") {
        bit = 8
      } else if has("ht") {
        bit = 16
        guard let value = DecimalNumber.parse(bytes, from: from, to: to) else {
          return Markup.none
        }
        height = value
      } else if has("hidden") {
        bit = 32
        if Markup.spells(bytes, from, to, "1") || Markup.spells(bytes, from, to, "true") {
          isHidden = true
        } else if !(Markup.spells(bytes, from, to, "0") || Markup.spells(bytes, from, to, "false"))
        {
          return Markup.none
        }
      } else if has("customHeight") {
        bit = 64
        isFixed =
          Markup.spells(bytes, from, to, "1") || Markup.spells(bytes, from, to, "true")
      } else if has("outlineLevel") {
        bit = 128
      } else if has("collapsed") {
        bit = 256
      } else if has("thickTop") {
        bit = 512
      } else if has("thickBot") {
        bit = 1024
      } else if has("ph") {
        bit = 2048
      } else if knowsExcelPrefix, has("x14ac:dyDescent") {
        bit = 4096
      } else {
        return Markup.none
      }
      guard seen & bit == 0 else { return Markup.none }
      seen |= bit
    }
    guard builder.canStartRow(number) else { return Markup.none }
    builder.startRow(number)
    if isHidden || height != nil {
      builder.describeRow(isHidden: isHidden, height: height, isFixed: isFixed)
    }
    return index
  }

  /// Reads a cell after its `<c`; the place after it, or `none`.
  @inline(__always)
  private func cell(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ builder: inout SheetBuilder
  ) -> Int {
    var index = start
    var reference = (row: -1, column: 0)
    var hasReference = false
    var style: Int?
    var type = CellType.number
    var hasType = false
    while bytes[index] != UInt8(ascii: ">") {
      // Names of one letter: ` r="`, ` s="`, ` t="`.
      let head = Markup.half(bytes, index)
      if head & 0xFFFF_00FF == 0x223D_0020 {
        let name = bytes[index &+ 1]
        index &+= 4
        if name == UInt8(ascii: "r"), !hasReference {
          hasReference = true
          let next = Self.reference(bytes, index, &reference)
          if next == Markup.none { return Markup.none }
          index = next
        } else if name == UInt8(ascii: "s"), style == nil {
          var value = 0
          let first = index
          while bytes[index] &- 0x30 < 10, value < 1 << 24 {
            value = value &* 10 &+ Int(bytes[index] &- 0x30)
            index &+= 1
          }
          guard index > first, builder.knows(style: value) else { return Markup.none }
          style = value
        } else if name == UInt8(ascii: "t"), !hasType {
          hasType = true
          let next = Self.type(bytes, index, &type)
          if next == Markup.none { return Markup.none }
          index = next
        } else {
          return Markup.none
        }
        guard bytes[index] == UInt8(ascii: "\"") else { return Markup.none }
        index &+= 1
      } else if bytes[index] == UInt8(ascii: "/"), bytes[index &+ 1] == UInt8(ascii: ">") {
        guard
          builder.canPlace(hasReference ? reference.row : nil),
          builder.place(row: hasReference ? reference.row : nil, column: reference.column)
        else { return Markup.none }
        builder.addBlank(builder.knownStyle(style))
        return index &+ 2
      } else {
        return Markup.none
      }
    }
    guard builder.canPlace(hasReference ? reference.row : nil),
      builder.place(row: hasReference ? reference.row : nil, column: reference.column)
    else { return Markup.none }
    return content(bytes, index &+ 1, end, type, builder.knownStyle(style), &builder)
  }

  /// Letters and digits up to the quote.
  @inline(__always)
  private static func reference(
    _ bytes: Span<UInt8>, _ start: Int, _ reference: inout (row: Int, column: Int)
  ) -> Int {
    var index = start
    var column = 0
    while bytes[index] &- 0x41 < 26, index &- start < 4 {
      column = column &* 26 &+ Int(bytes[index] &- 0x40)
      index &+= 1
    }
    var row = 0
    let digits = index
    while bytes[index] &- 0x30 < 10, index &- digits < 8 {
      row = row &* 10 &+ Int(bytes[index] &- 0x30)
      index &+= 1
    }
    guard column >= 1, column <= CellAddress.columnLimit, row >= 1, row <= CellAddress.rowLimit
    else { return Markup.none }
    reference = (row &- 1, column &- 1)
    return index
  }

  /// The type's word up to the quote.
  @inline(__always)
  private static func type(_ bytes: Span<UInt8>, _ start: Int, _ type: inout CellType) -> Int {
    if bytes[start &+ 1] == UInt8(ascii: "\"") {
      switch bytes[start] {
      case UInt8(ascii: "s"): type = .sharedText
      case UInt8(ascii: "n"): type = .number
      case UInt8(ascii: "b"): type = .boolean
      case UInt8(ascii: "e"): type = .error
      case UInt8(ascii: "d"): type = .isoDate
      default: return Markup.none
      }
      return start &+ 1
    }
    if Markup.spells(bytes, start, start &+ 3, "str") {
      type = .text
      return start &+ 3
    }
    if Markup.spells(bytes, start, start &+ 9, "inlineStr") {
      type = .inlineText
      return start &+ 9
    }
    return Markup.none
  }
}
