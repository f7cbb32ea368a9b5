import AppendixModel
package import AppendixRecognition
package import CellGrid
import FileDigest
import Findings
import Foundation
import XLSXReading

/// An input file as a run sees it: its tables, and the digest of its bytes.
package struct ReadInput: Sendable {
  package var job: Job.Input
  package var sha256: String
  /// As read, so that a table can be read again as another kind.
  package var sheets: [Sheet]
  package var recognition: Recognition

  package init(job: Job.Input, sha256: String, sheets: [Sheet], recognition: Recognition) {
    self.job = job
    self.sha256 = sha256
    self.sheets = sheets
    self.recognition = recognition
  }
}

/// Reads and recognises the inputs, several at a time, in the order given.
enum InputReading {
  /// Every input that can't be used is told, not only the first.
  static func read(
    _ inputs: [Job.Input], templates: [AppendixTemplate],
    progress: @Sendable (RunProgress) -> Void, findings: inout FindingLog
  ) async throws(RunFailure) -> [ReadInput] {
    var results: [Result<(ReadInput, [Finding]), RunFailure>?] = Array(
      repeating: nil, count: inputs.count)
    await withTaskGroup(of: (Int, Result<(ReadInput, [Finding]), RunFailure>).self) { group in
      var next = 0
      let width = max(1, ProcessInfo.processInfo.activeProcessorCount)
      func launch() {
        guard next < inputs.count else { return }
        let index = next
        next += 1
        let input = inputs[index]
        group.addTask {
          do throws(RunFailure) {
            return (index, .success(try readOne(input, index: index, templates: templates)))
          } catch {
            return (index, .failure(error))
          }
        }
      }
      for _ in 0..<width { launch() }
      var finished = 0
      for await (index, result) in group {
        results[index] = result
        finished += 1
        progress(RunProgress(stage: .reading, finished: finished, total: inputs.count))
        launch()
      }
    }
    var read: [ReadInput] = []
    var failures: [any Failure] = []
    for result in results {
      switch result {
      case .success((let input, let found)):
        read.append(input)
        findings.add(contentsOf: found)
      case .failure(let failure): failures += failure.failures
      case nil: break
      }
    }
    if let failure = RunFailure(failures) { throw failure }
    return read
  }

  private static func readOne(
    _ input: Job.Input, index: Int, templates: [AppendixTemplate]
  ) throws(RunFailure) -> (ReadInput, [Finding]) {
    let workbook: Workbook
    do {
      workbook = try Workbook.read(path: input.file)
    } catch {
      throw RunFailure(error)
    }
    if let wanted = input.sheet, !workbook.sheets.contains(where: { $0.name == wanted }) {
      throw RunFailure(
        JobFault.noSuchSheet(
          file: input.file, sheet: wanted, present: workbook.sheets.map(\.name)))
    }
    guard let digest = SHA256Digest(ofFileAt: input.file) else {
      throw RunFailure(MissingFile(path: input.file))
    }
    let recogniser = AppendixRecognizer(
      templates: templates, overrides: try RecognitionOverrides(of: input))
    let recognition = recogniser.recognise(workbook.sheets, input: InputID(index), file: input.file)
    return (
      ReadInput(
        job: input, sha256: digest.description, sheets: workbook.sheets, recognition: recognition),
      workbook.findings + recognition.findings
    )
  }
}

extension RecognitionOverrides {
  /// What a job settles about an input.
  init(of input: Job.Input) throws(RunFailure) {
    self.init(sheet: input.sheet)
    if let first = input.headerRows?.min(), let last = input.headerRows?.max(), first >= 1 {
      headerRows = (first - 1)...(last - 1)
    }
    for (letters, role) in input.columns ?? [:] {
      guard let place = CellAddress(letters + "1") else {
        throw RunFailure(JobFault.badColumn(letters, file: input.file))
      }
      columns[place.column] = ColumnRole(rawValue: role)
    }
  }
}
