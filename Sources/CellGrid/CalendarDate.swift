/// A day of the Gregorian calendar, with a time of day where the cell has one; no time zone.
package struct CalendarDate: Hashable, Sendable, Comparable {
  package var year: Int
  /// 1 to 12.
  package var month: Int
  /// 1 to 31.
  package var day: Int
  /// Seconds since midnight; nil for a day without a time.
  package var secondOfDay: Int?

  /// nil where there is no such day.
  package init?(year: Int, month: Int, day: Int, secondOfDay: Int? = nil) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysInMonth(year: year, month: month),
      secondOfDay.map({ (0..<86_400).contains($0) }) ?? true
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.secondOfDay = secondOfDay
  }

  /// 1970-01-01.
  package static let epoch = CalendarDate()

  private init() { (year, month, day) = (1970, 1, 1) }

  /// The day so many days after 1970-01-01 (negative: before).
  package init?(daysSince1970 days: Int, secondOfDay: Int? = nil) {
    // Howard Hinnant's civil_from_days.
    guard abs(days) < 4_000_000 else { return nil }
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, secondOfDay: secondOfDay)
  }

  /// `2025-03-31`, optionally `2025-03-31T08:30:00`; nil for anything else.
  package init?(iso text: some StringProtocol) {
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard halves.count <= 2, parts.count == 3, let year = parts[0], let month = parts[1],
      let day = parts[2]
    else { return nil }
    var second: Int?
    if halves.count == 2 {
      let clock = halves[1].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
      guard clock.count == 3, let hour = clock[0], let minute = clock[1], let seconds = clock[2],
        (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(seconds)
      else { return nil }
      second = hour * 3600 + minute * 60 + seconds
    }
    self.init(year: year, month: month, day: day, secondOfDay: second)
  }

  /// Days from 1970-01-01 to this day.
  package var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  package static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day, left.secondOfDay ?? 0)
      < (right.year, right.month, right.day, right.secondOfDay ?? 0)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// ISO 8601: `2025-03-31` or `2025-03-31T08:30:00`.
  package var description: String {
    func padded(_ number: Int, _ width: Int = 2) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let date = "\(padded(year, 4))-\(padded(month))-\(padded(day))"
    guard let second = secondOfDay else { return date }
    return date + "T\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))"
  }
}
