import AppendixModel
import Findings
import Foundation

/// Which templates a run may use.
enum TemplateChoice {
  /// The named template alone, a built-in one by its id or a file by its path; all built-in ones
  /// where none is named.
  static func candidates(_ name: String?) throws(RunFailure) -> [AppendixTemplate] {
    do {
      guard let name else {
        var all: [AppendixTemplate] = []
        for id in AppendixTemplate.builtInIDs { all.append(try AppendixTemplate.builtIn(id)) }
        return all
      }
      if AppendixTemplate.builtInIDs.contains(name) { return [try AppendixTemplate.builtIn(name)] }
      guard name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") else {
        throw RunFailure(
          JobFault.unknownTemplate(name, known: AppendixTemplate.builtInIDs.sorted()))
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
}
