import CellGrid
import Findings
import Glibc

/// What reading one file has used up so far, and what it found. One file, one thread, one context.
final class ReadContext {
  let file: String
  let limits: ReadLimits
  let way: ReadWay
  let parsers = ParserStock()
  private(set) var findings: [Finding] = []
  private var counts: [Finding.Code: Int] = [:]
  private var expanded = 0
  private var cells = 0
  private var text = 0
  private let start: Int

  /// Findings of one kind that are told one by one; further ones are only counted.
  private let told = 20

  init(file: String, limits: ReadLimits, way: ReadWay) {
    self.way = way
    self.file = file
    self.limits = limits
    start = Self.now()
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec
  }

  func failure(_ reason: ReadFailure.Reason) -> ReadFailure { ReadFailure(reason, file: file) }

  /// To be called now and then: refuses a file that takes too long.
  func checkTime() throws(ReadFailure) {
    if Self.now() - start > limits.seconds { throw failure(.tooSlow(seconds: limits.seconds)) }
  }

  /// Counts bytes that a part of so many packed bytes has expanded to so far.
  func countExpanded(_ bytes: Int, part: Int, packed: Int) throws(ReadFailure) {
    expanded += bytes
    if part > limits.partBytes {
      throw failure(
        .tooMuch(
          Message(vi: "một phần bung ra (byte)", en: "a part whose expanded size (in bytes) is"),
          limit: limits.partBytes))
    }
    if part > limits.ratioFreeBytes, part / limits.ratio > packed {
      throw failure(
        .tooMuch(
          Message(vi: "tỉ lệ nén", en: "a compression ratio"), limit: limits.ratio))
    }
    if expanded > limits.expandedBytes {
      throw failure(
        .tooMuch(
          Message(vi: "tổng kích thước bung ra (byte)", en: "an expanded size (in bytes)"),
          limit: limits.expandedBytes))
    }
  }

  /// Counts the cells of a finished sheet.
  func countCells(_ number: Int) throws(ReadFailure) {
    cells += number
    if cells > limits.cells { throw tooManyCells }
  }

  /// Counts the bytes of text that cells show.
  func countText(_ bytes: Int) throws(ReadFailure) {
    text += bytes
    if text > limits.cellTextBytes {
      throw failure(
        .tooMuch(
          Message(vi: "lượng chữ trong các ô (byte)", en: "an amount of text in cells (in bytes)"),
          limit: limits.cellTextBytes))
    }
  }

  /// How many more cells the file may have.
  var cellsLeft: Int { limits.cells - cells }

  var tooDeep: ReadFailure {
    failure(
      .tooMuch(Message(vi: "độ sâu lồng nhau", en: "a nesting depth"), limit: limits.xmlDepth))
  }

  var tooManyCells: ReadFailure {
    failure(.tooMuch(Message(vi: "số ô", en: "a number of cells"), limit: limits.cells))
  }

  /// Notes something for a person to see; a flood of one kind is cut off.
  func note(
    _ code: Finding.Code, _ severity: Finding.Severity, sheet: String? = nil,
    cell: CellAddress? = nil, vi: @autoclosure () -> String, en: @autoclosure () -> String
  ) {
    let count = counts[code, default: 0] + 1
    counts[code] = count
    guard count <= told else { return }
    findings.append(
      Finding(
        code, severity, at: Location(file: file, sheet: sheet, cell: cell), vi: vi(), en: en()))
  }

  /// All findings, with a line for each kind that was cut off.
  func allFindings() -> [Finding] {
    var all = findings
    for (code, count) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where count > told {
      all.append(
        Finding(
          code, .note, at: Location(file: file), vi: "còn \(count - told) chỗ tương tự.",
          en: "and \(count - told) more of this kind."))
    }
    return all
  }
}
