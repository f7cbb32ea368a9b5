/// The words by which names of agencies and offices begin, from `Data/agency-words.tsv`.
package struct AgencyWords: Sendable {
  private struct Head {
    /// One of them must follow, where there are any.
    var followers: Set<String> = []
    /// None of them may follow.
    var others: Set<String> = []
  }

  /// Words that begin a name also inside a list.
  private var heads: [String: [Head]] = [:]
  /// Words that begin a name only at the beginning of a cell.
  private var starts: [String: [Head]] = [:]

  package static let builtIn = AgencyWords(
    tsv: String(decoding: PackageResources.agency_words_tsv, as: UTF8.self))

  init(tsv: String) {
    for line in tsv.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard let word = fields.first, !word.isEmpty else { continue }
      var head = Head()
      for follower in fields.dropFirst().joined(separator: " ").split(separator: " ") {
        if follower.hasPrefix("!") {
          head.others.insert(String(follower.dropFirst()))
        } else {
          head.followers.insert(String(follower))
        }
      }
      if word.hasPrefix("~") {
        starts[String(word.dropFirst()), default: []].append(head)
      } else {
        heads[String(word), default: []].append(head)
      }
    }
  }

  /// Whether a name may begin with the word, by the word that follows it (empty where none does).
  func begins(_ word: String, next: String) -> Bool { Self.fits(heads[word], next) }

  /// Whether a cell with these words names an agency or an office.
  package func begins(_ key: WordKey) -> Bool {
    guard let first = key.words.first else { return false }
    let next = key.words.count > 1 ? key.words[1] : ""
    return begins(first, next: next) || Self.fits(starts[first], next)
  }

  private static func fits(_ heads: [Head]?, _ next: String) -> Bool {
    (heads ?? []).contains { head in
      !head.others.contains(next) && (head.followers.isEmpty || head.followers.contains(next))
    }
  }
}
