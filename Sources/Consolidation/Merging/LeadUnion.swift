import AppendixModel
import VietText

/// Unites agencies: each once with each of its offices, one spelling for one agency.
struct LeadUnion: Sendable {
  /// The spelling for each agency, by its registry key.
  private let spellings: [UnitKey: String]
  private let registry: UnitRegistry
  /// Each different cell, read once.
  private var leads: [String: [Lead]] = [:]

  /// Learns from all cells which spelling of an agency is usual: the most frequent, then the
  /// shortest.
  init(cells: some Sequence<String>, registry: UnitRegistry) {
    self.registry = registry
    var agencies: [UnitKey: [String: Int]] = [:]
    var counts: [String: Int] = [:]
    for cell in cells { counts[cell, default: 0] += 1 }
    for (cell, count) in counts {
      let list = Lead.list(parsing: cell)
      leads[cell] = list
      for lead in list {
        agencies[registry.key(of: lead.agency), default: [:]][lead.agency, default: 0] += count
      }
    }
    spellings = agencies.mapValues(Self.usual)
  }

  private static func usual(_ counts: [String: Int]) -> String {
    counts.min {
      ($1.value, $0.key.count, $0.key) < ($0.value, $1.key.count, $1.key)
    }?.key ?? ""
  }

  /// The united text; a cell that is alone and usual in its spelling stays as it is.
  func united(_ cells: [String]) -> String {
    let filled = cells.filter { !$0.isEmpty }
    let lists = filled.map { leads[$0] ?? Lead.list(parsing: $0) }
    var united: [Lead] = []
    var seen: Set<[UnitKey?]> = []
    for lead in lists.joined() {
      let key = registry.key(of: lead.agency)
      let office = lead.office.map { registry.key(ofOffice: $0) }
      guard seen.insert([key, office]).inserted else { continue }
      united.append(Lead(agency: spellings[key] ?? lead.agency, office: lead.office))
    }
    if let only = lists.first, lists.count == 1, only == united { return filled[0] }
    if filled.count > 1, Set(filled).count == 1, lists[0] == united { return filled[0] }
    return Lead.joined(united)
  }
}
