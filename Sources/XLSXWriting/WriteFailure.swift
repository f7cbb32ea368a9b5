package import Findings

/// A workbook could not be written; nothing is left at its place.
package struct WriteFailure: Failure, Hashable {
  /// What went wrong.
  package enum Reason: Hashable, Sendable {
    /// The folder is missing, is no folder, or may not be written to.
    case notCreated(system: String)
    /// Writing began and failed: the disk is full, or the like.
    case notWritten(detail: String)
    /// The pages can't be a workbook at all: no page, too many rows or columns.
    case beyondLimits(Message)
  }

  package var path: String
  package var reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  package var location: Location? { Location(file: path) }

  package var message: Message {
    switch reason {
    case .notCreated(let system):
      Message(
        vi: "không tạo được tệp (\(system)); kiểm tra thư mục có tồn tại và có quyền ghi không",
        en: "the file can't be created (\(system)); check that its folder exists and is writable")
    case .notWritten(let detail):
      Message(
        vi: "ghi tệp không thành công (\(detail)); kiểm tra dung lượng đĩa còn trống rồi chạy lại",
        en: "writing the file failed (\(detail)); check the free disk space and run again")
    case .beyondLimits(let message): message
    }
  }

  package var exitCode: ExitStatus {
    switch reason {
    case .notCreated: .outputNotCreated
    case .notWritten, .beyondLimits: .readWriteFailed
    }
  }
}
