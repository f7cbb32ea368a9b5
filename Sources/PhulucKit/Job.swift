package import CellGrid
import Foundation
import StrictYAML

/// A whole run as data: what goes in, what a person settled beforehand, and how it is to come
/// out. Written in YAML, or put together from the command's flags; both mean the same.
public struct Job: Codable, Sendable {
  /// `phuluc/job/1`.
  public var schema: String?
  /// The id of a built-in template, or the path of a template file; nil chooses by the inputs.
  public var template: String?
  /// The report date as `2025-03-31`, from which lateness is judged; nil is today.
  public var asOf: String?
  /// What to merge, in order: the first is the base.
  public var inputs: [Input]
  /// What may be done in more than one way.
  public var settings: Settings?
  /// The lines above the table.
  public var heading: Heading?
  /// A review workbook with decisions to replay, or a list of them.
  public var decisions: Paths?
  /// The appendix of the last period, to tell what changed since.
  public var previous: String?
  /// How many days ahead count as «due soon»; by default 30.
  public var dueWithin: Int?
  /// A file with an office's own units and changes, before the built-in ones.
  public var registry: String?
  /// A tab-separated file with an office's own abbreviations, before the built-in ones.
  public var abbreviations: String?

  /// Several appendices of one document, each a job of its own: Phụ lục I, Phụ lục II … What they
  /// don't say themselves is taken from this job.
  public var appendices: [Job]?

  /// One path, or a list of them.
  public struct Paths: Codable, Sendable, Hashable {
    /// In the order given.
    public var paths: [String]

    /// Some paths.
    public init(_ paths: [String]) { self.paths = paths }

    /// A text is one path, a list several.
    public init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let path = try? container.decode(String.self) {
        paths = [path]
      } else {
        paths = try container.decode([String].self)
      }
    }

    /// One path as a text, several as a list.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      if let path = paths.first, paths.count == 1 {
        try container.encode(path)
      } else {
        try container.encode(paths)
      }
    }
  }

  /// Every review workbook named.
  package var decisionFiles: [String] { decisions?.paths ?? [] }

  /// Under which names the output lists agencies.
  public enum UnitNames: String, Codable, Sendable, CaseIterable {
    /// As the sources name them.
    case former
    /// As they are called on the report date.
    case successors
  }

  /// A workbook to read.
  public struct Input: Codable, Sendable {
    /// How settings name this input; by default its number, from 1.
    public var id: String?
    /// A path, relative to the job file.
    public var file: String
    /// How people call it, such as «Sở TT&TT»; by default the file's name.
    public var name: String?
    /// Only this sheet.
    public var sheet: String?
    /// The header's rows as Excel numbers them, overruling recognition.
    public var headerRows: [Int]?
    /// Roles by column letter, overruling recognition: `{B: task, C: lead}`.
    public var columns: [String: String]?

    /// An input to be recognised without help.
    public init(file: String, id: String? = nil, name: String? = nil, sheet: String? = nil) {
      self.file = file
      self.id = id
      self.name = name
      self.sheet = sheet
    }
  }

  /// What a merge may do in more than one way. Lists name inputs, first preference first; inputs
  /// left out follow in the order given.
  public struct Settings: Codable, Sendable {
    /// Whose wording is kept where one task was worded differently.
    public var wording: [String]?
    /// In which order united agencies stand.
    public var leads: [String]?
    /// Whose rows come first between two shared tasks.
    public var rows: [String]?
    /// By default the former names.
    public var units: UnitNames?
    /// The status of a merged row whose sources differ; by default the least advanced.
    public var status: StatusRule?

    /// How an office stands whose name several units' offices bear; by default with its unit.
    public var offices: OfficeNames?

    /// Under which names offices stand.
    public enum OfficeNames: String, Codable, Sendable, CaseIterable {
      /// «Sở GTVT (Phòng Pháp chế)».
      case withUnit = "with-unit"
      /// «Phòng Pháp chế», as the sources name it.
      case asWritten = "as-written"
    }

    /// Where tone marks stand in the output; by default as the sources place them.
    public var tones: ToneMarks?

    /// The two ways of placing tone marks.
    public enum ToneMarks: String, Codable, Sendable, CaseIterable {
      /// `hòa`, `thủy`
      case old
      /// `hoà`, `thuỷ`
      case new
    }

    /// Which of several statuses a merged row takes.
    public enum StatusRule: String, Codable, Sendable, CaseIterable {
      case leastAdvanced = "least-advanced"
      case mostAdvanced = "most-advanced"
      /// Of the input whose wording is kept.
      case first
    }

    /// Settings with the defaults where nothing is given.
    public init(
      wording: [String]? = nil, leads: [String]? = nil, rows: [String]? = nil,
      units: UnitNames? = nil, status: StatusRule? = nil, offices: OfficeNames? = nil
    ) {
      self.units = units
      self.status = status
      self.offices = offices
      self.wording = wording
      self.leads = leads
      self.rows = rows
    }
  }

  /// The lines above the output's table.
  public struct Heading: Codable, Sendable {
    /// `Phụ lục`, `Phụ lục I` …
    public var word: String?
    /// The title, in capitals as it is to be printed.
    public var title: String?
    /// `(Kèm theo …)`.
    public var reference: String?
    /// The appendix's number among several, from 1, printed after the word.
    public var number: Int?
    /// By default Roman, as the decree says.
    public var numbering: Numbering?
    /// «PHỤ LỤC» instead of the decree's «Phụ lục».
    public var capitals: Bool?
    /// The direction of the paper; by default the template's.
    public var orientation: Orientation?

    /// How an appendix among several is numbered.
    public enum Numbering: String, Codable, Sendable, CaseIterable { case roman, arabic }
    /// The direction of the paper; `auto` turns it where the table needs it.
    public enum Orientation: String, Codable, Sendable, CaseIterable {
      case portrait, landscape, auto
    }

    /// A heading; what is nil is taken from the first input or the template.
    public init(word: String? = nil, title: String? = nil, reference: String? = nil) {
      self.word = word
      self.title = title
      self.reference = reference
    }
  }

  /// A job with the default settings.
  public init(inputs: [Input]) {
    self.inputs = inputs
  }

  /// A job with appendices names no inputs itself.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    schema = try values.decodeIfPresent(String.self, forKey: .schema)
    template = try values.decodeIfPresent(String.self, forKey: .template)
    asOf = try values.decodeIfPresent(String.self, forKey: .asOf)
    appendices = try values.decodeIfPresent([Job].self, forKey: .appendices)
    inputs =
      appendices == nil
      ? try values.decode([Input].self, forKey: .inputs)
      : try values.decodeIfPresent([Input].self, forKey: .inputs) ?? []
    settings = try values.decodeIfPresent(Settings.self, forKey: .settings)
    heading = try values.decodeIfPresent(Heading.self, forKey: .heading)
    decisions = try values.decodeIfPresent(Paths.self, forKey: .decisions)
    previous = try values.decodeIfPresent(String.self, forKey: .previous)
    dueWithin = try values.decodeIfPresent(Int.self, forKey: .dueWithin)
    registry = try values.decodeIfPresent(String.self, forKey: .registry)
    abbreviations = try values.decodeIfPresent(String.self, forKey: .abbreviations)
  }

  /// Reads a job file. Relative paths in it are taken from the file's own folder.
  public init(contentsOf path: String) throws(RunFailure) {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw RunFailure(MissingFile(path: path))
    }
    do {
      self = try StrictYAML.decode(
        Job.self, from: String(decoding: bytes, as: UTF8.self), file: path)
    } catch {
      throw RunFailure(error)
    }
    if let schema, schema != "phuluc/job/1" {
      throw RunFailure(JobFault.unknownSchema(schema, file: path))
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    func resolved(_ relative: String) -> String {
      relative.hasPrefix("/") ? relative : Self.join(folder.relativePath, relative)
    }
    resolvePaths(resolved)
  }

  /// Makes the paths of this job and of its appendices stand for themselves.
  private mutating func resolvePaths(_ resolved: (String) -> String) {
    for index in inputs.indices { inputs[index].file = resolved(inputs[index].file) }
    decisions = decisions.map { Paths($0.paths.map(resolved)) }
    previous = previous.map(resolved)
    registry = registry.map(resolved)
    abbreviations = abbreviations.map(resolved)
    if let template, template.hasSuffix(".yaml") || template.hasSuffix(".yml") {
      self.template = resolved(template)
    }
    for index in (appendices ?? []).indices { appendices?[index].resolvePaths(resolved) }
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder == "." || folder.isEmpty ? name : folder + "/" + name
  }

  /// The report date; today where the job names none.
  package func reportDate() throws(RunFailure) -> CalendarDate {
    guard let asOf else { return .today() }
    guard let date = CalendarDate(written: asOf) else {
      throw RunFailure(JobFault.badDate(asOf))
    }
    return date
  }
}
