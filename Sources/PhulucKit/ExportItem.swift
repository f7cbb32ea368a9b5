import AppendixModel
import CellGrid
import Foundation

/// One item as `phuluc export` gives it: a line of the stable JSON Lines form.
package struct ExportItem: Codable, Sendable {
  package struct Unit: Codable, Sendable {
    package var agency: String
    package var office: String?

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(agency, forKey: .agency)
      // Absent values are written as null, so that every line has the same keys.
      try container.encode(office, forKey: .office)
    }
  }

  package struct Period: Codable, Sendable {
    package var text: String
    /// First day, as `2025-01-01`; null where there is none.
    package var from: String?
    package var to: String?

    package func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(text, forKey: .text)
      try container.encode(from, forKey: .from)
      try container.encode(to, forKey: .to)
    }
  }

  package struct Subitem: Codable, Sendable {
    package var row: Int
    package var number: String
    package var text: String
    package var leads: [Unit]
    package var support: [Unit]
    package var output: String
    package var deadline: Period
    package var progress: String
    package var note: String
    package var fields: [String: String]
    package var extra: [String: String]
  }

  package var file: String
  package var sheet: String
  /// From 1: the item's first row in its sheet.
  package var row: Int
  /// The section's number; empty where it has none.
  package var section: String
  package var sectionTitle: String
  package var number: String
  package var text: String
  package var leads: [Unit]
  package var support: [Unit]
  package var output: String
  package var deadline: Period
  package var progress: String
  /// Id of the template's status class.
  package var status: String
  package var done: Bool
  package var subitems: [Subitem]
  /// Lines that introduce the sub-items.
  package var leadIns: [Subitem]
  package var note: String
  /// Roles of the template's own, such as `value`.
  package var fields: [String: String]
  /// Columns that no role claims, under their own headers.
  package var extra: [String: String]

  init(_ item: Item, section: Section, status: AppendixTemplate.StatusClass) {
    file = item.origin.file
    sheet = item.origin.sheet
    row = item.origin.row + 1
    self.section = section.number
    sectionTitle = section.title
    number = item.number
    text = item.text
    leads = Self.units(item[.lead])
    support = Self.units(item[.support])
    output = item[.output]
    deadline = Self.period(item.fields[.deadline])
    progress = item[.progress]
    self.status = status.id
    done = status.isDone
    subitems = item.parts.filter { $0.kind == .subitem }.map(Subitem.init)
    leadIns = item.parts.filter { $0.kind == .leadIn }.map(Subitem.init)
    note = item[.note]
    fields = Self.own(item.fields)
    extra = Self.extra(item.extras)
  }

  fileprivate static func units(_ text: String) -> [Unit] {
    Lead.list(parsing: text).map { Unit(agency: $0.agency, office: $0.office) }
  }

  fileprivate static func period(_ field: Field?) -> Period {
    guard let field, !field.isBlank else { return Period(text: "") }
    let deadline = Deadline(parsing: field.text, date: field.date)
    return Period(
      text: field.text, from: deadline.from.map { "\($0)" }, to: deadline.to.map { "\($0)" })
  }

  private static let common: Set<ColumnRole> = [
    .ordinal, .task, .lead, .support, .output, .deadline, .progress, .note,
  ]

  fileprivate static func own(_ fields: [ColumnRole: Field]) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: fields.filter { !common.contains($0.key) && !$0.value.isBlank }
        .map { ($0.key.rawValue, $0.value.text) })
  }

  /// Two columns of one header are told apart by a number.
  fileprivate static func extra(_ extras: [ExtraField]) -> [String: String] {
    var texts: [String: String] = [:]
    for extra in extras {
      var key = extra.header
      var count = 2
      while texts[key] != nil {
        key = "\(extra.header) (\(count))"
        count += 1
      }
      texts[key] = extra.field.text
    }
    return texts
  }
}

extension ExportItem.Subitem {
  init(_ part: Part) {
    row = part.origin.row + 1
    number = part.number
    text = part[.task]
    leads = ExportItem.units(part[.lead])
    support = ExportItem.units(part[.support])
    output = part[.output]
    deadline = ExportItem.period(part.fields[.deadline])
    progress = part[.progress]
    note = part[.note]
    fields = ExportItem.own(part.fields)
    extra = ExportItem.extra(part.extras)
  }
}
