package import Findings
import Foundation
import Glibc

/// Turns what a person names (files, folders, patterns) into workbooks, in a stable order.
package enum InputDiscovery {
  private static let extensions: Set<String> = ["xlsx", "xlsm", "xltx", "xltm"]

  /// Files stay in the order given; a folder's and a pattern's own files come sorted by name.
  /// Lock files (`~$…`) that Excel leaves beside an open workbook are skipped and said so.
  package static func workbooks(
    named names: [String], findings: inout FindingLog
  ) throws(RunFailure) -> [String] {
    guard !names.isEmpty else { throw RunFailure(JobFault.noInputs) }
    var paths: [String] = []
    var failures: [any Failure] = []
    for name in names {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: name, isDirectory: &isFolder) {
        if isFolder.boolValue {
          let inside = contents(of: name)
          if inside.isEmpty { failures.append(JobFault.emptyFolder(name)) }
          paths += inside
        } else {
          paths.append(name)
        }
      } else if name.contains(where: { "*?[".contains($0) }) {
        let matches = expanded(name)
        if matches.isEmpty { failures.append(MissingFile(path: name)) }
        paths += matches
      } else {
        // Left for the reader to refuse, with the name as the person wrote it.
        paths.append(name)
      }
    }
    var kept: [String] = []
    var lockFiles: [String] = []
    var seen: Set<String> = []
    for path in paths {
      if (path as NSString).lastPathComponent.hasPrefix("~$") {
        lockFiles.append(path)
        findings.add(
          Finding(
            "lock-file", .note, at: Location(file: path),
            vi: "bỏ qua: đây là tệp khóa của Excel, không phải bảng tính. "
              + "Tệp gốc có thể đang mở; hãy lưu và đóng lại trước khi gộp.",
            en: "skipped: this is Excel's lock file, not a workbook. The workbook itself may be "
              + "open; save and close it first."))
        continue
      }
      guard seen.insert(URL(fileURLWithPath: path).resolvingSymlinksInPath().path).inserted else {
        failures.append(JobFault.inputTwice(path))
        continue
      }
      kept.append(path)
    }
    if let failure = RunFailure(failures) { throw failure }
    guard !kept.isEmpty else {
      throw RunFailure(lockFiles.first.map { JobFault.onlyLockFiles($0) } ?? .noInputs)
    }
    return kept
  }

  private static func contents(of folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { extensions.contains(($0 as NSString).pathExtension.lowercased()) }
      .filter { !$0.hasPrefix(".") }
      .sorted().map { (folder as NSString).appendingPathComponent($0) }
  }

  private static func expanded(_ pattern: String) -> [String] {
    var matches = glob_t()
    defer { globfree(&matches) }
    guard glob(pattern, 0, nil, &matches) == 0, let paths = matches.gl_pathv else { return [] }
    return (0..<Int(matches.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
  }
}
