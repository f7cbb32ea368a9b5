/// ZIP archives without compression: enough to make workbooks of any parts, and to take such
/// workbooks apart again, without the library under test.
package struct StoredArchive: Sendable {
  package var parts: [(name: String, content: [UInt8])]

  package init(_ parts: [(name: String, content: [UInt8])]) { self.parts = parts }

  /// The parts of an archive whose entries are all stored; nil for any other.
  package init?(reading bytes: [UInt8]) {
    parts = []
    var place = 0
    func number(_ offset: Int, _ width: Int) -> Int {
      (0..<width).reduce(0) { $0 | Int(bytes[place + offset + $1]) << (8 * $1) }
    }
    while place + 30 <= bytes.count, number(0, 4) == 0x0403_4B50 {
      let size = number(18, 4)
      let start = place + 30 + number(26, 2) + number(28, 2)
      guard number(8, 2) == 0, number(6, 2) & 8 == 0, start + size <= bytes.count else {
        return nil
      }
      let name = bytes[place + 30..<place + 30 + number(26, 2)]
      parts.append((String(decoding: name, as: UTF8.self), Array(bytes[start..<start + size])))
      place = start + size
    }
    guard !parts.isEmpty else { return nil }
  }

  /// The archive's bytes.
  package var bytes: [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    func little(_ value: Int, _ width: Int) -> [UInt8] {
      (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    for (name, content) in parts {
      let common =
        little(20, 2) + little(0x0800, 2) + little(0, 2) + little(0, 2) + little(0x2821, 2)
        + little(Int(Self.checksum(content)), 4) + little(content.count, 4)
        + little(content.count, 4) + little(name.utf8.count, 2) + little(0, 2)
      directory += little(0x0201_4B50, 4) + little(20, 2) + common
      directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4)
      directory += little(body.count, 4) + Array(name.utf8)
      body += little(0x0403_4B50, 4) + common + Array(name.utf8) + content
    }
    let end =
      little(0x0605_4B50, 4) + little(0, 2) + little(0, 2) + little(parts.count, 2)
      + little(parts.count, 2) + little(directory.count, 4) + little(body.count, 4) + little(0, 2)
    return body + directory + end
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }

  /// CRC-32 as ZIP has it.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { $0 >> 8 ^ table[Int(($0 ^ UInt32($1)) & 0xFF)] }
  }

  /// A workbook of one sheet around parts given as text; a part that is nil is left out.
  package static func workbook(
    sheet: [UInt8], texts: [UInt8]? = nil, styles: [UInt8]? = nil
  ) -> [UInt8] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relationships(_ entries: [(String, String)]) -> [UInt8] {
      let list = entries.enumerated().map { index, entry in
        "<Relationship Id=\"rId\(index + 1)\" Type=\"\(office)/\(entry.0)\" Target=\"\(entry.1)\"/>"
      }
      return Array(
        ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
          + list.joined() + "</Relationships>").utf8)
    }
    let workbook =
      "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
      + "xmlns:r=\"\(office)\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
      + "</workbook>"
    var entries = [("worksheet", "worksheets/sheet1.xml")]
    var parts = [
      ("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")])),
      ("xl/workbook.xml", Array(workbook.utf8)), ("xl/worksheets/sheet1.xml", sheet),
    ]
    if let texts {
      entries.append(("sharedStrings", "sharedStrings.xml"))
      parts.append(("xl/sharedStrings.xml", texts))
    }
    if let styles {
      entries.append(("styles", "styles.xml"))
      parts.append(("xl/styles.xml", styles))
    }
    parts.append(("xl/_rels/workbook.xml.rels", relationships(entries)))
    return StoredArchive(parts).bytes
  }
}
