import CellGrid
import Findings
import Glibc
import Testing
import XLSXReading
import XLSXWriting

/// A workbook written into a folder of its own, which goes with the value.
final class WrittenWorkbook {
  let folder: String
  let path: String
  let findings: [Finding]

  static let day = CalendarDate(iso: "2025-03-31")

  init(_ pages: [Page], title: String = "Thử") throws {
    var template = Array("/tmp/phuluc-writing-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    folder = try #require(made)
    path = folder + "/a.xlsx"
    findings = try WorkbookWriter.write(
      pages, to: path, created: try #require(Self.day), title: title)
  }

  deinit {
    unlink(path)
    rmdir(folder)
  }

  func bytes() throws -> [UInt8] {
    let file = try #require(fopen(path, "rb"))
    defer { fclose(file) }
    fseek(file, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: ftell(file))
    rewind(file)
    let count = bytes.count
    #expect(fread(&bytes, 1, count, file) == count)
    return bytes
  }

  func sheets() throws -> [Sheet] { try Workbook.read(path: path).sheets }

  /// A part's text, taken out by the system's unzip.
  func part(_ name: String) throws -> String {
    let pipe = try #require(popen("unzip -p '\(path)' '\(name)'", "r"))
    defer { pclose(pipe) }
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = fread(&buffer, 1, 4096, pipe), count > 0 { text += buffer[..<count] }
    return String(decoding: text, as: UTF8.self)
  }
}

/// A page of texts.
func page(_ name: String, _ rows: [[String]]) -> Page {
  var page = Page(name: name)
  page.rows = rows.map { Page.Row($0.map { Page.Cell(.text($0)) }) }
  return page
}
