public import Foundation

/// `run.json`: what a run read, did and wrote, for machines. The schema is stable.
public struct RunRecord: Codable, Sendable, Equatable {
  /// `phuluc/run/1`.
  public var schema = "phuluc/run/1"
  /// The version of phuluc that ran.
  public var version: String
  /// The report date, `2025-03-31`.
  public var asOf: String
  /// The id of the template.
  public var template: String
  public var settings: Settings
  public var inputs: [Input]
  public var balance: Balance
  public var items: [Item]
  public var review: [Review]
  public var conflicts: [Conflict]
  public var status: Status
  public var decisions: [Decision]
  public var notTaken: [NotTaken]
  public var findings: [FindingEntry]
  public var outputs: [Output]

  /// The settings in force, by input id.
  public struct Settings: Codable, Sendable, Equatable {
    public var wording: [String]
    public var leads: [String]
    public var rows: [String]
  }

  public struct Input: Codable, Sendable, Equatable {
    public var id: String
    public var file: String
    public var name: String
    public var sha256: String
    public var sheet: String
    public var items: Int
    public var subitems: Int
    public var sections: Int
  }

  /// Items in, merged away, out, and left out with a reason.
  public struct Balance: Codable, Sendable, Equatable {
    public var input: Int
    public var merged: Int
    public var output: Int
    public var rejected: Int
    public var balanced: Bool
  }

  public struct Source: Codable, Sendable, Equatable {
    /// The id of the input.
    public var input: String
    public var sheet: String
    /// The sheet's own row number, from 1, of the item's first row.
    public var row: Int
  }

  public struct Item: Codable, Sendable, Equatable {
    public var number: Int
    /// The number of its section, such as `IV`.
    public var section: String
    public var text: String
    /// The id of its status class.
    public var status: String
    public var done: Bool
    public var sources: [Source]
    /// `single`, `auto` or `reviewed`.
    public var decision: String
    /// 0 to 100; nil for a row from one source.
    public var score: Double?
    public var reasons: [String]
    /// For each column the cells that it came from: `{"lead": ["a.xlsx:PL!C9", …]}`.
    public var cells: [String: [String]]

    /// Writes `score` even where there is none, as `null`: the schema's keys are always there.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(number, forKey: .number)
      try container.encode(section, forKey: .section)
      try container.encode(text, forKey: .text)
      try container.encode(status, forKey: .status)
      try container.encode(done, forKey: .done)
      try container.encode(sources, forKey: .sources)
      try container.encode(decision, forKey: .decision)
      try container.encode(score, forKey: .score)
      try container.encode(reasons, forKey: .reasons)
      try container.encode(cells, forKey: .cells)
    }
  }

  public struct Review: Codable, Sendable, Equatable {
    public var sources: [Source]
    public var score: Double
    public var reasons: [String]
    /// `merge` or `keep`.
    public var proposal: String
  }

  public struct Conflict: Codable, Sendable, Equatable {
    public var item: Int
    /// The role of the column.
    public var column: String
    public var values: [Value]
    public var chosen: String
    public var rule: String

    public struct Value: Codable, Sendable, Equatable {
      public var input: String
      public var value: String
    }
  }

  public struct Status: Codable, Sendable, Equatable {
    public var total: Int
    public var done: Int
    /// Counts by status id.
    public var byStatus: [String: Int]
    public var bySection: [Group]
    public var byAgency: [Group]

    public struct Group: Codable, Sendable, Equatable {
      /// The section's number; nil for an agency.
      public var number: String?
      public var name: String
      public var total: Int
      public var done: Int
    }
  }

  public struct Decision: Codable, Sendable, Equatable {
    /// `applied`, `stale`, `unknown` or `contradictory`.
    public var state: String
    public var cell: String?
    public var message: String
  }

  public struct NotTaken: Codable, Sendable, Equatable {
    public var source: Source
    public var text: String
    public var reason: String
  }

  public struct FindingEntry: Codable, Sendable, Equatable {
    public var code: String
    public var severity: String
    public var file: String?
    public var sheet: String?
    public var cell: String?
    public var message: String
  }

  public struct Output: Codable, Sendable, Equatable {
    public var file: String
    public var sha256: String
  }

  /// The record as JSON: keys sorted, indented, a line feed at the end.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }
}
