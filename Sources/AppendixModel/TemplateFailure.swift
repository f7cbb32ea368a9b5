import Findings
package import StrictYAML

/// A template that can't be used, with the line of the mistake.
package typealias TemplateFailure = YAMLFailure

extension YAMLFailure {
  /// - Parameter name: the file or the id of the template.
  package init(name: String, line: Int? = nil, vi: String, en: String) {
    self.init(file: name, line: line, Message(vi: vi, en: en))
  }
}
