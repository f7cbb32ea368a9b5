import Consolidation
import Foundation
import PhulucKit
import TestSupport
import Testing

/// A run whose rows don't add up writes nothing.
struct BrokenBalanceTests {
  @Test func nothingIsWritten() async throws {
    let folder = try TemporaryFolder()
    let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("samples/an-giang-2025-q1")
    var job = try Job(contentsOf: samples.appendingPathComponent("job.yaml").path)
    job.asOf = "2025-03-31"
    var run = ConsolidationRun(job)
    run.fault = { $0.sections[0].items.removeFirst() }
    let output = folder.url.appendingPathComponent("ket-qua")
    do {
      _ = try await run.execute(into: output.path)
      Issue.record("a broken balance was written")
    } catch {
      #expect(error.exitCode == 70)
      #expect(error.lines(language: "vi").joined().contains("không cân đối"))
    }
    #expect(!FileManager.default.fileExists(atPath: output.path))
    let rest = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(rest.isEmpty)
  }
}
