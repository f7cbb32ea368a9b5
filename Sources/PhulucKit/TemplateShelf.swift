package import AppendixModel
import AppendixRecognition
import CellGrid
package import Findings
import Foundation
import XLSXReading

/// The templates that there are: listed, shown, written out, learned.
package enum TemplateShelf {
  /// One line a template.
  package struct Entry: Codable, Sendable {
    package var id: String
    package var name: String
    /// Roles of its columns, in order.
    package var columns: [String]
    package var statuses: [String]
  }

  package static func entries() throws(RunFailure) -> [Entry] {
    try TemplateChoice.candidates(nil).map { template in
      Entry(
        id: template.id, name: template.name, columns: template.columns.map(\.role.rawValue),
        statuses: template.statuses.map(\.id))
    }
  }

  /// A template by id or file.
  package static func template(_ name: String) throws(RunFailure) -> AppendixTemplate {
    guard let template = try TemplateChoice.candidates(name).first else {
      throw RunFailure(JobFault.unknownTemplate(name, known: AppendixTemplate.builtInIDs))
    }
    return template
  }

  /// Writes built-in templates, comments and all, as files to be edited; all where none is named.
  package static func export(
    _ ids: [String], to folder: String, mayOverwrite: Bool
  ) throws(RunFailure) -> [String] {
    let wanted = ids.isEmpty ? AppendixTemplate.builtInIDs : ids
    for id in wanted where AppendixTemplate.builtInYAML(id) == nil {
      throw RunFailure(JobFault.unknownTemplate(id, known: AppendixTemplate.builtInIDs))
    }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw RunFailure(OutputFailure.cannotCreate(folder, reason: error.localizedDescription))
    }
    let paths = wanted.map { (folder as NSString).appendingPathComponent("\($0).yaml") }
    if !mayOverwrite, let taken = paths.first(where: FileManager.default.fileExists(atPath:)) {
      throw RunFailure(OutputFailure.exists(taken))
    }
    for (id, path) in zip(wanted, paths) {
      try SingleOutput.write(
        Data(AppendixTemplate.builtInYAML(id) ?? []), to: path, mayOverwrite: mayOverwrite)
    }
    return paths
  }

  /// What was learned from an example workbook.
  package struct Learned: Sendable {
    package var yaml: String
    package var base: String
    package var doubts: [Finding]
    package var findings: [Finding]
  }

  /// A template from a form that an office uses; from its largest table where there are several.
  package static func learn(
    from path: String, sheet: String? = nil, base: String? = nil, id: String?, name: String?
  ) throws(RunFailure) -> Learned {
    let reading = try TableReading(template: base, sheet: sheet)
    let file = try reading.read(path)
    if let failure = file.withoutTable { throw failure }
    let tables = file.recognition.appendices.enumerated()
    let best = tables.max {
      ($0.element.items.count, $1.offset) < ($1.element.items.count, $0.offset)
    }?.element
    guard let best, let template = reading.template(best.templateID),
      let example = file.sheets.first(where: { $0.name == best.sheet })
    else { throw RunFailure(JobFault.noTable(file: path, reason: nil)) }
    let stem = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
    let learner = TemplateLearner(sheet: example, appendix: best, base: template)
    let learned = learner.learn(
      id: id ?? TemplateLearner.identifier(stem),
      name: name ?? (best.heading.title.isEmpty ? stem : best.heading.title))
    // What is written must be readable again.
    do {
      _ = try AppendixTemplate.load(yaml: learned.yaml, name: stem)
    } catch {
      throw RunFailure(error)
    }
    return Learned(
      yaml: learned.yaml, base: template.id, doubts: learned.doubts, findings: file.allFindings)
  }
}
