/// Numbers of the output.
enum Numbering {
  /// `A`, `B` … `Z`, `AA`.
  static func letters(_ number: Int) -> String {
    var rest = number
    var text = ""
    while rest > 0 {
      text = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + text
      rest = (rest - 1) / 26
    }
    return text
  }

  /// A sub-item's number after its item's: `14.1` under item 15 becomes `15.1`. Letters, dashes
  /// and single numbers stay as they are.
  static func subitem(_ number: String, under item: Int) -> String {
    let trimmed = number.hasSuffix(".") ? String(number.dropLast()) : number
    let parts = trimmed.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }) else {
      return number
    }
    return ([String(item)] + parts.dropFirst().map(String.init)).joined(separator: ".")
  }

  /// A number with another last part: `14.2` with 5 becomes `14.5`.
  static func replacingLastPart(_ number: String, by last: Int) -> String {
    guard let dot = number.lastIndex(of: "."), number.index(after: dot) < number.endIndex,
      number[number.index(after: dot)...].allSatisfy(\.isNumber)
    else { return number }
    return number[...dot] + String(last)
  }
}
