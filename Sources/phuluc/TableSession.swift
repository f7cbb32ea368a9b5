import ArgumentParser
import CellGrid
import Findings
import Foundation
import PhulucKit

/// Goes through the files of a command that looks at tables: a bad file is told, the others are
/// still read.
struct TableSession {
  let options: TerminalOptions
  let terminal: Terminal

  init(_ options: TerminalOptions) {
    self.options = options
    terminal = options.terminal
  }

  private var language: Language { options.lang == .vi ? .vietnamese : .english }

  /// The exit code of the first file that failed; 0 where none did.
  func forEach(
    _ names: [String], template: String?, sheet: String?,
    _ body: (TableReading.File, TableReading) throws -> Void
  ) throws -> Int32 {
    var status: Int32 = 0
    var log = FindingLog()
    do {
      let reading = try TableReading(template: template, sheet: sheet)
      let paths = try reading.files(named: names, findings: &log)
      tell(log.findings)
      for (index, path) in paths.enumerated() {
        do {
          try body(try reading.read(path, index: index), reading)
        } catch let failure as RunFailure {
          for line in failure.lines(language: options.lang.rawValue) { terminal.error(line) }
          if status == 0 { status = failure.exitCode }
        }
      }
    } catch let failure as RunFailure {
      for line in failure.lines(language: options.lang.rawValue) { terminal.error(line) }
      throw ExitCode(failure.exitCode)
    }
    return status
  }

  /// The report date of `--as-of`.
  func date(_ written: String?) throws -> CalendarDate {
    do {
      return try TableReading.date(written)
    } catch {
      throw fault(error)
    }
  }

  /// Writes a result file, or tells why it can't be.
  func write(_ data: Data, to path: String, force: Bool, inputs: [String]) throws {
    do {
      try SingleOutput.write(data, to: path, mayOverwrite: force, inputs: inputs)
    } catch {
      throw fault(error)
    }
  }

  /// Tells a fault and gives its exit code.
  func fault(_ failure: RunFailure) -> ExitCode {
    for line in failure.lines(language: options.lang.rawValue) { terminal.error(line) }
    return ExitCode(failure.exitCode)
  }

  func tell(_ findings: [Finding]) {
    for finding in findings { terminal.remark(finding.text(in: language)) }
  }

  /// A finding as one line.
  func line(_ finding: Finding) -> String { finding.text(in: language) }

  func finish(_ status: Int32) throws {
    if status != 0 { throw ExitCode(status) }
  }
}
