import VietText

extension Lead {
  /// Reads agencies and offices out of a cell: «Sở TT&TT (P.PTCN&CĐS), Sở KH&CN (Văn phòng)».
  ///
  /// Agencies are parted by commas, semicolons, line breaks, «và», «cùng» and «phối hợp»; commas
  /// and «và» inside a name («Sở Văn hóa, Thể thao và Du lịch», «Trung tâm KH, CN&CĐS») part
  /// nothing: a new agency begins only with a word that agencies and offices begin with.
  package static func list(parsing text: String) -> [Lead] {
    var leads: [Lead] = []
    for line in LeadSplitter.pieces(text) {
      let found = LeadSplitter.leads(line)
      for lead in found where !leads.contains(lead) { leads.append(lead) }
    }
    return leads
  }

  /// The list in one cell, as ``list(parsing:)`` reads it back.
  package static func joined(_ leads: [Lead]) -> String {
    leads.map(\.description).joined(separator: ", ")
  }
}

/// Cuts a cell of agencies at the places where one ends and the next begins.
enum LeadSplitter {
  /// Lines and halves parted by semicolons, outside brackets.
  static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var current = ""
    var depth = 0
    for character in text {
      switch character {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      default: break
      }
      if depth == 0, character == ";" || character.isNewline {
        pieces.append(current)
        current = ""
      } else if character.isNewline {
        current.append(" ")
      } else {
        current.append(character)
      }
    }
    return pieces + [current]
  }

  /// The agencies of one line.
  static func leads(_ line: String) -> [Lead] {
    let tokens = tokens(of: line)
    var cuts: [Range<String.Index>] = []
    var depth = 0
    var scanned = line.startIndex
    for (index, token) in tokens.enumerated() where index > 0 {
      let previous = tokens[index - 1]
      guard previous.range.upperBound <= token.range.lowerBound else { continue }
      let gap = line[previous.range.upperBound..<token.range.lowerBound]
      for character in line[scanned..<token.range.lowerBound] {
        if character == "(" { depth += 1 }
        if character == ")" { depth = max(0, depth - 1) }
      }
      scanned = token.range.lowerBound
      guard depth == 0 else { continue }
      if let cut = cut(tokens, index, gap, line) { cuts.append(cut) }
    }
    var leads: [Lead] = []
    var start = line.startIndex
    for cut in cuts where cut.lowerBound >= start {
      if let lead = lead(line[start..<cut.lowerBound]) { leads.append(lead) }
      start = cut.upperBound
    }
    if let lead = lead(line[start...]) { leads.append(lead) }
    return leads
  }

  /// What parts an agency from the next one that begins at a token.
  private static func cut(
    _ tokens: [Token], _ index: Int, _ gap: Substring, _ line: String
  ) -> Range<String.Index>? {
    guard begins(tokens, index) else { return nil }
    let start = tokens[index].range.lowerBound
    let isCapital = tokens[index].text.first?.isUppercase ?? false
    // In small letters only «các …» and «phòng KHTC» begin something new: not «sở, ban, ngành».
    let isNamed =
      isCapital || tokens[index].key == "các" || tokens[index].key == "những"
      || (index + 1 < tokens.count && tokens[index + 1].text.first?.isUppercase ?? false)
    if isNamed, let sign = gap.firstIndex(where: { ",+•".contains($0) }) { return sign..<start }
    if isCapital {
      for dash in ["/", " - ", " – "] {
        if let sign = gap.firstRange(of: dash) { return sign.lowerBound..<start }
      }
    }
    // «và», «&», «cùng với», «phối hợp với» before the next agency.
    var first = index
    while first > 0, joining.contains(tokens[first - 1].key) { first -= 1 }
    guard first < index, first > 0 else { return nil }
    let joint = tokens[first..<index].map(\.key)
    let isTogether = joint.contains("phối") || joint.contains("cùng")
    guard isTogether || (isNamed && (joint == ["và"] || joint == ["hoặc"])) else { return nil }
    if !isTogether, isHouseOfTwo(tokens[..<first], tokens[index...]) { return nil }
    let end = tokens[first - 1].range.upperBound
    let between = line[end..<tokens[first].range.lowerBound]
    // The office's bracket belongs to the agency before.
    return (between.lastIndex(of: ")").map { between.index(after: $0) } ?? end)..<start
  }

  private static let joining: Set<String> = [
    "và", "cùng", "với", "phối", "hợp", "chủ", "trì", "hoặc",
  ]

  /// «Văn phòng Đoàn ĐBQH và HĐND tỉnh», «Văn phòng HĐND và UBND»: one office of two bodies.
  private static func isHouseOfTwo(_ left: ArraySlice<Token>, _ right: ArraySlice<Token>) -> Bool {
    guard let next = right.first, next.key == "hội" || next.key == "ủy" else { return false }
    let words = left.suffix(8).map(\.key).joined(separator: " ")
    return words.hasSuffix("văn phòng đoàn đại biểu quốc hội")
      || words.hasSuffix("văn phòng hội đồng nhân dân") || words.hasSuffix("văn phòng đoàn")
  }

  /// Whether an agency's or an office's name begins at a token.
  private static func begins(_ tokens: [Token], _ index: Int) -> Bool {
    // Words of one abbreviation are one.
    if index > 0, tokens[index - 1].range == tokens[index].range { return false }
    return AgencyWords.builtIn.begins(
      tokens[index].key, next: index + 1 < tokens.count ? tokens[index + 1].key : "")
  }

  /// Agency and office of one stretch: the last bracket at its end is the office.
  private static func lead(_ stretch: Substring) -> Lead? {
    let text = withoutNumber(trimmed(stretch))
    guard !tokens(of: text).isEmpty else { return nil }
    guard text.hasSuffix(")"), let open = openingBracket(text) else { return Lead(agency: text) }
    let agency = trimmed(text[..<open])
    let office = trimmed(text[text.index(after: open)...].dropLast())
    if agency.isEmpty { return office.isEmpty ? nil : Lead(agency: office) }
    return Lead(agency: agency, office: office.isEmpty ? nil : office)
  }

  /// Without the number of a list: `1. Sở …`, `2) Sở …`.
  private static func withoutNumber(_ text: String) -> String {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(digits.count)
    guard (1...2).contains(digits.count), let sign = rest.first, sign == "." || sign == ")",
      rest.dropFirst().first == " "
    else { return text }
    return trimmed(rest.dropFirst())
  }

  /// The bracket that the last sign of the text closes.
  private static func openingBracket(_ text: String) -> String.Index? {
    var depth = 0
    for index in text.indices.reversed() {
      if text[index] == ")" { depth += 1 }
      if text[index] == "(" {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  /// Without spaces, bullets and stray signs at both ends.
  private static func trimmed(_ text: Substring) -> String {
    let signs: Set<Character> = [" ", ",", "-", "–", "—", "+", "•", "*", "/", "·", "\u{A0}"]
    var text = text
    while let first = text.first, signs.contains(first) || first.isWhitespace { text.removeFirst() }
    while let last = text.last, signs.contains(last) || last == "." || last.isWhitespace {
      text.removeLast()
    }
    return String(text)
  }

  private static func trimmed(_ text: String) -> String { trimmed(text[...]) }
}
