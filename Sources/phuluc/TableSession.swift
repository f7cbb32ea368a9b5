import ArgumentParser
import CellGrid
import Findings
import Foundation
import PhulucKit

/// Goes through the files of a command that looks at tables: a bad file is told, the others are
/// still read.
final class TableSession {
  let options: TerminalOptions
  let terminal: Terminal
  /// The workbooks that were looked at.
  private(set) var paths: [String] = []

  init(_ options: TerminalOptions) {
    self.options = options
    terminal = options.terminal
  }

  var language: Language { options.lang == .vi ? .vietnamese : .english }

  /// The workbooks that names stand for: files, folders, patterns. Tells what was passed over.
  @discardableResult
  func discover(_ names: [String], _ log: inout FindingLog) throws -> [String] {
    do {
      paths = try InputDiscovery.workbooks(named: names, findings: &log)
    } catch {
      tell(log.findings)
      throw fault(error)
    }
    tell(log.findings)
    return paths
  }

  /// The exit code of the first file that failed; 0 where none did.
  func forEach(
    _ names: [String], _ tables: TableOptions,
    _ body: (TableReading.File, TableReading) throws -> Void
  ) throws -> Int32 {
    var status: Int32 = 0
    do {
      let reading = try TableReading(
        template: tables.knowledge.template, sheet: tables.sheet,
        registry: tables.knowledge.registry, abbreviations: tables.knowledge.abbreviations)
      var log = FindingLog()
      try discover(names, &log)
      for (index, path) in paths.enumerated() {
        do {
          try reading.knowledge.use {
            try body(try reading.read(path, index: index), reading)
          }
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
