import Foundation
import Testing
import TextQuality
import VietText

/// Whole cells encoded to a legacy encoding and back. `PHULUC_DOCUMENTS` names a folder of further
/// UTF-8 texts, a cell a line.
struct LegacyRoundTripTests {
  private static let lines: [String] = {
    var files: [URL] = []
    if let fixture = Bundle.module.url(forResource: "Fixtures/cells", withExtension: "txt") {
      files.append(fixture)
    }
    if let folder = ProcessInfo.processInfo.environment["PHULUC_DOCUMENTS"] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      files += names.sorted().filter { $0.hasSuffix(".txt") }.map {
        URL(fileURLWithPath: folder).appendingPathComponent($0)
      }
    }
    return files.flatMap { file in
      ((try? String(contentsOf: file, encoding: .utf8)) ?? "")
        .split(whereSeparator: \.isNewline).map(String.init)
    }
  }()

  /// The first words of each line, as short cells have them.
  private static let shortCells = lines.flatMap { line -> [String] in
    let words = line.split(separator: " ")
    return stride(from: 0, to: words.count, by: 3).map {
      words[$0..<min($0 + 3, words.count)].joined(separator: " ")
    }
  }

  @Test(
    arguments: [LegacyEncoding.tcvn3, .vni],
    [
      (LegacyRoundTrip.Setting.withFont, 0.995), (.aloneWithoutFont, 0.975),
      (.sheetWithoutFont, 0.995), (.unicodeUnderFont, 1.0),
    ])
  func wholeCellsComeBack(encoding: LegacyEncoding, goal: (LegacyRoundTrip.Setting, Double)) {
    #expect(Self.lines.count > 70)
    let trip = LegacyRoundTrip(Self.lines, encoding: encoding, setting: goal.0)
    print(trip)
    #expect(trip.rightShare >= goal.1, "\(trip.wrongExamples)")
    #expect(trip.wrongShare <= 0.001, "\(trip.wrongExamples)")
  }

  @Test(
    arguments: [LegacyEncoding.tcvn3, .vni],
    [(LegacyRoundTrip.Setting.withFont, 0.995), (.sheetWithoutFont, 0.975)])
  func shortCellsComeBack(encoding: LegacyEncoding, goal: (LegacyRoundTrip.Setting, Double)) {
    let trip = LegacyRoundTrip(Self.shortCells, encoding: encoding, setting: goal.0)
    print("short cells: \(trip)")
    #expect(trip.rightShare >= goal.1, "\(trip.wrongExamples)")
    #expect(trip.wrongShare <= 0.001, "\(trip.wrongExamples)")
  }
}
