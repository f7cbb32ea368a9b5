import AppendixModel
import CellGrid
import Consolidation

/// A column of the printed appendix.
struct PrintedColumn: Hashable {
  /// Where its values come from.
  enum Source: Hashable {
    case role(ColumnRole)
    /// A column that the template doesn't know, by its header.
    case extra(String)
  }

  var source: Source
  var header: String
  var share: Double
  var alignment: CellLook.Horizontal

  /// The value of an item or part in this column.
  func text(fields: [ColumnRole: Field], extras: [ExtraField]) -> String {
    switch source {
    case .role(let role): fields[role]?.text ?? ""
    case .extra(let header): extras.first { $0.header == header }?.field.text ?? ""
    }
  }
}

/// Which columns an appendix prints, and which notes go below the table.
struct AppendixColumns {
  var columns: [PrintedColumn] = []
  /// Whether what people noted at cells is printed below the table instead of in a column.
  var hasFootnotes = false

  /// The template's columns that are required or hold something, then the unknown ones.
  init(_ consolidated: Consolidated, template: AppendixTemplate) {
    let items = consolidated.items
    for column in template.columns where column.isOmitted != true {
      let role = column.role
      var isUsed = column.isRequired == true
      if !isUsed {
        isUsed =
          role == .ordinal || role == .sectionOrdinal
          ? false : items.contains { $0.hasValue(role) }
        if role == .note, isUsed, items.allSatisfy({ $0.notesAreAttached }) {
          hasFootnotes = true
          isUsed = false
        }
      }
      guard isUsed else { continue }
      columns.append(
        PrintedColumn(
          source: .role(role), header: column.header, share: column.width,
          alignment: column.align.map(Self.alignment) ?? .left))
    }
    var seen: Set<String> = []
    for item in items {
      for extra in item.extras + item.parts.flatMap(\.extras)
      where !extra.field.isBlank && seen.insert(extra.header).inserted {
        columns.append(
          PrintedColumn(
            source: .extra(extra.header), header: extra.header, share: 12, alignment: .left))
      }
    }
    // Roles that the template doesn't print but an item has would be lost.
    let known = Set(template.columns.map(\.role))
    var unknown: [ColumnRole] = []
    for item in items {
      for role in item.fields.keys where !known.contains(role) && item.hasValue(role) {
        if !unknown.contains(role) { unknown.append(role) }
      }
    }
    for role in unknown.sorted(by: { $0.rawValue < $1.rawValue }) {
      columns.append(
        PrintedColumn(source: .role(role), header: role.rawValue, share: 12, alignment: .left))
    }
  }

  private static func alignment(
    _ alignment: AppendixTemplate.Alignment
  ) -> CellLook.Horizontal {
    switch alignment {
    case .left: .left
    case .center: .center
    case .right: .right
    case .justify: .justify
    }
  }
}

extension MergedItem {
  /// Whether the item or one of its parts says something under a role.
  func hasValue(_ role: ColumnRole) -> Bool {
    fields[role]?.isBlank == false || parts.contains { $0.fields[role]?.isBlank == false }
  }

  /// Whether every note was attached to a cell, rather than written into a column of its own.
  var notesAreAttached: Bool {
    Self.isAttached(fields) && parts.allSatisfy { Self.isAttached($0.fields) }
  }

  private static func isAttached(_ fields: [ColumnRole: Field]) -> Bool {
    guard let note = fields[.note], !note.isBlank else { return true }
    guard !note.origins.isEmpty else { return false }
    let others = Set(fields.filter { $0.key != .note }.flatMap(\.value.origins))
    return note.origins.allSatisfy { others.contains($0) }
  }

  /// The role of the cell to which a note was attached, among those that are printed.
  static func roleOfNote(_ fields: [ColumnRole: Field]) -> ColumnRole? {
    guard let origin = fields[.note]?.origins.first else { return nil }
    return fields.filter { $0.key != .note && $0.value.origins.contains(origin) }.keys
      .min { $0.rawValue < $1.rawValue }
  }
}
