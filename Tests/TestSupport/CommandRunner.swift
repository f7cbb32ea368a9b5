package import Foundation

/// Runs the built `phuluc` as a person would, and keeps what it said.
package struct CommandRunner {
  package struct Outcome: Sendable {
    package var exitCode: Int32
    package var output: String
    package var errors: String
  }

  /// The folder in which the command runs.
  package var folder: URL
  package var environment: [String: String] = [:]

  package init(in folder: URL) { self.folder = folder }

  /// The executable stands beside the test bundle in the build folder.
  package static var executable: URL {
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("phuluc")
  }

  package func run(_ arguments: [String]) throws -> Outcome {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["NO_COLOR"] = "1"
    process.environment = environment.merging(self.environment) { $1 }
    // Files, not pipes: a full pipe would stop the command.
    let scratch = FileManager.default.temporaryDirectory
      .appendingPathComponent("phuluc-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    func capture(_ name: String) throws -> FileHandle {
      let path = scratch.appendingPathComponent(name)
      try Data().write(to: path)
      return try FileHandle(forWritingTo: path)
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try capture("out")
    process.standardError = try capture("err")
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: scratch.appendingPathComponent(name)), as: UTF8.self)
    }
    return Outcome(
      exitCode: process.terminationStatus, output: try text("out"), errors: try text("err"))
  }
}

/// A folder for one test, gone when it ends.
package final class TemporaryFolder: Sendable {
  package let url: URL

  package init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("phuluc-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  package func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Every file below, by its relative path.
  package func files() throws -> [String: Data] {
    var found: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: url.path) {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path(name), isDirectory: &isFolder)
      if !isFolder.boolValue {
        found[name] = try Data(contentsOf: url.appendingPathComponent(name))
      }
    }
    return found
  }
}

/// The project's own folder, from where this file was compiled.
package enum ProjectFolder {
  package static let url = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  package static func sample(_ path: String) -> URL {
    url.appendingPathComponent("samples").appendingPathComponent(path)
  }
}
