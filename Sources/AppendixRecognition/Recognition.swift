package import AppendixModel
package import Findings

/// What a workbook was found to hold.
package struct Recognition: Sendable {
  /// One for each table, in workbook order.
  package var appendices: [Appendix] = []
  package var findings: [Finding] = []
  /// Sheets in which no table was found, each with the reason.
  package var sheetsWithoutTable: [SheetWithoutTable] = []

  package init() {}
}

/// A sheet that holds no table of any template's kind.
package struct SheetWithoutTable: Hashable, Sendable {
  package var name: String
  package var reason: Message
  /// Whether a header was found that only lacks the task column.
  package var lacksTaskColumn: Bool

  package init(name: String, reason: Message, lacksTaskColumn: Bool = false) {
    self.name = name
    self.reason = reason
    self.lacksTaskColumn = lacksTaskColumn
  }
}
