import AppendixModel
import Findings

/// Finds the rows that decisions speak of, and settles which decisions hold.
struct DecisionReplay {
  /// Pairs that a person bound together, smaller row first.
  private(set) var merged: [(RowRef, RowRef)] = []
  /// Hashes of values that a person chose, by conflict key.
  private(set) var chosenValues: [String: String] = [:]
  private var choices: [[RowRef]: ReviewLayout.Choice] = [:]
  private var pairOutcomes: [DecisionOutcome] = []
  private let values: [DecisionSheet.ValueDecision]

  init(_ sheet: DecisionSheet?, keys: RowKeys) {
    values = sheet?.values ?? []
    var seen: [String: DecisionSheet.ValueDecision] = [:]
    var spoilt: Set<String> = []
    for value in values {
      if let earlier = seen[value.key], earlier.value != value.value { spoilt.insert(value.key) }
      seen[value.key] = value
      chosenValues[value.key] = ContentHash.hex(value.value)
    }
    for key in spoilt { chosenValues[key] = nil }
    replay(sheet?.pairs.filter { $0.choice != .undecided } ?? [], keys)
  }

  /// What a person chose for two rows.
  func choice(_ left: RowRef, _ right: RowRef) -> ReviewLayout.Choice? {
    choices[[min(left, right), max(left, right)]]
  }

  private mutating func replay(_ decisions: [DecisionSheet.PairDecision], _ keys: RowKeys) {
    var byKey: [String: [DecisionSheet.PairDecision]] = [:]
    for decision in decisions { byKey[decision.key, default: []].append(decision) }
    var live: [(decision: DecisionSheet.PairDecision, rows: [[RowRef]])] = []
    for decision in decisions {
      if Set((byKey[decision.key] ?? []).map(\.choice)).count > 1 {
        report(.contradictory, decision)
        continue
      }
      switch Self.find(decision.key, keys) {
      case .found(let rows): live.append((decision, rows))
      case .changed: report(.stale, decision)
      case .unknown: report(.unknown, decision)
      }
    }
    settle(live)
  }

  /// Kept apart, yet bound together over other rows: neither side of the contradiction holds.
  private mutating func settle(
    _ live: [(decision: DecisionSheet.PairDecision, rows: [[RowRef]])]
  ) {
    var group: [RowRef: RowRef] = [:]
    func root(_ row: RowRef) -> RowRef {
      var row = row
      while let next = group[row], next != row { row = next }
      return row
    }
    for entry in live where entry.decision.choice == .merge {
      for rows in entry.rows { group[root(rows[0])] = root(rows[1]) }
    }
    var spoilt: Set<RowRef> = []
    for entry in live where entry.decision.choice == .keep {
      for rows in entry.rows where root(rows[0]) == root(rows[1]) { spoilt.insert(root(rows[0])) }
    }
    for entry in live {
      guard
        !entry.rows.contains(where: { spoilt.contains(root($0[0])) && root($0[0]) == root($0[1]) })
      else {
        report(.contradictory, entry.decision)
        continue
      }
      for rows in entry.rows {
        choices[rows] = entry.decision.choice
        if entry.decision.choice == .merge,
          !merged.contains(where: { $0.0 == rows[0] && $0.1 == rows[1] })
        {
          merged.append((rows[0], rows[1]))
        }
      }
      report(.applied, entry.decision)
    }
  }

  private enum Finding {
    case found([[RowRef]])
    case changed
    case unknown
  }

  /// `P1:identity.content:identity.content`.
  private static func find(_ key: String, _ keys: RowKeys) -> Finding {
    let parts = (RowKeys.opened(key) ?? "").split(separator: ":")
    guard parts.count == 3, parts[0] == "P1" else { return .unknown }
    let sides = parts.dropFirst().map { $0.split(separator: ".").map(String.init) }
    guard sides.allSatisfy({ $0.count == 2 }) else { return .unknown }
    let lefts = keys.rowsByContent[sides[0][1]] ?? []
    let rights = keys.rowsByContent[sides[1][1]] ?? []
    var rows: Set<[RowRef]> = []
    for left in lefts {
      for right in rights where left != right { rows.insert([min(left, right), max(left, right)]) }
    }
    // Rows of two inputs where there are such; else two rows of one.
    let across = rows.filter { $0[0].input != $0[1].input }
    let chosen = across.isEmpty ? rows : across
    if !chosen.isEmpty {
      return .found(chosen.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) })
    }
    let isKnown = sides.contains {
      keys.rowsByIdentity[$0[0]] != nil || keys.rowsByContent[$0[1]] != nil
    }
    return isKnown ? .changed : .unknown
  }

  private mutating func report(
    _ state: DecisionOutcome.State, _ decision: DecisionSheet.PairDecision
  ) {
    pairOutcomes.append(
      DecisionOutcome(
        state: state, location: decision.location,
        message: Self.message(state, "«\(decision.choice.rawValue)»")))
  }

  private static func message(_ state: DecisionOutcome.State, _ what: String) -> Message {
    switch state {
    case .applied:
      Message(vi: "đã áp dụng quyết định \(what)", en: "decision \(what) applied")
    case .stale:
      Message(
        vi: "dòng liên quan đã thay đổi, quyết định \(what) cần xem lại",
        en: "a row it speaks of has changed: decision \(what) is open again")
    case .unknown:
      Message(
        vi: "không có dòng nào ứng với quyết định \(what)",
        en: "no rows for decision \(what) in these inputs")
    case .contradictory:
      Message(
        vi: "quyết định \(what) mâu thuẫn với quyết định khác, không áp dụng",
        en: "decision \(what) contradicts another one and was not applied")
    }
  }

  /// What became of every decision, those on pairs first.
  func outcomes(conflicts: [Conflict]) -> [DecisionOutcome] {
    let byKey = Dictionary(conflicts.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    return pairOutcomes
      + values.map { value in
        let what = "«\(value.value)»"
        let state: DecisionOutcome.State =
          chosenValues[value.key] == nil
          ? .contradictory
          : byKey[value.key].map { conflict in
            conflict.rule == Conflict.decisionRule ? .applied : .stale
          } ?? .unknown
        return DecisionOutcome(
          state: state, location: value.location, message: Self.message(state, what))
      }
  }
}
