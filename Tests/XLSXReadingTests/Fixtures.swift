import CellGrid
import Findings
import Glibc
import XLSXReading

/// The workbooks beside the tests, and how what was read is told line by line.
enum Fixtures {
  static let folder: String = {
    let path = #filePath
    return path[..<(path.lastIndex(of: "/") ?? path.endIndex)] + "/Fixtures"
  }()

  /// Names of the workbooks, without their ending, sorted.
  static let names: [String] = {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".xlsx") { names.append(String(name.dropLast(5))) }
    }
    return names.sorted()
  }()

  static func bytes(_ file: String) -> [UInt8] {
    guard let handle = fopen("\(folder)/\(file)", "rb") else { return [] }
    defer { fclose(handle) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, handle)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  /// What a workbook should give, as its TSV says.
  static func expected(_ name: String) -> Set<String> {
    let text = String(decoding: bytes("\(name).tsv"), as: UTF8.self)
    return Set(text.split(separator: "\n").map { line(of: String($0)) })
  }

  /// A line with its number spelled as Swift does.
  private static func line(of text: String) -> String {
    let parts = text.split(separator: "\t", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[2] == "n", let number = Double(parts[3]) else { return text }
    return "\(parts[0])\t\(parts[1])\tn\t\(number)"
  }

  /// Reads bytes and tells all that was read, or the refusal.
  static func told(_ bytes: [UInt8], _ way: ReadWay, limits: ReadLimits = ReadLimits()) -> [String]
  {
    do throws(ReadFailure) {
      return told(try Workbook.read(bytes: bytes, name: "a.xlsx", limits: limits, way: way))
    } catch {
      return ["refused\t\(error.reason)"]
    }
  }

  static func told(_ workbook: Workbook) -> [String] {
    var lines: [String] = []
    for sheet in workbook.sheets {
      for row in sheet.rowIndexes {
        for cell in sheet.cells(inRow: row) {
          lines.append(told(sheet, cell))
          for run in sheet.richText[cell.address] ?? [] {
            let place = "\(sheet.name)!\(cell.address)"
            lines.append("run\t\(place)\t\(run.fontName ?? "")\t\(escaped(run.text))")
          }
        }
      }
      lines += sheet.merges.map { "merge\t\(sheet.name)\t\($0)" }
      lines += sheet.comments.map { "comment\t\(sheet.name)!\($0.key)\t\(escaped($0.value))" }
      if sheet.state != .visible { lines.append("state\t\(sheet.name)\t\(sheet.state.rawValue)") }
      lines.append("layout\t\(sheet.name)\t\(sheet.pageSetup) \(sheet.hiddenRows.sorted())")
      let heights = sheet.rowHeights.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }
      lines.append("heights\t\(sheet.name)\t\(heights)")
    }
    let counts = Dictionary(grouping: workbook.findings, by: \.code)
    lines += counts.map { "finding\t\($0.key.rawValue)\t\($0.value.count)" }.sorted()
    return lines
  }

  private static func told(_ sheet: Sheet, _ cell: Sheet.Cell) -> String {
    let (kind, value) =
      switch cell.value {
      case .blank: ("blank", "\(cell.style ?? -1)")
      case .text(let text): ("s", escaped(text))
      case .number(let number): ("n", "\(number)")
      case .boolean(let flag): ("b", "\(flag)")
      case .error(let text): ("e", text)
      case .date(let date, _): ("d", "\(date)")
      }
    return "\(sheet.name)\t\(cell.address)\t\(kind)\t\(value)"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
