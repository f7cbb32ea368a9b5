/// The registry as data: `danh-muc-don-vi.yaml`, and what an office adds in a file of its own.
/// Days are written `2025-03-01`.
package struct UnitRegistryFile: Codable, Sendable {
  package static let currentSchema = "phuluc/units/1"

  package var schema: String
  /// Agencies, in the order in which they are listed.
  package var units: [Unit]?
  package var changes: [Change]?
  package var transfers: [Transfer]?
  /// Levels of government that ended.
  package var levels: [Level]?
  package var communeOffices: CommuneOffices?
  package var provinces: [Province]?

  /// Short forms that stand for several names.
  package var ambiguous: [Ambiguous]?

  package struct Ambiguous: Codable, Sendable {
    package var spelling: String
    package var names: [String]
  }

  package struct Unit: Codable, Sendable {
    package var name: String
    /// Spellings that are no plain abbreviation of the name.
    package var spellings: [String]?
    /// First day, where the unit is younger than the registry.
    package var from: String?
    /// Last day, where the unit ended without a successor.
    package var until: String?
    /// What to tell someone who looks for a successor.
    package var ask: String?
    package var note: String?
    /// Whether it stands above departments: a title block names it before the office itself.
    package var isSuperior: Bool?
  }

  /// Units that became other ones on a day.
  package struct Change: Codable, Sendable {
    package enum Kind: String, Codable, Sendable { case merge, rename, split }
    package var kind: Kind
    /// The first day of what it became.
    package var date: String
    package var from: [String]
    package var to: [String]
    package var what: String?
    package var source: String?
    package var certainty: String?
    package var note: String?
  }

  /// A function that went to another unit.
  package struct Transfer: Codable, Sendable {
    package var date: String
    package var function: String
    package var from: String
    package var to: String
    package var source: String?
    package var certainty: String?
  }

  package struct Level: Codable, Sendable {
    /// Words in a name by which the level is known.
    package var words: [String]
    /// Last day of a level that ended.
    package var until: String?
    /// First day of a level that is new.
    package var from: String?
    /// The day on which a level that goes on was made anew: one name may mean two bodies.
    package var remade: String?
    package var ask: String
    package var source: String?
  }

  package struct CommuneOffices: Codable, Sendable {
    package var from: String
    package var names: [String]
    package var source: String?
  }

  package struct Province: Codable, Sendable {
    package var code: String
    package var name: String
    /// Tỉnh or Thành phố.
    package var type: String
    /// First day of the merged province.
    package var from: String?
    /// The provinces it was made of; missing where it was left alone.
    package var predecessors: [String]?
    /// Those of the predecessors that were cities under the central government.
    package var predecessorCities: [String]?
    /// Later changes of type.
    package var later: [TypeChange]?
    package var source: String?
    package var spellings: [String]?
    package var predecessorSpellings: [String: [String]]?
  }

  package struct TypeChange: Codable, Sendable {
    package var date: String
    package var type: String
    package var source: String?
  }
}
