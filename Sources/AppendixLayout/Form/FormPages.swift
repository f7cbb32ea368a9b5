package import AppendixModel
package import CellGrid
package import Consolidation

/// What a form is for.
package struct FormHeading: Hashable, Sendable {
  package var title: String
  /// The unit that fills it in; empty for a form without a name.
  package var unit: String
  package var asOf: CalendarDate

  package init(title: String, unit: String, asOf: CalendarDate) {
    self.title = title
    self.unit = unit
    self.asOf = asOf
  }
}

/// A form prefilled with the tasks of a unit: what is known is locked, what is asked is yellow.
///
/// - Parameter numbers: the items to print, by running number; nil prints all.
package func formPages(
  _ consolidated: Consolidated, numbers: Set<Int>? = nil, template: AppendixTemplate,
  heading: FormHeading
) -> [Page] {
  let used = consolidated.items.filter { numbers?.contains($0.number) ?? true }
    .reduce(into: Set<ColumnRole>()) { roles, item in
      for role in item.fields.keys where item.hasValue(role) { roles.insert(role) }
    }
  var form = FormBook(template: template, heading: heading, isBlank: false, used: used)
  for section in consolidated.sections {
    let items = section.items.filter { numbers?.contains($0.number) ?? true }
    guard !items.isEmpty else { continue }
    if !section.number.isEmpty || !section.title.isEmpty {
      form.addSection(number: section.number, title: section.title)
    }
    for item in items { form.add(item) }
  }
  return form.pages()
}

/// A blank form: so many rows to fill in from nothing.
package func blankFormPages(
  template: AppendixTemplate, heading: FormHeading, rows: Int = 50
) -> [Page] {
  var form = FormBook(template: template, heading: heading, isBlank: true)
  for _ in 0..<max(1, rows) { form.addBlank() }
  return form.pages()
}
