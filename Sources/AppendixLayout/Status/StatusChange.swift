package import AppendixModel
package import Consolidation
import VietText

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

  /// Compares two periods by the tasks' wording; equal wordings are paired in their order.
  package static func changes(
    from old: Consolidated, to new: Consolidated, template: AppendixTemplate
  ) -> [StatusChange] {
    let names = Dictionary(
      template.statuses.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    var waiting: [TextKey: [MergedItem]] = [:]
    for item in old.items { waiting[TextKey(item[.task]), default: []].append(item) }
    var changes: [StatusChange] = []
    for item in new.items {
      let key = TextKey(item[.task])
      let after = names[item.statusID] ?? item.statusID
      guard var candidates = waiting[key], !candidates.isEmpty else {
        changes.append(
          StatusChange(
            kind: .added, number: item.number, task: item[.task], before: "", after: after))
        continue
      }
      let before = candidates.removeFirst()
      waiting[key] = candidates
      guard before.statusID != item.statusID else { continue }
      let kind: Kind =
        before.isDone == item.isDone ? .moved : item.isDone ? .completed : .reopened
      changes.append(
        StatusChange(
          kind: kind, number: item.number, task: item[.task],
          before: names[before.statusID] ?? before.statusID, after: after))
    }
    for item in old.items {
      let key = TextKey(item[.task])
      guard var rest = waiting[key],
        let index = rest.firstIndex(where: { $0.number == item.number })
      else { continue }
      rest.remove(at: index)
      waiting[key] = rest
      changes.append(
        StatusChange(
          kind: .removed, number: nil, task: item[.task],
          before: names[item.statusID] ?? item.statusID, after: ""))
    }
    return changes
  }
}
