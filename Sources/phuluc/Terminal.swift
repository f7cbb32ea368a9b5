import Findings
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
  func out(_ line: String = "") { result(Array((line + "\n").utf8)) }

  func out(data: Data) { result(Array(data)) }

  /// A result that can't be handed over ends the command: who reads it must not take half of it
  /// for the whole.
  private func result(_ bytes: [UInt8]) {
    do {
      try Self.out(bytes: bytes)
    } catch {
      // Who closed the pipe (`… | head`) has seen enough and needs no message.
      if !error.isPipe { self.error(error.text(in: language == .vi ? .vietnamese : .english)) }
      exit(error.exitCode.rawValue)
    }
  }

  /// Bytes of the result.
  static func out(bytes: [UInt8]) throws(OutputClosed) {
    guard write(bytes, to: STDOUT_FILENO) else { throw OutputClosed(isPipe: errno == EPIPE) }
  }

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
    _ = write(Array(text.utf8), to: file)
  }

  /// False where not all of it was taken.
  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { return false }
      rest = rest.dropFirst(written)
    }
    return true
  }
}

/// Standard output was closed by who read it, or can't take more.
struct OutputClosed: Failure {
  /// Whether its reader closed it, rather than the disk being full.
  var isPipe: Bool
  var location: Location? { nil }
  var exitCode: ExitStatus { .readWriteFailed }
  var message: Message {
    Message(
      vi: "không ghi được kết quả ra đầu ra chuẩn (bị đóng hoặc đĩa đầy).",
      en: "the result could not be written to standard output (closed, or the disk is full).")
  }
}
