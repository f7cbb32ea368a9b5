/// What two spellings of the same text have in common: case, tone placement, i/y variants,
/// abbreviations, punctuation and spaces are made one; words, numbers and diacritics stay.
///
/// Equal keys mean the same words. The key of a key's text is the same key.
package struct TextKey: Hashable, Sendable {
  /// Words parted by single spaces.
  package let text: String

  package init(_ text: String, abbreviations: Abbreviations = .current) {
    var writer = KeyWriter(abbreviations)
    writer.read(text.utf8.span)
    self.text = String(decoding: writer.output, as: UTF8.self)
  }
}

extension TextKey: CustomStringConvertible {
  package var description: String { text }
}

/// A word or value of a text with its place, so that differences can be marked.
package struct Token: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case word
    /// `1.000`, `02`, `2025`.
    case number
    /// `98,5%`.
    case percent
    /// A day or a month of a year: `15/3/2025`, `tháng 02/2025`.
    case date
    /// `quý I/2025`.
    case quarter
    /// `12/KH-SNV`.
    case documentNumber
    /// `IV`.
    case roman
  }

  package var kind: Kind
  /// As written.
  package var text: String
  /// The normal form: words of keys, `98.5%`, `2025-03-15`, `2025-02`, `quý 1 2025`,
  /// `12/KH-SNV`.
  package var key: String
  /// Where it stands in the text. The words of an expanded abbreviation share its range.
  package var range: Range<String.Index>
}

/// The words and values of a text in their order; their keys joined by spaces are its ``TextKey``.
package func tokens(of text: String, abbreviations: Abbreviations = .current) -> [Token] {
  var writer = KeyWriter(abbreviations)
  writer.read(text.utf8.span)
  return writer.pieces.map { piece in
    let start = text.utf8.index(text.startIndex, offsetBy: piece.start)
    let end = text.utf8.index(text.startIndex, offsetBy: piece.end)
    return Token(
      kind: piece.kind, text: String(text[start..<end]),
      key: String(decoding: writer.output[piece.key], as: UTF8.self),
      range: start..<end)
  }
}
