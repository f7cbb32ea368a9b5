/// Tells a status from what people write under progress, by a template's patterns.
///
/// Free text that no pattern knows falls to the template's last class; it is never guessed.
package struct StatusClassifier: Sendable {
  private let rules: [Rule]
  private let fallback: AppendixTemplate.StatusClass

  private struct Rule: Sendable {
    var status: AppendixTemplate.StatusClass
    var patterns: [[Piece]]
    /// The patterns without marks, for texts typed without them.
    var plainPatterns: [[Piece]]
  }

  private enum Piece: Hashable, Sendable {
    /// `…`: any words or none.
    case anyWords
    case word(String)
    /// `<100%`: a percentage below a hundred.
    case percentBelowHundred
  }

  package init(_ template: AppendixTemplate) {
    self.init(template.statuses)
  }

  /// Classes in the order in which they are tried; the last one is what no pattern knows.
  package init(_ statuses: [AppendixTemplate.StatusClass]) {
    rules = statuses.map { status in
      let patterns = status.patterns.map(Self.pieces)
      return Rule(
        status: status, patterns: patterns,
        plainPatterns: patterns.map { pieces in
          pieces.map { piece in
            if case .word(let word) = piece { .word(PlainLetters.of(word)) } else { piece }
          }
        })
    }
    fallback =
      statuses.last
      ?? AppendixTemplate.StatusClass(
        id: "", name: "", isDone: false, rank: 0, patterns: [], dates: nil, color: nil)
  }

  /// The class that the text means.
  package func status(of text: String) -> AppendixTemplate.StatusClass {
    match(text) ?? fallback
  }

  /// The class whose pattern the text meets; nil where only the catch-all `…` or none does.
  package func match(_ text: String) -> AppendixTemplate.StatusClass? {
    // A note in brackets at the end says why, not what.
    let words = WordKey(text).words
    if let status = match(words, \.patterns) { return status }
    return PlainLetters.isWithoutMarks(text) ? match(words, \.plainPatterns) : nil
  }

  private func match(_ words: [String], _ patterns: KeyPath<Rule, [[Piece]]>)
    -> AppendixTemplate.StatusClass?
  {
    rules.first { rule in
      rule[keyPath: patterns].contains {
        $0 != [.anyWords] && Self.matches(words[...], $0[...])
      }
    }?.status
  }

  private static func pieces(_ pattern: String) -> [Piece] {
    var pieces: [Piece] = []
    for part in pattern.split(whereSeparator: \.isWhitespace) {
      if part == "…" || part == "..." {
        pieces.append(.anyWords)
      } else if part == "<100%" {
        pieces.append(.percentBelowHundred)
      } else {
        pieces += WordKey(part).words.map(Piece.word)
      }
    }
    return pieces
  }

  /// Whether the words meet the pattern from end to end; linear per `…`, without recursion.
  private static func matches(_ words: ArraySlice<String>, _ pieces: ArraySlice<Piece>) -> Bool {
    var word = words.startIndex
    var piece = pieces.startIndex
    var retry: (word: Int, piece: Int)?
    while word < words.endIndex {
      if piece < pieces.endIndex, pieces[piece] == .anyWords {
        retry = (word, piece + 1)
        piece += 1
      } else if piece < pieces.endIndex, meets(words[word], pieces[piece]) {
        word += 1
        piece += 1
      } else if let last = retry {
        word = last.word + 1
        piece = last.piece
        retry = (word, piece)
      } else {
        return false
      }
    }
    return pieces[piece...].allSatisfy { $0 == .anyWords }
  }

  private static func meets(_ word: String, _ piece: Piece) -> Bool {
    switch piece {
    case .anyWords: return true
    case .word(let wanted): return word == wanted
    case .percentBelowHundred:
      guard word.hasSuffix("%"), let number = Double(word.dropLast()) else { return false }
      return number < 100
    }
  }
}
