package import Findings

/// A template that can't be used, with the line of the mistake.
package struct TemplateFailure: Failure {
  /// The file or the id of the template.
  package var name: String
  /// From 1; nil where no line is to blame.
  package var line: Int?
  private var problem: Message

  package init(name: String, line: Int? = nil, vi: String, en: String) {
    self.name = name
    self.line = line
    problem = Message(vi: vi, en: en)
  }

  package var location: Location? { Location(file: name) }

  package var message: Message {
    guard let line else { return problem }
    return Message(
      vi: "dòng \(line): \(problem.vietnamese)", en: "line \(line): \(problem.english)")
  }

  package var exitCode: ExitStatus { .dataInvalid }
}

extension TemplateFailure: CustomStringConvertible {
  package var description: String { text(in: .vietnamese) }
}
