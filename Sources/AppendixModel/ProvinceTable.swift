package import CellGrid
import StrictYAML
import VietText

/// The provinces and cities under the central government, before and after 2025.
package struct ProvinceTable: Sendable {
  /// A province over the time that its borders and name were the same.
  package struct Province: Hashable, Sendable {
    package var name: String
    /// Tỉnh or Thành phố.
    package var type: String
    package var code: String
    package var from: CalendarDate?
    package var until: CalendarDate?
    /// What it became; nil where it goes on.
    package var successor: String?
    /// What it was made of; empty where nothing is known before it.
    package var predecessors: [String]
    package var source: String

    package func contains(_ date: CalendarDate) -> Bool {
      (from.map { $0.dayOnly <= date.dayOnly } ?? true)
        && (until.map { date.dayOnly <= $0.dayOnly } ?? true)
    }

    /// «Tỉnh …», «Thành phố …».
    package var title: String { "\(type) \(name)" }
  }

  private var entries: [UnitRegistryFile.Province]
  /// By key of name or spelling, oldest first.
  private var byKey: [String: [Province]] = [:]
  /// The most words of a name.
  private(set) var longestName = 0

  init(_ entries: [UnitRegistryFile.Province]) { self.entries = entries }

  init(
    _ base: ProvinceTable, adding more: [UnitRegistryFile.Province], file: String
  ) throws(YAMLFailure) {
    entries = more + base.entries
    for entry in entries { try add(entry, file) }
    longestName = byKey.keys.map { $0.split(separator: " ").count }.max() ?? 0
  }

  /// How many there are on a day.
  package func all(asOf date: CalendarDate) -> [Province] {
    var seen = Set<Province>()
    return byKey.values.joined().filter { $0.contains(date) && seen.insert($0).inserted }
      .sorted { ($0.code, $0.name) < ($1.code, $1.name) }
  }

  /// Every province that ever bore the name, oldest first.
  package func named(_ name: String) -> [Province] {
    byKey[Self.key(name)] ?? []
  }

  /// Every spelling with the name that it stands for.
  var spellings: [(spelling: String, name: String)] {
    entries.flatMap { entry -> [(spelling: String, name: String)] in
      let own = [entry.name] + (entry.spellings ?? [])
      let former = (entry.predecessors ?? []).flatMap { part in
        ([part] + (entry.predecessorSpellings?[part] ?? [])).map { (spelling: $0, name: part) }
      }
      return own.map { (spelling: $0, name: entry.name) } + former
    }
  }

  static func key(_ name: String) -> String {
    UnitKey.words(name).joined(separator: " ")
  }

  private mutating func add(_ entry: UnitRegistryFile.Province, _ file: String) throws(YAMLFailure)
  {
    let start = try entry.from.map { text throws(YAMLFailure) in
      try UnitRegistry.day(text, file)
    }
    let source = entry.source ?? ""
    let parts = entry.predecessors ?? []
    var eras: [Province] = []
    var current = Province(
      name: entry.name, type: entry.type, code: entry.code, from: start, until: nil, successor: nil,
      predecessors: parts, source: source)
    for later in entry.later ?? [] {
      let date = try UnitRegistry.day(later.date, file)
      var before = current
      before.until = CalendarDate(daysSince1970: date.daysSince1970 - 1)
      before.successor = entry.name
      eras.append(before)
      current = Province(
        name: entry.name, type: later.type, code: entry.code, from: date, until: nil,
        successor: nil, predecessors: [entry.name], source: later.source ?? source)
    }
    eras.append(current)
    let lastDay = start.flatMap { CalendarDate(daysSince1970: $0.daysSince1970 - 1) }
    for part in parts {
      let isCity = entry.predecessorCities?.contains(part) ?? false
      let old = Province(
        name: part, type: isCity ? "Thành phố" : "Tỉnh", code: part == entry.name ? entry.code : "",
        from: nil, until: lastDay, successor: entry.name, predecessors: [], source: source)
      let spellings =
        (entry.predecessorSpellings?[part] ?? [])
        + (part == entry.name ? entry.spellings ?? [] : [])
      for spelling in [part] + spellings { insert(old, Self.key(spelling)) }
    }
    for era in eras {
      for spelling in [entry.name] + (entry.spellings ?? []) { insert(era, Self.key(spelling)) }
    }
  }

  private mutating func insert(_ province: Province, _ key: String) {
    for key in [key, key.hasPrefix("thành phố ") ? String(key.dropFirst(10)) : key] {
      var list = byKey[key] ?? []
      guard !list.contains(province) else { continue }
      list.append(province)
      list.sort { ($0.from?.daysSince1970 ?? .min) < ($1.from?.daysSince1970 ?? .min) }
      byKey[key] = list
    }
  }

  /// A province's name at the end of a name, with the words before it: «… tỉnh Cao Bằng».
  func trailing(in words: [Substring]) -> (count: Int, provinces: [Province])? {
    for count in stride(from: min(longestName, words.count), to: 0, by: -1) {
      guard let found = byKey[words.suffix(count).joined(separator: " ")] else { continue }
      var taken = count
      let before = words.dropLast(count)
      if before.last == "tỉnh" {
        taken += 1
      } else if before.suffix(2).elementsEqual(["thành", "phố"]) {
        taken += 2
      }
      return (taken, found)
    }
    return nil
  }
}
