import CellGrid
import VietText

/// Reads one line of a deadline over its tokens.
struct DeadlineParser {
  /// A period before its year is known, so that «tháng 3 đến tháng 6/2025» shares one.
  struct Period {
    enum Unit: Equatable {
      case day(month: Int, day: Int)
      /// First and last month, and which third of them: 0 all, 1 đầu, 2 giữa, 3 cuối.
      case months(ClosedRange<Int>, third: Int)
      /// Several whole years.
      case years(ClosedRange<Int>)
    }
    var unit: Unit
    var year: Int?
  }

  private let tokens: [Token]
  private let text: String
  let year: Int?
  private var place = 0

  init(_ text: String, year: Int?) {
    self.text = text
    self.year = year
    tokens = VietText.tokens(of: text)
  }

  private static let ongoingWords = [
    "thường xuyên", "liên tục", "định kỳ", "hằng ngày", "hàng ngày", "hằng tuần", "hàng tuần",
    "hằng tháng", "hàng tháng", "hằng quý", "hàng quý", "hằng năm", "hàng năm", "mỗi tháng",
    "mỗi quý", "mỗi năm", "quanh năm",
  ]

  /// Words that may stand before a period and change nothing.
  private static let fillers: Set<String> = [
    "trong", "vào", "khoảng", "dự", "kiến", "hoàn", "thành", "xong", "thực", "hiện", "thời",
    "gian", "hạn", "là", "cả", "toàn", "suốt", "của", "giai", "đoạn", "ngày", "cuối", "hết", "cho",
    "và", "kết", "thúc", "phấn", "đấu", "đầu", "giữa",
  ]

  /// The reading; nil where the line says more or other than a period.
  mutating func reading() -> DeadlineReading? {
    let words = " " + tokens.map(\.key).joined(separator: " ") + " "
    if Self.ongoingWords.contains(where: { words.contains(" \($0) ") }) { return .ongoing }
    skipFillers()
    if let reading = bounded() { return reading }
    guard let span = span(), place == tokens.count else { return nil }
    return span
  }

  // MARK: - Tokens

  private func word(_ offset: Int = 0) -> String? {
    tokens.indices.contains(place + offset) ? tokens[place + offset].key : nil
  }

  private mutating func take(_ words: String...) -> Bool {
    for phrase in words {
      let parts = phrase.split(separator: " ").map(String.init)
      guard place + parts.count <= tokens.count else { continue }
      if zip(parts, tokens[place...]).allSatisfy({ $0 == $1.key }) {
        place += parts.count
        return true
      }
    }
    return false
  }

  private mutating func skipFillers() {
    // đầu, giữa, cuối and hết belong to the period if one follows at once.
    while let word = word(), Self.fillers.contains(word) {
      if ["đầu", "giữa", "cuối", "hết"].contains(word), third() != nil { break }
      place += 1
    }
  }

  private func third() -> Int? {
    switch word() {
    case "đầu": 1
    case "giữa": 2
    case "cuối": 3
    default: nil
    }
  }

  private func number(_ offset: Int = 0, in range: ClosedRange<Int>) -> Int? {
    guard tokens.indices.contains(place + offset), tokens[place + offset].kind == .number,
      let value = Int(tokens[place + offset].key), range.contains(value)
    else { return nil }
    return value
  }

  /// The text between a token and the one before it.
  private func gap(_ offset: Int) -> String {
    let index = place + offset
    guard index > 0, index < tokens.count,
      tokens[index - 1].range.upperBound <= tokens[index].range.lowerBound
    else { return "" }
    let between = text[tokens[index - 1].range.upperBound..<tokens[index].range.lowerBound]
    return between.filter { $0 != " " }
  }

  // MARK: - Spans

  /// `trước …`, `chậm nhất …`, `đến hết …`: only a last day; `từ … đến …`.
  private mutating func bounded() -> DeadlineReading? {
    let start = place
    if take("từ nay đến", "từ nay tới", "từ nay cho đến", "từ nay") {
      _ = take("hết")
      if let last = single(), place == tokens.count, let to = days(last, year: year)?.to {
        return .span(from: nil, to: to)
      }
      place = start
      return nil
    }
    if take("từ", "kể từ") {
      if let first = single(), take("đến hết", "đến", "tới") || isDash(gap(0)), let last = single(),
        place == tokens.count
      {
        return joined(first, last)
      }
      place = start
      return nil
    }
    // «Trước ngày 15/3» ends on the day it names; «trước tháng 6» ends with May.
    let isBefore = word() == "trước" || word(1) == "trước"
    guard take("trước", "chậm nhất", "muộn nhất", "đến hết", "đến", "tới", "xong trước", "hạn chót")
    else { return nil }
    skipFillers()
    _ = take("trước", "đến hết", "đến", "là")
    skipFillers()
    skipTimeOfDay()
    let isWhole = word() == "hết"
    let first = place
    if let last = single(), place == tokens.count, let (from, to) = days(last, year: year) {
      if case .day = last.unit { return .span(from: nil, to: to) }
      let dayBefore = CalendarDate(daysSince1970: from.daysSince1970 - 1)
      return .span(from: nil, to: isBefore && !isWhole ? dayBefore : to)
    }
    // «trước 15/6 và 15/12»: the last of them.
    place = first
    if case .span(_, let to)? = span(), place == tokens.count { return .span(from: nil, to: to) }
    place = start
    return nil
  }

  /// «17 giờ 00 ngày …».
  private mutating func skipTimeOfDay() {
    guard number(in: 0...24) != nil, word(1) == "giờ" || word(1) == "h" else { return }
    place += 2
    if number(in: 0...59) != nil { place += 1 }
    _ = take("phút")
    if word() == "ngày" { place += 1 }
  }

  /// One period, a range or a list of periods.
  private mutating func span() -> DeadlineReading? {
    guard let first = single() else { return nil }
    var periods = [first]
    var isRange = false
    while place < tokens.count {
      let sign = gap(0)
      if isDash(sign) || take("đến hết", "đến", "tới") {
        isRange = true
      } else if !(take("và", "hoặc") || sign == "," || sign == "+" || sign == "/") {
        return nil
      }
      if isDash(sign) || sign == "," { _ = take("và") }
      let previous = periods[periods.count - 1]
      guard let next = quarterReadAsMonth(previous) ?? single() ?? continued(previous) else {
        return nil
      }
      periods.append(next)
    }
    if isRange, periods.count == 2 { return joined(periods[0], periods[1]) }
    return united(periods)
  }

  private func isDash(_ gap: String) -> Bool { ["-", "–", "—", "->", "→"].contains(gap) }

  /// «quý 1, 2/2025»: 2/2025 is no month behind a quarter that lacks its year.
  private mutating func quarterReadAsMonth(_ period: Period) -> Period? {
    guard case .months(let months, 0) = period.unit, months.count == 3, period.year == nil,
      tokens.indices.contains(place), tokens[place].kind == .date,
      tokens[place].text.first?.isNumber ?? false
    else { return nil }
    let numbers = tokens[place].key.split(separator: "-").compactMap { Int($0) }
    guard numbers.count == 2, numbers[1] <= 4 else { return nil }
    place += 1
    return Period(unit: .months(Self.quarter(numbers[1]), third: 0), year: numbers[0])
  }

  /// A number behind a list of months or quarters: «tháng 3, 6, 9/2025», «quý II - III».
  private mutating func continued(_ period: Period) -> Period? {
    if case .months(let months, _) = period.unit {
      if months.count == 3, let quarter = quarterNumber() {
        place += 1
        return Period(unit: .months(Self.quarter(quarter), third: 0), year: trailingYear())
      }
      if months.count == 1, let month = number(in: 1...12) {
        place += 1
        return Period(unit: .months(month...month, third: 0), year: trailingYear())
      }
    }
    return nil
  }

  private func quarterNumber() -> Int? {
    if let value = number(in: 1...4) { return value }
    guard let word = word(), let value = RomanNumber.value(word.uppercased()), value <= 4 else {
      return nil
    }
    return value
  }

  private static func quarter(_ number: Int) -> ClosedRange<Int> {
    (number * 3 - 2)...(number * 3)
  }

  private mutating func trailingYear() -> Int? {
    let start = place
    let isNamed = take("của năm", "năm")
    if isNamed || gap(0) == "/" || gap(0) == "-" || gap(0) == "",
      let year = number(in: 1900...2200)
    {
      if isNamed || gap(0) == "/" || word(-1) != "-" {
        place += 1
        return year
      }
    }
    place = start
    return nil
  }

  /// One period.
  private mutating func single() -> Period? {
    let start = place
    var part = 0
    if let third = third() {
      part = third
      place += 1
    } else if word() == "hết" || word() == "cả" || word() == "trong" || word() == "ngày" {
      place += 1
      if word() == "ngày" { place += 1 }
    }
    if let period = plain(part) { return period }
    place = start
    return nil
  }

  private mutating func plain(_ part: Int) -> Period? {
    guard tokens.indices.contains(place) else { return nil }
    let token = tokens[place]
    switch token.kind {
    case .date:
      place += 1
      let numbers = token.key.split(separator: "-").compactMap { Int($0) }
      if numbers.count == 3 {
        return Period(unit: .day(month: numbers[1], day: numbers[2]), year: numbers[0])
      }
      guard numbers.count == 2 else { return nil }
      return Period(unit: .months(numbers[1]...numbers[1], third: part), year: numbers[0])
    case .quarter:
      place += 1
      let words = token.key.split(separator: " ")
      guard words.count > 1, let number = Int(words[1]), (1...4).contains(number) else {
        return nil
      }
      let year = words.count > 2 ? Int(words[2]) : trailingYear()
      return Period(unit: .months(Self.quarter(number), third: part), year: year)
    case .number: return numeric(part)
    default: return spelled(part)
    }
  }

  /// Years, days without a year, «6 tháng đầu năm», «15 tháng 3 năm 2025».
  private mutating func numeric(_ part: Int) -> Period? {
    if let year = number(in: 1900...2200) {
      place += 1
      if isDash(gap(0)), let last = number(in: year...2200) {
        place += 1
        return Period(unit: .years(year...last), year: year)
      }
      return Period(unit: .months(1...12, third: part), year: year)
    }
    guard let first = number(in: 1...31) else { return nil }
    if let period = monthsOfYear(first) { return period }
    if tokens.indices.contains(place + 1), tokens[place + 1].kind == .date, gap(1).isEmpty {
      let numbers = tokens[place + 1].key.split(separator: "-").compactMap { Int($0) }
      if numbers.count == 2 {
        place += 2
        return Period(unit: .day(month: numbers[1], day: first), year: numbers[0])
      }
    }
    if word(1) == "tháng", let month = number(2, in: 1...12) {
      place += 3
      return Period(unit: .day(month: month, day: first), year: trailingYear())
    }
    guard ["/", "-", "."].contains(gap(1)), let month = number(1, in: 1...12) else { return nil }
    place += 2
    if ["/", "-", "."].contains(gap(0)), let short = number(in: 0...99) {
      place += 1
      return Period(unit: .day(month: month, day: first), year: 2000 + short)
    }
    return Period(unit: .day(month: month, day: first), year: trailingYear())
  }

  /// «6 tháng đầu năm 2025», «9 tháng», «6 tháng cuối năm».
  private mutating func monthsOfYear(_ count: Int) -> Period? {
    guard word(1) == "tháng", [3, 6, 9].contains(count) else { return nil }
    var months = 1...count
    let start = place
    place += 2
    if take("cuối năm", "cuối của năm") {
      months = (13 - count)...12
    } else if !take("đầu năm", "đầu của năm", "đầu") {
      // «6 tháng năm 2025», or «9 tháng» by itself: not «6 tháng 3 …».
      guard word() == nil || word() == "năm" || gap(0) == "/" || gap(0) == "," else {
        place = start
        return nil
      }
    }
    var year: Int?
    if let number = number(in: 1900...2200) {
      year = number
      place += 1
    } else {
      year = trailingYear()
      if year == nil, word() == "năm", number(1, in: 1...9999) == nil, gap(0) == "" { place += 1 }
    }
    return Period(unit: .months(months, third: 0), year: year)
  }

  private mutating func spelled(_ part: Int) -> Period? {
    if take("tháng") || takeShortMonth() {
      guard let month = number(in: 1...12) else { return nil }
      place += 1
      return Period(unit: .months(month...month, third: part), year: trailingYear())
    }
    if take("tuần") {
      guard let week = number(in: 1...5) ?? quarterNumber() else { return nil }
      place += 1
      guard let month = plain(0), case .months(let months, _) = month.unit, months.count == 1 else {
        return nil
      }
      return Period(unit: .day(month: months.lowerBound, day: min(week * 7, 28)), year: month.year)
    }
    if take("sáu tháng") {
      place -= 1
      place -= 1
      return spelledHalf(6)
    }
    if take("chín tháng") {
      place -= 2
      return spelledHalf(9)
    }
    if take("nửa đầu năm", "nửa năm đầu") {
      return Period(unit: .months(1...6, third: 0), year: bareYear())
    }
    if take("nửa cuối năm", "nửa năm cuối") {
      return Period(unit: .months(7...12, third: 0), year: bareYear())
    }
    if take("năm", "trong năm", "cả năm", "hết năm") {
      return Period(unit: .months(1...12, third: part), year: bareYear())
    }
    return nil
  }

  /// The T of «T3»: a capital with its number close by.
  private mutating func takeShortMonth() -> Bool {
    guard word() == "t", tokens[place].text == "T", number(1, in: 1...12) != nil,
      tokens[place].range.upperBound == tokens[place + 1].range.lowerBound
    else { return false }
    place += 1
    return true
  }

  private mutating func bareYear() -> Int? {
    guard let year = number(in: 1900...2200) else { return nil }
    place += 1
    return year
  }

  private mutating func spelledHalf(_ count: Int) -> Period? {
    place += 2
    if take("cuối năm") {
      return Period(unit: .months((13 - count)...12, third: 0), year: bareYear())
    }
    guard take("đầu năm", "đầu") else { return nil }
    return Period(unit: .months(1...count, third: 0), year: bareYear())
  }
}
