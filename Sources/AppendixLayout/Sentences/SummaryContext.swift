import AppendixModel
import CellGrid
import Consolidation

/// The figures by the names under which sentences call them. Counts have two digits at least,
/// thousands a dot, percents two decimals and a comma. Every list's entries know the `last` one.
struct SummaryContext {
  let summary: StatusSummary
  let consolidated: Consolidated
  /// What the template calls an item.
  var item = "nhiệm vụ"
  /// What changed since the last period; nil where none was given.
  var changes: [StatusChange]?

  var values: [String: Any] {
    figures.merging(changeFigures) { figure, _ in figure }
  }

  private var changeFigures: [String: Any] {
    func count(_ kind: StatusChange.Kind) -> Int { changes?.count { $0.kind == kind } ?? 0 }
    return [
      "hasChanges": changes != nil,
      "completedCount": VietnameseNumber.count(count(.completed)),
      "movedCount": VietnameseNumber.count(count(.moved)),
      "addedCount": VietnameseNumber.count(count(.added)),
      "removedCount": VietnameseNumber.count(count(.removed)),
      "reopenedCount": VietnameseNumber.count(count(.reopened)),
      "hasReopened": count(.reopened) > 0,
    ]
  }

  private var figures: [String: Any] {
    let total = summary.total
    let sections = summary.bySection.filter { !$0.name.isEmpty || !$0.number.isEmpty }
    return [
      "item": item,
      "hasItems": !summary.byStatus.isEmpty,
      "noneJudged": total > 0 && summary.silent.count == total,
      "hasSections": !sections.isEmpty,
      "hasAgencies": summary.byAgency.count > 1,
      "sharedLeads": summary.byAgency.reduce(0) { $0 + $1.total } > total,
      "noOverdue": summary.overdue.isEmpty,
      "total": VietnameseNumber.count(total),
      "done": VietnameseNumber.count(summary.done),
      "open": VietnameseNumber.count(summary.open),
      "donePercent": VietnameseNumber.percent(summary.done, of: total),
      "openPercent": VietnameseNumber.percent(summary.open, of: total),
      "overdueCount": VietnameseNumber.count(summary.overdue.count),
      "dueSoonCount": VietnameseNumber.count(summary.dueSoon.count),
      "dueWithin": String(summary.dueWithin),
      "silentCount": VietnameseNumber.count(summary.silent.count),
      "sectionCount": VietnameseNumber.count(sections.count),
      "inputCount": VietnameseNumber.count(consolidated.inputs.count),
      "asOf": VietnameseNumber.date(
        year: summary.asOf.year, month: summary.asOf.month, day: summary.asOf.day),
      "severalInputs": consolidated.inputs.count > 1,
      "hasOverdue": !summary.overdue.isEmpty,
      "hasDueSoon": !summary.dueSoon.isEmpty,
      "hasSilent": !summary.silent.isEmpty,
      "inputs": list(consolidated.inputs) { input in
        [
          "name": input.name, "items": VietnameseNumber.count(input.items),
          "sections": VietnameseNumber.count(input.sections),
        ]
      },
      "statuses": list(summary.byStatus) { status in
        [
          "name": status.name, "count": VietnameseNumber.count(status.count),
          "total": VietnameseNumber.count(total), "isDone": status.isDone,
          "percent": VietnameseNumber.percent(status.count, of: total),
        ]
      },
      "sections": list(summary.bySection, sectionGroup),
      "agencies": list(summary.byAgency, group),
      "overdueByUnit": units(summary.overdue),
      "dueSoonByUnit": units(summary.dueSoon),
      "silentByUnit": units(summary.silent),
    ]
  }

  /// Items that stand before any section have no name of their own.
  private func sectionGroup(_ group: StatusSummary.Group) -> [String: Any] {
    var entry = self.group(group)
    if group.name.isEmpty, group.number.isEmpty {
      entry["title"] = "\(item.prefix(1).uppercased() + item.dropFirst()) ngoài các lĩnh vực"
    }
    return entry
  }

  private func group(_ group: StatusSummary.Group) -> [String: Any] {
    let late = Set(summary.overdue).intersection(group.items).count
    return [
      "number": group.number, "name": flat(group.name),
      "title": [group.number, flat(group.name)].filter { !$0.isEmpty }.joined(separator: ". "),
      "total": VietnameseNumber.count(group.total), "done": VietnameseNumber.count(group.done),
      "open": VietnameseNumber.count(group.open),
      "donePercent": VietnameseNumber.percent(group.done, of: group.total),
      "overdue": VietnameseNumber.count(late), "hasOverdue": late > 0,
    ]
  }

  /// Items by the agency that leads them, in the order of the agencies' own list.
  private func units(_ numbers: [Int]) -> [[String: Any]] {
    let wanted = Set(numbers)
    var order: [String] = []
    var members: [String: [MergedItem]] = [:]
    let items = consolidated.items.filter { wanted.contains($0.number) }
    let byNumber = Dictionary(items.map { ($0.number, $0) }, uniquingKeysWith: { one, _ in one })
    var led: Set<Int> = []
    for group in summary.byAgency {
      let own = group.items.compactMap { byNumber[$0] }
      guard !own.isEmpty else { continue }
      let name = group.name.isEmpty ? "(chưa ghi đơn vị chủ trì)" : group.name
      if members[name] == nil { order.append(name) }
      members[name, default: []] += own
      led.formUnion(own.map(\.number))
    }
    let others = items.filter { !led.contains($0.number) }
    if !others.isEmpty {
      order.append("(chưa ghi đơn vị chủ trì)")
      members["(chưa ghi đơn vị chủ trì)", default: []] += others
    }
    return list(order) { unit in
      let items = members[unit] ?? []
      return [
        "unit": unit, "count": VietnameseNumber.count(items.count),
        "items": list(items) { item in
          [
            "number": String(item.number), "text": unstopped(flat(item[.task])),
            "deadline": flat(item[.deadline]), "progress": flat(item[.progress]),
          ]
        },
      ]
    }
  }

  private func list<Element>(
    _ elements: [Element], _ values: (Element) -> [String: Any]
  ) -> [[String: Any]] {
    elements.enumerated().map { index, element in
      var entry = values(element)
      entry["last"] = index == elements.count - 1
      return entry
    }
  }

  /// Without the stop at its end: the sentence goes on.
  private func unstopped(_ text: String) -> String {
    var text = text
    while let last = text.last, ".;, ".contains(last) { text.removeLast() }
    return text
  }

  /// On one line.
  private func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
