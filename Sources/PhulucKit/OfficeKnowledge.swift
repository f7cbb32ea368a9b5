package import AppendixModel
import Findings
import Foundation
import VietText

/// What an office adds to what phuluc knows: units of its own, abbreviations of its own. Both come
/// before the built-in ones.
package struct OfficeKnowledge: Sendable {
  /// Agencies, the office's own first.
  package let registry: UnitRegistry
  private let abbreviations: Abbreviations?

  /// - Parameters:
  ///   - registry: a units file, as `danh-muc-don-vi.yaml`.
  ///   - abbreviations: a table of abbreviations, parted by tabs.
  package init(registry: String? = nil, abbreviations: String? = nil) throws(RunFailure) {
    self.registry =
      try registry.map { path throws(RunFailure) in try Self.registry(path) } ?? .builtIn
    self.abbreviations = try abbreviations.map { path throws(RunFailure) in
      Abbreviations.builtIn.adding(tsv: try Self.text(path))
    }
  }

  /// Runs a piece of work with the office's own abbreviations.
  package func use<R>(_ work: () throws -> R) rethrows -> R {
    guard let abbreviations else { return try work() }
    return try Abbreviations.$current.withValue(abbreviations, operation: work)
  }

  /// Runs a piece of work with the office's own abbreviations.
  func use<R: Sendable>(
    _ work: @Sendable () async throws(RunFailure) -> R
  ) async throws(RunFailure) -> R {
    guard let abbreviations else { return try await work() }
    return try await Abbreviations.$current.withValue(abbreviations) {
      () async -> Result<R, RunFailure> in
      do throws(RunFailure) {
        return .success(try await work())
      } catch {
        return .failure(error)
      }
    }.get()
  }

  private static func registry(_ path: String) throws(RunFailure) -> UnitRegistry {
    let yaml = try text(path)
    do {
      return try UnitRegistry.builtIn.adding(yaml: yaml, file: path)
    } catch {
      throw RunFailure(error)
    }
  }

  private static func text(_ path: String) throws(RunFailure) -> String {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw RunFailure(MissingFile(path: path))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Job {
  /// What the job's own files add.
  func knowledge() throws(RunFailure) -> OfficeKnowledge {
    try OfficeKnowledge(registry: registry, abbreviations: abbreviations)
  }
}
