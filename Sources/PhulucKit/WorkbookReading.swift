import CellGrid
import Findings
import XLSXReading

/// A workbook as it was read, for programs that use the library: sheets, rows, cells.
public struct WorkbookContents: Sendable {
  /// What a cell holds.
  public enum Value: Hashable, Sendable {
    case blank
    case text(String)
    case number(Double)
    case boolean(Bool)
    /// An error's text, such as `#N/A`.
    case error(String)
    /// A date or time as ISO 8601 to the second, with the number that the file holds.
    case date(String, raw: Double)

    init(_ value: CellValue) {
      self =
        switch value {
        case .blank: .blank
        case .text(let text): .text(text)
        case .number(let number): .number(number)
        case .boolean(let flag): .boolean(flag)
        case .error(let text): .error(text)
        case .date(let date, let raw): .date("\(date)", raw: raw)
        }
    }
  }

  /// Why a file could not be read: a sentence in both languages, and the exit code for it.
  public struct ReadingError: Error, Sendable, CustomStringConvertible {
    /// The sentence in Vietnamese, with the file's name.
    public let vietnamese: String
    /// The sentence in English, with the file's name.
    public let english: String
    /// The exit code that the command gives (sysexits).
    public let exitCode: Int32
    /// The sentence in English.
    public var description: String { english }

    init(_ failure: ReadFailure) {
      vietnamese = failure.text(in: .vietnamese)
      english = failure.text(in: .english)
      exitCode = failure.exitCode.rawValue
    }
  }

  /// A cell with its place; row and column count from zero.
  public struct Cell: Hashable, Sendable {
    /// From zero.
    public let row: Int
    /// From zero; 0 is A.
    public let column: Int
    /// What the cell holds; never blank.
    public let value: Value
  }

  /// A sheet whose cells become values only when asked for.
  public struct Sheet: Sendable {
    let sheet: CellGrid.Sheet

    /// The sheet's name.
    public var name: String { sheet.name }
    /// `visible`, `hidden` or `veryHidden`.
    public var state: String { sheet.state.rawValue }
    /// Merged ranges such as `A1:B2`.
    public var merges: [String] { sheet.merges.map { "\($0)" } }
    /// Number of cells that hold something or have a style.
    public var cellCount: Int { sheet.packed.cells.count }
    /// Indexes of the rows that hold a cell, ascending.
    public var rowIndexes: [Int] { sheet.rowIndexes }

    /// The cells of a row that hold something, left to right.
    public func cells(inRow row: Int) -> [Cell] {
      sheet.cells(inRow: row).filter { !$0.value.isBlank }.map {
        Cell(row: $0.address.row, column: $0.address.column, value: Value($0.value))
      }
    }

    /// Every cell that holds something, row by row, as a stream: nothing is built beforehand.
    public var cells: some Sequence<Cell> {
      let store = sheet.packed
      return store.cells.lazy.compactMap { cell in
        let value = store.value(of: cell)
        return value.isBlank ? nil : Cell(row: cell.row, column: cell.column, value: Value(value))
      }
    }

    /// The value of a cell.
    public func value(row: Int, column: Int) -> Value {
      Value(sheet[CellAddress(row: row, column: column)])
    }
  }

  /// The worksheets in the workbook's order.
  public let sheets: [Sheet]
  /// What a person should know, a line each, in English.
  public let findings: [String]

  /// Reads a workbook.
  public init(path: String) throws(ReadingError) {
    do throws(ReadFailure) {
      let workbook = try Workbook.read(path: path)
      sheets = workbook.sheets.map { Sheet(sheet: $0) }
      findings = workbook.findings.map { $0.text(in: .english) }
    } catch {
      throw ReadingError(error)
    }
  }

  /// Reads several workbooks at once, each by one task; results come in the order of the paths.
  public static func read(
    paths: [String], atOnce limit: Int = 4
  ) async -> [Result<WorkbookContents, ReadingError>] {
    await withTaskGroup(of: (Int, Result<WorkbookContents, ReadingError>).self) { group in
      var results: [Result<WorkbookContents, ReadingError>?] = Array(
        repeating: nil, count: paths.count)
      var next = 0
      func add() {
        guard next < paths.count else { return }
        let index = next
        next += 1
        group.addTask {
          do throws(ReadingError) {
            return (index, .success(try WorkbookContents(path: paths[index])))
          } catch {
            return (index, .failure(error))
          }
        }
      }
      for _ in 0..<max(1, limit) { add() }
      while let (index, result) = await group.next() {
        results[index] = result
        add()
      }
      return results.compactMap { $0 }
    }
  }
}
