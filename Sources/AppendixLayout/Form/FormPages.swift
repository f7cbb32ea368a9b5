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
  if template.layout.keepsForm {
    return [blankPage(like: template, heading: heading, rows: rows)]
  }
  var form = FormBook(template: template, heading: heading, isBlank: true)
  for _ in 0..<max(1, rows) { form.addBlank() }
  return form.pages()
}

/// A blank form in the look of the form that its template was learned from.
private func blankPage(
  like template: AppendixTemplate, heading: FormHeading, rows: Int
) -> Page {
  let layout = template.layout
  let nothing = Consolidated(
    inputs: [], sections: [], balance: Balance(input: 0, merged: 0, output: 0, rejected: 0))
  let page = AppendixPage(
    nothing, template: template,
    heading: OutputHeading(
      word: layout.word, title: heading.title, reference: layout.reference, asOf: heading.asOf))
  var titles = page.titleLines
  if !heading.unit.isEmpty {
    var look = page.looks.reference
    look.isItalic = false
    titles.insert(page.fullLine("Đơn vị: \(heading.unit)", look), at: titles.count - 1)
  }
  let lines = (1...max(1, rows)).map { number in
    AppendixPage.Line(
      cells: page.columns.map { column in
        let isNumber = column.source == .role(.ordinal)
        return Page.Cell(
          isNumber ? .text(page.written(number)) : .blank, column.look)
      })
  }
  return page.page(titles: titles, body: (lines, []))
}
