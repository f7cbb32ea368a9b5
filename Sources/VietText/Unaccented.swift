/// The text in small letters without any diacritics, single spaces between its words.
///
/// For what people type in haste (a choice in a cell, a name to look up): «GOP», «gộp» and «Gộp»
/// are one. Never for deciding whether two texts of an appendix say the same.
package func unaccented(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var isSpace = true
  for scalar in CanonicalComposition.shared.decomposed(text.lowercased()) {
    switch scalar {
    case "đ": result.append("d")
    case _ where scalar.properties.isWhitespace: break
    case _ where scalar.properties.canonicalCombiningClass != .notReordered: continue
    default: result.append(scalar)
    }
    let wasSpace = scalar.properties.isWhitespace
    if wasSpace, !isSpace { result.append(" ") }
    isSpace = wasSpace
  }
  if result.last == " " { result.removeLast() }
  return String(result)
}
