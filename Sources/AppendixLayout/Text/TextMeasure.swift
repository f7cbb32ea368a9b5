/// Measures text in Times New Roman as Excel and LibreOffice set it, so that rows can be given
/// heights in which nothing is cut.
package struct TextMeasure: Sendable {
  /// In points.
  package var size: Double
  package var isBold = false
  package var isItalic = false
  /// Whether letters have their widths in Times New Roman itself. Otherwise those of Vietnamese are
  /// as wide as in the font that LibreOffice takes where Times New Roman is missing: what is laid
  /// out by them has room everywhere.
  package var isExact = false

  package init(
    size: Double, isBold: Bool = false, isItalic: Bool = false, isExact: Bool = false
  ) {
    self.size = size
    self.isExact = isExact
    self.isBold = isBold
    self.isItalic = isItalic
  }

  /// The width of a text on one line, in points.
  package func width(of text: some StringProtocol) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// The width of one character, in points. An unknown one counts as a full square or, below
  /// U+2E80, as a little more than half.
  func width(of scalar: Unicode.Scalar) -> Double {
    Double(units(of: scalar)) / 2048 * size
  }

  private func units(of scalar: Unicode.Scalar) -> UInt16 {
    let value = scalar.value
    // Combining marks stand over their letter; joiners take no room.
    if (0x300...0x36F).contains(value) || (0x200B...0x200D).contains(value) { return 0 }
    if isExact, value >= FontWidths.bareFirst,
      value - FontWidths.bareFirst < UInt32(FontWidths.bare[0].count)
    {
      return FontWidths.bare[isBold ? 1 : isItalic ? 2 : 0][Int(value - FontWidths.bareFirst)]
    }
    for (index, range) in FontWidths.ranges.enumerated() where range.contains(value) {
      let offset = Int(value - range.lowerBound)
      let upright = (isBold ? FontWidths.bold : FontWidths.regular)[index][offset]
      return isItalic ? max(upright, FontWidths.italic[index][offset]) : upright
    }
    return value < 0x2E80 ? 1229 : 2048
  }

  /// How many lines the text takes when wrapped to a width: broken at spaces, within a word only
  /// where the word alone is too wide, and at each \n.
  package func lines(of text: String, width limit: Double) -> Int {
    var count = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      count += lines(ofWords: wordWidths(line), width: limit)
    }
    return max(count, 1)
  }

  /// The words' widths, for measuring one text against many widths.
  func wordWidths(_ line: some StringProtocol) -> [Double] {
    var words: [Double] = []
    var current = 0.0
    var isOpen = false
    for scalar in line.unicodeScalars {
      if scalar == " " {
        if isOpen { words.append(current) }
        current = 0
        isOpen = false
        continue
      }
      current += width(of: scalar)
      isOpen = true
      // Both programs may break after a hyphen.
      if scalar == "-" || scalar == "–" {
        words.append(-current)
        current = 0
        isOpen = false
      }
    }
    if isOpen { words.append(current) }
    return words
  }

  /// The lines that words take; a negative width marks a piece that the next one follows without
  /// a space.
  func lines(ofWords words: [Double], width limit: Double) -> Int {
    guard limit > 0 else { return words.count }
    let space = width(of: " ")
    var count = 1
    var used = 0.0
    var gap = 0.0
    for word in words {
      let width = abs(word)
      if used + gap + width <= limit {
        used += gap + width
      } else {
        if used > 0 { count += 1 }
        // A word wider than the line is cut where the line ends.
        let full = (width / limit).rounded(.up) - 1
        count += max(0, Int(full))
        used = width - max(0, full) * limit
      }
      gap = word < 0 ? 0 : space
    }
    return count
  }

  /// The widest word, in points.
  func widestWord(of text: String) -> Double {
    var widest = 0.0
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      widest = max(widest, width(of: word))
    }
    return widest
  }

  /// The widest line that is no wider than a limit, in points.
  func widestLine(of text: String, atMost limit: Double) -> Double {
    var widest = 0.0
    for line in text.split(separator: "\n") {
      let width = width(of: line)
      if width <= limit { widest = max(widest, width) }
    }
    return widest
  }

  /// The height of one line in a cell, in points: Excel's own for Times New Roman, which is the
  /// taller of the two programs'.
  package static func lineHeight(size: Double) -> Double {
    (size * 1.3125 / 0.75).rounded(.up) * 0.75
  }

  /// The distance of two lines on paper, in points: the font's own, without Excel's air.
  static func printedLineHeight(size: Double) -> Double { size * 1.108 }
}
