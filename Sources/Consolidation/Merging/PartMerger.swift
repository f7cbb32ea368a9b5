import AppendixModel

/// Merges the lead-in lines and sub-items of rows that became one.
struct PartMerger {
  let merger: Merger

  /// The same part of several rows is one; the rest follows its neighbours.
  func merged(
    _ byWording: [RowRef], group: [RowRef], number: Int, numberInSection: Int,
    _ conflicts: inout [Conflict]
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
    var result: [MergedPart] = []
    for key in order {
      guard let parts = partsByKey[key], let first = parts.first?.part else { continue }
      var own = first.number
      if first.kind == .subitem, isRenumbered {
        counter += 1
        own = Numbering.replacingLastPart(own, by: counter)
      }
      let running = Numbering.subitem(own, under: number)
      let inSection = Numbering.subitem(own, under: numberInSection)
      let rows = parts.map {
        MergingRow(
          ref: $0.row, fields: $0.part.fields, extras: $0.part.extras, origin: $0.part.origin)
      }.sorted { $0.ref < $1.ref }
      let place = MergingPlace(item: number, group: group, part: (running, key))
      result.append(
        MergedPart(
          kind: first.kind, number: running, numberInSection: inSection,
          fields: merger.mergedFields(
            rows, number: running, numberInSection: inSection, place, &conflicts),
          extras: merger.mergedExtras(rows, place, &conflicts),
          sources: parts.map(\.part.origin).sorted()))
    }
    return result
  }
}
