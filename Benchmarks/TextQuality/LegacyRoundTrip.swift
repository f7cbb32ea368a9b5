package import VietText

/// Unicode text encoded to a legacy encoding and decoded back, cell by cell, and how often that
/// gives the same text.
package struct LegacyRoundTrip: Sendable {
  package enum Setting: String, Sendable, CaseIterable {
    /// Under the encoding's font; toned capitals of TCVN3 in a capitals font.
    case withFont = "with font"
    /// Without any font; each cell by itself.
    case aloneWithoutFont = "without font, alone"
    /// Without any font; the cells of a sheet decide together.
    case sheetWithoutFont = "without font, as a sheet"
    /// Unicode under the legacy font: nothing may change.
    case unicodeUnderFont = "Unicode under the font"
  }

  package var encoding: LegacyEncoding
  package var setting: Setting
  package private(set) var cells = 0
  package private(set) var right = 0
  /// Cells that hold another text than they should and are not marked as undecided.
  package private(set) var wrong = 0
  package private(set) var wrongExamples: [String] = []
  /// Cells left undecided that should have been decoded.
  package private(set) var undecidedExamples: [String] = []

  package var rightShare: Double { cells == 0 ? 1 : Double(right) / Double(cells) }
  package var wrongShare: Double { cells == 0 ? 0 : Double(wrong) / Double(cells) }

  package init(_ texts: [String], encoding: LegacyEncoding, setting: Setting) {
    self.encoding = encoding
    self.setting = setting
    let originals = texts.map(Normalization.composed)
    let sheet = originals.map { SheetText(column: 0, runs: runs($0)) }
    let decoder = LegacyDecoder()
    let decoded =
      setting == .aloneWithoutFont
      ? sheet.map { decoder.decode($0.runs) } : decoder.decodeSheet(sheet).texts
    for (original, result) in zip(originals, decoded) {
      cells += 1
      // Without its font, TCVN3 doesn't say which toned letters are capitals.
      let ignoresCase =
        encoding == .tcvn3 && (setting == .aloneWithoutFont || setting == .sheetWithoutFont)
      let isRight =
        ignoresCase
        ? original.lowercased().utf8.elementsEqual(result.text.lowercased().utf8)
        : original.utf8.elementsEqual(result.text.utf8)
      if isRight {
        right += 1
      } else if result.certainty != .undecided {
        wrong += 1
        if wrongExamples.count < 20 { wrongExamples.append("\(original) → \(result.text)") }
      } else if undecidedExamples.count < 20 {
        undecidedExamples.append("\(original) → \(result.text)")
      }
    }
  }

  /// The text's runs as a workbook of the setting would hold them.
  private func runs(_ text: String) -> [FontRun] {
    if setting == .unicodeUnderFont { return [FontRun(text, fontName: fontName(isCapital: false))] }
    guard setting == .withFont, encoding == .tcvn3 else {
      let coded = text.unicodeScalars.map { encoding.encode(String($0)) ?? String($0) }.joined()
      return [FontRun(coded, fontName: setting == .withFont ? fontName(isCapital: false) : nil)]
    }
    var runs: [FontRun] = []
    for scalar in text.unicodeScalars {
      let coded = encoding.encode(String(scalar)) ?? String(scalar)
      let isCapital = scalar.value >= 0x80 && encoding.decode(coded) != String(scalar)
      let font = fontName(isCapital: isCapital)
      if runs.last?.fontName == font {
        runs[runs.count - 1].text += coded
      } else {
        runs.append(FontRun(coded, fontName: font))
      }
    }
    return runs
  }

  private func fontName(isCapital: Bool) -> String {
    encoding == .vni ? "VNI-Times" : isCapital ? ".VnTimeH" : ".VnTime"
  }
}

extension LegacyRoundTrip: CustomStringConvertible {
  package var description: String {
    func percent(_ share: Double) -> String {
      let hundredths = Int((share * 10_000).rounded())
      let rest = String(hundredths % 100)
      return "\(hundredths / 100).\(rest.count < 2 ? "0" : "")\(rest) %"
    }
    return "\(encoding.rawValue), \(setting.rawValue): \(cells) cells, right "
      + "\(percent(rightShare)), wrong \(percent(wrongShare))"
  }
}
