/// The kinds of things by which two tasks can contradict each other.
package enum FactKind: String, Sendable, CaseIterable, Comparable {
  case documentNumber = "document-number"
  case date, year, period, frequency, percent, number, level, organ, place, agency, negation
  case opposed, document, action
  /// What the task is done to: the one place at which the wordings differ.
  case object
  /// An alphanumeric model or part number of a product.
  case model

  package static func < (left: FactKind, right: FactKind) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What a text states, by kind: normalised values, sorted, each once.
package struct Facts: Hashable, Sendable {
  package private(set) var values: [FactKind: [String]] = [:]

  package init() {}

  package subscript(kind: FactKind) -> [String] { values[kind] ?? [] }

  package mutating func add(_ kind: FactKind, _ value: String) {
    var list = values[kind] ?? []
    guard let place = list.firstIndex(where: { $0 >= value }) else {
      values[kind] = list + [value]
      return
    }
    guard list[place] != value else { return }
    list.insert(value, at: place)
    values[kind] = list
  }

  package var isEmpty: Bool { values.isEmpty }
}
