package import CellGrid
import VietText

/// What a unit's name stands for, whatever its spelling.
package struct UnitKey: Hashable, Sendable, Comparable {
  package let text: String

  /// «Sở KH&CN», «Sở KHCN», «Sở Khoa học và Công nghệ tỉnh …» are one. Joining words and places
  /// at the end say nothing about which unit it is.
  package init(_ name: String) {
    let words = TextKey(name).text.split(separator: " ").filter { $0 != "và" && $0 != "với" }
    text = words.joined(separator: " ")
  }

  package static func < (left: UnitKey, right: UnitKey) -> Bool { left.text < right.text }
}

/// Agencies, their spellings, and who became whom when.
package struct UnitRegistry: Sendable {
  package static let builtIn = UnitRegistry()

  package init() {}

  /// The key of an agency's name, by which two spellings are known as one.
  package func key(of agency: String, asOf date: CalendarDate? = nil) -> UnitKey { UnitKey(agency) }

  /// The key of an office's name: «P.KHTC», «P.KH-TC» and «Phòng Kế hoạch - Tài chính» are one.
  package func key(ofOffice office: String) -> UnitKey { UnitKey(office) }
}
