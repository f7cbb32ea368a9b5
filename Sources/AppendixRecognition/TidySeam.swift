import Foundation

/// Stands in until VietText has its own.
func tidied(_ text: String) -> String {
  text.precomposedStringWithCanonicalMapping
    .split(separator: "\n", omittingEmptySubsequences: false)
    .map { $0.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ") }
    .joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
}
