import Consolidation
import FileDigest
import Findings
import XLSXReading

/// The review workbooks whose decisions a run replays.
struct DecisionFiles {
  /// Each file with its digest, in the order given.
  private(set) var files: [(path: String, sha256: String)] = []
  /// What all of them decide; nil where the job names none.
  private(set) var sheet: DecisionSheet?

  init(_ paths: Job.Paths?) throws(RunFailure) {
    var failures: [any Failure] = []
    for path in paths?.paths ?? [] {
      do {
        let workbook = try Workbook.read(path: path)
        let more = try DecisionSheet(reading: workbook.sheets, file: path)
        sheet = sheet?.adding(more) ?? more
        guard let digest = SHA256Digest(ofFileAt: path) else { throw MissingFile(path: path) }
        files.append((path, digest.description))
      } catch let failure as any Failure {
        failures.append(failure)
      } catch {
        failures.append(MissingFile(path: path))
      }
    }
    if let failure = RunFailure(failures) { throw failure }
  }
}
