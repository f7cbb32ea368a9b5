/// Abbreviations and what they stand for, as data: tab-separated lines of abbreviation, expansion
/// and, for those that mean different things, the context in which they mean this one.
///
/// The context is one or more conditions parted by spaces, of which one must hold: `<word` and
/// `>word` name the word before or after (joined by `_` where there are several), `>#` a number
/// after, `>Aa` a word with a capital after, `>AA` a word in capitals after. An abbreviation that
/// ends in a full stop is one only with it. Lines without a context hold everywhere; the first
/// line that fits wins, longer abbreviations before shorter ones.
///
/// Abbreviations of two letters, those that read as a syllable and those with a context must be
/// written in capitals; the others are known in any case.
package struct Abbreviations: Sendable {
  /// One line of the table.
  package struct Entry: Sendable, Hashable {
    package var abbreviation: String
    package var expansion: String
    /// The conditions as written; empty where there are none.
    package var context: String

    package init(_ abbreviation: String, _ expansion: String, context: String = "") {
      self.abbreviation = abbreviation
      self.expansion = expansion
      self.context = context
    }
  }

  /// The table of `Data/abbreviations.tsv`.
  package static let builtIn = Abbreviations(
    tsv: String(decoding: PackageResources.abbreviations_tsv, as: UTF8.self))
  /// No abbreviation at all.
  package static let none = Abbreviations([])

  /// The table that keys are made with unless another is named: the built-in one, or for the time
  /// of a run the job's own (`Abbreviations.$current.withValue`), so that every room of the run
  /// reads one table.
  @TaskLocal package static var current = Abbreviations.builtIn

  package let entries: [Entry]
  let index: AbbreviationIndex

  package init(_ entries: [Entry]) {
    self.entries = entries
    index = AbbreviationIndex(entries)
  }

  /// From tab-separated lines; lines that are empty or begin with `#` are skipped, and so is a
  /// line without an expansion.
  package init(tsv: String) {
    self.init(Self.entries(tsv: tsv))
  }

  private static func entries(tsv: String) -> [Entry] {
    tsv.split(whereSeparator: \.isNewline).compactMap { line in
      guard !line.hasPrefix("#") else { return nil }
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count >= 2, !fields[0].isEmpty, !fields[1].isEmpty else { return nil }
      return Entry(
        String(fields[0]), String(fields[1]), context: fields.count > 2 ? String(fields[2]) : "")
    }
  }

  /// With more entries, which come before the ones there are.
  package func adding(_ more: [Entry]) -> Abbreviations { Abbreviations(more + entries) }

  /// With the entries of tab-separated lines, which come before the ones there are.
  package func adding(tsv: String) -> Abbreviations { adding(Self.entries(tsv: tsv)) }
}

extension WordScanner {
  /// Scans a text.
  mutating func tokens(of text: String) -> [RawToken] {
    scan(text.utf8.span)
    return tokens
  }
}
