import TestSupport
import Testing
import XLSXReading

/// Whatever bytes are given: an answer or a refusal, never a trap, and the same by both ways.
@Suite struct MutationTests {
  /// Small limits keep each case short.
  private static let limits: ReadLimits = {
    var limits = ReadLimits()
    limits.expandedBytes = 4 << 20
    limits.partBytes = 2 << 20
    limits.cells = 20_000
    limits.seconds = 5
    return limits
  }()

  @Test(arguments: Fixtures.names)
  func changedBytesNeverTrap(name: String) {
    let original = Fixtures.bytes("\(name).xlsx")
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<60 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      if Int.random(in: 0..<4, using: &generator) == 0 {
        bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator))
      }
      _ = Fixtures.told(bytes, .fast, limits: Self.limits)
    }
  }

  @Test(arguments: Fixtures.names)
  func changedPartsGiveTheSameByBothWays(name: String) throws {
    guard let archive = StoredArchive(reading: Fixtures.bytes("\(name).xlsx")) else { return }
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<150 {
      var changed = archive
      let index = Int.random(in: 0..<changed.parts.count, using: &generator)
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        MarkupMutation.change(&changed.parts[index].content, using: &generator)
      }
      let bytes = changed.bytes
      let fast = Fixtures.told(bytes, .fast, limits: Self.limits)
      let judge = Fixtures.told(bytes, .judge, limits: Self.limits)
      #expect(
        fast == judge,
        "\(changed.parts[index].name): \(String(decoding: changed.parts[index].content, as: UTF8.self))"
      )
      if fast != judge { return }
    }
  }
}

/// Small changes that make markup nearly right.
enum MarkupMutation {
  private static let words: [String] = [
    "<", ">", "/", "\"", "'", "&", "&amp;", "&#0;", "&#xD800;", "&#10;", "]]>", "<![CDATA[x]]>",
    "<!--x-->", "<?x?>", " ", "\n", "\r\n", "\t", "\u{0}", "\u{1}", "\u{FFFE}", "é", "😀", "-1", "0",
    "1e999", "99999999999999999999", "1.5", "abc", "XFD1048577", "A0", "_x000D_", "_xD83D__xDE00_",
    " r=\"A1\"", " s=\"0\"", " t=\"s\"", " t=\"str\"", " x:y=\"1\"", " xmlns=\"\"", "<v>1</v>",
    "<c/>", "<c r=\"B2\"><v>5</v></c>", "<row/>", "</row>", "</c>", "</sheetData>", "<f>1</f>",
    "<is><t>x</t></is>", "<si><t>y</t></si>", "</sst>", "<v>", "</v>", "hidden=\"1\" ", "ht=\"x\" ",
  ]

  static func change(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes.remove(at: place)
    case 2:
      let length = min(Int.random(in: 1...40, using: &generator), bytes.count - place)
      bytes.removeSubrange(place..<place + length)
    case 3:
      let length = min(Int.random(in: 1...60, using: &generator), bytes.count - place)
      let target = Int.random(in: 0...bytes.count, using: &generator)
      bytes.insert(contentsOf: Array(bytes[place..<place + length]), at: target)
    case 4:
      let word = words.randomElement(using: &generator) ?? "<"
      bytes.insert(contentsOf: Array(word.utf8), at: place)
    default:
      // A word in the place of a value: between quotes or tags.
      let marks: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: ">")]
      guard let start = bytes[place...].firstIndex(where: marks.contains) else { return }
      let ends: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: "<")]
      guard let end = bytes[(start + 1)...].firstIndex(where: ends.contains) else { return }
      let word = words.randomElement(using: &generator) ?? ""
      bytes.replaceSubrange(start + 1..<end, with: Array(word.utf8))
    }
  }
}
