import Foundation
import Glibc
import PhulucKit

/// Where a command speaks: results on standard output, everything else on standard error.
struct Terminal: Sendable {
  var language: MessageLanguage
  var isQuiet: Bool
  /// Whether standard output may carry colour.
  private let paintsOutput: Bool
  private let paintsErrors: Bool
  /// Whether a person is watching standard error.
  let isWatched: Bool

  init(language: MessageLanguage, color: ColorChoice, isQuiet: Bool) {
    self.language = language
    self.isQuiet = isQuiet
    isWatched = isatty(STDERR_FILENO) == 1
    let environment = ProcessInfo.processInfo.environment
    let mayPaint = environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    paintsOutput = color == .always || color == .auto && mayPaint && isatty(STDOUT_FILENO) == 1
    paintsErrors = color == .always || color == .auto && mayPaint && isWatched
  }

  enum Paint: String { case bold = "1", dim = "2", red = "31", green = "32", yellow = "33" }

  func painted(_ text: String, _ paint: Paint) -> String {
    paintsOutput ? "\u{1B}[\(paint.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// One of two wordings.
  func say(vi vietnamese: String, en english: String) -> String {
    language == .vi ? vietnamese : english
  }

  /// A line of the result.
  func out(_ line: String = "") { Self.write(line + "\n", to: STDOUT_FILENO) }

  func out(data: Data) { Self.write(String(decoding: data, as: UTF8.self), to: STDOUT_FILENO) }

  /// An error: always shown.
  func error(_ line: String) {
    Self.write((paintsErrors ? "\u{1B}[31m\(line)\u{1B}[0m" : line) + "\n", to: STDERR_FILENO)
  }

  /// Something a person should see, unless they asked for quiet.
  func remark(_ line: String) {
    guard !isQuiet else { return }
    Self.write((paintsErrors ? "\u{1B}[33m\(line)\u{1B}[0m" : line) + "\n", to: STDERR_FILENO)
  }

  /// A bar that overwrites itself; only where a person watches.
  func progress(_ progress: RunProgress) {
    guard isWatched, !isQuiet, progress.total > 1 else { return }
    let word =
      switch progress.stage {
      case .reading: say(vi: "Đọc", en: "Reading")
      case .consolidating: say(vi: "Gộp", en: "Merging")
      case .writing: say(vi: "Ghi", en: "Writing")
      }
    let width = 24
    let filled = width * progress.finished / max(1, progress.total)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    let end = progress.finished == progress.total ? "\r\u{1B}[K" : ""
    Self.write(
      "\r\(word) \(bar) \(progress.finished)/\(progress.total)" + end, to: STDERR_FILENO)
  }

  private static func write(_ text: String, to file: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }
}
