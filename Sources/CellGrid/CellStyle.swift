/// How a cell looks, as far as later rooms need it: legacy encodings by font, learned templates.
package struct CellStyle: Hashable, Sendable {
  package var fontName: String?
  /// In points.
  package var fontSize: Double?
  package var isBold = false
  package var isItalic = false
  /// The number format's code, such as `0.00` or `dd/mm/yyyy`; nil for General.
  package var numberFormat: String?
  /// OOXML's word: `left`, `center`, `right`, `justify` …
  package var horizontalAlignment: String?
  package var verticalAlignment: String?
  package var wrapsText = false
  /// OOXML's indent steps.
  package var indent = 0
  package var isLocked = true

  package init(fontName: String? = nil, fontSize: Double? = nil) {
    self.fontName = fontName
    self.fontSize = fontSize
  }
}

/// A stretch of a rich-text cell in one font.
package struct TextRun: Hashable, Sendable {
  package var text: String
  /// The run's own font; nil where it is the cell's.
  package var fontName: String?

  package init(_ text: String, fontName: String? = nil) {
    self.text = text
    self.fontName = fontName
  }
}
