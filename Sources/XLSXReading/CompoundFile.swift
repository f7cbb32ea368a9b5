/// Looks into an OLE2 compound file just far enough to say what it is.
enum CompoundFile {
  /// What the names in its directory show; nil for an encrypted workbook.
  static func kind(_ bytes: [UInt8]) -> FileKind? {
    if holds("EncryptedPackage", bytes) || holds("EncryptionInfo", bytes) { return nil }
    if holds("Workbook", bytes) || holds("Book", bytes) { return .legacyExcel }
    return .otherCompound
  }

  /// Whether the directory holds an entry of that name: UTF-16, at the start of a 128-byte
  /// record, ended by a zero.
  private static func holds(_ name: String, _ bytes: [UInt8]) -> Bool {
    var pattern: [UInt8] = []
    for byte in name.utf8 { pattern += [byte, 0] }
    pattern += [0, 0]
    var place = 512
    while place <= bytes.count - pattern.count {
      if bytes[place] == pattern[0], bytes[place..<place + pattern.count].elementsEqual(pattern) {
        return true
      }
      place += 128
    }
    return false
  }
}
