package import Foundation

/// One result file, written beside its place and moved there whole.
package enum SingleOutput {
  /// Never replaces an input; an existing file only where it may.
  package static func write(
    _ data: Data, to path: String, mayOverwrite: Bool, inputs: [String] = []
  ) throws(RunFailure) {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    for input in inputs
    where URL(fileURLWithPath: input).resolvingSymlinksInPath().path == target.path {
      throw RunFailure(OutputFailure.wouldReplaceInput(path))
    }
    let files = FileManager.default
    var isFolder: ObjCBool = false
    if files.fileExists(atPath: target.path, isDirectory: &isFolder), isFolder.boolValue {
      throw RunFailure(OutputFailure.cannotCreate(path, reason: "là một thư mục"))
    }
    if files.fileExists(atPath: target.path), !mayOverwrite {
      throw RunFailure(OutputFailure.exists(path))
    }
    do {
      // Written to a temporary file beside the target, then renamed.
      try data.write(to: target, options: .atomic)
    } catch {
      throw RunFailure(OutputFailure.cannotCreate(path, reason: error.localizedDescription))
    }
  }
}
