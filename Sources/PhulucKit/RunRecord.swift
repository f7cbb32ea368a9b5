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
  /// The settings in force.
  public var settings: Settings
  /// The tables that were merged, in the order given.
  public var inputs: [Input]
  /// The count of items.
  public var balance: Balance
  /// The rows of the output, in order.
  public var items: [Item]
  /// Pairs that a person must decide.
  public var review: [Review]
  /// Differing values in merged rows.
  public var conflicts: [Conflict]
  /// The figures of the report.
  public var status: Status
  /// The review workbooks whose decisions were replayed.
  public var decisionFiles: [Output]
  /// What became of each decision handed in.
  public var decisions: [Decision]
  /// Cells of agencies that the output names otherwise than their source.
  public var rewritings: [Rewriting]
  /// Rows left out, each with its reason.
  public var notTaken: [NotTaken]
  /// What a person should see.
  public var findings: [FindingEntry]
  /// The files written.
  public var outputs: [Output]

  /// The settings in force, by input id.
  public struct Settings: Codable, Sendable, Equatable {
    /// Whose wording is kept first.
    public var wording: [String]
    /// Whose agencies stand first.
    public var leads: [String]
    /// Whose rows come first between two shared tasks.
    public var rows: [String]
    /// `former` or `successors`: under which names agencies are listed.
    public var units: String
    /// Which of several statuses a merged row takes.
    public var status: String
    /// `with-unit` or `as-written`: how an office stands that several units have.
    public var offices: String
    /// The numbers by which pairs are merged, shown or kept apart.
    public var matching: [String: Double]
  }

  /// One table of one workbook.
  public struct Input: Codable, Sendable, Equatable {
    /// How the other parts of the record name it.
    public var id: String
    /// The file as the user named it.
    public var file: String
    /// How people call it.
    public var name: String
    /// The digest of the file.
    public var sha256: String
    /// The name of the sheet.
    public var sheet: String
    /// Numbered rows read.
    public var items: Int
    /// Sub-items read; they are not counted as items.
    public var subitems: Int
    /// Sections read.
    public var sections: Int
  }

  /// Items in, merged away, out, and left out with a reason.
  public struct Balance: Codable, Sendable, Equatable {
    /// Items read from all inputs.
    public var input: Int
    /// Items that went into another.
    public var merged: Int
    /// Items of the output.
    public var output: Int
    /// Items left out.
    public var rejected: Int
    /// Whether input = output + merged + rejected.
    public var balanced: Bool
  }

  /// Where a row was read.
  public struct Source: Codable, Sendable, Equatable {
    /// The id of the input.
    public var input: String
    /// The name of the sheet.
    public var sheet: String
    /// The sheet's own row number, from 1, of the item's first row.
    public var row: Int
  }

  /// One row of the output.
  public struct Item: Codable, Sendable, Equatable {
    /// Running number, from 1.
    public var number: Int
    /// The number of its section, such as `IV`.
    public var section: String
    /// The task in the wording that was kept.
    public var text: String
    /// The id of its status class.
    public var status: String
    /// Whether it counts as done.
    public var done: Bool
    /// The rows that it stands for.
    public var sources: [Source]
    /// `single`, `auto` or `reviewed`.
    public var decision: String
    /// 0 to 100; nil for a row from one source.
    public var score: Double?
    /// Why the sources are one, in Vietnamese, each with its signed points; they add up to `score`.
    public var reasons: [String]
    /// For each column the cells that it came from: `{"lead": ["a.xlsx:PL!C9", …]}`; an extra
    /// column goes by `extra:` and its header, the status by `status`.
    public var cells: [String: [String]]
    /// Sub-items and lead-in lines, in order.
    public var parts: [Part]

    /// A sub-item or lead-in line.
    public struct Part: Codable, Sendable, Equatable {
      /// `15.1`, `a)`; empty for a lead-in line.
      public var number: String
      /// What it says.
      public var text: String
      /// The rows that it stands for.
      public var sources: [Source]
      /// For each column the cells that it came from.
      public var cells: [String: [String]]
    }

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
      try container.encode(parts, forKey: .parts)
    }
  }

  /// A pair that a person must decide.
  public struct Review: Codable, Sendable, Equatable {
    /// The two rows.
    public var sources: [Source]
    /// 0 to 100.
    public var score: Double
    /// The evidence, in Vietnamese, each with its signed points; they add up to `score`.
    public var reasons: [String]
    /// `merge` or `keep`.
    public var proposal: String
  }

  /// Differing values of one column in a merged row.
  public struct Conflict: Codable, Sendable, Equatable {
    /// The running number of the row.
    public var item: Int
    /// The role of the column; for an extra column `extra:` and its header.
    public var column: String
    /// The number of the sub-item that the values stand in; missing for the item's own row.
    public var part: String?
    /// Each source's value.
    public var values: [Value]
    /// What the output holds.
    public var chosen: String
    /// The rule that chose.
    public var rule: String

    /// The value of one source.
    public struct Value: Codable, Sendable, Equatable {
      /// The id of the input.
      public var input: String
      /// The value as written.
      public var value: String
    }
  }

  /// The figures of the report.
  public struct Status: Codable, Sendable, Equatable {
    /// All items.
    public var total: Int
    /// Items that count as done.
    public var done: Int
    /// Counts by status id.
    public var byStatus: [String: Int]
    /// By section, in output order.
    public var bySection: [Group]
    /// By lead agency; an item that several lead counts for each.
    public var byAgency: [Group]

    /// The figures of one section or agency.
    public struct Group: Codable, Sendable, Equatable {
      /// The section's number; nil for an agency.
      public var number: String?
      /// Its title or name.
      public var name: String
      /// Its items.
      public var total: Int
      /// Its items that count as done.
      public var done: Int
    }
  }

  /// What became of one decision.
  public struct Decision: Codable, Sendable, Equatable {
    /// `applied`, `stale`, `unknown` or `contradictory`.
    public var state: String
    /// The cell of the review workbook that holds it.
    public var cell: String?
    /// In Vietnamese.
    public var message: String
  }

  /// A cell of agencies that the output names otherwise.
  public struct Rewriting: Codable, Sendable, Equatable {
    /// `successor`: today's name for a former unit; `office`: an office with its unit.
    public var kind: String
    /// The cell, `a.xlsx:PL!C9`.
    public var cell: String
    /// What it says.
    public var before: String
    /// What the merge took it for.
    public var after: String
  }

  /// A row that is in no output row.
  public struct NotTaken: Codable, Sendable, Equatable {
    /// Where it stands.
    public var source: Source
    /// Its cells, joined.
    public var text: String
    /// Why it was left out, in Vietnamese.
    public var reason: String
  }

  /// Something that a person should see.
  public struct FindingEntry: Codable, Sendable, Equatable {
    /// A short stable word.
    public var code: String
    /// `note`, `warning` or `error`.
    public var severity: String
    /// The file it is about.
    public var file: String?
    /// The sheet, where known.
    public var sheet: String?
    /// The cell, where known.
    public var cell: String?
    /// In Vietnamese.
    public var message: String

    /// Writes what is unknown as `null`: the schema's keys are always there.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(code, forKey: .code)
      try container.encode(severity, forKey: .severity)
      try container.encode(file, forKey: .file)
      try container.encode(sheet, forKey: .sheet)
      try container.encode(cell, forKey: .cell)
      try container.encode(message, forKey: .message)
    }
  }

  /// A file that was written.
  public struct Output: Codable, Sendable, Equatable {
    /// Its name in the output folder.
    public var file: String
    /// Its digest.
    public var sha256: String
  }

  /// The record as JSON: keys sorted, indented, a line feed at the end.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }
}
