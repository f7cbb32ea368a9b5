import VietText

/// What a unit's name stands for, whatever its spelling.
package struct UnitKey: Hashable, Sendable, Comparable {
  /// The words of the name's ``TextKey`` without joining words.
  package let text: String

  /// «Sở KH&CN», «Sở KHCN», «Sở Khoa học và Công nghệ», «Sở KHCN tỉnh» are one.
  package init(_ name: String) {
    var words = Self.words(name)
    // «Sở Nội vụ tỉnh» is «Sở Nội vụ»; «Công an tỉnh» stays.
    if words.first == "sở", words.count > 2, words.last == "tỉnh" { words.removeLast() }
    text = words.joined(separator: " ")
  }

  init(words: some Sequence<Substring>) { text = words.joined(separator: " ") }

  /// «Phòng KHTC Sở», «Phòng KHTC thuộc Sở» and «Phòng KHTC» are one office.
  package init(office name: String) {
    var words = Self.words(name)
    if words.count > 2, words.last == "sở" {
      words.removeLast()
      if words.last == "thuộc" || words.last == "của" { words.removeLast() }
    }
    text = words.joined(separator: " ")
  }

  static func words(_ name: String) -> [Substring] {
    TextKey(name).text.split(separator: " ").filter { $0 != "và" && $0 != "với" }
  }

  package static func < (left: UnitKey, right: UnitKey) -> Bool { left.text < right.text }
}
