package import CellGrid
import VietText

extension Deadline {
  /// Reads a deadline. `date` is the cell's date where it has one; `year` is the plan's year, for
  /// deadlines that name none («30/6», «Quý I», «6 tháng đầu năm»).
  ///
  /// «Trước ngày 15/3/2025» ends on the day it names. A text that is more than a period (a
  /// condition, several works with a deadline each) stays free.
  package init(parsing text: String, date: CalendarDate? = nil, year: Int? = nil) {
    if let date {
      let day = CalendarDate(year: date.year, month: date.month, day: date.day)
      self.init(text: text, kind: .period, from: day, to: day)
      return
    }
    var reading: DeadlineReading?
    var isFirst = true
    for part in Self.parts(Self.withMarks(text)) {
      var parser = DeadlineParser(part, year: year)
      guard let next = parser.reading() else {
        self.init(text: text, kind: .free)
        return
      }
      reading = isFirst ? next : reading?.joined(with: next)
      isFirst = false
    }
    switch reading {
    case nil: self.init(text: text, kind: isFirst ? .blank : .free)
    case .ongoing: self.init(text: text, kind: .ongoing)
    case .span(let from, let to): self.init(text: text, kind: .period, from: from, to: to)
    }
  }

  /// A deadline typed without marks, with those of its few words put back: «Quy I» → «Quý I».
  private static func withMarks(_ text: String) -> String {
    guard PlainLetters.isWithoutMarks(text) else { return text }
    var marked = ""
    var word = ""
    for character in text + " " {
      if character.isLetter {
        word.append(character)
      } else {
        marked += Self.marks[word.lowercased()] ?? word
        marked.append(character)
        word = ""
      }
    }
    return String(marked.dropLast())
  }

  private static let marks: [String: String] = [
    "quy": "quý", "thang": "tháng", "nam": "năm", "ngay": "ngày", "truoc": "trước", "den": "đến",
    "tu": "từ", "het": "hết", "thuong": "thường", "xuyen": "xuyên", "dau": "đầu", "cuoi": "cuối",
    "giua": "giữa", "hang": "hằng", "dinh": "định", "ky": "kỳ", "va": "và", "tuan": "tuần",
  ]

  /// Lines and halves parted by semicolons, without notes in brackets.
  private static func parts(_ text: String) -> [String] {
    var plain = ""
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if depth == 0 { plain.append(character) }
      if character == ")", depth > 0 { depth -= 1 }
    }
    return plain.split { $0 == ";" || $0.isNewline }.map(String.init).filter {
      !tokens(of: $0).isEmpty
    }
  }
}

/// What a deadline's text means.
enum DeadlineReading: Equatable {
  case ongoing
  case span(from: CalendarDate?, to: CalendarDate?)

  /// Both together: the earliest first day, the latest last day; ongoing where either is.
  func joined(with other: DeadlineReading) -> DeadlineReading? {
    guard case .span(let from, let to) = self, case .span(let otherFrom, let otherTo) = other else {
      return .ongoing
    }
    let first = from.flatMap { from in otherFrom.map { min(from, $0) } }
    let last = to.flatMap { to in otherTo.map { max(to, $0) } }
    return .span(from: first, to: last)
  }
}
