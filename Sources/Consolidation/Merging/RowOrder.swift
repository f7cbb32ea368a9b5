/// One order out of several: each input's own order is kept as far as the shared rows allow, and
/// between two shared rows the inputs follow each other in the order of preference.
enum RowOrder {
  /// `sequences` by preference; elements that several hold are the anchors.
  static func merged<Element: Hashable>(_ sequences: [[Element]]) -> [Element] {
    guard var result = sequences.first else { return [] }
    for sequence in sequences.dropFirst() {
      let known = Set(result)
      /// What is to stand before an element of the result, and what at the end.
      var before: [Element: [Element]] = [:]
      var waiting: [Element] = []
      for element in sequence {
        if known.contains(element) {
          before[element, default: []] += waiting
          waiting = []
        } else {
          waiting.append(element)
        }
      }
      result = result.flatMap { (before[$0] ?? []) + [$0] } + waiting
    }
    return result
  }
}
