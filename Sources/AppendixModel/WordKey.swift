/// The words of a text as headings, statuses and section names are compared: lower case, one tone
/// placement, punctuation dropped, numbers and `%` kept.
///
/// Diacritics stay; `hoà` and `hòa` are one. Composed and decomposed spellings are one because
/// Swift compares strings by canonical equivalence.
package struct WordKey: Hashable, Sendable {
  package var words: [String]

  package init(_ text: some StringProtocol) {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func close() {
      if !word.isEmpty { words.append(Self.oneTonePlacement(String(word))) }
      word.removeAll(keepingCapacity: true)
    }
    for scalar in text.lowercased().unicodeScalars {
      let properties = scalar.properties
      if properties.isAlphabetic || properties.generalCategory == .nonspacingMark
        || properties.numericType != nil
      {
        word.append(scalar)
      } else if scalar == "%" {
        word.append(scalar)
        close()
      } else if Self.isInvisible(scalar) {
        continue
      } else {
        close()
      }
    }
    close()
    self.words = words
  }

  /// The words joined by single spaces.
  package var text: String { words.joined(separator: " ") }
  package var isEmpty: Bool { words.isEmpty }

  /// Whether the words of the other key stand here, in order and side by side.
  package func contains(_ other: WordKey) -> Bool {
    guard !other.words.isEmpty, other.words.count <= words.count else { return false }
    return (0...(words.count - other.words.count)).contains { start in
      words[start..<(start + other.words.count)].elementsEqual(other.words)
    }
  }

  package func starts(with other: WordKey) -> Bool {
    !other.isEmpty && words.starts(with: other.words)
  }

  /// Zero-width characters, the soft hyphen and the byte order mark separate no words.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: true
    default: false
    }
  }

  /// `hoà` → `hòa`: the two styles differ only where a syllable ends in oa, oe or uy.
  private static func oneTonePlacement(_ word: String) -> String {
    guard word.count >= 3, let older = olderPlacement[String(word.suffix(2))] else { return word }
    let onset = word.dropLast(2)
    // In `quý` the u belongs to the onset.
    if onset.last == "q" { return word }
    return onset + older
  }

  private static let olderPlacement: [String: String] = [
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
  ]
}
