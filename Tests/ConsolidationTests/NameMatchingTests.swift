import AppendixModel
import Consolidation
import MatchingQuality
import Testing

/// Plain tables of names: what makes two names one, told by small tables.
@Suite struct NameMatchingTests {
  static func consolidated(_ appendices: [Appendix]) throws -> Consolidated {
    let template = try AppendixTemplate.builtIn("danh-sach-ten")
    return try Consolidator(template: template, settings: ConsolidationSettings())
      .consolidate(appendices)
  }

  static func table(_ input: Int, _ names: [String], _ columns: [String: [String]] = [:])
    -> Appendix
  {
    var appendix = LabelledPlans.table(InputID(input), names)
    for row in names.indices {
      appendix.sections[0].items[row].extras = columns.keys.sorted().map { header in
        ExtraField(header: header, field: Field(columns[header]?[row] ?? ""))
      }
    }
    return appendix
  }

  /// Rows, from one, of pairs that were merged or proposed to be.
  static func taken(_ consolidated: Consolidated) -> Set<String> {
    let pairs = consolidated.merged + consolidated.review.filter { $0.proposal == .merge }
    return Set(
      pairs.map { pair in
        [pair.left, pair.right].sorted { $0.origin.file < $1.origin.file }
          .map { String($0.origin.row + 1) }.joined(separator: "-")
      })
  }

  static let others = [
    "Tallow Kettle - KT200", "Brill Toaster Oven - TO88X", "Corvo Desk Lamp - DL12",
    "Quince Wall Clock - WC7", "Marrow Garden Hose 30 m - GH30",
  ]

  @Test(arguments: [
    ("Vestra Turntable - PSLX350H", "Vestra PS-LX350H Belt Drive Turntable"),
    ("Vestra Digital Camera - SD880IS", "Vestra Shotline SD880 IS Camera - Silver - 3197B001"),
    ("Orlan Washer - WFW8300SWH", "Orlan WFW8300SW 27' Front-Load Washer"),
    ("Orlan Receiver - TXSR606B", "Orlan TX-SR606 A/V Receiver"),
  ])
  func `a model number is known however it is parted or cut`(left: String, right: String) throws {
    let merged = try Self.consolidated([
      Self.table(0, [left] + Self.others), Self.table(1, Self.others.reversed() + [right]),
    ])
    #expect(Self.taken(merged).contains("1-6"), "\(merged.apart)")
  }

  @Test(arguments: [
    ("Annual report of the harbour, part 2", "Annual report of the harbour, part 3"),
    ("Proceedings of the reef council 1998", "Proceedings of the reef council 2001"),
    ("Handbook of tides, volume IV", "Handbook of tides, volume II"),
    ("Vestra Stereo Receiver - KX100B", "Vestra Stereo Receiver - KX200B"),
  ])
  func `names that differ in a number alone are two things`(left: String, right: String) throws {
    let merged = try Self.consolidated([
      Self.table(0, [left] + Self.others), Self.table(1, Self.others + [right]),
    ])
    #expect(!Self.taken(merged).contains("1-6"), "\(merged.review) \(merged.merged)")
  }

  @Test func `equal titles are told apart by what stands beside them`() throws {
    let titles = Self.others + ["Editorial", "Editorial", "Keynote"]
    let authors = [
      "A. Moss", "B. Fen", "C. Heath", "D. Brook", "E. Vale", "F. Dune", "G. Cliff", "H. Bay",
    ]
    let years = ["1990", "1991", "1992", "1993", "1994", "1995", "1996", "1997"]
    let order = [6, 5, 0, 1, 2, 3, 4, 7]
    let merged = try Self.consolidated([
      Self.table(0, titles, ["authors": authors, "year": years]),
      Self.table(
        1, order.map { titles[$0] },
        ["authors": order.map { authors[$0] }, "year": order.map { years[$0] }]),
    ])
    #expect(Self.taken(merged) == ["1-3", "2-4", "3-5", "4-6", "5-7", "6-2", "7-1", "8-8"])
  }

  @Test func `running numbers beside the names say nothing`() throws {
    let names = Self.others
    let numbers = names.indices.map { String($0 + 1) }
    let merged = try Self.consolidated([
      Self.table(0, names, ["ref no": numbers]),
      Self.table(1, names.reversed(), ["ref no": numbers]),
    ])
    #expect(Self.taken(merged) == ["1-5", "2-4", "3-3", "4-2", "5-1"])
    #expect(merged.merged.allSatisfy { !$0.evidence.reasons.contains { $0.code == "column" } })
  }

  @Test func `the numbers really used are told`() throws {
    let merged = try Self.consolidated([Self.table(0, Self.others), Self.table(1, Self.others)])
    #expect(merged.matching != MatchSettings())
    var own = ConsolidationSettings()
    own.matching.automaticScore = 71
    let template = try AppendixTemplate.builtIn("danh-sach-ten")
    let chosen = try Consolidator(template: template, settings: own)
      .consolidate([Self.table(0, Self.others), Self.table(1, Self.others)])
    #expect(chosen.matching.automaticScore == 71)
  }

  @Test func `evidence adds up to its score`() throws {
    let merged = try Self.consolidated([
      Self.table(
        0, Self.others + ["Vestra Turntable - PSLX350H"], ["price": ["1", "2", "3", "4", "5", "6"]]),
      Self.table(1, Self.others + ["Vestra PS-LX350H"], ["price": ["1", "2", "3", "4", "5", "7"]]),
    ])
    let pairs = merged.merged + merged.review + merged.apart
    #expect(!pairs.isEmpty)
    for pair in pairs {
      let sum = pair.evidence.reasons.reduce(0) { $0 + $1.points }
      #expect(abs(sum - pair.evidence.score) < 0.01, "\(pair.evidence)")
    }
  }
}
