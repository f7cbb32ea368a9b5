import Foundation

/// What a record has of one kind of feature: numbers in order, each with its weight.
struct FeatureVector: Sendable {
  var ids: [Int32] = []
  var weights: [Float] = []
  /// Sum of the squared weights.
  var square = 0.0

  /// Sum of the products of what both have.
  static func product(_ left: FeatureVector, _ right: FeatureVector) -> Double {
    var sum = 0.0
    forEachCommon(left, right) { one, other in
      sum += Double(left.weights[one]) * Double(right.weights[other])
    }
    return sum
  }

  /// Places of the features that both have.
  static func forEachCommon(
    _ left: FeatureVector, _ right: FeatureVector, _ body: (Int, Int) -> Void
  ) {
    var one = 0
    var other = 0
    while one < left.ids.count, other < right.ids.count {
      let (mine, theirs) = (left.ids[one], right.ids[other])
      if mine == theirs {
        body(one, other)
        one += 1
        other += 1
      } else if mine < theirs {
        one += 1
      } else {
        other += 1
      }
    }
  }
}

/// Counts the features of all records and weighs them by rarity.
struct FeatureSpace: Sendable {
  private var rows: [[(code: UInt64, count: Int32)]] = []

  /// Adds the next record's features; the same one may come several times.
  mutating func add(_ features: [UInt64]) {
    var list: [(code: UInt64, count: Int32)] = []
    for code in features.sorted() {
      if let last = list.last, last.code == code {
        list[list.count - 1].count += 1
      } else {
        list.append((code, 1))
      }
    }
    rows.append(list)
  }

  /// The records' vectors and, by number, in how many records each feature stands. Features are
  /// numbered by their codes, so that sums don't depend on the order of the records.
  func vectors() -> (vectors: [FeatureVector], frequencies: [Int32]) {
    var counts: [UInt64: Int32] = [:]
    var filled = 0
    for row in rows {
      filled += row.isEmpty ? 0 : 1
      for entry in row { counts[entry.code, default: 0] += 1 }
    }
    let codes = counts.keys.sorted()
    var numbers: [UInt64: Int32] = [:]
    numbers.reserveCapacity(codes.count)
    for (number, code) in codes.enumerated() { numbers[code] = Int32(number) }
    let frequencies = codes.map { counts[$0] ?? 1 }
    let rarities = frequencies.map { Foundation.log(Float(filled) / Float($0)) }
    let vectors = rows.map { row in
      var vector = FeatureVector()
      for (code, count) in row {
        guard let id = numbers[code] else { continue }
        let weight = rarities[Int(id)] * (1 + Foundation.log(Float(count)))
        vector.ids.append(id)
        vector.weights.append(weight)
        vector.square += Double(weight) * Double(weight)
      }
      return vector
    }
    return (vectors, frequencies)
  }
}
