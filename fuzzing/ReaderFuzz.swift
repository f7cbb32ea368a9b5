import CellGrid
import Glibc
import TestSupport
import XLSXReading

// Entry points of libFuzzer. What is fuzzed is told by the variable PHULUC_FUZZ:
// `sheet`, `texts` and `styles` take the bytes as that part of a workbook, `file` as the workbook.
// Both ways of reading must give the same; anything else ends the run with the input saved.

private let limits: ReadLimits = {
  var limits = ReadLimits()
  limits.expandedBytes = 8 << 20
  limits.partBytes = 4 << 20
  limits.cells = 100_000
  limits.seconds = 10
  return limits
}()

private let sheet = Array(
  ("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
    + "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45000</v></c><c r=\"B1\" t=\"s\"><v>0</v></c>"
    + "<c r=\"C1\" t=\"s\"><v>1</v></c></row></sheetData></worksheet>").utf8)

/// All that was read, as one text, or the refusal.
private func told(_ bytes: [UInt8], _ way: ReadWay) -> String {
  do throws(ReadFailure) {
    let workbook = try Workbook.read(bytes: bytes, name: "a.xlsx", limits: limits, way: way)
    var text = ""
    for sheet in workbook.sheets {
      text += "\(sheet.name) \(sheet.state) \(sheet.merges.count) \(sheet.hiddenRows.count)\n"
      for cell in sheet.packed.cells {
        text += "\(cell.address) \(cell.style ?? -1) \(sheet.packed.value(of: cell))\n"
      }
    }
    return text + "\(workbook.findings.count)"
  } catch {
    return "\(error.reason)"
  }
}

/// What libFuzzer calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  let bytes =
    switch target {
    case "sheet": StoredArchive.workbook(sheet: input)
    case "texts": StoredArchive.workbook(sheet: sheet, texts: input)
    case "styles": StoredArchive.workbook(sheet: sheet, styles: input)
    default: input
    }
  let fast = told(bytes, .fast)
  let judge = told(bytes, .judge)
  precondition(fast == judge, "the two ways differ:\n\(fast)\n---\n\(judge)")
  return 0
}

private let target = getenv("PHULUC_FUZZ").map { String(cString: $0) } ?? "file"
