import AppendixModel
import Findings
import Foundation

/// Which templates a run may use.
enum TemplateChoice {
  /// The named template alone, a built-in one by its id or a file by its path; every template of a
  /// folder; all built-in ones where none is named.
  static func candidates(_ name: String?) throws(RunFailure) -> [AppendixTemplate] {
    do {
      guard let name else {
        var all: [AppendixTemplate] = []
        for id in AppendixTemplate.builtInIDs { all.append(try AppendixTemplate.builtIn(id)) }
        return all
      }
      if AppendixTemplate.builtInIDs.contains(name) { return [try AppendixTemplate.builtIn(name)] }
      guard
        FileManager.default.fileExists(atPath: name) || name.contains("/")
          || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
      else {
        throw RunFailure(
          JobFault.unknownTemplate(name, known: AppendixTemplate.builtInIDs.sorted()))
      }
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), isFolder.boolValue {
        return try folder(name)
      }
      guard let bytes = FileManager.default.contents(atPath: name) else {
        throw RunFailure(MissingFile(path: name))
      }
      return [
        try AppendixTemplate.load(yaml: String(decoding: bytes, as: UTF8.self), name: name)
      ]
    } catch let failure as RunFailure {
      throw failure
    } catch let failure as any Failure {
      throw RunFailure(failure)
    } catch {
      throw RunFailure(MissingFile(path: name ?? ""))
    }
  }

  /// Every YAML file of a folder, by name.
  private static func folder(_ path: String) throws -> [AppendixTemplate] {
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
    guard !names.isEmpty else { throw RunFailure(MissingFile(path: path + "/*.yaml")) }
    return try names.map { name in
      let file = (path as NSString).appendingPathComponent(name)
      guard let bytes = FileManager.default.contents(atPath: file) else {
        throw RunFailure(MissingFile(path: file))
      }
      return try AppendixTemplate.load(yaml: bytes, name: file)
    }
  }
}
