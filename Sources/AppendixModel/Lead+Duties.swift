extension Lead {
  /// A cell that names both who leads and who supports, parted: «Chủ trì: Sở A; phối hợp: Sở B»,
  /// «Sở A chủ trì, phối hợp với Sở B». Nil where it does not name both.
  package static func parted(_ text: String) -> (lead: String, support: String)? {
    guard text.utf8.count <= 4000 else { return nil }
    var lead: [String] = []
    var support: [String] = []
    var isSupport: Bool?
    for piece in LeadSplitter.pieces(text) {
      if let (duty, rest) = labelled(piece) {
        isSupport = duty
        if rest.isEmpty { continue }
        if duty { support.append(rest) } else { lead.append(rest) }
      } else if let isSupport {
        if isSupport { support.append(piece.trimmed) } else { lead.append(piece.trimmed) }
      } else if let (own, others) = inSentence(piece) {
        lead.append(own)
        support.append(others)
        isSupport = true
      } else {
        lead.append(piece.trimmed)
      }
    }
    lead.removeAll(where: \.isEmpty)
    support.removeAll(where: \.isEmpty)
    guard !lead.isEmpty, !support.isEmpty else { return nil }
    return (lead.joined(separator: "\n"), support.joined(separator: "\n"))
  }

  /// `Cơ quan phối hợp: Sở B` → support, `Sở B`.
  private static func labelled(_ piece: String) -> (isSupport: Bool, rest: String)? {
    guard let colon = piece.firstIndex(of: ":") else { return nil }
    let words = WordKey(piece[..<colon]).words
    guard words.count <= 6, words.count >= 2 else { return nil }
    let duty = words.suffix(2).joined(separator: " ")
    guard duty == "chủ trì" || duty == "phối hợp" else { return nil }
    return (duty == "phối hợp", piece[piece.index(after: colon)...].trimmed)
  }

  /// `Sở A chủ trì, phối hợp với Sở B` → `Sở A`, `Sở B`.
  private static func inSentence(_ piece: String) -> (lead: String, support: String)? {
    for joint in [" chủ trì, phối hợp với ", " chủ trì phối hợp với ", " chủ trì, phối hợp "] {
      guard let range = piece.firstRange(of: joint) else { continue }
      return (piece[..<range.lowerBound].trimmed, piece[range.upperBound...].trimmed)
    }
    return nil
  }
}

extension StringProtocol {
  /// Without white space and list marks at both ends.
  fileprivate var trimmed: String {
    var text = self[...]
    let marks: Set<Character> = ["-", "–", "+", ",", ";", "."]
    while let first = text.first, first.isWhitespace || marks.contains(first) { text.removeFirst() }
    while let last = text.last, last.isWhitespace || last == "," || last == ";" {
      text.removeLast()
    }
    return String(text)
  }
}
