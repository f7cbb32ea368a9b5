import AppendixModel

/// Puts what is a list on lines of its own: agencies after their commas, bulleted points before
/// their dashes. Only spaces become line breaks; no letter changes.
enum LinesOfList {
  /// The text of a printed column with its line breaks; `inputs` are the names under which a
  /// merged value quotes its sources.
  static func broken(_ text: String, column: PrintedColumn, inputs: [String] = []) -> String {
    if inputs.count > 1, inputs.contains(where: { text.hasPrefix($0 + ": ") }) {
      return brokenBeforeNames(text, inputs)
    }
    if column.source == .role(.lead) || column.source == .role(.support) {
      return brokenAfterCommas(text)
    }
    return brokenBeforeDashes(text)
  }

  /// `Sở A: …; Sở B: …` becomes `Sở A: …;` and `Sở B: …`.
  private static func brokenBeforeNames(_ text: String, _ names: [String]) -> String {
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      if first == " ", result.hasSuffix(";"),
        names.contains(where: { rest.dropFirst().hasPrefix($0 + ": ") })
      {
        result.append("\n")
      } else {
        result.append(first)
      }
      rest = rest.dropFirst()
    }
    return result
  }

  /// `A (x, y), B` becomes `A (x, y),` and `B`: commas within brackets part nothing.
  private static func brokenAfterCommas(_ text: String) -> String {
    guard Lead.list(parsing: text).count > 1 else { return text }
    var result = ""
    var depth = 0
    var isAfterComma = false
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if isAfterComma, character == " " {
        result.append("\n")
        isAfterComma = false
        continue
      }
      result.append(character)
      isAfterComma = (character == "," || character == ";") && depth <= 0
    }
    return result
  }

  /// `- A; - B` becomes `- A;` and `- B`: a dash after a semicolon, a colon or a full stop begins
  /// a point; one between words does not.
  private static func brokenBeforeDashes(_ text: String) -> String {
    var result: [Character] = []
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let isPoint =
        character == " " && index > 0 && index + 2 < characters.count
        && ";:.".contains(characters[index - 1])
        && (characters[index + 1] == "-" || characters[index + 1] == "–"
          || characters[index + 1] == "+")
        && characters[index + 2] == " "
      result.append(isPoint ? "\n" : character)
    }
    return String(result)
  }
}
