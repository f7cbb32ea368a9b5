import AppendixModel
import Findings
import VietText

extension AppendixCheck {
  /// Numbers that are missing, come twice, stand out of order or leave a gap: of sections, of items
  /// over the whole appendix or anew in each section, and of sub-items.
  mutating func numbering() {
    sectionNumbers()
    if has(.ordinal) || appendix.items.contains(where: { !$0.number.isEmpty }) {
      itemNumbers(.ordinal, restarts: nil) { $0.number }
    }
    // The number within the section may itself be what the items go by.
    if has(.sectionOrdinal), has(.ordinal) {
      itemNumbers(.sectionOrdinal, restarts: true) { $0[.sectionOrdinal] }
    }
    for item in appendix.items { subitems(of: item) }
  }

  // MARK: Items

  private mutating func itemNumbers(
    _ role: ColumnRole, restarts: Bool?, _ written: (Item) -> String
  ) {
    let groups = appendix.sections.map(\.items).filter { !$0.isEmpty }
    // Most sections begin with 1 where numbers begin anew; a slip in one doesn't make it so.
    let firsts = groups.dropFirst().map { Self.integer(written($0[0])) }
    let restarts = restarts ?? (!firsts.isEmpty && firsts.count { $0 == 1 } * 2 >= firsts.count)
    let runs = restarts ? groups : [groups.flatMap(\.self)]
    for run in runs {
      var numbers = NumberRun(run.compactMap { Self.integer(written($0)) })
      for item in run {
        guard let number = Self.integer(written(item)) else {
          if written(item).isEmpty {
            add(
              "number-missing", .warning, item.origin, role,
              vi: "dòng này chưa có số thứ tự; hãy đánh số.",
              en: "the row has no number; number it.")
          }
          continue
        }
        // Where a table begins is for its author to say; where a section does is not.
        let isTable = !restarts || runs.count == 1
        if let fault = numbers.take(number, row: item.origin.row) {
          tell(
            fault, "\(number)", item.origin, role,
            severity: fault.isStart && isTable ? .note : .warning)
        }
      }
    }
  }

  private mutating func tell(
    _ fault: NumberRun.Fault, _ written: String, _ origin: RowOrigin, _ role: ColumnRole,
    severity: Finding.Severity = .warning
  ) {
    switch fault {
    case .twice(let row):
      add(
        "number-twice", severity, origin, role,
        vi: "số thứ tự \(written) đã có ở dòng \(row + 1); hãy đánh số lại.",
        en: "number \(written) stands in row \(row + 1) already; renumber.")
    case .gap(let previous, let missing):
      add(
        "number-gap", severity, origin, role,
        vi: "số thứ tự nhảy từ \(previous) sang \(written), thiếu \(missing); "
          + "hãy xem có thiếu dòng không, hoặc đánh số lại.",
        en: "the numbers go from \(previous) to \(written), without \(missing); see whether a row "
          + "is missing, or renumber.")
    case .order(let previous):
      add(
        "number-order", severity, origin, role,
        vi: "số thứ tự \(written) đứng sau số \(previous); "
          + "hãy chuyển dòng về đúng chỗ hoặc đánh số lại.",
        en: "number \(written) stands after \(previous); move the row or renumber.")
    case .start:
      add(
        "number-gap", severity, origin, role,
        vi: "số thứ tự bắt đầu từ \(written), không phải 1; hãy xem có thiếu dòng không.",
        en: "the numbers begin with \(written), not 1; see whether rows are missing.")
    }
  }

  // MARK: Sections

  /// Each way of numbering (A, I, 1) runs by itself; one inside another may go on or begin anew.
  private mutating func sectionNumbers() {
    struct Run {
      var last: Int
      var rows: [Int: Int]
      /// An outer section began since; the next number may be 1 again.
      var mayRestart = false
    }
    var runs: [SectionNumber.Style: Run] = [:]
    var order: [SectionNumber.Style] = []
    for section in appendix.sections {
      guard let origin = section.origin,
        let number = SectionNumber(section.number, after: runs[.letter]?.last)
      else { continue }
      let depth = order.firstIndex(of: number.style) ?? order.count
      if depth == order.count { order.append(number.style) }
      for inner in order.dropFirst(depth + 1) { runs[inner]?.mayRestart = true }
      guard var run = runs[number.style] else {
        runs[number.style] = Run(last: number.value, rows: [number.value: origin.row])
        continue
      }
      if run.mayRestart, number.value == 1 {
        run = Run(last: 0, rows: [:])
      }
      run.mayRestart = false
      if let row = run.rows[number.value] {
        add(
          "section-number", .warning, origin, .ordinal,
          vi: "số \(section.number) của lĩnh vực «\(section.title)» đã có ở dòng \(row + 1); "
            + "hãy đánh số lại.",
          en: "section number \(section.number) stands in row \(row + 1) already; renumber.")
      } else if number.value != run.last + 1 {
        add(
          "section-number", .warning, origin, .ordinal,
          vi: "lĩnh vực «\(section.title)» mang số \(section.number), không nối tiếp lĩnh vực "
            + "trước (\(number.style.text(run.last))); hãy đánh số lại.",
          en: "section number \(section.number) does not follow "
            + "\(number.style.text(run.last)); renumber.")
      }
      run.rows[number.value] = origin.row
      run.last = number.value
      runs[number.style] = run
    }
  }

  // MARK: Sub-items

  private mutating func subitems(of item: Item) {
    var wanted: [String: Int] = [:]
    var rows: [String: Int] = [:]
    let own = Self.integer(item.number)
    for part in item.parts where part.kind == .subitem {
      let number = part.number.filter { $0.isNumber || $0 == "." }
      let pieces = number.split(separator: ".").map { Int(String($0)) }
      guard pieces.count >= 2, let tail = pieces.last.flatMap({ $0 }), let first = pieces.first,
        let head = first, tail < Int.max
      else { continue }
      let stem = number.split(separator: ".").dropLast().joined(separator: ".")
      let next = wanted[stem] ?? 1
      if let own, own != head {
        add(
          "number-gap", .warning, part.origin, .ordinal,
          vi: "mục \(part.number) đứng dưới nhiệm vụ số \(own); hãy sửa số hoặc chuyển dòng.",
          en: "\(part.number) stands below item \(own); correct its number or move the row.")
      } else if let row = rows[number] {
        add(
          "number-twice", .warning, part.origin, .ordinal,
          vi: "mục \(part.number) đã có ở dòng \(row + 1); hãy đánh số lại.",
          en: "\(part.number) stands in row \(row + 1) already; renumber.")
      } else if tail != next {
        add(
          tail < next ? "number-order" : "number-gap", .warning, part.origin, .ordinal,
          vi: next == 1
            ? "các mục con của \(stem) bắt đầu từ \(part.number); hãy đánh số lại."
            : "mục \(part.number) không nối tiếp \(stem).\(next - 1); hãy đánh số lại.",
          en: next == 1
            ? "the sub-items of \(stem) begin with \(part.number); renumber."
            : "\(part.number) does not follow \(stem).\(next - 1); renumber.")
      }
      rows[number] = part.origin.row
      wanted[stem] = tail + 1
    }
  }

  static func integer(_ written: String) -> Int? {
    var digits = Substring(written)
    while let last = digits.last, !last.isNumber { digits.removeLast() }
    return digits.utf8.count <= 9 ? Int(digits) : nil
  }
}

/// Numbers that should go 1, 2, 3 …; tells where they don't.
struct NumberRun {
  enum Fault {
    /// Stands in this row already.
    case twice(Int)
    case gap(previous: Int, missing: String)
    case order(previous: Int)
    /// The first is not 1.
    case start

    var isStart: Bool { if case .start = self { true } else { false } }
  }

  private let all: Set<Int>
  private var rows: [Int: Int] = [:]
  private var previous: Int?

  /// - Parameter numbers: all that will come, since a number out of order is not missing.
  init(_ numbers: [Int]) { all = Set(numbers) }

  mutating func take(_ number: Int, row: Int) -> Fault? {
    defer {
      if rows[number] == nil { rows[number] = row }
      previous = number
    }
    if let row = rows[number] { return .twice(row) }
    guard let previous else { return number == 1 || all.contains(1) ? nil : .start }
    if number < previous { return .order(previous: previous) }
    let missing = Self.missing(between: previous, number, all)
    return missing.isEmpty ? nil : .gap(previous: previous, missing: missing)
  }

  /// `4, 6–9`; at most a few stretches, then `…`.
  private static func missing(between first: Int, _ last: Int, _ all: Set<Int>) -> String {
    var stretches: [String] = []
    var start = first + 1
    while start < last {
      if all.contains(start) {
        start += 1
        continue
      }
      var end = start
      while end + 1 < last, !all.contains(end + 1) { end += 1 }
      if stretches.count == 4 { return stretches.joined(separator: ", ") + " …" }
      stretches.append(start == end ? "\(start)" : "\(start)–\(end)")
      start = end + 1
    }
    return stretches.joined(separator: ", ")
  }
}

/// The number of a section: `III`, `B.`, `2`.
struct SectionNumber {
  enum Style: Hashable {
    case roman, letter, arabic

    func text(_ value: Int) -> String {
      switch self {
      case .arabic: return "\(value)"
      case .letter:
        let letters = Array(SectionNumber.letters)
        return letters.indices.contains(value - 1) ? String(letters[value - 1]) : "\(value)"
      case .roman: return RomanNumber.written(value)
      }
    }
  }

  var style: Style
  var value: Int

  private static let letters = "ABCDEFGHIKLMNOPQRSTUVXY"
  /// - Parameter lastLetter: the letter section before, by which C is told from a Roman hundred.
  init?(_ written: String, after lastLetter: Int?) {
    let body = written.uppercased().filter { $0.isLetter || $0.isNumber }
    if let number = Int(body), body.utf8.count <= 4 {
      (style, value) = (.arabic, number)
      return
    }
    let letter =
      body.count == 1
      ? Self.letters.firstIndex(of: body.first ?? " ").map {
        Self.letters.distance(from: Self.letters.startIndex, to: $0) + 1
      } : nil
    if let letter, let lastLetter, letter == lastLetter + 1 {
      (style, value) = (.letter, letter)
    } else if let roman = RomanNumber.value(body), roman <= 89 {
      (style, value) = (.roman, roman)
    } else if let letter {
      (style, value) = (.letter, letter)
    } else {
      return nil
    }
  }
}
