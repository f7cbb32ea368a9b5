import VietText

/// The words of a text as they are compared: one spelling, abbreviations made one, no punctuation.
func comparisonWords(_ text: String) -> [Substring] {
  comparisonKey(text).split(separator: " ")
}

/// The text by which two spellings of the same wording are equal.
func comparisonKey(_ text: String) -> String { TextKey(text).text }
