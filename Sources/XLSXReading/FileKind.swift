import Findings

/// What a file under a workbook's name may turn out to be.
package enum FileKind: String, Sendable, CaseIterable {
  case legacyExcel, binaryExcel, openDocument, openDocumentOther, word, powerPoint
  case pdf, html, xml, csv, richText, picture, rar, sevenZip, gzip, otherCompound, unknown

  /// The kind by a file's first bytes; nil for a ZIP archive, which must be opened to tell.
  static func sniff(_ head: [UInt8]) -> FileKind? {
    if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
      return nil
    }
    let signatures: [([UInt8], FileKind)] = [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .otherCompound),
      (Array("%PDF".utf8), .pdf), (Array("{\\rtf".utf8), .richText),
      (Array("Rar!".utf8), .rar), ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
      ([0x1F, 0x8B], .gzip), ([0x89, 0x50, 0x4E, 0x47], .picture), ([0xFF, 0xD8, 0xFF], .picture),
      (Array("GIF8".utf8), .picture), ([0x09, 0x08], .legacyExcel), ([0x09, 0x04], .legacyExcel),
      ([0x09, 0x02], .legacyExcel), ([0x09, 0x00, 0x04, 0x00], .legacyExcel),
    ]
    for (signature, kind) in signatures where head.starts(with: signature) { return kind }
    return sniffText(head)
  }

  /// HTML, XML and tables as text; whatever else has control bytes is unknown.
  private static func sniffText(_ head: [UInt8]) -> FileKind {
    var text = head.prefix(1024)
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    let isWide = text.starts(with: [0xFF, 0xFE]) || text.starts(with: [0xFE, 0xFF])
    if isWide { text = ArraySlice(text.dropFirst(2).filter { $0 != 0 }) }
    let letters = text.drop { $0 == 0x20 || (9...13).contains($0) }.map { byte in
      (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
    func has(_ word: String) -> Bool { letters.starts(with: Array(word.utf8)) }
    if has("<!doctype html") || has("<html") || has("<table") || has("<head") || has("<meta") {
      return .html
    }
    if has("<") { return .xml }
    if has("mime-version:") { return .html }
    let isText = !letters.isEmpty && letters.allSatisfy { $0 >= 0x20 || (9...13).contains($0) }
    return isText ? .csv : .unknown
  }
}

extension FileKind {
  /// What it is, and how to get a workbook out of it.
  var message: Message {
    let save = Message(
      vi: "Hãy mở bằng Excel, chọn Lưu thành (Save As) «Excel Workbook (*.xlsx)», "
        + "rồi dùng tệp vừa lưu; chỉ đổi đuôi tệp thì không được.",
      en: "Open it in Excel, choose Save As 'Excel Workbook (*.xlsx)' and use that file; "
        + "changing the ending of the name is not enough.")
    let again = Message(
      vi: "Hãy xin lại đúng tệp bảng tính .xlsx từ nơi gửi.",
      en: "Ask the sender for the .xlsx workbook itself.")
    let (vi, en, advice): (String, String, Message) =
      switch self {
      case .legacyExcel: ("tệp Excel đời cũ (.xls)", "an old Excel file (.xls)", save)
      case .binaryExcel: ("tệp Excel nhị phân (.xlsb)", "a binary Excel file (.xlsb)", save)
      case .openDocument: ("bảng tính OpenDocument (.ods)", "an OpenDocument sheet (.ods)", save)
      case .openDocumentOther:
        ("tài liệu OpenDocument (.odt, .odp …)", "an OpenDocument file (.odt, .odp …)", again)
      case .word: ("văn bản Word (.docx)", "a Word document (.docx)", again)
      case .powerPoint: ("bản trình chiếu PowerPoint (.pptx)", "a presentation (.pptx)", again)
      case .pdf: ("tệp PDF", "a PDF file", again)
      case .html: ("trang HTML mang đuôi bảng tính", "an HTML page named as a workbook", save)
      case .xml: ("tệp XML", "an XML file", save)
      case .csv: ("tệp văn bản hoặc CSV", "a text or CSV file", save)
      case .richText: ("văn bản RTF", "an RTF document", again)
      case .picture: ("tệp ảnh", "a picture", again)
      case .rar, .sevenZip, .gzip:
        (
          "tệp nén", "a compressed archive",
          Message(
            vi: "Hãy giải nén rồi chọn tệp .xlsx.", en: "Unpack it and choose the .xlsx file.")
        )
      case .otherCompound:
        ("tệp Office đời cũ (.doc, .xls …)", "an old Office file (.doc, .xls …)", save)
      case .unknown: ("tệp không rõ loại", "a file of unknown kind", again)
      }
    return Message(
      vi: "đây là \(vi), không phải bảng tính .xlsx. \(advice.vietnamese)",
      en: "this is \(en), not an .xlsx workbook. \(advice.english)")
  }
}
