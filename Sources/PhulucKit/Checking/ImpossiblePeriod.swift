import AppendixModel
import CellGrid

/// A day, month, quarter or year that the calendar doesn't have, as someone wrote it.
enum ImpossiblePeriod: Hashable {
  case day(String)
  case month(String)
  case quarter(String)
  case year(Int)

  /// Years that an appendix may speak of.
  static let years = 1945...2100

  /// What can't be in a text, each once.
  ///
  /// - Parameter isPeriod: whether the text says when and nothing else; among other words «13/21»
  ///   is a ratio, «13/2025» the number of a document, and «lương tháng 13» is no month.
  static func all(in text: String, isPeriod: Bool) -> [ImpossiblePeriod] {
    var found: [ImpossiblePeriod] = []
    func note(_ one: ImpossiblePeriod?) {
      guard let one, !found.contains(one) else { return }
      // «tháng 13/2025» is told once.
      if case .month(let text) = one,
        found.contains(where: {
          if case .month(let other) = $0 { other.hasPrefix(text) } else { false }
        })
      {
        return
      }
      found.append(one)
    }
    let words = text.split { $0.isWhitespace || "();,–".contains($0) }.map(String.init)
    for (index, word) in words.enumerated() {
      let before = index > 0 ? words[index - 1].lowercased() : ""
      if before != "số" { note(date(word, isPeriod: isPeriod)) }
    }
    let keys = WordKey(text).words
    for index in keys.indices {
      note(spelledDay(keys[index...]))
      guard isPeriod else { continue }
      note(spelledPeriod(keys[index...]))
    }
    return found
  }

  /// `31/02/2025`, `31-02-2025`, `31.2.25`; in a period also `30/2` and `13/2025`.
  private static func date(_ word: String, isPeriod: Bool) -> ImpossiblePeriod? {
    guard let mark = word.first(where: { "/-.".contains($0) }) else { return nil }
    let body = word.hasSuffix(".") ? String(word.dropLast()) : word
    let pieces = body.split(separator: mark, omittingEmptySubsequences: false)
    // «Quý I/2205», «T3/2205».
    if isPeriod, mark == "/", pieces.count == 2, Int(pieces[0]) == nil, pieces[0].count <= 3,
      (4...5).contains(pieces[1].utf8.count), let year = Int(pieces[1]), !years.contains(year)
    {
      return .year(year)
    }
    guard pieces.allSatisfy({ (1...4).contains($0.utf8.count) && Int($0) != nil }) else {
      return nil
    }
    let numbers = pieces.compactMap { Int($0) }
    switch numbers.count {
    case 3:
      // 2025-02-31 as well.
      let isISO = pieces[0].utf8.count == 4 && mark == "-"
      let (day, month) = isISO ? (numbers[2], numbers[1]) : (numbers[0], numbers[1])
      var year = isISO ? numbers[0] : numbers[2]
      let digits = pieces[isISO ? 0 : 2].utf8.count
      guard digits == 4 || digits == 2 && isPeriod && mark != "." else { return nil }
      if digits == 2 { year += 2000 }
      guard years.contains(year) else { return .year(year) }
      return CalendarDate(year: year, month: month, day: day) == nil ? .day(body) : nil
    case 2 where isPeriod && mark == "/":
      if pieces[1].utf8.count == 4 {
        guard years.contains(numbers[1]) else { return .year(numbers[1]) }
        return (1...12).contains(numbers[0]) ? nil : .month("tháng \(body)")
      }
      // A leap year, so that 29/2 is a day.
      return CalendarDate(year: 2024, month: numbers[1], day: numbers[0]) == nil
        ? .day(body) : nil
    default: return nil
    }
  }

  /// «ngày 31 tháng 4 năm 2025».
  private static func spelledDay(_ words: ArraySlice<String>) -> ImpossiblePeriod? {
    let words = Array(words.prefix(6))
    guard words.count >= 4, words[0] == "ngày", let day = Int(words[1]), words[2] == "tháng",
      let month = Int(words[3])
    else { return nil }
    let year = words.count == 6 && words[4] == "năm" ? Int(words[5]) : nil
    guard CalendarDate(year: year ?? 2024, month: month, day: day) == nil else { return nil }
    return .day("\(day)/\(month)" + (year.map { "/\($0)" } ?? ""))
  }

  /// «tháng 13», «quý V», «năm 2205».
  private static func spelledPeriod(_ words: ArraySlice<String>) -> ImpossiblePeriod? {
    guard words.count >= 2, let head = words.first else { return nil }
    let next = words[words.startIndex + 1]
    switch head {
    case "tháng":
      guard let month = Int(next), !(1...12).contains(month), next.utf8.count <= 2 else {
        return nil
      }
      return .month("tháng \(next)")
    case "quý":
      let roman = ["i", "ii", "iii", "iv"].contains(next)
      let isNumber = Int(next) != nil && next.utf8.count <= 2
      let isRoman = next.allSatisfy { "ivx".contains($0) }
      guard isNumber || isRoman, !roman, !(1...4).contains(Int(next) ?? 0) else { return nil }
      return .quarter("quý \(next.uppercased())")
    case "năm":
      guard let year = Int(next), next.utf8.count >= 4, !years.contains(year) else { return nil }
      return .year(year)
    default: return nil
    }
  }
}
