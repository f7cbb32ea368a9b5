import AppendixModel
import CellGrid
import Consolidation

/// The figures by the names under which sentences call them. Counts have two digits at least,
/// thousands a dot, percents two decimals and a comma. Every list's entries know the `last` one.
struct SummaryContext {
  let summary: StatusSummary
  let consolidated: Consolidated

  var values: [String: Any] {
    let total = summary.total
    return [
      "total": VietnameseNumber.count(total),
      "done": VietnameseNumber.count(summary.done),
      "open": VietnameseNumber.count(summary.open),
      "donePercent": VietnameseNumber.percent(summary.done, of: total),
      "openPercent": VietnameseNumber.percent(summary.open, of: total),
      "overdueCount": VietnameseNumber.count(summary.overdue.count),
      "dueSoonCount": VietnameseNumber.count(summary.dueSoon.count),
      "dueWithin": String(summary.dueWithin),
      "silentCount": VietnameseNumber.count(summary.silent.count),
      "sectionCount": VietnameseNumber.count(summary.bySection.count),
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
      "sections": list(summary.bySection, group),
      "agencies": list(summary.byAgency, group),
      "overdueByUnit": units(summary.overdue),
      "dueSoonByUnit": units(summary.dueSoon),
      "silentByUnit": units(summary.silent),
    ]
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

  /// Items by the unit that leads them, in the order in which units first appear.
  private func units(_ numbers: [Int]) -> [[String: Any]] {
    let wanted = Set(numbers)
    var order: [String] = []
    var members: [String: [MergedItem]] = [:]
    for item in consolidated.items where wanted.contains(item.number) {
      var leads = Lead.list(parsing: item[.lead]).map { "\($0)" }.filter { !$0.isEmpty }
      if leads.isEmpty { leads = ["(chưa ghi đơn vị chủ trì)"] }
      for lead in leads {
        if members[lead] == nil { order.append(lead) }
        if members[lead]?.last?.number != item.number { members[lead, default: []].append(item) }
      }
    }
    return list(order) { unit in
      let items = members[unit] ?? []
      return [
        "unit": unit, "count": VietnameseNumber.count(items.count),
        "items": list(items) { item in
          [
            "number": String(item.number), "text": flat(item[.task]),
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

  /// On one line.
  private func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
