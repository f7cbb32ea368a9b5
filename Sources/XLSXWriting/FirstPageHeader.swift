import CZip
import Findings

/// A header for the first page only, which libxlsxwriter can't write: it is put into the finished
/// sheet part.
struct FirstPageHeader {
  /// The sheet's place in the workbook, from zero.
  var sheet: Int
  /// Excel's header code; empty for no header on the first page.
  var text: String

  /// Puts the headers into the workbook's parts. The other parts are copied as they are.
  static func put(
    _ headers: [FirstPageHeader], into file: String, for path: String
  ) throws(WriteFailure) {
    var number: Int32 = 0
    guard let archive = unsafe zip_open(file, 0, &number) else {
      throw WriteFailure(path: path, reason: .notWritten(detail: "libzip \(number)"))
    }
    // libzip reads from these buffers until the archive is closed.
    var buffers: [UnsafeMutableRawBufferPointer] = unsafe []
    defer { unsafe buffers.forEach { unsafe $0.deallocate() } }
    for header in headers {
      let part = "xl/worksheets/sheet\(header.sheet + 1).xml"
      guard let old = unsafe read(part, from: archive), let new = header.insert(into: old) else {
        unsafe zip_discard(archive)
        throw WriteFailure(path: path, reason: .notWritten(detail: part))
      }
      let buffer = UnsafeMutableRawBufferPointer.allocate(
        byteCount: new.count, alignment: 1)
      unsafe buffer.copyBytes(from: new)
      unsafe buffers.append(buffer)
      guard unsafe replace(part, by: buffer, in: archive) else {
        unsafe zip_discard(archive)
        throw WriteFailure(path: path, reason: .notWritten(detail: part))
      }
    }
    if unsafe zip_close(archive) != 0 {
      let detail = unsafe zip_strerror(archive).map { unsafe String(cString: $0) } ?? "libzip"
      unsafe zip_discard(archive)
      throw WriteFailure(path: path, reason: .notWritten(detail: detail))
    }
  }

  private static func read(_ part: String, from archive: OpaquePointer) -> [UInt8]? {
    var status = unsafe zip_stat_t()
    guard unsafe zip_stat(archive, part, 0, &status) == 0,
      let file = unsafe zip_fopen(archive, part, 0)
    else { return nil }
    defer { _ = unsafe zip_fclose(file) }
    let size = unsafe Int(status.size)
    var read = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while read < size {
        guard let base = buffer.baseAddress else { break }
        let more = unsafe zip_fread(file, base + read, zip_uint64_t(size - read))
        guard more > 0 else { break }
        read += Int(more)
      }
      count = read
    }
    return read == size ? bytes : nil
  }

  private static func replace(
    _ part: String, by buffer: UnsafeMutableRawBufferPointer, in archive: OpaquePointer
  ) -> Bool {
    let index = unsafe zip_name_locate(archive, part, 0)
    guard index >= 0,
      let source = unsafe zip_source_buffer(
        archive, buffer.baseAddress, zip_uint64_t(buffer.count), 0)
    else { return false }
    let place = zip_uint64_t(index)
    guard unsafe zip_file_replace(archive, place, source, 0) == 0 else {
      unsafe zip_source_free(source)
      return false
    }
    // 1980-01-01, like libxlsxwriter's own parts.
    return unsafe zip_file_set_dostime(archive, place, 0, 0x21, 0) == 0
  }

  /// The part with the first page's own header; nil where it has no header to differ from.
  func insert(into part: [UInt8]) -> [UInt8]? {
    let opening = Array("<headerFooter>".utf8)
    let closing = Array("</headerFooter>".utf8)
    guard let start = Self.last(opening, in: part), let end = Self.last(closing, in: part),
      start < end
    else { return nil }
    let text = self.text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result.append(character)
      }
    }
    // The first page's header follows those of odd and even pages; none at all means none.
    let first = text.isEmpty ? "" : "<firstHeader>\(text)</firstHeader>"
    return part[..<start] + Array("<headerFooter differentFirst=\"1\">".utf8)
      + part[(start + opening.count)..<end] + Array(first.utf8) + part[end...]
  }

  private static func last(_ needle: [UInt8], in bytes: [UInt8]) -> Int? {
    var place = bytes.count - needle.count
    while place >= 0 {
      if bytes[place] == needle[0], bytes[place..<place + needle.count].elementsEqual(needle) {
        return place
      }
      place -= 1
    }
    return nil
  }
}
