/// The text as it goes to the output: NFC, spaces tidied, line breaks as `\n`, bullets as `-`.
/// Words, case and tone placement stay as their source spells them.
///
/// Soft hyphens go too, so a text of unknown encoding must be decoded first: in TCVN3 they are ư.
package func tidied(_ text: String) -> String {
  let composed = Normalization.composed(text)
  if isTidy(composed.utf8.span) { return composed }
  var writer = TidyWriter()
  writer.read(composed.utf8.span)
  // Removing a character may bring two together that compose.
  return Normalization.composed(String(decoding: writer.output, as: UTF8.self))
}

/// A quick look: printable ASCII and letters with single spaces inside only.
private func isTidy(_ bytes: Span<UInt8>) -> Bool {
  var previous: UInt8 = 0x20
  for place in bytes.indices {
    let byte = bytes[place]
    switch byte {
    case 0x20: if previous == 0x20 { return false }
    case 0x21...0x7E, 0x80...0xC1, 0xC3...0xCB: break
    // U+0080 to U+00BF: controls, no-break space, soft hyphen.
    case 0xC2:
      guard place + 1 < bytes.count, bytes[place + 1] > 0xA0, bytes[place + 1] != 0xAD else {
        return false
      }
    case 0xE1 where place + 1 < bytes.count && (0xBA...0xBB).contains(bytes[place + 1]): break
    default: return false
    }
    previous = byte
  }
  return previous != 0x20 || bytes.isEmpty
}

/// Copies a text line by line, without what is not seen.
private struct TidyWriter {
  private(set) var output: [UInt8] = []
  private var pendingSpace = false
  /// Line breaks that are written only if text follows.
  private var pendingBreaks = 0
  private var lineIsEmpty = true
  private var lastWasReturn = false

  mutating func read(_ source: Span<UInt8>) {
    output.reserveCapacity(source.count)
    var place = 0
    while place < source.count {
      let first = source[place]
      var scalar = UInt32(first)
      var length = 1
      if first >= 0x80 {
        length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        scalar = UInt32(first) & (first < 0xE0 ? 0x1F : first < 0xF0 ? 0x0F : 0x07)
        for offset in 1..<length where place + offset < source.count {
          scalar = scalar << 6 | UInt32(source[place + offset] & 0x3F)
        }
      }
      take(scalar, source, place..<min(place + length, source.count))
      place += length
    }
  }

  private mutating func take(_ scalar: UInt32, _ source: Span<UInt8>, _ bytes: Range<Int>) {
    defer { lastWasReturn = scalar == 0x0D }
    switch scalar {
    case 0x0A where lastWasReturn: break
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029:
      if !output.isEmpty { pendingBreaks += 1 }
      (pendingSpace, lineIsEmpty) = (false, true)
    case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
      pendingSpace = !lineIsEmpty
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF, 0x00...0x1F, 0x7F...0x9F:
      break
    default:
      for _ in 0..<pendingBreaks { output.append(0x0A) }
      pendingBreaks = 0
      if pendingSpace { output.append(0x20) }
      (pendingSpace, lineIsEmpty) = (false, false)
      // Wingdings and Symbol bullets live in the private use area.
      if (0xF020...0xF0FF).contains(scalar) {
        output.append(0x2D)
      } else {
        for place in bytes { output.append(source[place]) }
      }
    }
  }
}
