import AppendixModel

/// Words by which Vietnamese offices open the parts of a paper that are no rows of its table, and
/// what columns hold, from `Data/office-words.tsv`.
enum OfficeWords {
  /// First words of a signature block or of the list of recipients.
  static let signatureStarts = keys("signature")
  /// First words of a line under a table that explains it.
  static let noteStarts = keys("note")
  /// A row that adds up.
  static let totals = keys("total")
  static let appendixStarts = keys("appendix")
  static let titleStarts = keys("title")
  static let nationalTitle = keys("national")
  /// First words of documents and other products of a task.
  static let documentStarts = keys("document")
  static let periodWords = keys("period")
  /// «Như trên»: the value of the row above.
  static let dittos = keys("ditto")
  /// What abbreviations in headings stand for, word by word.
  static let headingWords: [String: [String]] = Dictionary(
    lines.filter { $0[0] == "heading" && $0.count > 2 }
      .map { (String($0[1]), WordKey($0[2]).words) }, uniquingKeysWith: { first, _ in first })

  private static let lines: [[Substring]] =
    String(decoding: PackageResources.office_words_tsv, as: UTF8.self)
    .split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
    .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    .filter { $0.count > 1 }

  private static func keys(_ kind: String) -> [WordKey] {
    lines.filter { $0[0] == kind }.map { WordKey($0[1]) }
  }
}

extension [WordKey] {
  func startsAny(_ key: WordKey) -> Bool { contains { key.starts(with: $0) } }
  func isAny(_ key: WordKey) -> Bool { contains(key) }
}
