import VietText

/// A name or title cut into what is compared, by no knowledge of any language: words, model
/// numbers however they are parted, and runs of three letters.
struct NameReading: Sendable {
  /// In order of the text.
  private(set) var words: [String] = []
  /// Words written together with a hyphen or a slash, made one: `ps-lx350h`.
  private(set) var joined: [String] = []
  /// All words without anything between.
  private(set) var letters: [UInt8] = []

  /// Two names with equal keys have the same wording.
  var key: String { words.joined(separator: " ") }

  init(_ text: String) {
    var current: [Unicode.Scalar] = []
    var together = 0
    func isEnd(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
    func finishWord(_ reading: inout NameReading) {
      while current.last == "." { current.removeLast() }
      guard !current.isEmpty else { return }
      var word = ""
      word.unicodeScalars.append(contentsOf: current)
      reading.words.append(word)
      current = []
      together += 1
    }
    func finishRun(_ reading: inout NameReading) {
      finishWord(&reading)
      if together > 1 { reading.joined.append(reading.words.suffix(together).joined()) }
      together = 0
    }
    for scalar in NameText.plain(text).unicodeScalars {
      if isEnd(scalar) {
        finishRun(&self)
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || (scalar == "." && !current.isEmpty)
      {
        current.append(scalar)
      } else if scalar != "'" && scalar != "’" {
        finishWord(&self)
      }
    }
    finishRun(&self)
    letters = words.flatMap { Array($0.utf8).filter { $0 != UInt8(ascii: ".") } }
  }

  /// Words, words made one, and the figures in them: of `AM10` and of `Series 10` the same one.
  var wordFeatures: [String] {
    var features = Set(words + joined)
    for word in words where word.utf8.contains(where: Self.isDigit) {
      for figures in word.utf8.split(whereSeparator: { !Self.isDigit($0) }) {
        features.insert("#" + String(decoding: figures, as: UTF8.self))
      }
    }
    return Array(features)
  }

  /// Beginnings, from every word on and across words, that hold a digit: of `SD880 IS` and of
  /// `SD880IS` the same ones, so that a model number is known by as much of it as both sides write.
  var codeFeatures: [UInt64] {
    var found: [UInt64] = []
    var start = 0
    for word in words {
      let rest = letters[min(start, letters.count)...].prefix(Self.longestCode)
      if let digit = rest.firstIndex(where: Self.isDigit) {
        let shortest = max(Self.shortestCode, digit - rest.startIndex + 1)
        if rest.count >= shortest {
          for length in shortest...rest.count {
            found.append(ContentHash.of(rest.prefix(length)))
          }
        }
      }
      start += word.utf8.count(where: { $0 != UInt8(ascii: ".") })
    }
    return found
  }

  /// Runs of three letters, across words, so that parting or joining words changes little.
  var letterFeatures: [UInt64] {
    guard letters.count >= 3 else { return [] }
    return (0...(letters.count - 3)).map {
      UInt64(letters[$0]) << 16 | UInt64(letters[$0 + 1]) << 8 | UInt64(letters[$0 + 2])
    }
  }

  /// Words that count or number: with a digit, or a Roman number of several letters.
  var numbers: [String] {
    Array(Set(words.filter { $0.utf8.contains(where: Self.isDigit) || Self.isRoman($0) })).sorted()
  }

  private static let shortestCode = 4
  private static let longestCode = 12

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isRoman(_ word: String) -> Bool {
    (1...5).contains(word.utf8.count) && word.utf8.allSatisfy { "ivx".utf8.contains($0) }
  }
}

/// A name's text made ready: small letters, marks of HTML made letters.
private enum NameText {
  static func plain(_ text: String) -> String {
    let small = text.lowercased()
    guard small.utf8.contains(UInt8(ascii: "&")) else { return small }
    var result = ""
    var rest = small[...]
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      let tail = rest[mark...]
      if let end = tail.prefix(10).firstIndex(of: ";"),
        let letter = letter(tail[tail.index(after: mark)..<end])
      {
        result += letter
        rest = tail[tail.index(after: end)...]
      } else {
        result += " "
        rest = tail.dropFirst()
      }
    }
    return result + rest
  }

  private static func letter(_ name: Substring) -> String? {
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let value =
        digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(Unicode.Scalar.init).map { String(Character($0)).lowercased() }
    }
    // `&amp;` and the like stand for what parts words.
    return name.allSatisfy(\.isLetter) && !name.isEmpty ? " " : nil
  }
}
