import Findings
import Glibc

/// A file's bytes, read once; the file itself is opened for reading only and never changed.
struct FileBytes {
  let memory: FileMemory

  /// Reads a file whole, or says what stands there instead.
  init(path: String, limits: ReadLimits) throws(ReadFailure) {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? []
    if name.starts(with: Array("~$".utf8)) { throw ReadFailure(.lockFile, file: path) }
    if path == "-" {
      memory = try Self.standardInput(limits)
      return
    }
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
    guard info.st_size <= limits.fileBytes else { throw Self.tooLarge(limits, file: path) }
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

  /// All of standard input, up to the limit of a file.
  private static func standardInput(_ limits: ReadLimits) throws(ReadFailure) -> FileMemory {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = Glibc.read(STDIN_FILENO, &piece, piece.count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw ReadFailure(.readFailed(errno), file: "-") }
      if got == 0 { break }
      bytes += piece[..<got]
      guard bytes.count <= limits.fileBytes else { throw tooLarge(limits, file: "-") }
    }
    if bytes.isEmpty { throw ReadFailure(.empty, file: "-") }
    return FileMemory(bytes)
  }

  private static func tooLarge(_ limits: ReadLimits, file: String) -> ReadFailure {
    ReadFailure(
      .tooMuch(
        Message(vi: "kích thước (byte)", en: "a size (in bytes)"), limit: limits.fileBytes),
      file: file)
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
