import AppendixModel
import Findings

/// Finds the rows that decisions speak of, and settles which decisions hold.
struct DecisionReplay {
  /// Pairs that a person bound together, smaller row first.
  private(set) var merged: [(RowRef, RowRef)] = []
  /// What a person chose in conflicts, by conflict key.
  private(set) var chosenValues: [String: DecisionSheet.ValueDecision.Choice] = [:]
  /// Notes by the key of a pair or conflict.
  let notes: [String: String]
  private var choices: [[RowRef]: ReviewLayout.Choice] = [:]
  /// What was decided of rows before their other side, or they themselves, changed.
  private var reopened: [RowRef: ReviewLayout.Choice] = [:]
  private var pairOutcomes: [DecisionOutcome] = []
  private let values: [DecisionSheet.ValueDecision]
  private let keys: RowKeys

  init(_ sheet: DecisionSheet?, keys: RowKeys) {
    self.keys = keys
    values = sheet?.values ?? []
    notes = sheet?.notes ?? [:]
    var spoilt: Set<String> = []
    for value in values {
      if let earlier = chosenValues[value.key], earlier != value.choice { spoilt.insert(value.key) }
      chosenValues[value.key] = value.choice
    }
    for key in spoilt { chosenValues[key] = nil }
    replay(sheet?.pairs ?? [])
  }

  /// What a person chose for two rows.
  func choice(_ left: RowRef, _ right: RowRef) -> ReviewLayout.Choice? {
    choices[[min(left, right), max(left, right)]]
  }

  /// Whether a person kept one of the rows apart from what the other one was before it changed:
  /// then the two are not merged until the person has looked again.
  func isReopened(_ left: RowRef, _ right: RowRef) -> Bool {
    formerChoice(left, right) == .keep
  }

  /// What a person chose for a pair before one of its rows changed.
  func formerChoice(_ left: RowRef, _ right: RowRef) -> ReviewLayout.Choice? {
    guard choice(left, right) == nil else { return nil }
    let former = [reopened[left], reopened[right]].compactMap { $0 }
    return former.contains(.keep) ? .keep : former.first
  }

  /// Pairs that must stay apart.
  var kept: [[RowRef]] { choices.filter { $0.value == .keep }.keys.sorted { $0[0] < $1[0] } }

  private typealias Live = (decision: DecisionSheet.PairDecision, rows: [[RowRef]])

  private mutating func replay(_ decisions: [DecisionSheet.PairDecision]) {
    var byKey: [String: Set<Bool>] = [:]
    for decision in decisions where decision.choice != .undecided {
      byKey[decision.key, default: []].insert(decision.choice.joins)
    }
    var live: [Live] = []
    for decision in decisions where decision.choice != .undecided {
      if byKey[decision.key]?.count == 2 {
        report(
          .contradictory, decision,
          Message(
            vi: "cùng cặp này nơi khác lại chọn ngược lại; không áp dụng bên nào",
            en: "the same pair is decided the other way elsewhere; neither is applied"))
        continue
      }
      switch find(decision.key) {
      case .found(let rows): live.append((decision, rows))
      case .changed(let rows):
        for row in rows where reopened[row] != .keep { reopened[row] = decision.choice }
        report(.stale, decision)
      case .unknown: report(.unknown, decision)
      }
    }
    settle(live)
    // «Chưa rõ» says that a person looked; it stays written beside the pair.
    for decision in decisions where decision.choice == .undecided {
      guard case .found(let rows) = find(decision.key) else { continue }
      for pair in rows where choices[pair] == nil { choices[pair] = .undecided }
    }
  }

  /// Keeps what can hold together; of a contradiction no side holds.
  private mutating func settle(_ live: [Live]) {
    var groups = RowGroups()
    for entry in live where entry.decision.choice.joins {
      for rows in entry.rows { groups.join(rows[0], rows[1]) }
    }
    var spoilt: [RowRef: Message] = [:]
    for entry in live where entry.decision.choice == .keep {
      for rows in entry.rows where groups.root(rows[0]) == groups.root(rows[1]) {
        spoilt[groups.root(rows[0])] = Message(
          vi: "hai dòng vừa được chọn giữ riêng, vừa được gộp qua các cặp khác; không áp dụng",
          en: "two rows are kept apart and yet merged by way of other pairs; not applied")
      }
    }
    for (root, reason) in doubleMerges(live, groups) where spoilt[root] == nil {
      spoilt[root] = reason
    }
    for entry in live {
      let root = groups.root(entry.rows[0][0])
      let isInside = entry.rows.contains { groups.root($0[0]) == groups.root($0[1]) }
      if isInside, let reason = spoilt[root] {
        report(.contradictory, entry.decision, reason)
        continue
      }
      for rows in entry.rows {
        if entry.decision.choice.joins, choices[rows]?.joins != true {
          merged.append((rows[0], rows[1]))
        }
        choices[rows] = entry.decision.choice
      }
      report(.applied, entry.decision)
    }
  }

  /// Two rows of one file bound to one row of another: two tasks can't be one by accident. It holds
  /// only where a person said so: by «Gộp nhiều» on each pair, or by merging the two themselves.
  private func doubleMerges(_ live: [Live], _ groups: RowGroups) -> [RowRef: Message] {
    var direct: Set<[RowRef]> = []
    var several: [RowRef: Bool] = [:]
    for entry in live where entry.decision.choice.joins {
      for rows in entry.rows {
        direct.insert(rows)
        for row in rows {
          several[row] = (several[row] ?? true) && entry.decision.choice == .mergeSeveral
        }
      }
    }
    var reasons: [RowRef: Message] = [:]
    for (root, members) in groups.members {
      let sorted = members.sorted()
      for (one, other) in zip(sorted, sorted.dropFirst()) where one.input == other.input {
        if direct.contains([one, other]) { continue }
        if several[one] == true, several[other] == true { continue }
        reasons[root] = Message(
          vi: "hai dòng của một tệp cùng được gộp với một dòng của tệp khác; không áp dụng. Nếu "
            + "đúng là một việc được tách làm nhiều dòng, hãy chọn "
            + "«\(ReviewLayout.Choice.mergeSeveral.rawValue)» ở từng cặp",
          en: "two rows of one file are merged with one row of another; not applied. If one task "
            + "really stands in several rows, choose "
            + "“\(ReviewLayout.Choice.mergeSeveral.rawValue)” for each of the pairs")
      }
    }
    return reasons
  }

  private enum Found {
    case found([[RowRef]])
    case changed([RowRef])
    case unknown
  }

  private func find(_ key: String) -> Found {
    let sides = RowKeys.sides(in: key)
    guard sides.count == 2 else { return .unknown }
    let lefts = keys.rows(of: sides[0])
    let rights = keys.rows(of: sides[1])
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
    // A text that a person wrote down is there or it is not.
    guard sides.allSatisfy({ $0.content != "-" }) else { return .unknown }
    let known = sides.flatMap {
      (keys.rowsByIdentity[$0.identity] ?? []) + (keys.rowsByContent[$0.content] ?? [])
    }
    return known.isEmpty ? .unknown : .changed(known)
  }

  private mutating func report(
    _ state: DecisionOutcome.State, _ decision: DecisionSheet.PairDecision,
    _ reason: Message? = nil
  ) {
    pairOutcomes.append(
      DecisionOutcome(
        state: state, location: decision.location,
        message: Self.message(state, decision.choice.rawValue, reason)))
  }

  private static func message(
    _ state: DecisionOutcome.State, _ what: String, _ reason: Message? = nil
  ) -> Message {
    let told =
      reason
      ?? {
        switch state {
        case .applied: Message(vi: "đã áp dụng", en: "applied")
        case .stale:
          Message(
            vi: "dòng liên quan đã thay đổi, cần xem lại",
            en: "a row it speaks of has changed: open again")
        case .unknown:
          Message(
            vi: "không có dòng nào như vậy trong các tệp này", en: "no such rows in these inputs")
        case .contradictory:
          Message(
            vi: "trái với lựa chọn khác, không áp dụng",
            en: "contradicts another choice, not applied")
        }
      }()
    return Message(vi: "«\(what)»: \(told.vietnamese)", en: "“\(what)”: \(told.english)")
  }

  /// What became of every decision, those on pairs first.
  func outcomes(conflicts: [Conflict]) -> [DecisionOutcome] {
    let present = Set(conflicts.map(\.key))
    return pairOutcomes
      + values.map { value in
        let state: DecisionOutcome.State
        if chosenValues[value.key] == nil {
          state = .contradictory
        } else if present.contains(value.key) {
          state = .applied
        } else {
          let isKnown = RowKeys.sides(in: value.key).contains {
            keys.rowsByIdentity[$0.identity] != nil
          }
          state = isKnown ? .stale : .unknown
        }
        let reason =
          state == .stale
          ? Message(
            vi: "giá trị đã đổi, hoặc các dòng không còn gộp như trước; cần xem lại",
            en: "the values changed, or the rows are merged otherwise now: open again") : nil
        return DecisionOutcome(
          state: state, location: value.location,
          message: Self.message(state, value.choice.text, reason))
      }
  }
}

/// Rows that are bound together, directly or over others.
struct RowGroups {
  private var next: [RowRef: RowRef] = [:]

  func root(_ row: RowRef) -> RowRef {
    var row = row
    while let above = next[row], above != row { row = above }
    return row
  }

  mutating func join(_ left: RowRef, _ right: RowRef) {
    let (one, other) = (root(left), root(right))
    next[one] = next[one] ?? one
    next[other] = next[other] ?? other
    // The smaller row stands for all, whatever the order of joining.
    if one < other { next[other] = one } else { next[one] = other }
  }

  /// All rows bound together, by the row that stands for them.
  var members: [RowRef: [RowRef]] {
    Dictionary(grouping: next.keys, by: root)
  }
}
