/// Turns scanned words into the pieces of a key: values are read, abbreviations expanded.
struct KeyWriter {
  struct Piece {
    var kind: Token.Kind
    /// Bytes in the source.
    var start: Int
    var end: Int
    /// Bytes in ``output``.
    var keyStart: Int
    var keyEnd: Int
  }

  private let abbreviations: Abbreviations
  private var scanner = WordScanner()
  private(set) var output: [UInt8] = []
  private(set) var pieces: [Piece] = []

  init(_ abbreviations: Abbreviations) { self.abbreviations = abbreviations }

  mutating func read(_ source: Span<UInt8>) {
    scanner.scan(source)
    let tokens = scanner.tokens
    output.reserveCapacity(scanner.folded.count + tokens.count)
    pieces.reserveCapacity(tokens.count)
    let values = ValueReader(tokens: tokens, folded: scanner.folded)
    var place = 0
    while place < tokens.count {
      let token = tokens[place]
      if token.kind != .word || values.mayBegin(token) {
        if let value = values.value(at: place) {
          write(
            value.kind, tokens[value.first].start, tokens[value.last].end, Array(value.key.utf8))
          place = value.last + 1
          continue
        }
      }
      if token.kind == .word, !token.isForeign,
        let chain = abbreviations.candidates(token.code),
        let end = expand(chain, tokens, place)
      {
        place = end
        continue
      }
      begin()
      let start = output.count
      output.append(contentsOf: scanner.folded[token.foldedStart..<token.foldedEnd])
      pieces.append(
        Piece(
          kind: kind(of: token), start: token.start, end: token.end, keyStart: start,
          keyEnd: output.count))
      place += 1
    }
  }

  private func kind(of token: RawToken) -> Token.Kind {
    switch token.kind {
    case .digits: .number
    case .word: token.isAllCapital && RomanNumber.isRoman(token.packed) ? .roman : .word
    case .percent, .ampersand: .word
    }
  }

  private mutating func begin() {
    if !output.isEmpty { output.append(32) }
  }

  private mutating func write(_ kind: Token.Kind, _ start: Int, _ end: Int, _ key: [UInt8]) {
    begin()
    let keyStart = output.count
    output.append(contentsOf: key)
    pieces.append(
      Piece(kind: kind, start: start, end: end, keyStart: keyStart, keyEnd: output.count))
  }

  /// Writes the expansion of the first pattern that fits and returns the place behind it.
  private mutating func expand(_ chain: [Int], _ tokens: [RawToken], _ place: Int) -> Int? {
    for index in chain {
      let pattern = abbreviations.patterns[index]
      guard fits(pattern, tokens, place) else { continue }
      let last = place + pattern.words.count - 1
      let repeated = overlap(of: pattern.expansion)
      for word in pattern.expansion.dropFirst(repeated) {
        write(.word, tokens[place].start, tokens[last].end, word)
      }
      return last + 1
    }
    return nil
  }

  private func fits(_ pattern: AbbreviationPattern, _ tokens: [RawToken], _ place: Int) -> Bool {
    guard place + pattern.words.count <= tokens.count else { return false }
    for (offset, word) in pattern.words.enumerated() {
      let token = tokens[place + offset]
      guard token.code == word.code, !token.isForeign else { return false }
      if word.needsCapital, !token.isAllCapital, token.capitals < min(2, token.letters) {
        return false
      }
      if offset > 0, !Self.joins(token.gap) { return false }
    }
    let next = place + pattern.words.count
    if pattern.needsStop, !tokens[next - 1].hasStop { return false }
    if pattern.isSyllable {
      if place > 0, isCapitalSyllable(tokens[place - 1]) { return false }
      if next < tokens.count, isCapitalSyllable(tokens[next]) { return false }
    }
    return pattern.conditions.isEmpty
      || pattern.conditions.contains { holds($0, tokens, place, next) }
  }

  /// Whether an abbreviation may run on over a gap: `KH&CN`, `KH - TC`, `KH, CN`.
  private static func joins(_ gap: Gap) -> Bool {
    switch gap.sign {
    case 0, 32, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "/"): true
    default: false
    }
  }

  private func isCapitalSyllable(_ token: RawToken) -> Bool {
    token.kind == .word && token.isAllCapital && token.letters > 1 && !token.isForeign
      && (token.tone != 0 || Syllable(token.packed) != nil)
  }

  private func holds(
    _ condition: AbbreviationPattern.Condition, _ tokens: [RawToken], _ place: Int, _ next: Int
  ) -> Bool {
    switch condition {
    case .numberAfter: next < tokens.count && tokens[next].kind == .digits
    case .capitalAfter: next < tokens.count && tokens[next].hasCapital
    case .capitalsAfter:
      next < tokens.count && tokens[next].isAllCapital && tokens[next].letters > 1
    case .after(let words):
      next + words.count <= tokens.count
        && zip(words, tokens[next...]).allSatisfy { isSame($0, $1) }
    case .before(let words):
      place >= words.count
        && zip(words, tokens[(place - words.count)..<place]).allSatisfy { isSame($0, $1) }
    }
  }

  private func isSame(_ word: String, _ token: RawToken) -> Bool {
    word.utf8.elementsEqual(scanner.folded[token.foldedStart..<token.foldedEnd])
  }

  /// How many of the expansion's first words stand there already: «cải cách hành chính (CCHC)»,
  /// «Chỉ số PCI».
  private func overlap(of expansion: [[UInt8]]) -> Int {
    var count = min(expansion.count, pieces.count)
    while count > 0 {
      let isRepeated = zip(pieces.suffix(count), expansion).allSatisfy { piece, word in
        output[piece.keyStart..<piece.keyEnd].elementsEqual(word)
      }
      if isRepeated, count > 1 { return count }
      count -= 1
    }
    return 0
  }
}
