package import AppendixModel
package import CellGrid

/// The figures of a report, all counted from the same rows: what is done, by section, agency and
/// deadline, what is late and what says nothing.
package struct StatusSummary: Sendable {
  /// Items of one status class.
  package struct StatusCount: Hashable, Sendable {
    /// Id of the template's class.
    package var id: String
    package var name: String
    package var isDone: Bool
    package var count: Int
  }

  /// Items of a section, an agency or a deadline.
  package struct Group: Hashable, Sendable {
    /// A section's number; empty for other groups.
    package var number: String
    package var name: String
    package var total: Int
    package var done: Int
    /// Counts by status id; only what occurs.
    package var byStatus: [String: Int]
    /// Numbers of its items, ascending.
    package var items: [Int]

    package var open: Int { total - done }
  }

  package var asOf: CalendarDate
  package var total: Int
  package var done: Int
  /// In the template's order; only what occurs.
  package var byStatus: [StatusCount]
  package var bySection: [Group]
  /// An item that several agencies lead counts for each: these groups don't add up to `total`.
  package var byAgency: [Group]
  package var byDeadline: [Group]
  /// Numbers of items whose last day has passed and which are not done.
  package var overdue: [Int]
  /// Numbers of items not done whose last day is within ``dueWithin`` days.
  package var dueSoon: [Int]
  /// How many days ahead count as soon.
  package var dueWithin: Int
  /// Numbers of items that say nothing about progress.
  package var silent: [Int]

  package static let dueSoonDays = 30

  package var open: Int { total - done }

  /// Counts the rows as of a report date.
  package init(
    _ consolidated: Consolidated, template: AppendixTemplate, asOf: CalendarDate,
    dueWithin: Int = dueSoonDays
  ) {
    self.asOf = asOf
    self.dueWithin = dueWithin
    let items = consolidated.items
    total = items.count
    done = items.count(where: \.isDone)
    byStatus = Self.counts(items, template)
    bySection = consolidated.sections.filter { !$0.items.isEmpty }.map {
      Self.group($0.items, number: $0.number, name: $0.title)
    }
    byAgency = Self.byAgency(items)
    (byDeadline, overdue, dueSoon) = Self.byDeadline(
      items, asOf: asOf, dueWithin: dueWithin)
    silent = items.filter { $0[.progress].isEmpty }.map(\.number)
  }

  private static func counts(_ items: [MergedItem], _ template: AppendixTemplate) -> [StatusCount] {
    var counts: [String: Int] = [:]
    for item in items { counts[item.statusID, default: 0] += 1 }
    return template.statuses.compactMap { status in
      counts[status.id].map {
        StatusCount(id: status.id, name: status.name, isDone: status.isDone, count: $0)
      }
    }
  }

  private static func group(_ items: [MergedItem], number: String = "", name: String) -> Group {
    var byStatus: [String: Int] = [:]
    for item in items { byStatus[item.statusID, default: 0] += 1 }
    return Group(
      number: number, name: name, total: items.count, done: items.count(where: \.isDone),
      byStatus: byStatus, items: items.map(\.number))
  }

  private static func byAgency(_ items: [MergedItem]) -> [Group] {
    let registry = UnitRegistry.builtIn
    var names: [String] = []
    var members: [UnitKey: [MergedItem]] = [:]
    // Most rows share their leads and deadlines with others: each is read once.
    var read: [String: [(agency: String, key: UnitKey)]] = [:]
    for item in items {
      var seen: Set<UnitKey> = []
      let text = item[.lead]
      let leads =
        read[text]
        ?? Lead.list(parsing: text).map { ($0.agency, registry.key(of: $0.agency)) }
      read[text] = leads
      for lead in leads {
        let key = lead.key
        guard seen.insert(key).inserted else { continue }
        if members[key] == nil { names.append(lead.agency) }
        members[key, default: []].append(item)
      }
    }
    return names.map { group(members[registry.key(of: $0)] ?? [], name: $0) }
  }

  /// By the last day where there is one, then by what is written; also what is late.
  private static func byDeadline(_ items: [MergedItem], asOf: CalendarDate, dueWithin: Int)
    -> ([Group], overdue: [Int], dueSoon: [Int])
  {
    var order: [String] = []
    var members: [String: (deadline: Deadline, items: [MergedItem])] = [:]
    var overdue: [Int] = []
    var dueSoon: [Int] = []
    struct Written: Hashable {
      var text: String
      var date: CalendarDate?
    }
    var read: [Written: (deadline: Deadline, key: String)] = [:]
    for item in items {
      let field = item.fields[.deadline] ?? Field("")
      let written = Written(text: field.text, date: field.date)
      let known =
        read[written]
        ?? (
          Deadline(parsing: field.text, date: field.date),
          ValueKey.key(of: field, role: .deadline)
        )
      read[written] = known
      let (deadline, key) = known
      if members[key] == nil {
        order.append(key)
        members[key] = (deadline, [])
      }
      members[key]?.items.append(item)
      guard !item.isDone, let last = deadline.to else { continue }
      let days = last.daysSince1970 - asOf.daysSince1970
      if days < 0 {
        overdue.append(item.number)
      } else if days <= dueWithin {
        dueSoon.append(item.number)
      }
    }
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    let sorted = order.sorted { one, other in
      let left = members[one]?.deadline.to?.daysSince1970 ?? Int.max
      let right = members[other]?.deadline.to?.daysSince1970 ?? Int.max
      return left != right ? left < right : (places[one] ?? 0) < (places[other] ?? 0)
    }
    let groups = sorted.compactMap { key in
      members[key].map { group($0.items, name: $0.deadline.text) }
    }
    return (groups, overdue, dueSoon)
  }
}
