package import AppendixModel
package import CellGrid
import VietText

/// What stands above an appendix's table, as Nghị định 30/2020/NĐ-CP wants it.
package struct OutputHeading: Hashable, Sendable {
  /// How an appendix among several is numbered; the decree says Roman.
  package enum Numbering: String, Sendable, CaseIterable { case roman, arabic }

  /// `Phụ lục`.
  package var word: String
  /// Printed in capitals.
  package var title: String
  /// `(Kèm theo …)`; number and date stay open in electronic documents.
  package var reference: String
  /// The report date.
  package var asOf: CalendarDate
  /// The appendix's place among several, from 1; nil for a single one.
  package var number: Int?
  package var numbering = Numbering.roman
  /// «PHỤ LỤC» instead of the decree's «Phụ lục».
  package var isWordInCapitals = false
  /// The direction of the paper; nil leaves it to the template.
  package var orientation: AppendixTemplate.Layout.Orientation?

  package init(
    word: String, title: String, reference: String, asOf: CalendarDate, number: Int? = nil
  ) {
    self.word = word
    self.title = title
    self.reference = reference
    self.asOf = asOf
    self.number = number
  }

  /// `Phụ lục`, `Phụ lục II`.
  package var wordLine: String {
    let word = isWordInCapitals ? self.word.uppercased() : self.word
    guard let number else { return word }
    return "\(word) \(numbering == .roman ? RomanNumber.written(number) : String(number))"
  }
}
