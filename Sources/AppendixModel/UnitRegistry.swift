import BuiltInTemplates
package import CellGrid
import Findings
package import StrictYAML
import VietText

/// Agencies, their spellings, and who became whom when.
///
/// Several departments kept their name over a merger, so a name alone doesn't say which unit is
/// meant: the date does. What the registry doesn't know it says so; it never guesses a successor.
package struct UnitRegistry: Sendable {
  /// `danh-muc-don-vi.yaml`. A test holds that it can be read.
  package static let builtIn: UnitRegistry =
    (try? UnitRegistry(
      yaml: String(decoding: BuiltInTemplates.registry, as: UTF8.self),
      file: "danh-muc-don-vi.yaml")) ?? UnitRegistry()

  /// One unit over the time that it was the same body.
  package struct Era: Hashable, Sendable {
    package var name: String
    /// First day; nil where the registry knows of none.
    package var from: CalendarDate?
    /// Last day; nil where it goes on.
    package var until: CalendarDate?
    /// Indexes of the changes it began and ended with.
    var beginning: Int?
    var ending: Int?

    package func contains(_ date: CalendarDate) -> Bool {
      (from.map { $0.dayOnly <= date.dayOnly } ?? true)
        && (until.map { date.dayOnly <= $0.dayOnly } ?? true)
    }
  }

  /// A change with its day read.
  struct DatedChange: Sendable {
    var date: CalendarDate
    var change: UnitRegistryFile.Change
  }

  private(set) var units: [UnitRegistryFile.Unit] = []
  private(set) var changes: [DatedChange] = []
  private(set) var transfers: [(date: CalendarDate, transfer: UnitRegistryFile.Transfer)] = []
  private(set) var levels: [UnitRegistryFile.Level] = []
  private(set) var communeOffices: UnitRegistryFile.CommuneOffices?
  private(set) var ambiguous: [UnitRegistryFile.Ambiguous] = []
  package private(set) var provinces: ProvinceTable = ProvinceTable([])

  /// Spellings by key: the index of the unit.
  private var index: [UnitKey: Int] = [:]
  /// By the index of the unit, oldest first.
  private var eras: [[Era]] = []

  package init() {}

  /// From YAML; `file` stands in messages.
  package init(yaml text: String, file: String) throws(YAMLFailure) {
    try self.init(UnitRegistry(), adding: text, file: file)
  }

  /// With the units and changes of an office's own file, which come before the ones there are.
  package func adding(yaml text: String, file: String) throws(YAMLFailure) -> UnitRegistry {
    try UnitRegistry(self, adding: text, file: file)
  }

  private init(_ base: UnitRegistry, adding text: String, file: String) throws(YAMLFailure) {
    let more = try StrictYAML.decode(UnitRegistryFile.self, from: text, file: file)
    guard more.schema == UnitRegistryFile.currentSchema else {
      throw YAMLFailure(
        file: file, line: nil,
        Message(
          vi: "không đọc được dạng «\(more.schema)»; dòng schema phải là "
            + "\(UnitRegistryFile.currentSchema).",
          en: "unknown schema “\(more.schema)”; expected \(UnitRegistryFile.currentSchema)."))
    }
    self = base
    units = (more.units ?? []) + base.units
    levels = (more.levels ?? []) + base.levels
    ambiguous = (more.ambiguous ?? []) + base.ambiguous
    communeOffices = more.communeOffices ?? base.communeOffices
    provinces = try ProvinceTable(base.provinces, adding: more.provinces ?? [], file: file)
    for change in more.changes ?? [] {
      changes.append(DatedChange(date: try Self.day(change.date, file), change: change))
    }
    changes.sort { $0.date < $1.date }
    for transfer in more.transfers ?? [] {
      transfers.append((try Self.day(transfer.date, file), transfer))
    }
    transfers.sort { $0.date < $1.date }
    for level in levels {
      for day in [level.from, level.until, level.remade].compactMap({ $0 }) {
        _ = try Self.day(day, file)
      }
    }
    try buildIndex(file)
  }

  static func day(_ text: String, _ file: String) throws(YAMLFailure) -> CalendarDate {
    guard let date = CalendarDate(iso: text) else {
      throw YAMLFailure(
        file: file, line: nil,
        Message(
          vi: "«\(text)» không phải ngày; hãy viết như 2025-03-01.",
          en: "“\(text)” is no day; write it like 2025-03-01."))
    }
    return date
  }

  private mutating func buildIndex(_ file: String) throws(YAMLFailure) {
    // Units that only changes name are units too.
    var known = Set(units.map { UnitKey($0.name) })
    for name in changes.flatMap({ $0.change.from + $0.change.to })
    where known.insert(UnitKey(name)).inserted {
      units.append(UnitRegistryFile.Unit(name: name))
    }
    index = [:]
    for (place, unit) in units.enumerated() {
      for spelling in [unit.name] + (unit.spellings ?? []) {
        let key = UnitKey(spelling)
        if index[key] == nil { index[key] = place }
      }
    }
    eras = []
    for unit in units {
      let from = try unit.from.map { text throws(YAMLFailure) in try Self.day(text, file) }
      let until = try unit.until.map { text throws(YAMLFailure) in try Self.day(text, file) }
      eras.append(eras(of: unit.name, from: from, until: until))
    }
  }

  private func eras(of name: String, from: CalendarDate?, until: CalendarDate?) -> [Era] {
    let key = UnitKey(name)
    var eras: [Era] = []
    var current: Era? = Era(name: name, from: from, until: nil)
    for (place, dated) in changes.enumerated() {
      let isSource = dated.change.from.contains { UnitKey($0) == key }
      let isResult = dated.change.to.contains { UnitKey($0) == key }
      let dayBefore = CalendarDate(daysSince1970: dated.date.daysSince1970 - 1)
      if isSource, var ended = current {
        ended.until = dayBefore
        ended.ending = place
        eras.append(ended)
        current = nil
      }
      if isResult {
        // A unit that nothing is known of before it was made begins here.
        if let open = current, open.from != nil || open.beginning != nil {
          eras.append(Era(name: name, from: open.from, until: dayBefore, beginning: open.beginning))
        }
        current = Era(name: name, from: dated.date, until: nil, beginning: place)
      }
    }
    if var last = current {
      last.until = until
      eras.append(last)
    }
    return eras
  }

  // MARK: - Names

  /// The key of an agency's name, by which two spellings are known as one. The day makes no
  /// difference to the key: a name kept over a merger stays one name.
  package func key(of agency: String, asOf date: CalendarDate? = nil) -> UnitKey {
    let key = UnitKey(agency)
    return index[key].map { UnitKey(units[$0].name) } ?? key
  }

  /// The key of an office's name: «P.KHTC», «P.KH-TC» and «Phòng Kế hoạch - Tài chính» are one.
  package func key(ofOffice office: String) -> UnitKey {
    let key = UnitKey(office: office)
    return index[key].map { UnitKey(units[$0].name) } ?? key
  }

  /// The name that the registry lists the agency under; nil where it knows none such.
  package func name(of agency: String) -> String? {
    index[UnitKey(agency)].map { units[$0].name }
  }

  /// Where the agency stands in the registry's order; nil where it knows none such.
  package func rank(of agency: String) -> Int? { index[UnitKey(agency)] }

  /// Every name listed, in order.
  package var names: [String] { units.map(\.name) }

  /// Every spelling that stands for a unit or a province, with the name that it is listed under.
  var spellings: [(spelling: String, name: String)] {
    units.flatMap { unit in
      ([unit.name] + (unit.spellings ?? [])).map { (spelling: $0, name: unit.name) }
    }
  }

  func unit(_ key: UnitKey) -> (unit: UnitRegistryFile.Unit, eras: [Era])? {
    index[key].map { (units[$0], eras[$0]) }
  }

  /// The times during which a name stood for the same body, oldest first.
  package func eras(of agency: String) -> [Era] { unit(UnitKey(agency))?.eras ?? [] }
}

extension CalendarDate {
  /// Without the time of day.
  var dayOnly: CalendarDate {
    var day = self
    day.secondOfDay = nil
    return day
  }
}
