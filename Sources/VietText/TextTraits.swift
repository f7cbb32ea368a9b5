/// What a look at a text's bytes tells before anything is decoded.
enum TextTraits {
  /// ASCII only.
  case plain
  /// Holds letters or marks that no legacy text can hold.
  case unicode
  /// Letters beyond ASCII that could be several encodings'.
  case open

  init(_ bytes: Span<UInt8>) {
    var isPlain = true
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        place += 1
        continue
      }
      isPlain = false
      let next = place + 1 < bytes.count ? bytes[place + 1] : 0
      switch byte {
      // ă đ ĩ, ũ, ơ ư in both cases; combining marks.
      case 0xC4 where [0x82, 0x83, 0x90, 0x91, 0xA8, 0xA9].contains(next),
        0xC5 where next == 0xA8 || next == 0xA9,
        0xC6 where next == 0xA0 || next == 0xA1 || next == 0xAF || next == 0xB0,
        0xCC,
        0xCD where next < 0xB0:
        self = .unicode
        return
      // U+1EA0 to U+1EF9.
      case 0xE1 where next == 0xBA || next == 0xBB:
        let last = place + 2 < bytes.count ? bytes[place + 2] : 0
        if next == 0xBA ? last >= 0xA0 : last <= 0xB9 {
          self = .unicode
          return
        }
      default: break
      }
      place += byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    }
    self = isPlain ? .plain : .open
  }
}
