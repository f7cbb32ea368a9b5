import AppendixLayout
import AppendixModel
import AppendixRecognition
import CellGrid
package import Consolidation
import FileDigest
import Findings
import Foundation
import VietText
import XLSXReading
import XLSXWriting

/// The main job: workbooks in, one consolidated appendix and its status sheets out.
///
/// One input gives a status report; several are merged. The figures of the sentence, of the
/// status workbook and of run.json come from the same rows, counted once.
public struct ConsolidationRun: Sendable {
  /// The files that a run writes, by what they are.
  public enum Product: String, Sendable, CaseIterable {
    case appendix = "phu-luc.xlsx"
    case status = "tinh-hinh.xlsx"
    case review = "doi-chieu.xlsx"
    case summary = "tom-tat.md"
    case record = "run.json"

    /// Whether people print it.
    var isPrinted: Bool { self == .appendix || self == .status }
    var pdfName: String { (rawValue as NSString).deletingPathExtension + ".pdf" }
  }

  /// What to do.
  public var job: Job
  /// What to write.
  public var products: [Product]
  /// Also PDFs of what people print, through LibreOffice where it is installed.
  public var makesPDF = false

  /// Changes the result before it is checked and written: by which tests break a balance.
  package var fault: (@Sendable (inout Consolidated) -> Void)?

  /// A run of a job that writes the given products.
  public init(_ job: Job, products: [Product] = Product.allCases, makesPDF: Bool = false) {
    self.job = job
    self.products = products
    self.makesPDF = makesPDF
  }

  /// Does the work.
  ///
  /// - Parameters:
  ///   - folder: where the outputs go; nil writes nothing (`--dry-run`).
  ///   - mayOverwrite: whether outputs of an earlier run may be replaced.
  /// - Throws: ``RunFailure`` where an input can't be used, the balance is broken or an output
  ///   can't be written; then nothing was written.
  public func execute(
    into folder: String?, mayOverwrite: Bool = false,
    progress: @Sendable (RunProgress) -> Void = { _ in }
  ) async throws(RunFailure) -> RunReport {
    try await job.knowledge().use { () async throws(RunFailure) -> RunReport in
      try await executeJob(into: folder, mayOverwrite: mayOverwrite, progress: progress)
    }
  }

  private func executeJob(
    into folder: String?, mayOverwrite: Bool, progress: @Sendable (RunProgress) -> Void
  ) async throws(RunFailure) -> RunReport {
    var log = FindingLog()
    let asOf = try job.reportDate()
    let templates = try TemplateChoice.candidates(job.template)
    var inputs = job.inputs
    let paths = try InputDiscovery.workbooks(named: inputs.map(\.file), findings: &log)
    if paths != inputs.map(\.file) {
      inputs = paths.map { path in
        inputs.first { $0.file == path } ?? Job.Input(file: path)
      }
    }
    let output = try folder.map { (folder) throws(RunFailure) in
      try outputFolder(folder, mayOverwrite: mayOverwrite, inputs: inputs.map(\.file))
    }
    do throws(RunFailure) {
      return try await consolidate(
        inputs, templates: templates, asOf: asOf, output: output, log: &log, progress: progress)
    } catch {
      output?.discard()
      throw error
    }
  }

  private func outputFolder(
    _ path: String, mayOverwrite: Bool, inputs: [String]
  ) throws(RunFailure) -> OutputFolder {
    do {
      return try OutputFolder(
        path,
        for: products.map(\.rawValue)
          + (makesPDF ? products.filter(\.isPrinted).map(\.pdfName) : []),
        mayOverwrite: mayOverwrite,
        inputs: inputs + job.decisionFiles + [job.previous].compactMap { $0 })
    } catch {
      throw RunFailure(error)
    }
  }

  private func consolidate(
    _ inputs: [Job.Input], templates: [AppendixTemplate], asOf: CalendarDate,
    output: OutputFolder?, log: inout FindingLog, progress: @Sendable (RunProgress) -> Void
  ) async throws(RunFailure) -> RunReport {
    let read = try await InputReading.read(
      inputs, templates: templates, progress: progress, findings: &log)
    let tables = try InputTables(read, templates: templates, log: &log)
    var settings = try SettingsResolution(job.settings, tables: tables).settings
    settings.asOf = asOf
    let decisions = try DecisionFiles(job.decisions)

    progress(RunProgress(stage: .consolidating, finished: 0, total: 1))
    let registry = try job.knowledge().registry
    var consolidated: Consolidated
    do {
      consolidated = try Consolidator(
        template: tables.template, settings: settings, registry: registry
      ).consolidate(tables.appendices, decisions: decisions.sheet)
    } catch {
      throw RunFailure(error)
    }
    if let style = job.settings?.tones.flatMap({ ToneStyle(rawValue: $0.rawValue) }) {
      consolidated = consolidated.toned(as: style)
    }
    fault?(&consolidated)
    do {
      // What is about to be written, whatever was done to it since it was merged.
      try BalanceCheck.check(consolidated, tables.appendices)
    } catch {
      throw RunFailure(error)
    }
    log.add(contentsOf: consolidated.findings)
    let summary = StatusSummary(
      consolidated, template: tables.template, asOf: asOf,
      dueWithin: min(max(job.dueWithin ?? StatusSummary.dueSoonDays, 0), 3_660))
    let documents = OutputDocuments(
      consolidated: consolidated, summary: summary, template: tables.template,
      heading: heading(tables: tables, asOf: asOf), tables: tables,
      decisionFiles: decisions.files,
      previous: try await previousPeriod(template: tables.template, asOf: asOf, log: &log))
    var record = RunRecord(
      consolidated, summary: summary, tables: tables, settings: settings,
      decisionFiles: decisions.files, asOf: asOf)
    let sentences = try documents.summaryText()
    if let output {
      progress(RunProgress(stage: .writing, finished: 0, total: products.count))
      try await documents.write(
        products, pdf: makesPDF ? PDFPreview() : nil, to: output, sentences: sentences,
        record: &record, log: &log, progress: progress)
    }
    record.findings = log.findings.map(RunRecord.FindingEntry.init)
    return RunReport(
      record: record, summary: sentences, folder: output?.path, findings: log.findings,
      consolidated: consolidated, template: tables.template, heading: documents.heading,
      statusNames: summary.byStatus.map { ($0.id, $0.name) })
  }

  /// The last period's appendix, counted by the same rules; nil where the job names none.
  private func previousPeriod(
    template: AppendixTemplate, asOf: CalendarDate, log: inout FindingLog
  ) async throws(RunFailure) -> Consolidated? {
    guard let path = job.previous else { return nil }
    let read = try await InputReading.read(
      [Job.Input(file: path)], templates: [template], progress: { _ in }, findings: &log)
    let tables = try InputTables(read, templates: [template], log: &log)
    do {
      return try Consolidator(
        template: template, settings: ConsolidationSettings(),
        registry: try job.knowledge().registry
      ).consolidate(tables.appendices)
    } catch let failure as RunFailure {
      throw failure
    } catch let failure as any Failure {
      throw RunFailure(failure)
    } catch {
      throw RunFailure(MissingFile(path: path))
    }
  }

  /// The job's own words first, then the first input's, then the template's.
  private func heading(tables: InputTables, asOf: CalendarDate) -> OutputHeading {
    let layout = tables.template.layout
    let title = tables.appendices.lazy.map(\.heading.title).first { !$0.isEmpty }
    var heading = OutputHeading(
      word: job.heading?.word ?? layout.word,
      title: job.heading?.title ?? title ?? layout.title,
      reference: job.heading?.reference ?? layout.reference, asOf: asOf,
      number: job.heading?.number)
    heading.numbering = job.heading?.numbering == .arabic ? .arabic : .roman
    heading.isWordInCapitals = job.heading?.capitals ?? false
    heading.orientation = job.heading?.orientation.flatMap { .init(rawValue: $0.rawValue) }
    return heading
  }
}
