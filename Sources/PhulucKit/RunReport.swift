package import AppendixLayout
package import AppendixModel
package import Consolidation
package import Findings
import Foundation

/// What a run came to.
public struct RunReport: Sendable {
  /// The same content as run.json.
  public var record: RunRecord
  /// The report's sentences, as in tom-tat.md.
  public var summary: String
  /// Where the outputs are; nil where nothing was to be written.
  public var folder: String?

  package var findings: [Finding]
  package var consolidated: Consolidated
  package var template: AppendixTemplate
  package var heading: OutputHeading

  /// Status ids and their names for people, in the template's order; only what occurs.
  public var statusNames: [(id: String, name: String)]

  /// One line a finding, in `vi` or `en`.
  public func findingLines(language code: String) -> [String] {
    let language = Language(rawValue: code) ?? .vietnamese
    return findings.map { $0.text(in: language) }
  }

  /// Whether a person must see something: a warning, a doubtful pair, a conflict.
  public var needsAttention: Bool {
    findings.contains { $0.severity >= .warning } || !record.review.isEmpty
      || !record.conflicts.isEmpty
  }
}

/// How far a run has come, for a progress line.
public struct RunProgress: Sendable {
  /// What the run is doing.
  public enum Stage: String, Sendable { case reading, consolidating, writing }
  /// What the run is doing now.
  public var stage: Stage
  /// Files done in this stage.
  public var finished: Int
  /// Files to do in this stage.
  public var total: Int
}
