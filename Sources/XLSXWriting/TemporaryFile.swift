import Findings
import Glibc

/// A file beside the target that either takes the target's place or disappears.
struct TemporaryFile: ~Copyable {
  let path: String

  /// Reserves a name in the target's folder.
  init(beside target: String) throws(WriteFailure) {
    let folder = target.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(target[...$0]) } ?? ""
    for attempt in 0..<1000 {
      let candidate = "\(folder).phuluc-\(getpid())-\(attempt).tmp"
      let descriptor = unsafe open(candidate, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        _ = Glibc.close(descriptor)
        path = candidate
        return
      }
      if errno != EEXIST { break }
    }
    throw WriteFailure(path: target, reason: .notCreated(system: systemMessage(errno)))
  }

  deinit { _ = unsafe unlink(path) }

  /// Puts the finished file at the target's place in one step.
  consuming func move(to target: String) throws(WriteFailure) {
    let error = unsafe rename(path, target) == 0 ? 0 : errno
    if error != 0 {
      throw WriteFailure(path: target, reason: .notCreated(system: systemMessage(error)))
    }
    // The name is gone: nothing is left to unlink.
  }
}

/// The system's own words for an error number.
func systemMessage(_ number: Int32) -> String {
  unsafe strerror(number).map { unsafe String(cString: $0) } ?? "errno \(number)"
}
