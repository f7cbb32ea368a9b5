import CellGrid

/// Moments and stretches of time written out, as cells of type `d` hold them.
enum ISODateText {
  /// `2025-03-31`, `2025-03-31T08:30:00.5Z`, `08:30`, `PT660S`; nil for anything else.
  static func serial(_ text: String, uses1904: Bool) -> (serial: Double, isDuration: Bool)? {
    let bytes = Array(text.utf8.drop { $0 == 0x20 })
    if let stretch = duration(bytes) { return (stretch, true) }
    var reader = Reader(bytes: bytes)
    if let seconds = reader.clock(), reader.isAtEnd { return (seconds / 86_400, false) }
    reader.index = 0
    guard let year = reader.number(4, 4), reader.take("-"), let month = reader.number(2, 2),
      reader.take("-"), let day = reader.number(2, 2),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    var seconds = 0.0
    if reader.take("T") || reader.take("t") || reader.take(" ") {
      guard let clock = reader.clock() else { return nil }
      seconds = clock
      reader.skipZone()
    }
    guard reader.isAtEnd else { return nil }
    let serial = SerialDate.serial(
      daysSince1970: date.daysSince1970, seconds: seconds, uses1904: uses1904)
    return (serial, false)
  }

  /// `P1DT2H3M4.5S` in days.
  private static func duration(_ bytes: [UInt8]) -> Double? {
    var reader = Reader(bytes: bytes)
    let isNegative = reader.take("-")
    guard reader.take("P") else { return nil }
    var seconds = 0.0
    var isTime = false
    var found = false
    while !reader.isAtEnd {
      if reader.take("T") {
        isTime = true
        continue
      }
      guard let amount = reader.decimal() else { return nil }
      if !isTime, reader.take("D") {
        seconds += amount * 86_400
      } else if isTime, reader.take("H") {
        seconds += amount * 3600
      } else if isTime, reader.take("M") {
        seconds += amount * 60
      } else if isTime, reader.take("S") {
        seconds += amount
      } else {
        return nil
      }
      found = true
    }
    return found ? (isNegative ? -seconds : seconds) / 86_400 : nil
  }

  private struct Reader {
    var bytes: [UInt8]
    var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index >= bytes.count }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
      guard index < bytes.count, UInt32(bytes[index]) == character.value else { return false }
      index += 1
      return true
    }

    mutating func number(_ least: Int, _ most: Int) -> Int? {
      var value = 0
      let start = index
      while index < bytes.count, index - start < most, (0x30...0x39).contains(bytes[index]) {
        value = value * 10 + Int(bytes[index] - 0x30)
        index += 1
      }
      return index - start >= least ? value : nil
    }

    mutating func decimal() -> Double? {
      let start = index
      while index < bytes.count, (0x30...0x39).contains(bytes[index]) || bytes[index] == 0x2E {
        index += 1
      }
      return Double(String(decoding: bytes[start..<index], as: UTF8.self))
    }

    /// Seconds since midnight: `08:30`, `08:30:15.25`.
    mutating func clock() -> Double? {
      guard let hour = number(1, 2), hour < 24, take(":"), let minute = number(2, 2), minute < 60
      else { return nil }
      var seconds = Double(hour * 3600 + minute * 60)
      if take(":") {
        guard let second = decimal(), second < 61 else { return nil }
        seconds += second
      }
      return seconds
    }

    /// `Z` or `+07:00`: the clock on the wall is kept.
    mutating func skipZone() {
      if take("Z") || take("z") { return }
      if take("+") || take("-") {
        _ = number(2, 2)
        _ = take(":")
        _ = number(2, 2)
      }
    }
  }
}
