package import AppendixModel

/// What became of a task since the last period.
package struct StatusChange: Hashable, Sendable {
  /// How the task changed.
  package enum Kind: String, Sendable {
    case added
    case removed
    /// Done now, and not before.
    case completed
    /// Done before, and not now.
    case reopened
    /// Another status, both open or both done.
    case moved
  }

  package var kind: Kind
  /// The number in the present appendix; nil where the task is gone.
  package var number: Int?
  package var task: String
  /// Names of the statuses; empty where there is none.
  package var before: String
  package var after: String

  package init(kind: Kind, number: Int?, task: String, before: String, after: String) {
    self.kind = kind
    self.number = number
    self.task = task
    self.before = before
    self.after = after
  }

  /// Compares two periods. Tasks are paired as a merge would pair them, so a reworded task is the
  /// same task; unchanged statuses are left out.
  package static func changes(
    from old: Consolidated, to new: Consolidated, template: AppendixTemplate
  ) -> [StatusChange] {
    let names = Dictionary(
      template.statuses.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    func name(_ item: MergedItem?) -> String {
      item.map { names[$0.statusID] ?? $0.statusID } ?? ""
    }
    let oldItems = Dictionary(
      old.items.map { (String($0.number), $0) }, uniquingKeysWith: { first, _ in first })
    let newItems = Dictionary(
      new.items.map { (String($0.number), $0) }, uniquingKeysWith: { first, _ in first })
    let rows = AppendixComparison(
      old: old.asOneTable(InputID(0), templateID: template.id),
      new: new.asOneTable(InputID(1), templateID: template.id), template: template
    ).rows
    return rows.compactMap { row in
      let before = row.old.flatMap { oldItems[$0.number] }
      let after = row.new.flatMap { newItems[$0.number] }
      let kind: Kind
      switch (before, after) {
      case (nil, nil): return nil
      case (nil, _): kind = .added
      case (_, nil): kind = .removed
      case (let before?, let after?):
        guard before.statusID != after.statusID else { return nil }
        kind = before.isDone == after.isDone ? .moved : after.isDone ? .completed : .reopened
      }
      return StatusChange(
        kind: kind, number: after?.number, task: (after ?? before)?[.task] ?? "",
        before: name(before), after: name(after))
    }
  }
}

extension Consolidated {
  /// The output as one table, each item under its running number.
  fileprivate func asOneTable(_ input: InputID, templateID: String) -> Appendix {
    var table = Appendix(
      input: input, file: inputs.first?.file ?? "", sheet: inputs.first?.sheet ?? "",
      templateID: templateID)
    table.sections = sections.map { section in
      Section(
        number: section.number, title: section.title, level: section.level,
        origin: section.sources.first,
        items: section.items.compactMap { item in
          item.sources.first.map { origin in
            Item(
              number: String(item.number), origin: origin, fields: item.fields,
              extras: item.extras)
          }
        })
    }
    table.place(in: input)
    return table
  }
}
