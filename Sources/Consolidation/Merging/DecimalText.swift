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

  static func text(_ number: Double) -> String {
    String(CellValue.shortest(number).map { $0 == "." ? "," : $0 })
  }
}
