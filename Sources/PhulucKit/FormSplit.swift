import AppendixLayout
import AppendixModel
import CellGrid
import Consolidation
package import Findings
import Foundation
import XLSXWriting

/// Splits an appendix into forms, one for each unit that leads tasks in it.
public struct FormSplit: Sendable {
  /// By what the tasks are parted.
  public enum Level: String, Sendable, CaseIterable {
    /// One form an agency.
    case agency
    /// One form an office of an agency.
    case office
    /// One form with all tasks, whoever leads them.
    case whole
  }

  /// A form that was made.
  public struct Form: Sendable {
    /// Who leads its tasks.
    public var unit: String
    /// Its file in the folder.
    public var file: String
    /// Tasks in it.
    public var items: Int
  }

  /// What came of a split.
  public struct Report: Sendable {
    /// In the order in which the appendix first names their units.
    public var forms: [Form]
    /// Tasks of the appendix; one with several leads is in several forms.
    public var items: Int
    package var findings: [Finding]

    /// One line a finding, in `vi` or `en`.
    public func findingLines(language code: String) -> [String] {
      findings.map { $0.text(in: Language(rawValue: code) ?? .vietnamese) }
    }
  }

  /// The appendix, its template and its headings.
  public var job: Job
  /// Agencies or offices.
  public var level: Level

  /// Who fills in a form with all tasks; empty leaves it open.
  public var unit = ""

  /// A split of a job's inputs.
  public init(_ job: Job, level: Level = .office) {
    self.job = job
    self.level = level
  }

  /// Writes the forms into a folder; nil writes nothing (`--dry-run`).
  public func execute(
    into folder: String?, mayOverwrite: Bool = false
  ) async throws(RunFailure) -> Report {
    let knowledge = try job.knowledge()
    return try await knowledge.use { () async throws(RunFailure) -> Report in
      try await split(into: folder, mayOverwrite: mayOverwrite, registry: knowledge.registry)
    }
  }

  private func split(
    into folder: String?, mayOverwrite: Bool, registry: UnitRegistry
  ) async throws(RunFailure) -> Report {
    var log = FindingLog()
    let asOf = try job.reportDate()
    let templates = try TemplateChoice.candidates(job.template)
    let read = try await InputReading.read(
      job.inputs, templates: templates, progress: { _ in }, findings: &log)
    let tables = try InputTables(read, templates: templates, log: &log)
    let settings = try SettingsResolution(job.settings, tables: tables).settings
    let consolidated: Consolidated
    do {
      consolidated = try Consolidator(
        template: tables.template, settings: settings, registry: registry
      )
      .consolidate(tables.appendices)
    } catch {
      throw RunFailure(error)
    }
    log.add(contentsOf: consolidated.findings)
    let groups =
      level == .whole
      ? [(name: unit, numbers: Set(consolidated.items.map(\.number)))]
      : units(of: consolidated, registry, log: &log)
    let names = level == .whole ? ["bieu-mau.xlsx"] : Self.fileNames(groups.map(\.name))
    let title =
      job.heading?.title ?? tables.appendices.lazy.map(\.heading.title).first { !$0.isEmpty }
      ?? tables.template.layout.title
    var forms: [Form] = []
    var workbooks: [(name: String, pages: [Page])] = []
    for (group, name) in zip(groups, names) {
      let pages = formPages(
        consolidated, numbers: group.numbers, template: tables.template,
        heading: FormHeading(title: title, unit: group.name, asOf: asOf))
      workbooks.append((name, pages))
      forms.append(Form(unit: group.name, file: name, items: group.numbers.count))
    }
    if let folder {
      try FormFiles.write(
        workbooks, into: folder, mayOverwrite: mayOverwrite, inputs: job.inputs.map(\.file),
        created: asOf, title: title, log: &log)
    }
    return Report(forms: forms, items: consolidated.items.count, findings: log.findings)
  }

  /// Units in the order in which the appendix first names them, with their items' numbers.
  private func units(
    of consolidated: Consolidated, _ registry: UnitRegistry, log: inout FindingLog
  ) -> [(name: String, numbers: Set<Int>)] {
    var groups: [(name: String, numbers: Set<Int>)] = []
    struct UnitID: Hashable {
      var agency: UnitKey
      var office: UnitKey?
    }
    var places: [UnitID: Int] = [:]
    for item in consolidated.items {
      let leads = Lead.list(parsing: item[.lead]).filter { !$0.agency.isEmpty }
      if leads.isEmpty {
        log.add(
          Finding(
            "form-no-lead", at: item.sources.first?.location(),
            vi: "nhiệm vụ số \(item.number) không ghi đơn vị chủ trì nên không vào biểu mẫu nào; "
              + "hãy bổ sung rồi tách lại.",
            en: "task \(item.number) names no lead, so it is in no form; add one and split again."))
      }
      for lead in leads {
        let name = level == .agency ? lead.agency : "\(lead)"
        let office = level == .agency ? nil : lead.office.map { registry.key(ofOffice: $0) }
        let key = UnitID(agency: registry.key(of: lead.agency), office: office)
        if let place = places[key] {
          groups[place].numbers.insert(item.number)
        } else {
          places[key] = groups.count
          groups.append((name, [item.number]))
        }
      }
    }
    return groups
  }

  /// `bieu-mau-so-ttt-van-phong.xlsx`: letters without accents, each name once.
  static func fileNames(_ units: [String]) -> [String] {
    var taken: Set<String> = []
    return units.map { unit in
      let plain = unit.folding(
        options: [.diacriticInsensitive, .caseInsensitive], locale: nil
      ).lowercased()
      var slug = ""
      for character in plain {
        if character == "đ" {
          slug += "d"
        } else if character.isASCII, character.isLetter || character.isNumber {
          slug.append(character)
        } else if character == "&" {
          continue
        } else if !slug.isEmpty, slug.last != "-" {
          slug.append("-")
        }
      }
      while slug.last == "-" { slug.removeLast() }
      slug = String(slug.prefix(80))
      while slug.last == "-" { slug.removeLast() }
      let stem = "bieu-mau-" + (slug.isEmpty ? "don-vi" : slug)
      var name = stem
      var number = 2
      while !taken.insert(name).inserted {
        name = "\(stem)-\(number)"
        number += 1
      }
      return name + ".xlsx"
    }
  }
}

/// A blank form of a template.
public struct BlankForm: Sendable {
  /// A built-in template's id or a file; nil takes the first built-in one.
  public var template: String?
  /// Over the table; nil takes the template's.
  public var title: String?
  /// Who fills it in; empty leaves it open.
  public var unit: String
  /// Rows to fill in.
  public var rows: Int
  /// The report date; nil is today.
  public var asOf: String?

  /// A form without rows to begin with.
  public init(
    template: String? = nil, title: String? = nil, unit: String = "", rows: Int = 50,
    asOf: String? = nil
  ) {
    self.template = template
    self.title = title
    self.unit = unit
    self.rows = rows
    self.asOf = asOf
  }

  /// Writes `bieu-mau.xlsx` into a folder and gives its path; nil writes nothing.
  public func execute(
    into folder: String?, mayOverwrite: Bool = false
  ) throws(RunFailure) -> String? {
    var job = Job(inputs: [])
    job.asOf = asOf
    let date = try job.reportDate()
    guard let template = try TemplateChoice.candidates(template).first else { return nil }
    let title = title ?? template.layout.title
    let pages = blankFormPages(
      template: template, heading: FormHeading(title: title, unit: unit, asOf: date),
      rows: min(max(rows, 1), 10_000))
    guard let folder else { return nil }
    var log = FindingLog()
    try FormFiles.write(
      [("bieu-mau.xlsx", pages)], into: folder, mayOverwrite: mayOverwrite, inputs: [],
      created: date, title: title, log: &log)
    return folder + "/bieu-mau.xlsx"
  }
}

/// Puts forms into a folder: all of them or none.
enum FormFiles {
  static func write(
    _ workbooks: [(name: String, pages: [Page])], into folder: String, mayOverwrite: Bool,
    inputs: [String], created: CalendarDate, title: String, log: inout FindingLog
  ) throws(RunFailure) {
    let output: OutputFolder
    do {
      output = try OutputFolder(
        folder, for: workbooks.map(\.name), mayOverwrite: mayOverwrite, inputs: inputs)
    } catch {
      throw RunFailure(error)
    }
    do {
      for workbook in workbooks {
        log.add(
          contentsOf: try WorkbookWriter.write(
            workbook.pages, to: output.stagingPath(workbook.name), created: created, title: title))
      }
      try output.commit(workbooks.map(\.name))
    } catch let failure as any Failure {
      output.discard()
      throw RunFailure(failure)
    } catch {
      output.discard()
      throw RunFailure(OutputFailure.cannotWrite(folder, reason: "\(error)"))
    }
  }
}
