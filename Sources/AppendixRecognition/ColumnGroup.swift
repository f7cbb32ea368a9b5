import AppendixModel
import Findings
import VietText

/// Columns that hold one role's value together, as forms split it up: quarters to tick,
/// «từ | đến», «Sở | Phòng», two lead columns side by side.
struct ColumnGroup: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// A mark in a cell picks the column's label.
    case ticks
    /// As `ticks`; the labels are quarters or months.
    case periods(PeriodLabel.Unit, year: Int?)
    /// First and last day.
    case span
    /// An agency, and the office in it.
    case office
    /// Values of one kind beside each other.
    case list
  }

  struct Member: Hashable, Sendable {
    var column: Int
    /// The innermost heading.
    var label: String
  }

  var role: ColumnRole
  var kind: Kind
  /// Left to right; for `span` the first and the last day, for `office` the agency and the office.
  var members: [Member]

  /// Why a member has the group's role.
  func reason(_ member: Member) -> Message {
    switch kind {
    case .ticks, .periods:
      Message(vi: "ô đánh dấu của «\(member.label)»", en: "ticks of “\(member.label)”")
    case .span:
      Message(
        vi: member == members.first ? "ngày đầu của thời hạn" : "ngày cuối của thời hạn",
        en: member == members.first ? "the period's first day" : "the period's last day")
    case .office:
      Message(
        vi: member == members.first ? "cơ quan" : "phòng, đơn vị trong cơ quan",
        en: member == members.first ? "the agency" : "the office in the agency")
    case .list:
      Message(
        vi: "một trong \(members.count) cột cùng vai trò",
        en: "one of \(members.count) columns with the same role")
    }
  }
}

/// A quarter or a month as the heading of a column to tick: «Quý I», «T3», «Tháng 03/2025», «IV».
struct PeriodLabel: Hashable, Sendable {
  enum Unit: Hashable, Sendable { case quarter, month, year }

  /// nil where the number stands alone: `I`, `3`.
  var unit: Unit?
  var number: Int
  var year: Int?

  init?(_ text: String) {
    var words = WordKey(text).words[...]
    if let last = words.last, let year = Int(last), (1990...2200).contains(year) {
      self.year = year
      words.removeLast()
      if words.last == "năm" || words.last == "nam" { words.removeLast() }
    }
    guard let first = words.first else {
      guard let year else { return nil }
      (unit, number) = (.year, year)
      self.year = nil
      return
    }
    guard words.count <= 2 else { return nil }
    let number: Substring
    if words.count == 2, let last = words.last {
      guard let named = Self.unitWords[first] else { return nil }
      (unit, number) = (named, last[...])
    } else if first.count > 1, let named = Self.unitWords[String(first.prefix(1))] {
      (unit, number) = (named, first.dropFirst())
    } else {
      (unit, number) = (nil, first[...])
    }
    guard let value = Int(number) ?? RowNumber.roman(number.uppercased()) else { return nil }
    guard (1...(unit == .quarter ? 4 : 12)).contains(value) else { return nil }
    self.number = value
  }

  /// The unit that a word of a heading names: quý, tháng.
  static func unit(of word: String) -> Unit? { word.count > 1 ? unitWords[word] : nil }

  private static let unitWords: [String: Unit] = [
    "quý": .quarter, "quí": .quarter, "quy": .quarter, "q": .quarter, "quarter": .quarter,
    "tháng": .month, "thang": .month, "t": .month, "month": .month,
  ]

  /// Labels of one unit as a deadline is written: «Quý II, III/2025», «Tháng 2, 3».
  static func text(_ numbers: [Int], _ unit: Unit, year: Int?) -> String {
    switch unit {
    case .year: return "Năm " + numbers.map { "\($0)" }.joined(separator: ", năm ")
    case .month, .quarter:
      let list = numbers.map { unit == .quarter ? RomanNumber.written($0) : "\($0)" }
      return (unit == .quarter ? "Quý " : "Tháng ") + list.joined(separator: ", ")
        + (year.map { "/\($0)" } ?? "")
    }
  }
}
