/// Turns scanned words into the pieces of a key: values are read, abbreviations expanded.
struct KeyWriter {
  struct Piece {
    /// Bytes in the source.
    var start: Int
    var end: Int
    /// Bytes in ``output``.
    var keyStart: Int32
    var keyEnd: Int32
    var kind: Token.Kind

    var key: Range<Int> { Int(keyStart)..<Int(keyEnd) }
  }

  private let abbreviations: AbbreviationIndex
  private var scanner = WordScanner()
  private(set) var output: [UInt8] = []
  private(set) var pieces: [Piece] = []

  init(_ abbreviations: Abbreviations) { self.abbreviations = abbreviations.index }

  mutating func read(_ source: Span<UInt8>) {
    scanner.scan(source)
    output.reserveCapacity(source.count + 16)
    pieces.reserveCapacity(scanner.tokens.count)
    var place = 0
    while place < scanner.tokens.count {
      let token = scanner.tokens[place]
      if token.kind != .word || ValueReader.mayBegin(token) {
        let values = ValueReader(tokens: scanner.tokens, folded: scanner.folded)
        if let value = values.value(at: place) {
          let (start, end) = (scanner.tokens[value.first].start, scanner.tokens[value.last].end)
          begin()
          output.append(contentsOf: value.key.utf8)
          finish(value.kind, start, end)
          place = value.last + 1
          continue
        }
      }
      if token.kind == .word, !token.isForeign,
        let chain = abbreviations.chain(token.code), let end = expand(chain, place, source)
      {
        place = end
        continue
      }
      begin()
      if token.isVerbatim {
        source.extracting(token.start..<token.end).withUnsafeBufferPointer {
          output.append(contentsOf: $0)
        }
      } else {
        output.append(contentsOf: scanner.folded[token.folded])
      }
      finish(kind(of: token), token.start, token.end)
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

  // MARK: - Pieces

  private var keyStart: Int32 = 0

  private mutating func begin() {
    if !output.isEmpty { output.append(32) }
    keyStart = Int32(truncatingIfNeeded: output.count)
  }

  private mutating func finish(_ kind: Token.Kind, _ start: Int, _ end: Int) {
    pieces.append(
      Piece(
        start: start, end: end, keyStart: keyStart,
        keyEnd: Int32(truncatingIfNeeded: output.count), kind: kind))
  }

  // MARK: - Abbreviations

  /// Writes the expansion of the first pattern that fits and returns the place behind it.
  private mutating func expand(_ chain: Int, _ place: Int, _ source: Span<UInt8>) -> Int? {
    let first = scanner.tokens[place]
    let next = place + 1 < scanner.tokens.count ? scanner.tokens[place + 1].code : 0
    var entry = chain
    while true {
      let start = abbreviations.starts[entry]
      if start.second == 0 || start.second == next, !start.needsCapital || first.hasCapital,
        let end = expand(Int(start.pattern), at: place, source)
      {
        return end
      }
      if start.isLast { return nil }
      entry += 1
    }
  }

  private mutating func expand(
    _ index: Int, at place: Int, _ source: Span<UInt8>
  ) -> Int? {
    let tokens = scanner.tokens
    let pattern = abbreviations.patterns[index]
    guard fits(pattern, tokens, place, source) else { return nil }
    let last = place + pattern.words.count - 1
    let repeated = overlap(of: pattern.expansion)
    for word in pattern.expansion.dropFirst(repeated) {
      begin()
      output.append(contentsOf: word)
      finish(.word, tokens[place].start, tokens[last].end)
    }
    return last + 1
  }

  private func fits(
    _ pattern: AbbreviationPattern, _ tokens: [RawToken], _ place: Int, _ source: Span<UInt8>
  ) -> Bool {
    guard place + pattern.words.count <= tokens.count else { return false }
    for (offset, word) in pattern.words.enumerated() {
      let token = tokens[place + offset]
      guard token.code == word.code, !token.isForeign else { return false }
      if word.needsCapital, !token.isAllCapital, Int(token.capitals) < min(2, Int(token.letters)) {
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
    if pattern.conditions.isEmpty { return true }
    for condition in pattern.conditions where holds(condition, tokens, place, next, source) {
      return true
    }
    return false
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
    _ condition: AbbreviationPattern.Condition, _ tokens: [RawToken], _ place: Int, _ next: Int,
    _ source: Span<UInt8>
  ) -> Bool {
    switch condition {
    case .numberAfter: next < tokens.count && tokens[next].kind == .digits
    case .capitalAfter: next < tokens.count && tokens[next].hasCapital
    case .capitalsAfter:
      next < tokens.count && tokens[next].isAllCapital && tokens[next].letters > 1
    case .after(let words): matches(words, tokens, next, source)
    case .before(let words): matches(words, tokens, place - words.count, source)
    }
  }

  private func matches(
    _ words: [[UInt8]], _ tokens: [RawToken], _ start: Int, _ source: Span<UInt8>
  ) -> Bool {
    guard start >= 0, start + words.count <= tokens.count else { return false }
    for (offset, word) in words.enumerated()
    where scanner.bytes(of: tokens[start + offset], in: source) != word {
      return false
    }
    return true
  }

  /// How many of the expansion's first words stand there already: «cải cách hành chính (CCHC)»,
  /// «Chỉ số PCI».
  private func overlap(of expansion: [[UInt8]]) -> Int {
    var count = min(expansion.count, pieces.count)
    while count > 0 {
      let isRepeated = zip(pieces.suffix(count), expansion).allSatisfy { piece, word in
        output[piece.key].elementsEqual(word)
      }
      if isRepeated, count > 1 { return count }
      count -= 1
    }
    return 0
  }
}
