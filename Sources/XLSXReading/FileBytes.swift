import Findings
import Glibc

/// A file's bytes, read once; the file itself is opened for reading only and never changed.
struct FileBytes {
  let memory: FileMemory

  /// Reads a file whole, or says what stands there instead.
  init(path: String, limits: ReadLimits) throws(ReadFailure) {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? []
    if name.starts(with: Array("~$".utf8)) { throw ReadFailure(.lockFile, file: path) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw ReadFailure(Self.reason(openError: errno), file: path)
    }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else {
      throw ReadFailure(.readFailed(errno), file: path)
    }
    let kind = info.st_mode & S_IFMT
    if kind == S_IFDIR { throw ReadFailure(.folder, file: path) }
    if kind != S_IFREG { throw ReadFailure(.notAFile, file: path) }
    if info.st_size == 0 { throw ReadFailure(.empty, file: path) }
    guard info.st_size <= limits.fileBytes else {
      throw ReadFailure(
        .tooMuch(.init(vi: "kích thước (byte)", en: "a size (in bytes)"), limit: limits.fileBytes),
        file: path)
    }
    let size = Int(info.st_size)
    var failed: Int32 = 0
    memory = FileMemory(capacity: size) { room in
      var count = 0
      while count < size {
        let got = Glibc.read(descriptor, room.baseAddress?.advanced(by: count), size - count)
        if got > 0 {
          count += got
        } else if got == 0 {
          break
        } else if errno != EINTR {
          failed = errno
          break
        }
      }
      return count
    }
    if failed != 0 { throw ReadFailure(.readFailed(failed), file: path) }
  }

  private static func reason(openError code: Int32) -> ReadFailure.Reason {
    switch code {
    case ENOENT, ENOTDIR, ENAMETOOLONG: .missing
    case EACCES, EPERM: .notAllowed
    case ENXIO, ENODEV: .notAFile
    default: .readFailed(code)
    }
  }
}
