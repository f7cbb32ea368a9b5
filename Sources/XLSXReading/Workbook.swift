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
    path: String, limits: ReadLimits = ReadLimits(), way: ReadWay = .fast
  ) throws(ReadFailure) -> Workbook {
    try read(FileBytes(path: path, limits: limits).memory, name: path, limits, way)
  }

  /// Reads a workbook that lies in memory; `name` is what messages call it.
  package static func read(
    bytes: [UInt8], name: String, limits: ReadLimits = ReadLimits(), way: ReadWay = .fast
  ) throws(ReadFailure) -> Workbook {
    try read(FileMemory(bytes), name: name, limits, way)
  }

  /// Reads a workbook from a file in bounded memory: the cells are handed over piece by piece with
  /// their sheet's name, and what is returned has none. A body that returns false stops.
  package static func stream(
    path: String, limits: ReadLimits = ReadLimits(),
    _ body: @escaping (String, CellStore) -> Bool
  ) throws(ReadFailure) -> Workbook {
    let memory = try FileBytes(path: path, limits: limits).memory
    var reader = try WorkbookReader.open(memory, name: path, limits: limits, way: .fast)
    var sheets: [Sheet] = []
    var goesOn = true
    for index in 0..<reader.count where goesOn {
      let name = reader.listed[index].name
      sheets.append(
        try reader.streamSheet(index) { store in
          goesOn = body(name, store)
          return goesOn
        })
    }
    return Workbook(sheets: sheets, findings: reader.findings, listing: reader.listing)
  }

  private static func read(
    _ memory: FileMemory, name: String, _ limits: ReadLimits, _ way: ReadWay
  ) throws(ReadFailure) -> Workbook {
    var reader = try WorkbookReader.open(memory, name: name, limits: limits, way: way)
    var sheets: [Sheet] = []
    for index in 0..<reader.count { sheets.append(try reader.sheet(index)) }
    return Workbook(sheets: sheets, findings: reader.findings, listing: reader.listing)
  }
}

/// How the large parts of a workbook are read. Both ways give the same cells and refusals; that
/// there are two is for tests to hold one against the other.
package enum ReadWay: Sendable {
  /// By the scanners, with expat as the judge wherever something unusual stands.
  case fast
  /// By expat alone.
  case judge
}
