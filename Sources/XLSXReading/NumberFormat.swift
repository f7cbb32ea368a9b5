/// What a number format makes of a number.
enum NumberFormat: UInt8 {
  case number, date, duration

  /// By the id of a format that Excel has built in.
  init(builtIn id: Int) {
    switch id {
    case 14...22, 45, 47: self = .date
    case 46: self = .duration
    default: self = .number
    }
  }

  /// By a format's code: what counts is its first section, without quoted and escaped characters,
  /// colours, conditions and locales.
  init(code: String) {
    var isDate = false
    let bytes = Array(code.utf8)
    var index = 0
    scan: while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ";"): break scan
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"):
        index += 1
      case UInt8(ascii: "\""):
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") { index += 1 }
      case UInt8(ascii: "["):
        let start = index + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "]") { index += 1 }
        if Self.isElapsed(bytes[min(start, index)..<index]) {
          self = .duration
          return
        }
      case let byte where "dmhysDMHYS".utf8.contains(byte): isDate = true
      default: break
      }
      index += 1
    }
    self = isDate ? .date : .number
  }

  /// `[h]`, `[hh]`, `[mm]`, `[ss]` …: time that runs beyond a day.
  private static func isElapsed(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first.map({ $0 | 0x20 }), "hms".utf8.contains(first) else {
      return false
    }
    return word.count <= 9 && word.allSatisfy { $0 | 0x20 == first }
  }

  /// The code of a built-in format, where later rooms may want to see it.
  static func builtInCode(_ id: Int) -> String? {
    switch id {
    case 1: "0"
    case 2: "0.00"
    case 3: "#,##0"
    case 4: "#,##0.00"
    case 9: "0%"
    case 10: "0.00%"
    case 11: "0.00E+00"
    case 12: "# ?/?"
    case 13: "# ??/??"
    case 14: "mm-dd-yy"
    case 15: "d-mmm-yy"
    case 16: "d-mmm"
    case 17: "mmm-yy"
    case 18: "h:mm AM/PM"
    case 19: "h:mm:ss AM/PM"
    case 20: "h:mm"
    case 21: "h:mm:ss"
    case 22: "m/d/yy h:mm"
    case 37: "#,##0 ;(#,##0)"
    case 38: "#,##0 ;[Red](#,##0)"
    case 39: "#,##0.00;(#,##0.00)"
    case 40: "#,##0.00;[Red](#,##0.00)"
    case 45: "mm:ss"
    case 46: "[h]:mm:ss"
    case 47: "mmss.0"
    case 48: "##0.0E+0"
    case 49: "@"
    default: nil
    }
  }
}
