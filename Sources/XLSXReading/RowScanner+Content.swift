import CellGrid

extension RowScanner {
  /// `</v></c>` as a word.
  private static let closing: UInt64 = 0x3E63_2F3C_3E76_2F3C

  /// Reads what a cell holds, up to and with its `</c>`; the place after it, or `none`.
  @inline(__always)
  func content(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ type: CellType, _ style: Int?,
    _ builder: inout SheetBuilder
  ) -> Int {
    // `<v>` with a number or an index right behind is nearly everything.
    if Markup.half(bytes, start) & 0x00FF_FFFF == 0x003E_763C {
      let value = start &+ 3
      if type == .number {
        guard let (number, next) = DecimalNumber.scan(bytes, from: value, limit: end) else {
          return Markup.none
        }
        guard Markup.word(bytes, next) == Self.closing else { return Markup.none }
        builder.addNumber(number, style)
        return next &+ 8
      }
      if type == .sharedText {
        var index = value
        var number = 0
        while bytes[index] &- 0x30 < 10, index &- value < 10 {
          number = number &* 10 &+ Int(bytes[index] &- 0x30)
          index &+= 1
        }
        guard index > value, number < builder.sharedCount,
          Markup.word(bytes, index) == Self.closing
        else { return Markup.none }
        builder.addShared(number, style)
        return index &+ 8
      }
    }
    return rareContent(bytes, start, end, type, style, &builder)
  }

  /// Formulas, texts in place, booleans, errors, empty cells.
  @inline(never)
  private func rareContent(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ type: CellType, _ style: Int?,
    _ builder: inout SheetBuilder
  ) -> Int {
    var index = Markup.skipSpaces(bytes, start)
    if bytes[index] == UInt8(ascii: "<"), bytes[index &+ 1] == UInt8(ascii: "f") {
      index = Self.formula(bytes, index &+ 2, end)
      if index == Markup.none { return Markup.none }
      index = Markup.skipSpaces(bytes, index)
    }
    let head = Markup.half(bytes, index)
    if head & 0x00FF_FFFF == 0x003E_763C {
      // `<v>`
      let from = index &+ 3
      let to = Markup.find(UInt8(ascii: "<"), bytes, from, end)
      guard to != Markup.none, Markup.half(bytes, to) == 0x3E76_2F3C else { return Markup.none }
      let close = Self.closeCell(bytes, to &+ 4)
      guard close != Markup.none, value(bytes, from, to, type, style, &builder) else {
        return Markup.none
      }
      return close
    }
    if head == 0x3E73_693C {
      // `<is>`
      return inline(bytes, index &+ 4, end, style, &builder)
    }
    if Markup.spells(bytes, index, index &+ 4, "<v/>") {
      index = Markup.skipSpaces(bytes, index &+ 4)
    }
    let close = Self.closeCell(bytes, index)
    if close != Markup.none { builder.addBlank(style) }
    return close
  }

  /// `</c>` after any blanks.
  @inline(__always)
  private static func closeCell(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    let index = Markup.skipSpaces(bytes, start)
    return Markup.half(bytes, index) == 0x3E63_2F3C ? index &+ 4 : Markup.none
  }

  /// A value of a type that the fast way leaves over; false where expat should judge it.
  private func value(
    _ bytes: Span<UInt8>, _ from: Int, _ to: Int, _ type: CellType, _ style: Int?,
    _ builder: inout SheetBuilder
  ) -> Bool {
    let isPlain =
      Markup.find(UInt8(ascii: "&"), bytes, from, to) == Markup.none
      && Markup.find(13, bytes, from, to) == Markup.none
    if type == .text || type == .inlineText {
      guard let payload = builder.keepText(bytes, from, to, isPlain: isPlain) else { return false }
      builder.addText(payload, style)
      return true
    }
    guard isPlain, to > from else { return false }
    switch type {
    case .number:
      guard DecimalNumber.parse(bytes, from: from, to: to) != nil else { return false }
    case .sharedText:
      let number = SheetBuilder.index(bytes, from: from, to: to)
      guard number >= 0, number < builder.sharedCount else { return false }
    case .boolean:
      guard to == from &+ 1, bytes[from] == 0x30 || bytes[from] == 0x31 else { return false }
    case .error: break
    default: return false
    }
    builder.addValue(type, bytes, from: from, to: to, style)
    return true
  }

  /// `<is><t>…</t></is></c>` after the `<is>`; rich text is left to expat.
  private func inline(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ style: Int?, _ builder: inout SheetBuilder
  ) -> Int {
    guard let text = Markup.text(bytes, start, end) else { return Markup.none }
    let index = Markup.skipSpaces(bytes, text.next)
    guard Markup.spells(bytes, index, index &+ 5, "</is>") else { return Markup.none }
    let close = Self.closeCell(bytes, index &+ 5)
    guard close != Markup.none else { return Markup.none }
    let isPlain =
      Markup.find(UInt8(ascii: "&"), bytes, text.start, text.end) == Markup.none
      && Markup.find(13, bytes, text.start, text.end) == Markup.none
    guard let payload = builder.keepText(bytes, text.start, text.end, isPlain: isPlain) else {
      return Markup.none
    }
    builder.addText(payload, style)
    return close
  }

  /// A formula is checked and passed over: after `<f`, the place after `</f>` or `/>`.
  private static func formula(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var index = start
    var seen = 0
    let words: [StaticString] = [
      "t", "ref", "si", "ca", "aca", "dt2D", "dtr", "del1", "del2", "r1", "r2", "bx",
    ]
    while bytes[index] != UInt8(ascii: ">") {
      if bytes[index] == UInt8(ascii: "/") {
        return bytes[index &+ 1] == UInt8(ascii: ">") ? index &+ 2 : Markup.none
      }
      guard let attribute = Markup.attribute(bytes, index) else { return Markup.none }
      var known = false
      for (bit, word) in words.enumerated()
      where Markup.spells(bytes, attribute.nameStart, attribute.nameEnd, word) {
        guard seen & (1 << bit) == 0 else { return Markup.none }
        seen |= 1 << bit
        known = true
      }
      guard known else { return Markup.none }
      index = attribute.next
    }
    let from = index &+ 1
    let to = Markup.find(UInt8(ascii: "<"), bytes, from, end)
    guard to != Markup.none, Markup.half(bytes, to) == 0x3E66_2F3C,
      Entities.areKnown(bytes, from, to)
    else { return Markup.none }
    return to &+ 4
  }
}

extension Markup {
  /// A `<t>` with its letters: where they lie, and the place after `</t>`.
  struct Text {
    var start: Int
    var end: Int
    var next: Int
  }

  /// Reads `<t>…</t>`, `<t xml:space="preserve">…</t>` or `<t/>`.
  @inline(__always)
  static func text(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Text? {
    var index = skipSpaces(bytes, start)
    if half(bytes, index) & 0x00FF_FFFF == 0x003E_743C {
      index &+= 3
    } else if spells(bytes, index, index &+ 24, "<t xml:space=\"preserve\">") {
      index &+= 24
    } else if spells(bytes, index, index &+ 4, "<t/>") {
      return Text(start: index, end: index, next: index &+ 4)
    } else {
      return nil
    }
    let close = find(UInt8(ascii: "<"), bytes, index, end)
    guard close != none, half(bytes, close) == 0x3E74_2F3C else { return nil }
    return Text(start: index, end: close, next: close &+ 4)
  }
}
