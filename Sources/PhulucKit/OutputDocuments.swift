import AppendixLayout
import AppendixModel
import CellGrid
import Consolidation
import FileDigest
import Findings
import Foundation
import XLSXWriting

/// What a run writes, made from one consolidated appendix.
struct OutputDocuments {
  var consolidated: Consolidated
  var summary: StatusSummary
  var template: AppendixTemplate
  var heading: OutputHeading
  var tables: InputTables
  /// The review workbooks whose decisions were replayed.
  var decisionFiles: [(path: String, sha256: String)] = []
  /// The appendix of the last period, where a job names one.
  var previous: Consolidated?

  /// What changed since then.
  private var changes: [StatusChange]? {
    previous.map { StatusChange.changes(from: $0, to: consolidated, template: template) }
  }

  /// The report's sentences.
  func summaryText() throws(RunFailure) -> String {
    do {
      return try AppendixLayout.summaryText(
        summary, consolidated, template: template, changes: changes)
    } catch {
      throw RunFailure(error)
    }
  }

  /// Writes the products into the folder's staging place and moves them all to theirs.
  func write(
    _ products: [ConsolidationRun.Product], pdf: PDFPreview?, to folder: OutputFolder,
    sentences: String, record: inout RunRecord, log: inout FindingLog,
    progress: @Sendable (RunProgress) -> Void
  ) async throws(RunFailure) {
    do {
      var pdfs: [String] = []
      // run.json lists the others' digests, so it comes last.
      let ordered = products.filter { $0 != .record } + products.filter { $0 == .record }
      for (index, product) in ordered.enumerated() {
        let path = folder.stagingPath(product.rawValue)
        switch product {
        case .appendix, .status, .review:
          log.add(
            contentsOf: try WorkbookWriter.write(
              pages(product), to: path, created: heading.asOf, title: heading.title))
        case .summary:
          try Self.write(Data(sentences.utf8), to: path)
        case .record:
          if let pdf {
            let workbooks = ordered.filter(\.isPrinted).map { folder.stagingPath($0.rawValue) }
            let preview = await pdf.convert(workbooks, into: folder.stagingFolder)
            log.add(contentsOf: preview.findings)
            pdfs = preview.pdfs.map { ($0 as NSString).lastPathComponent }
          }
          record.findings = log.findings.map(RunRecord.FindingEntry.init)
          guard let json = try? record.json() else {
            throw OutputFailure.cannotWrite(path, reason: "JSON")
          }
          try Self.write(json, to: path)
        }
        if product != .record, let digest = SHA256Digest(ofFileAt: path) {
          record.outputs.append(.init(file: product.rawValue, sha256: digest.description))
        }
        progress(RunProgress(stage: .writing, finished: index + 1, total: ordered.count))
      }
      try folder.commit(ordered.map(\.rawValue) + pdfs)
    } catch let failure as any Failure {
      throw RunFailure(failure)
    } catch {
      throw RunFailure(OutputFailure.cannotWrite(folder.path, reason: "\(error)"))
    }
  }

  private func pages(_ product: ConsolidationRun.Product) -> [Page] {
    switch product {
    case .appendix: appendixPages(consolidated, template: template, heading: heading)
    case .status:
      statusPages(
        summary, consolidated, template: template, title: heading.title,
        changes: changes)
    case .review:
      reviewPages(
        consolidated, template: template,
        sources: tables.tables.enumerated().map { index, table in
          SourceFile(path: table.file, sha256: table.sha256, input: InputID(index))
        }
          + decisionFiles.map {
            SourceFile(path: $0.path, sha256: $0.sha256, role: "Quyết định")
          })
    case .summary, .record: []
    }
  }

  private static func write(_ data: Data, to path: String) throws(OutputFailure) {
    do {
      try data.write(to: URL(fileURLWithPath: path))
    } catch {
      throw .cannotWrite(path, reason: error.localizedDescription)
    }
  }
}
