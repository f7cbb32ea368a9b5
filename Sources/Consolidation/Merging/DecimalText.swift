import CellGrid

/// Numbers as Vietnamese texts write them: comma before decimals, dots between thousands.
enum DecimalText {
  static func number(_ text: String) -> Double? {
    let bare = text.filter { !$0.isWhitespace }
    guard !bare.isEmpty, bare.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") })
    else { return nil }
    let groups = bare.split(separator: ".", omittingEmptySubsequences: false)
    let isGrouped =
      groups.count > 1 && groups.dropFirst().allSatisfy { $0.prefix { $0 != "," }.count == 3 }
    let plain = isGrouped ? groups.joined() : bare
    return Double(String(plain.map { $0 == "," ? "." : $0 }))
  }

  /// How many decimals a number is written with.
  static func decimals(_ text: String) -> Int {
    guard let mark = text.lastIndex(where: { $0 == "," || $0 == "." }) else { return 0 }
    let tail = text[text.index(after: mark)...].prefix { $0.isASCII && $0.isNumber }
    return text[mark] == "." && tail.count == 3 ? 0 : min(tail.count, 6)
  }

  /// Without what adding binary fractions leaves behind: 0,1 and 0,2 are 0,3.
  static func rounded(_ number: Double, decimals: Int) -> Double {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (number * scale).rounded()
    return abs(scaled) < 1e15 ? scaled / scale : number
  }

  static func text(_ number: Double) -> String {
    String(CellValue.shortest(number).map { $0 == "." ? "," : $0 })
  }

  /// With dots between thousands where one of the texts it comes from has them.
  static func text(_ number: Double, like sources: [String]) -> String {
    let plain = text(number)
    guard sources.contains(where: hasThousands) else { return plain }
    let whole = plain.prefix { $0 != "," }
    let digits = whole.drop { $0 == "-" }
    guard digits.count > 3, digits.allSatisfy(\.isNumber) else { return plain }
    var groups: [Substring] = []
    var rest = digits
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    let sign = whole.hasPrefix("-") ? "-" : ""
    return sign + ([rest] + groups).joined(separator: ".") + plain.dropFirst(whole.count)
  }

  /// `1.000`, also in `980/1.000`.
  private static func hasThousands(_ text: String) -> Bool {
    text.split { !($0.isNumber || $0 == "." || $0 == ",") }.contains { number in
      let groups = number.prefix { $0 != "," }
        .split(separator: ".", omittingEmptySubsequences: false)
      return groups.count > 1 && !groups[0].isEmpty && groups[0].count <= 3 && groups[0] != "0"
        && groups.dropFirst().allSatisfy { $0.count == 3 }
    }
  }
}
