import Foundation
import TextQuality
import VietText

/// `text-benchmark FILE…`: how right legacy text is decoded, and how fast keys are made.
/// `text-benchmark --keys FILE…`: only keys, for a profiler.
@main
enum TextBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let texts = try arguments.filter { $0 != "--keys" }.map {
      try String(contentsOfFile: $0, encoding: .utf8)
    }
    guard !texts.isEmpty else {
      print("usage: text-benchmark FILE… (UTF-8 text, a cell a line)")
      return
    }
    if arguments.contains("--keys") {
      let lines = texts.flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) }
      var sum = 0
      for _ in 0..<500 { for line in lines { sum &+= TextKey(line).text.utf8.count } }
      print(sum)
      return
    }
    decoding(texts)
    speed(texts)
  }

  /// Round trips of every line.
  static func decoding(_ texts: [String]) {
    let words = texts.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    let pieces = stride(from: 0, to: words.count, by: 3).map {
      words[$0..<min($0 + 3, words.count)].joined(separator: " ")
    }
    for encoding in [LegacyEncoding.tcvn3, .vni] {
      print(
        "Three words a cell: \(LegacyRoundTrip(pieces, encoding: encoding, setting: .withFont))")
      for example in LegacyRoundTrip(pieces, encoding: encoding, setting: .withFont).wrongExamples {
        print("    wrong: \(example)")
      }
      for setting in LegacyRoundTrip.Setting.allCases {
        let lines = texts.flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) }
        let trip = LegacyRoundTrip(lines, encoding: encoding, setting: setting)
        print(trip)
        for example in trip.wrongExamples { print("    wrong: \(example)") }
        for example in trip.undecidedExamples { print("    undecided: \(example)") }
      }
    }
  }

  /// Megabytes a second of keys against composition alone.
  static func speed(_ texts: [String]) {
    print("Lines, as cells are:")
    speed(of: texts.flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) })
    print("Whole texts:")
    speed(of: texts)
  }

  private static func speed(of lines: [String]) {
    let rounds = max(1, 20_000_000 / max(1, lines.reduce(0) { $0 + $1.utf8.count }))
    let bytes = Double(lines.reduce(0) { $0 + $1.utf8.count } * rounds)
    func measure(_ name: String, _ work: (String) -> Int) -> Double {
      var best = Double.infinity
      var sum = 0
      for _ in 0..<3 {
        let start = clock()
        for _ in 0..<rounds { for line in lines { sum &+= work(line) } }
        best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
      }
      print("\(name): \(Int(bytes / best / 1e6)) MB/s (\(sum))")
      return best
    }
    let foundation = measure("precomposedStringWithCanonicalMapping") {
      $0.precomposedStringWithCanonicalMapping.utf8.count
    }
    let key = measure("TextKey") { TextKey($0).text.utf8.count }
    _ = measure("tidied") { tidied($0).utf8.count }
    _ = measure("tokens") { tokens(of: $0).count }
    print("key / composition alone: \((key / foundation * 100).rounded() / 100)")
  }
}
