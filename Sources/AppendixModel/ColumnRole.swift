/// What a column means. A template names its own roles; these are the common ones.
package struct ColumnRole: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  package var rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
  package init(stringLiteral value: String) { rawValue = value }

  /// Running number over the whole appendix.
  package static let ordinal: ColumnRole = "ordinal"
  /// Number that starts again in each section.
  package static let sectionOrdinal: ColumnRole = "sectionOrdinal"
  /// What is to be done; every template has it.
  package static let task: ColumnRole = "task"
  package static let lead: ColumnRole = "lead"
  package static let support: ColumnRole = "support"
  package static let output: ColumnRole = "output"
  package static let deadline: ColumnRole = "deadline"
  package static let progress: ColumnRole = "progress"
  package static let note: ColumnRole = "note"
  /// The section that a row belongs to, where the form names it in a column.
  package static let section: ColumnRole = "section"
  // Assigned tasks.
  /// The document by which a task was assigned.
  package static let document: ColumnRole = "document"
  package static let assignedDate: ColumnRole = "assignedDate"
  /// The day on which the task was done.
  package static let finishedDate: ColumnRole = "finishedDate"
  package static let reason: ColumnRole = "reason"

  // Indicators.
  package static let unit: ColumnRole = "unit"
  package static let target: ColumnRole = "target"
  /// A count, n/m, a percent or a text.
  package static let value: ColumnRole = "value"
  /// Of how many, where the value is the part that was reached.
  package static let whole: ColumnRole = "whole"
  package static let percent: ColumnRole = "percent"
  package static let evidence: ColumnRole = "evidence"

  // Legal documents.
  package static let type: ColumnRole = "type"
  /// Number and symbol of a document.
  package static let number: ColumnRole = "number"
  package static let issuer: ColumnRole = "issuer"
  package static let issuedDate: ColumnRole = "issuedDate"
  package static let effectiveDate: ColumnRole = "effectiveDate"
  package static let province: ColumnRole = "province"

  /// A column that no role claims; kept under its own header.
  package static let extra: ColumnRole = "extra"
}

extension ColumnRole: Codable {
  package init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
