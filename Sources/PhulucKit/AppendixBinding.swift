import AppendixLayout
import AppendixModel
import AppendixRecognition
import CellGrid
import Findings
import Foundation
import XLSXWriting

/// Several appendices of one document in one workbook: Phụ lục I, Phụ lục II …, each on a sheet
/// of its own with its own heading, and page numbers that begin anew, as the decree wants it.
///
/// Each appendix is a run of its own, whose other files stand in a folder of its own; the figures
/// of two kinds of appendix are never added.
public struct AppendixBinding: Sendable {
  /// A job with appendices.
  public var job: Job
  /// Also PDFs of what people print.
  public var makesPDF: Bool

  /// A binding of a job's appendices.
  public init(_ job: Job, makesPDF: Bool = false) {
    self.job = job
    self.makesPDF = makesPDF
  }

  /// The folder of an appendix, counted from zero.
  public static func folderName(_ index: Int) -> String { "phu-luc-\(index + 1)" }

  /// Runs every appendix and binds them: all of it is written, or nothing.
  ///
  /// - Parameter folder: nil writes nothing (`--dry-run`).
  /// - Returns: what came of each appendix, in order.
  public func execute(
    into folder: String?, mayOverwrite: Bool = false,
    progress: @Sendable (RunProgress) -> Void = { _ in }
  ) async throws(RunFailure) -> [RunReport] {
    let parts = self.parts
    guard !parts.isEmpty else { throw RunFailure(JobFault.noInputs) }
    guard let folder else {
      var reports: [RunReport] = []
      for part in parts {
        reports.append(try await ConsolidationRun(part).execute(into: nil, progress: progress))
      }
      return reports
    }
    let bound = ConsolidationRun.Product.appendix.rawValue
    let output: OutputFolder
    do {
      output = try OutputFolder(
        folder, for: [bound] + parts.indices.map(Self.folderName), mayOverwrite: mayOverwrite,
        inputs: parts.flatMap(\.inputs).map(\.file))
    } catch {
      throw RunFailure(error)
    }
    do throws(RunFailure) {
      var reports: [RunReport] = []
      for (index, part) in parts.enumerated() {
        var report = try await ConsolidationRun(part, makesPDF: makesPDF).execute(
          into: output.stagingPath(Self.folderName(index)), progress: progress)
        report.folder = folder + "/" + Self.folderName(index)
        reports.append(report)
      }
      try bind(reports, as: bound, in: output)
      try commit([bound] + parts.indices.map(Self.folderName), in: output)
      return reports
    } catch {
      output.discard()
      throw error
    }
  }

  /// The appendices with what they take from the whole job.
  private var parts: [Job] {
    (job.appendices ?? []).enumerated().map { index, part in
      var part = part
      part.template = part.template ?? job.template
      part.asOf = part.asOf ?? job.asOf
      part.settings = part.settings ?? job.settings
      part.registry = part.registry ?? job.registry
      part.abbreviations = part.abbreviations ?? job.abbreviations
      part.dueWithin = part.dueWithin ?? job.dueWithin
      var heading = part.heading ?? Job.Heading()
      heading.word = heading.word ?? job.heading?.word
      heading.reference = heading.reference ?? job.heading?.reference
      heading.numbering = heading.numbering ?? job.heading?.numbering
      heading.capitals = heading.capitals ?? job.heading?.capitals
      heading.orientation = heading.orientation ?? job.heading?.orientation
      // One appendix alone has no number; of several, each has its place.
      if (job.appendices?.count ?? 0) > 1 { heading.number = heading.number ?? index + 1 }
      part.heading = heading
      return part
    }
  }

  private func bind(
    _ reports: [RunReport], as name: String, in output: OutputFolder
  ) throws(RunFailure) {
    let pages = reports.flatMap { report in
      appendixPages(report.consolidated, template: report.template, heading: report.heading)
    }
    guard let first = reports.first else { return }
    do {
      _ = try WorkbookWriter.write(
        pages, to: output.stagingPath(name), created: first.heading.asOf,
        title: first.heading.title)
    } catch {
      throw RunFailure(error)
    }
  }

  /// Replaces the folders of an earlier run, which the caller has allowed.
  private func commit(_ names: [String], in output: OutputFolder) throws(RunFailure) {
    for name in names.dropFirst() {
      try? FileManager.default.removeItem(atPath: output.path + "/" + name)
    }
    do {
      try output.commit(names)
    } catch {
      throw RunFailure(error)
    }
  }
}

extension AppendixBinding {
  /// A job with one appendix for each kind of table that the inputs hold, in the order in which
  /// the kinds first appear; the job itself where there is only one kind.
  public static func byKind(_ job: Job) async throws(RunFailure) -> Job {
    var log = FindingLog()
    let templates = try TemplateChoice.candidates(job.template)
    let read = try await InputReading.read(
      job.inputs, templates: templates, progress: { _ in }, findings: &log)
    var kinds: [String] = []
    var inputs: [String: [Job.Input]] = [:]
    for file in read {
      let found = file.recognition.appendices
      for kind in found.map(\.templateID) where !kinds.contains(kind) { kinds.append(kind) }
      for (kind, tables) in Dictionary(grouping: found, by: \.templateID) {
        var input = file.job
        // The sheet keeps tables of other kinds in the same file out.
        if input.sheet == nil, Set(tables.map(\.sheet)).count == 1 { input.sheet = tables[0].sheet }
        inputs[kind, default: []].append(input)
      }
    }
    guard kinds.count > 1 else { return job }
    var whole = job
    whole.inputs = []
    whole.appendices = kinds.map { kind in
      var part = Job(inputs: inputs[kind] ?? [])
      part.template = kind
      return part
    }
    return whole
  }
}
