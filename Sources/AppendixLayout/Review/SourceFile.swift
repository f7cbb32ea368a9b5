package import AppendixModel

/// A file of the run, for the review workbook's list of sources.
package struct SourceFile: Hashable, Sendable {
  /// As the user named it.
  package var path: String
  /// In hexadecimal.
  package var sha256: String
  /// The input that it is; nil for a decision workbook, a job, a template.
  package var input: InputID?
  /// What the file is in the run: «Dữ liệu vào», «Quyết định» …
  package var role: String

  package init(
    path: String, sha256: String, input: InputID? = nil, role: String = "Dữ liệu vào"
  ) {
    self.path = path
    self.sha256 = sha256
    self.input = input
    self.role = role
  }
}
