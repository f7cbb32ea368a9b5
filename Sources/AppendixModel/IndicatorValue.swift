/// The value of an indicator: a count, n/m with the percent that may stand beside it, a percent
/// alone, or words.
package enum IndicatorValue: Hashable, Sendable {
  case count(Double)
  /// `13/21`, `61,91% (13/21 hồ sơ)`.
  case ratio(part: Double, whole: Double, printedPercent: PrintedPercent?)
  case percent(PrintedPercent)
  case text(String)
  case blank

  /// A percent as it is written, with its number of decimals.
  package struct PrintedPercent: Hashable, Sendable {
    package var value: Double
    package var decimals: Int

    package init(value: Double, decimals: Int) {
      self.value = value
      self.decimals = decimals
    }

    /// Whether the percent is that of n/m, rounded to as many decimals as are written.
    package func follows(part: Double, whole: Double) -> Bool {
      guard whole > 0 else { return part == 0 && value == 0 }
      let scale = Self.scale(decimals)
      let wanted = (part / whole * 100 * scale).rounded() / scale
      // Excel's own rounding may go either way on a tie.
      return abs(wanted - value) < 0.000_001
        || abs(part / whole * 100 - value) <= 0.5 / scale + 0.000_001
    }

    /// n/m in percent, with as many decimals as this one is written with.
    package func corrected(part: Double, whole: Double) -> String {
      let scale = Self.scale(decimals)
      return Self.text((part / whole * 100 * scale).rounded() / scale, decimals: decimals)
    }

    private static func scale(_ decimals: Int) -> Double {
      var scale = 1.0
      for _ in 0..<max(0, min(decimals, 6)) { scale *= 10 }
      return scale
    }

    private static func text(_ value: Double, decimals: Int) -> String {
      // Counts that no office has: the digits matter less than a whole number that fits.
      guard value.isFinite, abs(value) < 1e15 else { return "\(value)%" }
      let whole = Int(value)
      guard decimals > 0 else { return "\(whole)%" }
      let rest = Int(((value - Double(whole)) * scale(decimals)).rounded())
      let digits = String(rest)
      return "\(whole),"
        + String(repeating: "0", count: max(0, min(decimals, 6) - digits.count)) + digits + "%"
    }
  }

  /// Reads a value as reports write it: `1.114/1.114`, `61,91% (13/21 hồ sơ)`, `113 hồ sơ`, `0,5`.
  package init(_ text: String, number: Double? = nil) {
    if let number, !text.hasSuffix("%") {
      self = .count(number)
      return
    }
    let body = text.drop { $0.isWhitespace }
    guard !body.isEmpty else {
      self = .blank
      return
    }
    let percent = Self.percent(in: text)
    if let (part, whole) = Self.ratio(in: text) {
      self = .ratio(part: part, whole: whole, printedPercent: percent)
    } else if let percent {
      self = .percent(percent)
    } else {
      let head = body.prefix { $0.isNumber || $0 == "." || $0 == "," }
      if let number = Self.number(head) { self = .count(number) } else { self = .text(text) }
    }
  }

  /// A number with `.` between thousands and `,` before decimals; `0.5` too.
  package static func number(_ written: some StringProtocol) -> Double? {
    var text = String(written.filter { !$0.isWhitespace })
    while let last = text.last, last == "." || last == "," { text.removeLast() }
    guard let first = text.first, first.isASCII, first.isNumber, text.utf8.count <= 24 else {
      return nil
    }
    let groups = text.split(separator: ".", omittingEmptySubsequences: false)
    let isThousands =
      groups.count > 1 && !groups[0].isEmpty && groups[0].count <= 3 && groups[0] != "0"
      && groups.dropFirst().allSatisfy { $0.prefix { $0 != "," }.count == 3 }
    if isThousands { text.removeAll { $0 == "." } }
    return Double(text.map { $0 == "," ? "." : String($0) }.joined())
  }

  private static func percent(in text: String) -> PrintedPercent? {
    guard let sign = text.firstIndex(of: "%") else { return nil }
    let digits = text[..<sign].reversed().drop { $0 == " " }.prefix {
      ($0.isASCII && $0.isNumber) || $0 == "," || $0 == "."
    }
    let written = String(digits.reversed())
    guard let value = number(written) else { return nil }
    let decimals = written.lastIndex { $0 == "," || $0 == "." }
      .map { written.distance(from: $0, to: written.endIndex) - 1 }
    return PrintedPercent(value: value, decimals: decimals ?? 0)
  }

  private static func ratio(in text: String) -> (Double, Double)? {
    for slash in text.indices where text[slash] == "/" {
      let left = text[..<slash].reversed().drop { $0 == " " }
        .prefix { ($0.isASCII && $0.isNumber) || $0 == "." || $0 == "," }
      let after = text[text.index(after: slash)...].drop { $0 == " " }
      let right = after.prefix { ($0.isASCII && $0.isNumber) || $0 == "." || $0 == "," }
      // `13/2025/QĐ-UBND` and `31/3/2025` are no ratios.
      let rest = after[right.endIndex...]
      let before = text[..<slash].dropLast(left.count)
      guard rest.first != "/", before.last != "/", let part = number(String(left.reversed())),
        let whole = number(right)
      else { continue }
      return (part, whole)
    }
    return nil
  }
}

extension IndicatorValue {
  /// A row's part and whole: n/m in the value's column, or a count beside that of the whole.
  package static func counts(of fields: [ColumnRole: Field]) -> (part: Double, whole: Double)? {
    guard let value = fields[.value] else { return nil }
    switch IndicatorValue(value.text, number: value.number) {
    case .ratio(let part, let whole, _): return (part, whole)
    case .count(let part):
      guard let field = fields[.whole],
        case .count(let whole) = IndicatorValue(field.text, number: field.number)
      else { return nil }
      return (part, whole)
    default: return nil
    }
  }
}
