/// Finds for each record the few others that may be the same, by rare words and word pairs that
/// they share; cost grows with the number of records, not with its square.
struct CandidateFinder {
  let records: [MatchRecord]
  let vocabulary: Vocabulary
  /// Candidates kept a record and other input.
  var limit = 8
  /// Features looked up a record: its rarest.
  var featureLimit = 14
  /// Records looked at for one record, through its rarest features first.
  var budget = 640
  /// A feature that more records have than this leads nowhere.
  var postingLimit = 4096

  /// Pairs of record indexes, smaller first, each once, sorted. `sameInput` asks for pairs inside
  /// one input instead of pairs across inputs.
  func pairs(sameInput: Bool) -> [(Int32, Int32)] {
    let features = featureLists()
    var starts = [Int32](repeating: 0, count: features.featureCount + 1)
    for list in features.lists { for feature in list { starts[Int(feature) + 1] += 1 } }
    for index in 1..<max(1, starts.count) { starts[index] += starts[index - 1] }
    var postings = [Int32](repeating: 0, count: Int(starts.last ?? 0))
    var fill = starts
    for (record, list) in features.lists.enumerated() {
      for feature in list {
        postings[Int(fill[Int(feature)])] = Int32(record)
        fill[Int(feature)] += 1
      }
    }

    var pairs: [UInt64] = []
    var sums = [Float](repeating: 0, count: records.count)
    var touched: [Int32] = []
    var likely: [(sum: Float, record: Int32)] = []
    let keyHashes = records.map(\.place.content)
    for record in records.indices {
      let input = records[record].place.input
      var seen = 0
      for feature in features.lists[record] {
        let from = Int(starts[Int(feature)])
        let to = Int(starts[Int(feature) + 1])
        let count = to - from
        guard count > 1 else { continue }
        guard count <= postingLimit, seen == 0 || seen + count <= budget else { break }
        seen += count
        let weight = 1 / Float(count).squareRoot()
        for place in from..<to {
          let other = postings[place]
          guard Int(other) != record, (records[Int(other)].place.input == input) == sameInput else {
            continue
          }
          if sums[Int(other)] == 0 { touched.append(other) }
          sums[Int(other)] += weight
        }
      }
      // What shares far less than the best is no candidate; ties go by the key, so that the order
      // of the inputs makes no difference.
      var most: Float = 0
      for other in touched { most = max(most, sums[Int(other)]) }
      likely.removeAll(keepingCapacity: true)
      for other in touched {
        if sums[Int(other)] >= most * 0.25 { likely.append((sums[Int(other)], other)) }
        sums[Int(other)] = 0
      }
      touched.removeAll(keepingCapacity: true)
      likely.sort { one, other in
        if one.sum != other.sum { return one.sum > other.sum }
        let (left, right) = (keyHashes[Int(one.record)], keyHashes[Int(other.record)])
        if left != right { return left < right }
        return records[Int(one.record)].place.row < records[Int(other.record)].place.row
      }
      var kept: [Int: Int] = [:]
      for (_, other) in likely {
        let otherInput = records[Int(other)].place.input
        guard kept[otherInput, default: 0] < limit else { continue }
        kept[otherInput, default: 0] += 1
        let (low, high) = (min(Int32(record), other), max(Int32(record), other))
        pairs.append(UInt64(UInt32(bitPattern: low)) << 32 | UInt64(UInt32(bitPattern: high)))
      }
    }
    pairs.sort()
    var result: [(Int32, Int32)] = []
    var last: UInt64?
    for pair in pairs where pair != last {
      last = pair
      result.append((Int32(pair >> 32), Int32(truncatingIfNeeded: pair & 0xFFFF_FFFF)))
    }
    return result
  }

  private struct Features {
    var lists: [[Int32]]
    var featureCount: Int
  }

  /// Each record's rarest words and neighbouring words, and its whole key.
  private func featureLists() -> Features {
    var ids: [UInt64: Int32] = [:]
    var counts: [Int32] = []
    var codes: [UInt64] = []
    var lists: [[Int32]] = []
    lists.reserveCapacity(records.count)
    func id(_ code: UInt64) -> Int32 {
      if let id = ids[code] { return id }
      let id = Int32(counts.count)
      ids[code] = id
      counts.append(0)
      codes.append(code)
      return id
    }
    for record in records {
      var list: Set<Int32> = []
      var previous: UInt64?
      for word in record.words {
        let hash = vocabulary.stableHashes[Int(word)]
        list.insert(id(hash))
        if let previous { list.insert(id((previous &* 31) ^ hash)) }
        previous = hash
      }
      list.insert(id(record.place.content &+ 1))
      for feature in list { counts[Int(feature)] += 1 }
      lists.append(Array(list))
    }
    for index in lists.indices {
      lists[index].sort { (counts[Int($0)], codes[Int($0)]) < (counts[Int($1)], codes[Int($1)]) }
      let useful = lists[index].filter { counts[Int($0)] > 1 }
      lists[index] = Array(useful.prefix(featureLimit))
    }
    return Features(lists: lists, featureCount: counts.count)
  }
}
