package import CellGrid
package import Findings

/// A workbook as it was read: its sheets in the workbook's order, and what a person should know.
package struct Workbook: Sendable {
  package var sheets: [Sheet]
  package var findings: [Finding]
  /// Every sheet that the workbook lists, those without cells included.
  package var listing: [Listing] = []

  /// A sheet by its name; chart sheets and the like have no cells to read.
  package struct Listing: Sendable {
    package var name: String
    package var state: Sheet.State
    /// Index into ``Workbook/sheets``; nil for a sheet without cells.
    package var sheet: Int?
  }

  /// Reads a workbook from a file, or says why that can't be done.
  package static func read(
    path: String, limits: ReadLimits = ReadLimits()
  ) throws(ReadFailure) -> Workbook {
    let file = try FileBytes(path: path, limits: limits)
    return try read(bytes: file.bytes, name: path, limits: limits)
  }

  /// Reads a workbook that lies in memory; `name` is what messages call it.
  package static func read(
    bytes: [UInt8], name: String, limits: ReadLimits = ReadLimits()
  ) throws(ReadFailure) -> Workbook {
    var reader = try WorkbookReader.open(bytes: bytes, name: name, limits: limits)
    var sheets: [Sheet] = []
    for index in 0..<reader.count { sheets.append(try reader.sheet(index)) }
    return Workbook(sheets: sheets, findings: reader.findings, listing: reader.listing)
  }
}
