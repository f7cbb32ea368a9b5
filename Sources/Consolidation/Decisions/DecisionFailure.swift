package import Findings

/// The review workbook can't be read back: its layout was broken.
package struct DecisionFailure: Failure {
  package var location: Location?
  package var message: Message

  package init(at location: Location?, vi: String, en: String) {
    self.location = location
    message = Message(vi: vi, en: en)
  }

  package var exitCode: ExitStatus { .dataInvalid }
}
