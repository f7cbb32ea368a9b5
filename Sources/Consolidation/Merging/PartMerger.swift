import AppendixModel

/// Merges the lead-in lines and sub-items of rows that became one.
struct PartMerger {
  let merger: Merger

  /// The same part of several rows is one; the rest follows its neighbours.
  func merged(
    _ byWording: [RowRef], byLead: [RowRef], number: Int, numberInSection: Int
  ) -> [MergedPart] {
    var partsByKey: [String: [(row: RowRef, part: Part)]] = [:]
    var sequences: [[String]] = []
    for row in byWording {
      var sequence: [String] = []
      var seen: [String: Int] = [:]
      for part in merger.item(row).parts {
        let text = part.kind.rawValue + " " + comparisonKey(part[.task])
        let count = seen[text, default: 0]
        seen[text] = count + 1
        let key = "\(text)#\(count)"
        partsByKey[key, default: []].append((row, part))
        sequence.append(key)
      }
      sequences.append(sequence)
    }
    let order = RowOrder.merged(sequences)
    let isRenumbered = sequences.filter { !$0.isEmpty }.count > 1
    var counter = 0
    return order.compactMap { key in
      guard let parts = partsByKey[key], let first = parts.first?.part else { return nil }
      var own = first.number
      if first.kind == .subitem, isRenumbered {
        counter += 1
        own = Numbering.replacingLastPart(own, by: counter)
      }
      let running = Numbering.subitem(own, under: number)
      let inSection = Numbering.subitem(own, under: numberInSection)
      return MergedPart(
        kind: first.kind, number: running, numberInSection: inSection,
        fields: merger.partFields(parts, number: running, numberInSection: inSection),
        extras: merger.extras(parts.map(\.part.extras)),
        sources: parts.map(\.part.origin).sorted())
    }
  }
}
