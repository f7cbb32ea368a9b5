import CellGrid
package import Findings
package import XLSXReading

/// Every non-empty cell of a workbook as JSON Lines, then a line for each sheet.
package enum CellLines {
  /// Writes the lines of one workbook in bounded memory: a large sheet is never held whole.
  /// `file` is named in each line where it is given.
  package static func write<E: Error>(
    path: String, file: String? = nil, limits: ReadLimits = ReadLimits(),
    to output: @escaping ([UInt8]) throws(E) -> Void
  ) throws -> [Finding] {
    let box = Box()
    var current: String?
    let workbook = try Workbook.stream(path: path, limits: limits) { sheet, store in
      if current != sheet {
        current = sheet
        box.writer.begin(sheet: sheet, file: file)
      }
      for cell in store.cells {
        box.writer.add(cell, of: store)
        if box.writer.buffer.count > 1 << 16, !box.take(output) { return false }
      }
      return true
    }
    if let failure = box.failure { throw failure }
    for listing in workbook.listing {
      box.writer.begin(sheet: listing.name, file: file)
      box.writer.addSheet(
        state: listing.state, merges: listing.sheet.map { workbook.sheets[$0].merges } ?? [])
    }
    try box.writer.take(output)
    return workbook.findings
  }

  /// The writer and why it could not go on.
  private final class Box {
    var writer = CellLineWriter()
    var failure: (any Error)?

    func take<E: Error>(_ output: ([UInt8]) throws(E) -> Void) -> Bool {
      do throws(E) {
        try writer.take(output)
        return true
      } catch {
        failure = error
        return false
      }
    }
  }
}
