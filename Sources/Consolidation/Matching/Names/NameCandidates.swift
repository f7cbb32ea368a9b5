/// Finds for each name the others that have most in common with it, through what they share.
struct NameCandidates {
  let scorer: NameScorer
  /// Candidates kept a record and other input.
  var limit = 32

  /// Pairs of record indexes, smaller first, each once, sorted.
  func pairs() -> [(Int32, Int32)] {
    let places = scorer.places
    let lists = features()
    var postings: [[(record: Int32, weight: Float)]] = []
    for (record, list) in lists.enumerated() {
      for feature in list {
        while postings.count <= Int(feature.id) { postings.append([]) }
        postings[Int(feature.id)].append((Int32(record), feature.weight))
      }
    }
    // Of large tables only the rarer features are looked up.
    let budget = max(2_000, min(60_000, 400_000_000 / max(1, places.count)))
    let sizes = places.indices.map { Float(scorer.content(Int32($0)).squareRoot()) }
    var sums = [Float](repeating: 0, count: places.count)
    var touched: [Int32] = []
    var pairs: Set<UInt64> = []
    for record in places.indices {
      var seen = 0
      for feature in lists[record] {
        let list = postings[Int(feature.id)]
        guard seen == 0 || seen + list.count <= budget else { break }
        seen += list.count
        for entry in list where places[Int(entry.record)].input != places[record].input {
          if sums[Int(entry.record)] == 0 { touched.append(entry.record) }
          sums[Int(entry.record)] += feature.weight * entry.weight
        }
      }
      var likely = touched.map { other in
        (sum: sums[Int(other)] / max(sizes[Int(other)], 0.001).squareRoot(), record: other)
      }
      for other in touched { sums[Int(other)] = 0 }
      touched.removeAll(keepingCapacity: true)
      likely.sort { one, other in
        if one.sum != other.sum { return one.sum > other.sum }
        let (left, right) = (places[Int(one.record)], places[Int(other.record)])
        return (left.content, left.row) < (right.content, right.row)
      }
      var kept: [Int: Int] = [:]
      for (_, other) in likely {
        let input = places[Int(other)].input
        guard kept[input, default: 0] < limit else { continue }
        kept[input, default: 0] += 1
        let (low, high) = (min(Int32(record), other), max(Int32(record), other))
        pairs.insert(UInt64(UInt32(bitPattern: low)) << 32 | UInt64(UInt32(bitPattern: high)))
      }
    }
    return pairs.sorted().map { (Int32($0 >> 32), Int32(truncatingIfNeeded: $0 & 0xFFFF_FFFF)) }
  }

  /// Each record's features of all kinds under one numbering, rarest first.
  private func features() -> [[(id: Int32, weight: Float)]] {
    let spaces = [
      (scorer.words, scorer.wordFrequencies), (scorer.codes, scorer.codeFrequencies),
      (scorer.letters, scorer.letterFrequencies),
    ]
    return scorer.places.indices.map { record in
      var list: [(id: Int32, weight: Float, frequency: Int32)] = []
      var base: Int32 = 0
      for (vectors, frequencies) in spaces {
        let vector = vectors[record]
        for (id, weight) in zip(vector.ids, vector.weights) where frequencies[Int(id)] > 1 {
          list.append((base + id, weight, frequencies[Int(id)]))
        }
        base += Int32(frequencies.count)
      }
      return list.sorted { ($0.frequency, $0.id) < ($1.frequency, $1.id) }
        .map { ($0.id, $0.weight) }
    }
  }
}
