/// Numbers as Vietnamese reports write them.
package enum VietnameseNumber {
  /// A count: two digits at least, thousands parted by dots: `09`, `72`, `1.114`.
  package static func count(_ number: Int) -> String {
    let digits = String(number.magnitude)
    let padded = digits.count < 2 ? "0" + digits : digits
    return (number < 0 ? "−" : "") + grouped(padded)
  }

  /// Thousands parted by dots: `9`, `1.114`.
  package static func grouped(_ digits: String) -> String {
    var result: [Character] = []
    for (index, digit) in digits.reversed().enumerated() {
      if index > 0, index % 3 == 0 { result.append(".") }
      result.append(digit)
    }
    return String(result.reversed())
  }

  /// A share in percent with two decimals and a comma, rounded half up: `12,50`. Nothing of
  /// nothing is `0,00`.
  package static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "0,00" }
    // part and whole are counts of rows: a million at most, so nothing overflows.
    let (scaled, overflow) = part.multipliedReportingOverflow(by: 20_000)
    guard !overflow else { return "0,00" }
    let hundredths = (scaled / whole + (scaled < 0 ? -1 : 1)) / 2
    let fraction = String(hundredths.magnitude % 100)
    return (hundredths < 0 ? "−" : "") + grouped(String(hundredths.magnitude / 100)) + ","
      + String(repeating: "0", count: 2 - fraction.count) + fraction
  }

  /// Excel's format for large numbers. The language tag makes LibreOffice write dots; Excel
  /// writes what the machine's own settings say.
  package static let groupedFormat = "[$-42A]#,##0"
  /// Excel's format for numbers with decimals, as few as there are.
  package static let decimalFormat = "[$-42A]0.######"

  /// A day as reports write it: `31/3/2025`; days under ten and the months 1 and 2 with a zero.
  package static func date(year: Int, month: Int, day: Int) -> String {
    let days = day < 10 ? "0\(day)" : "\(day)"
    let months = month < 3 ? "0\(month)" : "\(month)"
    return "\(days)/\(months)/\(year)"
  }
}
