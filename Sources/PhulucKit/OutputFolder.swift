import Findings
import Foundation
import Glibc

/// The folder into which a run puts its files: all of them, or none.
///
/// Files are made in a hidden folder beside their places and moved there at the end, so a run
/// that fails half-way leaves nothing behind and whatever stood there stays as it was.
struct OutputFolder {
  let path: String
  /// Where files are made until the run is complete.
  let stagingFolder: String
  private let existedBefore: Bool

  /// Checks that the folder can take the files before any work is done.
  ///
  /// - Parameters:
  ///   - names: the files that the run will write.
  ///   - mayOverwrite: whether files of an earlier run may be replaced (`--force`).
  ///   - inputs: files that must never be replaced.
  init(
    _ path: String, for names: [String], mayOverwrite: Bool, inputs: [String]
  ) throws(OutputFailure) {
    self.path = path
    var isFolder: ObjCBool = false
    existedBefore = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if existedBefore && !isFolder.boolValue { throw .notAFolder(path) }
    let inputPaths = Set(inputs.map(Self.realPath))
    for name in names {
      let target = path + "/" + name
      guard FileManager.default.fileExists(atPath: target) else { continue }
      if inputPaths.contains(Self.realPath(target)) { throw .wouldReplaceInput(target) }
      if !mayOverwrite { throw .exists(target) }
    }
    stagingFolder = path + "/.phuluc-\(getpid())"
    do {
      try FileManager.default.createDirectory(
        atPath: stagingFolder, withIntermediateDirectories: true)
    } catch {
      throw .cannotCreate(path, reason: Self.reason(error))
    }
  }

  /// Where a file is to be made until the run is complete.
  func stagingPath(_ name: String) -> String { stagingFolder + "/" + name }

  /// Moves every file to its place.
  func commit(_ names: [String]) throws(OutputFailure) {
    for name in names {
      guard rename(stagingPath(name), path + "/" + name) == 0 else {
        let reason = String(cString: strerror(errno))
        discard()
        throw .cannotCreate(path + "/" + name, reason: reason)
      }
    }
    discard()
  }

  /// Removes what was staged; also the folder itself where this run made it and it is empty.
  func discard() {
    try? FileManager.default.removeItem(atPath: stagingFolder)
    if !existedBefore { rmdir(path) }
  }

  private static func realPath(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    return String(cString: strerror(Int32((underlying ?? error as NSError).code)))
  }
}

/// Why an output can't be put where it is wanted.
enum OutputFailure: Failure {
  case exists(String)
  case notAFolder(String)
  case wouldReplaceInput(String)
  case cannotCreate(String, reason: String)
  case cannotWrite(String, reason: String)

  var location: Location? {
    switch self {
    case .exists(let path), .notAFolder(let path), .wouldReplaceInput(let path),
      .cannotCreate(let path, _), .cannotWrite(let path, _):
      Location(file: path)
    }
  }

  var exitCode: ExitStatus {
    if case .cannotWrite = self { return .readWriteFailed }
    return .outputNotCreated
  }

  var message: Message {
    switch self {
    case .exists:
      Message(
        vi: "tệp kết quả đã có; hãy chọn thư mục khác (-o) hoặc thêm --force để ghi đè.",
        en: "the output exists already; choose another folder (-o) or add --force to replace it.")
    case .notAFolder:
      Message(
        vi: "đây là một tệp, không phải thư mục; hãy chọn thư mục khác (-o).",
        en: "this is a file, not a folder; choose another folder (-o).")
    case .wouldReplaceInput:
      Message(
        vi:
          "kết quả sẽ ghi đè lên tệp đầu vào; phuluc không bao giờ làm vậy. Hãy chọn thư mục khác (-o).",
        en:
          "the output would replace an input, which phuluc never does; choose another folder (-o).")
    case .cannotCreate(_, let reason):
      Message(
        vi: "không tạo được kết quả ở đây (\(reason)); hãy chọn thư mục khác (-o).",
        en: "the output can't be created here (\(reason)); choose another folder (-o).")
    case .cannotWrite(_, let reason):
      Message(
        vi: "ghi tệp không thành công (\(reason)); có thể ổ đĩa đã đầy.",
        en: "writing failed (\(reason)); the disk may be full.")
    }
  }
}
