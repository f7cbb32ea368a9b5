import CellGrid
package import Findings
package import XLSXReading

/// Every non-empty cell of a workbook as JSON Lines, then a line for each sheet.
package enum CellLines {
  /// Writes the lines of one workbook. `file` is named in each line where it is given.
  package static func write<E: Error>(
    path: String, file: String? = nil, limits: ReadLimits = ReadLimits(),
    to output: ([UInt8]) throws(E) -> Void
  ) throws -> [Finding] {
    let workbook = try Workbook.read(path: path, limits: limits)
    var writer = CellLineWriter()
    for sheet in workbook.sheets {
      writer.begin(sheet: sheet.name, file: file)
      let store = sheet.packed
      for cell in store.cells {
        writer.add(cell, of: store)
        if writer.buffer.count > 1 << 16 { try writer.take(output) }
      }
    }
    for listing in workbook.listing {
      writer.begin(sheet: listing.name, file: file)
      writer.addSheet(
        state: listing.state, merges: listing.sheet.map { workbook.sheets[$0].merges } ?? [])
    }
    try writer.take(output)
    return workbook.findings
  }
}
