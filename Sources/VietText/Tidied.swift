/// The text as it goes to the output: NFC, spaces tidied, line breaks as `\n`, bullets as `-`.
/// Words, case and tone placement stay as their source spells them.
///
/// Soft hyphens go too, so a text of unknown encoding must be decoded first: in TCVN3 they are ư.
package func tidied(_ text: String) -> String {
  if isTidy(text) { return text }
  var lines: [String.UnicodeScalarView] = [String.UnicodeScalarView()]
  var pendingSpace = false
  var previous: Unicode.Scalar = "\n"
  func isLineEmpty() -> Bool { lines[lines.count - 1].isEmpty }
  for scalar in Normalization.composed(text).unicodeScalars {
    defer { previous = scalar }
    switch scalar.value {
    case 0x0A where previous == "\r": break
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029:
      lines.append(String.UnicodeScalarView())
      pendingSpace = false
    case 0x09, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000:
      pendingSpace = !isLineEmpty()
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF, 0x00...0x1F, 0x7F...0x9F:
      break
    default:
      if pendingSpace { lines[lines.count - 1].append(" ") }
      pendingSpace = false
      // Wingdings and Symbol bullets live in the private use area.
      lines[lines.count - 1].append((0xF020...0xF0FF).contains(scalar.value) ? "-" : scalar)
    }
  }
  while let last = lines.last, last.isEmpty, lines.count > 1 { lines.removeLast() }
  while let first = lines.first, first.isEmpty, lines.count > 1 { lines.removeFirst() }
  // Removing a character may bring two together that compose.
  return Normalization.composed(lines.map { String($0) }.joined(separator: "\n"))
}

/// A quick look: printable ASCII and Vietnamese letters with single spaces inside only.
private func isTidy(_ text: String) -> Bool {
  var previous: UInt32 = 0x20
  for scalar in text.unicodeScalars {
    let value = scalar.value
    switch value {
    case 0x20: if previous == 0x20 { return false }
    case 0x21...0x7E, 0xA1...0xAC, 0xAE...0x2FF, 0x1EA0...0x1EF9, 0x2010...0x2027: break
    default: return false
    }
    previous = value
  }
  return previous != 0x20 || text.isEmpty
}
