import BuiltInTemplates

extension AppendixTemplate {
  /// Ids of the built-in templates, the plan of tasks first because most work is done with it.
  package static var builtInIDs: [String] { BuiltInTemplates.ids }

  /// A built-in template; a failure names the ids that there are.
  package static func builtIn(_ id: String) throws(TemplateFailure) -> AppendixTemplate {
    guard let bytes = BuiltInTemplates.yaml[id] else {
      let known = builtInIDs.joined(separator: ", ")
      throw TemplateFailure(
        name: id, vi: "không có biểu mẫu này; các biểu mẫu có sẵn: \(known)",
        en: "no such template; built in are: \(known)")
    }
    return try load(yaml: bytes, name: id)
  }

  /// Every built-in template, in the order of their ids.
  package static func allBuiltIn() throws(TemplateFailure) -> [AppendixTemplate] {
    var templates: [AppendixTemplate] = []
    for id in builtInIDs { templates.append(try builtIn(id)) }
    return templates
  }

  /// The YAML of a built-in template as it is embedded, comments and all.
  package static func builtInYAML(_ id: String) -> [UInt8]? { BuiltInTemplates.yaml[id] }
}
