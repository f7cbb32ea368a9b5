/// Excel's way to write a moment: days since an epoch, the time of day as the fraction.
package struct SerialDate: Sendable {
  /// Days since 1970-01-01.
  package var days: Int
  /// Since midnight.
  package var milliseconds: Int

  /// nil where the number is no day of the years 1 to 9999.
  ///
  /// In the 1900 system day 60 is the false 29 February 1900, which is read as the day before;
  /// days before it count from 31 December 1899, later ones from the 30th.
  package init?(serial: Double, uses1904: Bool) {
    guard serial.isFinite, abs(serial) < 4_000_000 else { return nil }
    let whole = serial.rounded(.down)
    var day = Int(whole)
    var rest = Int(((serial - whole) * 86_400_000).rounded())
    if rest >= 86_400_000 {
      rest -= 86_400_000
      day += 1
    }
    days =
      uses1904
      ? day - 24_107 : (day >= 0 && day < 60 ? day - 25_568 : day - 25_569)
    milliseconds = rest
    guard days >= -719_162, days <= 2_932_896 else { return nil }
  }

  /// The serial number of a moment.
  package static func serial(daysSince1970 days: Int, seconds: Double, uses1904: Bool) -> Double {
    let isEarly = days >= -25_568 && days < -25_508
    let day = uses1904 ? days + 24_107 : (isEarly ? days + 25_568 : days + 25_569)
    return Double(day) + seconds / 86_400
  }

  /// The moment to the nearest second; a whole day has no time.
  package var calendarDate: CalendarDate? {
    var second = (milliseconds + 500) / 1000
    var day = days
    if second >= 86_400 {
      second -= 86_400
      day += 1
    }
    return CalendarDate(daysSince1970: day, secondOfDay: second == 0 ? nil : second)
  }
}
