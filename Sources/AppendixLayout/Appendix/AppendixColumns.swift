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
  /// Headers over this one and its neighbours of the same group, outermost first.
  var groups: [String] = []
  /// How its cells look; set once for the page, since a look made anew is a new one to compare.
  var look = CellLook()

  /// The value of an item or part in this column.
  func field(fields: [ColumnRole: Field], extras: [ExtraField]) -> Field? {
    switch source {
    case .role(let role): fields[role]
    case .extra(let header): extras.first { $0.header == header }?.field
    }
  }
}

extension PrintedColumn {
  /// The template's word for how text stands.
  static func horizontal(_ alignment: AppendixTemplate.Alignment) -> CellLook.Horizontal {
    switch alignment {
    case .left: .left
    case .center: .center
    case .right: .right
    case .justify: .justify
    }
  }
}

/// A column of a source sheet.
struct SourceColumn: Hashable {
  var input: InputID
  var sheet: String
  var column: Int

  init(_ origin: CellOrigin) {
    input = origin.input
    sheet = origin.sheet
    column = origin.address.column
  }
}

/// Which columns an appendix prints, and which notes go below the table.
struct AppendixColumns {
  var columns: [PrintedColumn] = []
  /// Whether what people noted at cells is printed below the table instead of in a column.
  var hasFootnotes = false
  /// Which role each column of the sources holds; a column of notes is none of them.
  let noteColumns: [SourceColumn: ColumnRole]

  /// The template's columns that are required or hold something, then the unknown ones.
  init(_ consolidated: Consolidated, template: AppendixTemplate) {
    let items = consolidated.items
    noteColumns = Self.roles(of: items)
    // Without sections both numbers are the same: one of them is enough.
    let isFlat =
      !template.layout.keepsForm
      && consolidated.sections.allSatisfy { $0.number.isEmpty && $0.title.isEmpty }
    for column in template.columns where column.isOmitted != true {
      let role = column.role
      if role == .sectionOrdinal, isFlat, template.column(.ordinal) != nil { continue }
      var isUsed = column.isRequired == true
      if !isUsed {
        isUsed =
          role == .ordinal || role == .sectionOrdinal
          ? false : items.contains { $0.hasValue(role) }
        if role == .note, isUsed, items.allSatisfy({ $0.notesAreAttached(noteColumns) }) {
          hasFootnotes = true
          isUsed = false
        }
      }
      guard isUsed else { continue }
      columns.append(
        PrintedColumn(
          source: .role(role), header: isFlat ? Self.flatHeader(column, template) : column.header,
          share: column.width, alignment: column.align.map(PrintedColumn.horizontal) ?? .left,
          groups: column.groups ?? []))
    }
    var seen: Set<String> = []
    for item in items {
      for extra in item.extras + item.parts.flatMap(\.extras)
      where !extra.field.isBlank && seen.insert(extra.header).inserted {
        columns.append(
          PrintedColumn(
            source: .extra(extra.header), header: extra.header, share: 8, alignment: .left))
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
        PrintedColumn(source: .role(role), header: role.rawValue, share: 8, alignment: .left))
    }
  }

  /// The header in a table without sections: it can't speak of them.
  private static func flatHeader(
    _ column: AppendixTemplate.Column, _ template: AppendixTemplate
  ) -> String {
    guard template.column(.sectionOrdinal) != nil else { return column.header }
    return switch column.role {
    case .ordinal: "STT"
    case .task: column.headings.first ?? column.header
    default: column.header
    }
  }

  /// Without the columns in which no item says anything.
  func withoutEmptyColumns(in consolidated: Consolidated) -> AppendixColumns {
    let items = consolidated.items
    var result = self
    result.columns.removeAll { column in
      guard case .role(let role) = column.source else { return false }
      return ![.ordinal, .sectionOrdinal, .task].contains(role)
        && !items.contains { $0.hasValue(role) }
    }
    return result
  }

  /// The role of each source column that items hold values of.
  private static func roles(of items: [MergedItem]) -> [SourceColumn: ColumnRole] {
    var roles: [SourceColumn: ColumnRole] = [:]
    for item in items {
      for (role, field) in item.fields where role != .note {
        for origin in field.origins { roles[SourceColumn(origin)] = role }
      }
    }
    return roles
  }
}

extension MergedItem {
  /// Whether the item or one of its parts says something under a role.
  func hasValue(_ role: ColumnRole) -> Bool {
    fields[role]?.isBlank == false || parts.contains { $0.fields[role]?.isBlank == false }
  }

  /// Whether every note was attached to a cell, rather than written into a column of its own.
  func notesAreAttached(_ roles: [SourceColumn: ColumnRole]) -> Bool {
    Self.isAttached(fields, roles) && parts.allSatisfy { Self.isAttached($0.fields, roles) }
  }

  private static func isAttached(
    _ fields: [ColumnRole: Field], _ roles: [SourceColumn: ColumnRole]
  ) -> Bool {
    guard let note = fields[.note], !note.isBlank else { return true }
    return !note.origins.isEmpty && note.origins.allSatisfy { roles[SourceColumn($0)] != nil }
  }

  /// The role of the cell to which a note was attached.
  static func roleOfNote(
    _ fields: [ColumnRole: Field], _ roles: [SourceColumn: ColumnRole]
  ) -> ColumnRole? {
    fields[.note]?.origins.first.flatMap { roles[SourceColumn($0)] }
  }
}
