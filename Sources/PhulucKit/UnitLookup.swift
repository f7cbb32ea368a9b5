package import AppendixModel
package import CellGrid
import Findings
import Foundation
import StrictYAML

/// Looks up agencies in the registry: what a name stood for on a day, who followed, why.
public struct UnitLookup: Sendable {
  package let registry: UnitRegistry
  package let date: CalendarDate

  /// - Parameters:
  ///   - asOf: the day asked about, such as `2025-04-01` or `01/4/2025`; nil is today.
  ///   - unitsFile: an office's own units, which come before the built-in ones.
  public init(asOf: String? = nil, unitsFile: String? = nil) throws(RunFailure) {
    if let asOf {
      guard let date = CalendarDate(written: asOf) else {
        throw RunFailure(JobFault.badDate(asOf))
      }
      self.date = date
    } else {
      date = .today()
    }
    registry = try OfficeKnowledge(registry: unitsFile).registry
  }

  /// What is known of a name, for people; `vi` or `en`.
  public func describe(_ name: String, language code: String = "vi") -> [String] {
    registry.find(name, asOf: date).lines(
      asOf: date, in: Language(rawValue: code) ?? .vietnamese)
  }

  /// Whether the registry knows the name at all.
  public func knows(_ name: String) -> Bool {
    registry.find(name, asOf: date).standing != .unknown
  }

  /// What is known of a name, for machines.
  public func record(_ name: String) -> UnitRecord {
    UnitRecord(registry.find(name, asOf: date), asOf: date)
  }

  /// The units that exist on the day, in the registry's order.
  public func units() -> [String] {
    registry.names.filter { name in registry.eras(of: name).contains { $0.contains(date) } }
  }

  /// The provinces and cities of the day.
  public func provinces() -> [String] {
    registry.provinces.all(asOf: date).map { province in
      let parts = province.predecessors.filter { $0 != province.name }
      let origin =
        parts.isEmpty || province.predecessors.count == 1
        ? "" : " (\(province.predecessors.joined(separator: " + ")))"
      return "\(province.title)\(origin)"
    }
  }
}

/// An answer of the registry as JSON.
public struct UnitRecord: Codable, Sendable {
  /// As asked.
  public var query: String
  /// The day asked about.
  public var asOf: String
  /// The full name; the query where it is unknown.
  public var name: String
  /// `exists`, `ended`, `notYet` or `unknown`.
  public var standing: String
  /// First day, or where it came from.
  public var from: String?
  /// Last day, where it has ended or will.
  public var until: String?
  /// Who does the work on the day; empty where nobody followed by rule.
  public var current: [String]
  /// The same name stands for another body before or after.
  public var nameShared: Bool
  /// The change it began with.
  public var madeOf: Step?
  /// The change it ended with.
  public var became: Step?
  /// Functions that came or went.
  public var moved: [Moved]
  /// What a person must find out.
  public var question: String?
  /// What else is known.
  public var note: String?
  /// The name that a query without its diacritics was read as.
  public var readAs: String?
  /// Names that an unknown one may stand for, nearest first.
  public var suggestions: [String]

  /// A change of the unit.
  public struct Step: Codable, Sendable {
    /// First day of the new state.
    public var date: String
    /// First day, or where it came from.
    public var from: [String]
    /// Where it went.
    public var to: [String]
    /// Which part of the work.
    public var what: String
    /// The document that says so.
    public var source: String
    /// `high`, `medium` or `low`.
    public var certainty: String
  }

  /// A function that came or went.
  public struct Moved: Codable, Sendable {
    /// First day of the new state.
    public var date: String
    /// What moved.
    public var function: String
    /// First day, or where it came from.
    public var from: String
    /// Where it went.
    public var to: String
  }

  init(_ answer: UnitAnswer, asOf date: CalendarDate) {
    query = answer.query
    asOf = date.description
    note = answer.note.isEmpty ? nil : answer.note
    readAs = answer.readAs
    suggestions = answer.suggestions
    name = answer.name
    standing =
      switch answer.standing {
      case .exists: "exists"
      case .ended: "ended"
      case .notYet: "notYet"
      case .unknown: "unknown"
      }
    from = answer.from?.description
    until = answer.until?.description
    current = answer.current
    nameShared = answer.isNameShared
    madeOf = answer.beginning.map(Step.init)
    became = answer.ending.map(Step.init)
    moved = answer.moved.map {
      Moved(date: $0.date.description, function: $0.function, from: $0.from, to: $0.to)
    }
    question = answer.question?.vietnamese
  }

  /// One line of JSON with sorted keys.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}

extension UnitRecord.Step {
  init(_ step: UnitAnswer.Step) {
    self.init(
      date: step.date.description, from: step.from, to: step.to, what: step.what,
      source: step.source, certainty: step.certainty)
  }
}
