package import Findings

/// Why a file could not be read, with what to do about it.
package struct ReadFailure: Failure, Hashable {
  /// What is the matter with the file.
  package enum Reason: Hashable, Sendable {
    case missing
    case folder
    case notAllowed
    /// A device, a pipe or the like.
    case notAFile
    case readFailed(Int32)
    /// Excel's `~$` file, which lies beside an open workbook.
    case lockFile
    case empty
    case encrypted
    case wrongKind(FileKind)
    /// A ZIP archive without a workbook in it.
    case noWorkbook
    /// The archive is cut off or broken.
    case truncated
    /// A part of the workbook is broken: its name, and what is wrong in English.
    case damagedPart(String, detail: String)
    case partMissing(String)
    /// A DOCTYPE or an entity of one's own, which no workbook has.
    case doctype(String)
    /// More than a limit allows: what, in both languages, and how much is allowed.
    case tooMuch(Message, limit: Int)
    case tooSlow(seconds: Int)
  }

  package var reason: Reason
  package var file: String

  package init(_ reason: Reason, file: String) {
    self.reason = reason
    self.file = file
  }

  package var location: Location? { Location(file: file) }

  package var exitCode: ExitStatus {
    switch reason {
    case .missing, .notAllowed: .inputMissing
    case .readFailed: .readWriteFailed
    default: .dataInvalid
    }
  }

  package var message: Message { reason.message }
}
