import AppendixModel
import CellGrid
import Foundation
import TestSupport
import Testing

/// Tables as offices make them, by seeded chance: headings from the facts in Fixtures, in any
/// order, typed in any way, under any number of header rows, with values split over columns and
/// noise above, between and below.
struct HeaderGenerator {
  struct Made {
    var sheet: Sheet
    /// By the sheet's column.
    var roles: [Int: ColumnRole] = [:]
    var headerRows = 0...0
    var items = 0
    var sections = 0
    var subitems = 0
  }

  struct Column {
    var role: ColumnRole
    var heading: String
    var kind: String
    /// The heading over it and its neighbours, where the value is split over them.
    var parent: String?
  }

  var random: SeededGenerator
  var made = Made(sheet: Sheet(name: "Sheet1"))
  /// The table's columns, and where each stands in the sheet.
  var columns: [Column] = []
  var places: [Int] = []
  /// How the headings of one table are typed.
  private var typing = Typing.plain
  private let headings: [String: [String]]

  enum Typing { case plain, capitals, withoutMarks }

  init(seed: UInt64) throws {
    random = SeededGenerator(seed: seed)
    headings = Dictionary(grouping: try Fixture.table("headings")) { $0[0] }
      .mapValues { $0.map { $0[1] } }
  }

  mutating func next() -> Made {
    made = Made(sheet: Sheet(name: "Sheet1"))
    typing = chance(6) ? .withoutMarks : chance(10) ? .capitals : .plain
    columns = ordered(split(chooseColumns()))
    place()
    var row = writeTitle(rows: Int.random(in: 0...8, using: &random))
    if chance(5) { row += Int.random(in: 10...60, using: &random) }
    let first = row
    row = writeHeader(at: row)
    made.headerRows = first...(row - 1)
    writeColumnNumbers(&row)
    writeBody(&row)
    if chance(70) { writeSignature(row) }
    for (column, place) in zip(columns, places) { made.roles[place] = column.role }
    return made
  }

  // MARK: Columns

  private mutating func chooseColumns() -> [Column] {
    var columns: [Column] = []
    var used: Set<ColumnRole> = []
    func add(_ role: ColumnRole, _ kind: String, _ contents: String? = nil) {
      if role != .extra { guard used.insert(role).inserted else { return } }
      let heading = pick(headings[kind] ?? [])
      if columns.contains(where: { $0.heading == heading }) { return }
      columns.append(Column(role: role, heading: heading, kind: contents ?? role.rawValue))
    }
    if chance(90) { add(.ordinal, "ordinal") }
    if chance(8) { add(.sectionOrdinal, "sectionOrdinal") }
    add(.task, "task")
    if chance(85) { add(.lead, chance(85) ? "lead" : "lead?") }
    if chance(10) {
      add(.progress, "output|progress")
    } else if chance(25) {
      add(.output, "output|progress")
    }
    if chance(20) {
      if chance(50) {
        add(.progress, "progress|deadline")
      } else {
        add(.deadline, "progress|deadline")
      }
    }
    if chance(45) { add(.support, "support") }
    if chance(65) { add(.output, "output") }
    if chance(85) { add(.deadline, "deadline") }
    if chance(60) { add(.progress, chance(75) ? "progress" : "result") }
    if chance(45) { add(.note, "note") }
    if chance(6), used.contains(.ordinal) { add("section", "section") }
    let others = [
      "task_code", "person", "actual_date", "percent", "evidence", "basis", "internal", "reason",
      "proposal", "next", "priority", "budget",
    ]
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let kind = pick(others)
      add(.extra, kind, kind)
    }
    if used.contains(.deadline), chance(5) { add(.extra, "deadline_original", "deadline") }
    // A table has more than a number and a text.
    if columns.count < 4 {
      add(.lead, "lead")
      add(.deadline, "deadline")
    }
    return columns
  }

  /// Puts one value over several columns now and then.
  private mutating func split(_ columns: [Column]) -> [[Column]] {
    let roles: [ColumnRole] = [.deadline, .progress, .lead]
    let chosen = chance(25) ? roles.randomElement(using: &random) : nil
    return columns.map { column in
      guard column.role == chosen, ["deadline", "progress", "lead"].contains(column.kind) else {
        return [column]
      }
      return parts(of: column)
    }
  }

  private mutating func parts(of column: Column) -> [Column] {
    func part(_ heading: String, _ kind: String, under parent: String? = nil) -> Column {
      Column(role: column.role, heading: heading, kind: kind, parent: parent)
    }
    switch column.role {
    case .deadline:
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        let pair = pick(["Từ|Đến", "Bắt đầu|Kết thúc", "Từ ngày|Đến ngày"]).split(separator: "|")
        return [
          part(String(pair[0]), "from", under: column.heading),
          part(String(pair[1]), "to", under: column.heading),
        ]
      case 1:
        return ["I", "II", "III", "IV"].map {
          part("Quý \($0)", "tick", under: column.heading)
        }
      case 2: return (1...4).map { part("Q\($0)", "tick", under: column.heading) }
      default:
        return ["I", "II", "III", "IV"].map {
          part($0, "tick", under: "Thời gian thực hiện (quý)")
        }
      }
    case .progress:
      return ["Đã hoàn thành", "Đang thực hiện", "Chưa thực hiện"].map {
        part($0, "tick", under: "Tình trạng thực hiện")
      }
    default:
      if chance(50) {
        return [
          part("Sở, ngành", "lead", under: "Đơn vị chủ trì"),
          part("Phòng chuyên môn", "office", under: "Đơn vị chủ trì"),
        ]
      }
      return [part("Đơn vị chủ trì 1", "lead"), part("Đơn vị chủ trì 2", "lead")]
    }
  }

  private mutating func ordered(_ columns: [[Column]]) -> [Column] {
    var shuffled = columns.shuffled(using: &random)
    if chance(80), let place = shuffled.firstIndex(where: { $0[0].role == .ordinal }) {
      shuffled.insert(shuffled.remove(at: place), at: 0)
    }
    return shuffled.flatMap { $0 }
  }

  /// Where the columns stand: from any column on, sometimes with an empty one between.
  private mutating func place() {
    var next = chance(15) ? Int.random(in: 1...4, using: &random) : 0
    places = []
    for (index, column) in columns.enumerated() {
      let isInside = index > 0 && column.parent != nil && columns[index - 1].parent == column.parent
      if index > 0, !isInside, chance(3) { next += 1 }
      places.append(next)
      next += 1
    }
  }

  // MARK: Header

  private mutating func writeHeader(at row: Int) -> Int {
    if columns.contains(where: { $0.parent != nil }) { return writeSplitHeader(at: row) }
    let isTight = zip(places, places.dropFirst()).allSatisfy { $1 == $0 + 1 }
    let depth = columns.count > 4 && isTight ? Int.random(in: 1...3, using: &random) : 1
    guard depth > 1 else {
      for (place, column) in zip(places, columns) { put(dressed(column.heading), row, place) }
      return row + 1
    }
    return writeGroupedHeader(at: row, depth: depth)
  }

  /// Parents over the columns that hold one value together; the others merged downwards.
  private mutating func writeSplitHeader(at row: Int) -> Int {
    for (index, column) in columns.enumerated() {
      let place = places[index]
      guard let parent = column.parent else {
        put(dressed(column.heading), row, place)
        made.sheet.merges.append(range(row, place, row + 1, place))
        continue
      }
      put(dressed(column.heading), row + 1, place)
      guard index == 0 || columns[index - 1].parent != parent else { continue }
      let count = columns[index...].prefix { $0.parent == parent }.count
      put(dressed(parent), row, place)
      made.sheet.merges.append(range(row, place, row, place + count - 1))
    }
    return row + 2
  }

  /// A group's heading over any two to four columns, of one or two levels.
  private mutating func writeGroupedHeader(at row: Int, depth: Int) -> Int {
    let parents = [
      "Phân công thực hiện", "Tổ chức thực hiện", "Thông tin chung", "Phân công", "Chi tiết",
    ]
    let length = min(columns.count - 1, Int.random(in: 2...4, using: &random))
    let start = Int.random(in: 1...(columns.count - length), using: &random)
    let group = start..<(start + length)
    let isMerged = chance(85)
    let first = places[0]
    put(pick(parents), row, first + start)
    if isMerged {
      made.sheet.merges.append(range(row, first + start, row, first + start + length - 1))
    }
    var inner: Range<Int>?
    if depth == 3, length >= 3 {
      inner = start..<(start + 2)
      put("Nội dung chi tiết cột", row + 1, first + start)
      if isMerged {
        made.sheet.merges.append(range(row + 1, first + start, row + 1, first + start + 1))
      }
    }
    let last = row + (inner == nil ? 1 : 2)
    for (index, column) in columns.enumerated() {
      let text = dressed(column.heading)
      let place = places[index]
      if group.contains(index) {
        let top = inner?.contains(index) == true ? last : row + 1
        put(text, top, place)
        if top < last { made.sheet.merges.append(range(top, place, last, place)) }
      } else {
        put(text, row, place)
        if isMerged || chance(50) { made.sheet.merges.append(range(row, place, last, place)) }
      }
    }
    return last + 1
  }

  /// A heading as people type it.
  private mutating func dressed(_ heading: String) -> String {
    var text = heading
    if typing == .capitals || chance(10) { text = text.uppercased() }
    if typing == .withoutMarks { text = Self.withoutMarks(text) }
    if chance(5) { text = text.decomposedStringWithCanonicalMapping }
    if chance(15) { text = text.replacingOccurrences(of: " ", with: "\n") }
    if chance(8) { text = " \(text)  " }
    if chance(4) { text += " (*)" }
    return text
  }

  private static func withoutMarks(_ text: String) -> String {
    text.decomposedStringWithCanonicalMapping.unicodeScalars
      .filter { $0.properties.generalCategory != .nonspacingMark }
      .reduce(into: "") { $0.unicodeScalars.append($1) }
      .replacingOccurrences(of: "đ", with: "d").replacingOccurrences(of: "Đ", with: "D")
  }

  // MARK: Small things

  mutating func put(_ text: String, _ row: Int, _ column: Int) {
    if !text.isEmpty { made.sheet.set(.text(text), at: CellAddress(row: row, column: column)) }
  }

  func range(_ row: Int, _ column: Int, _ lastRow: Int, _ lastColumn: Int) -> CellRange {
    CellRange(
      CellAddress(row: row, column: column), CellAddress(row: lastRow, column: lastColumn))
  }

  mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  mutating func pick(_ values: [String]) -> String {
    values.isEmpty ? "" : values[Int.random(in: 0..<values.count, using: &random)]
  }
}
