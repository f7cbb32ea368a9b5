import Foundation
import VietText

extension Job {
  /// The built-in abbreviations with the job's own before them; nil where it has none.
  func abbreviationTable() throws(RunFailure) -> Abbreviations? {
    guard let abbreviations else { return nil }
    guard let bytes = FileManager.default.contents(atPath: abbreviations) else {
      throw RunFailure(MissingFile(path: abbreviations))
    }
    return Abbreviations.builtIn.adding(tsv: String(decoding: bytes, as: UTF8.self))
  }
}
