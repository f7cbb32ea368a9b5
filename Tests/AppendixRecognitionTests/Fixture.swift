import Foundation
import Testing

/// Facts that stand beside the tests.
enum Fixture {
  /// The rows of a tab-separated file, without its header.
  static func table(_ name: String) throws -> [[String]] {
    let file = try #require(
      Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: "tsv"))
    return try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n").dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
