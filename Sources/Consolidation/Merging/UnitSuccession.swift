package import AppendixModel
package import CellGrid
package import Findings

/// Writes the units of today for the former ones, where a job asks for it.
///
/// By default an appendix names the units as its sources do: a plan of before a merger is carried
/// out, and reported, under the former names. What a change makes of a name is told once for each
/// name and table; a name without one certain successor stays as it is, and a person is asked.
package struct UnitSuccession: Sendable {
  private let registry: UnitRegistry
  private let date: CalendarDate

  /// Successors as of a day, mostly the report date.
  package init(registry: UnitRegistry, asOf date: CalendarDate) {
    self.registry = registry
    self.date = date
  }

  /// The appendix with today's names in its columns of agencies; each changed cell is told.
  package func applied(
    to appendix: Appendix, rewritings: inout [Rewriting], findings: inout [Finding]
  ) -> Appendix {
    var tally = Tally()
    let result = appendix.changingAgencies(.successor, rewritings: &rewritings) { field, leads in
      renamed(leads, field, &tally)
    }
    for name in tally.order {
      guard let entry = tally.entries[name] else { continue }
      findings.append(finding(for: name, entry))
    }
    return result
  }

  /// What became of each former name, in the order met.
  private struct Tally {
    struct Entry {
      var successors: [String]
      var cells = 0
      var first: Location?
    }
    /// What is known of each name met: its successors, or nil for a unit that is still there.
    var known: [String: [String]?] = [:]
    var order: [String] = []
    var entries: [String: Entry] = [:]
  }

  private func renamed(_ leads: [Lead], _ field: Field, _ tally: inout Tally) -> [Lead]? {
    var leads = leads
    var hasChanged = false
    for index in leads.indices {
      let agency = leads[index].agency
      let found = tally.known[agency] ?? formerUnit(agency)
      tally.known[agency] = .some(found)
      guard let successors = found else { continue }
      if tally.entries[agency] == nil {
        tally.order.append(agency)
        tally.entries[agency] = .init(successors: successors, first: field.origins.first?.location)
      }
      tally.entries[agency]?.cells += 1
      if let successor = successors.first, successors.count == 1 {
        leads[index].agency = successor
        hasChanged = true
      }
    }
    return hasChanged ? Self.each(once: leads) : nil
  }

  /// The successors of a unit that is no longer there, with its province where it names one; nil
  /// for one that is still there, or is not known.
  private func formerUnit(_ agency: String) -> [String]? {
    let answer = registry.findExactly(agency, asOf: date)
    return answer.standing == .ended ? answer.current : nil
  }

  private static func each(once leads: [Lead]) -> [Lead] {
    var seen: Set<Lead> = []
    return leads.filter { seen.insert($0).inserted }
  }

  private func finding(for name: String, _ entry: Tally.Entry) -> Finding {
    switch entry.successors.count {
    case 1:
      Finding(
        "unit-succeeded", .note, at: entry.first,
        vi: "«\(name)» nay là «\(entry.successors[0])»; đã ghi tên mới ở \(entry.cells) ô.",
        en: "“\(name)” is now “\(entry.successors[0])”; written so in \(entry.cells) cells.")
    case 0:
      Finding(
        "unit-without-successor", at: entry.first,
        vi: "«\(name)» không còn và không có đơn vị nào đương nhiên thay thế (\(entry.cells) ô); "
          + "hãy hỏi đơn vị rồi ghi vào danh mục của công việc.",
        en: "“\(name)” is no more and nobody follows by rule (\(entry.cells) cells); ask, and put "
          + "it into the job's registry.")
    default:
      Finding(
        "unit-several-successors", at: entry.first,
        vi: "«\(name)» nay chia cho \(entry.successors.joined(separator: ", ")) "
          + "(\(entry.cells) ô); tên cũ được giữ, hãy chọn trong danh mục của công việc.",
        en: "“\(name)” is now divided among \(entry.successors.joined(separator: ", ")) "
          + "(\(entry.cells) cells); the former name is kept: choose in the job's registry.")
    }
  }
}
