import CellGrid

/// From periods to days.
extension DeadlineParser {
  func joined(_ first: Period, _ last: Period) -> DeadlineReading? {
    guard let to = days(last, year: year)?.to else { return nil }
    let year = first.year ?? last.year ?? year
    guard let from = days(first, year: year)?.from, from <= to else { return nil }
    return .span(from: from, to: to)
  }

  func united(_ periods: [Period]) -> DeadlineReading? {
    var reading: DeadlineReading?
    // A list names its year once, at the end.
    var year = periods.last?.year ?? self.year
    for period in periods.reversed() {
      year = period.year ?? year
      guard let (from, to) = days(period, year: year) else { return nil }
      let next = DeadlineReading.span(from: from, to: to)
      reading = reading?.joined(with: next) ?? next
    }
    return reading
  }

  func days(_ period: Period, year: Int?) -> (from: CalendarDate, to: CalendarDate)? {
    if case .years(let years) = period.unit {
      guard let from = CalendarDate(year: years.lowerBound, month: 1, day: 1),
        let to = CalendarDate(year: years.upperBound, month: 12, day: 31)
      else { return nil }
      return (from, to)
    }
    guard let year = period.year ?? year else { return nil }
    switch period.unit {
    case .day(let month, let day):
      guard let date = CalendarDate(year: year, month: month, day: day) else { return nil }
      return (date, date)
    case .months(let months, let third):
      if months.count == 1, third > 0 { return tenDays(year, months.lowerBound, third) }
      var months = months
      if third > 0 {
        let size = months.count / 3
        let first = months.lowerBound + size * (third - 1)
        months = first...(first + size - 1)
      }
      guard let from = CalendarDate(year: year, month: months.lowerBound, day: 1),
        let to = CalendarDate(
          year: year, month: months.upperBound,
          day: CalendarDate.daysInMonth(year: year, month: months.upperBound))
      else { return nil }
      return (from, to)
    case .years: return nil
    }
  }

  func tenDays(
    _ year: Int, _ month: Int, _ third: Int
  ) -> (from: CalendarDate, to: CalendarDate)? {
    let end = third == 3 ? CalendarDate.daysInMonth(year: year, month: month) : third * 10
    guard let from = CalendarDate(year: year, month: month, day: third * 10 - 9),
      let to = CalendarDate(year: year, month: month, day: end)
    else { return nil }
    return (from, to)
  }
}
