/// An error by which this input, or this run, can't go on. Every room throws its own type that
/// conforms; the command turns it into a sentence and an exit code.
package protocol Failure: Error, Sendable {
  var location: Location? { get }
  /// What is wrong and what to do about it.
  var message: Message { get }
  var exitCode: ExitStatus { get }
}

/// Exit codes of the command (sysexits).
package enum ExitStatus: Int32, Sendable {
  case done = 0
  /// Done, and `--strict` found things that a person must see.
  case strictFindings = 1
  case usage = 64
  /// An input is not what it should be.
  case dataInvalid = 65
  case inputMissing = 66
  /// The balance is broken: a fault of ours.
  case balanceBroken = 70
  /// An output exists already, or can't be created.
  case outputNotCreated = 73
  case readWriteFailed = 74
}

extension Failure {
  /// `a.xlsx: lỗi: …`.
  package func text(in language: Language) -> String {
    let place = location.map { "\($0): " } ?? ""
    let word = language == .vietnamese ? "lỗi" : "error"
    return "\(place)\(word): \(message.text(in: language))"
  }
}
