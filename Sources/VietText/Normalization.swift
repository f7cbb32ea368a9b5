/// Canonical composition (NFC) without Foundation: a quick look for text that is composed
/// already, as nearly all text is, and the Unicode algorithm for the rest.
package enum Normalization {
  /// The text in NFC.
  package static func composed(_ text: String) -> String {
    if isSurelyComposed(text.utf8.span) { return text }
    return CanonicalComposition.shared.composed(text)
  }

  /// True only for text without anything that composition could change.
  static func isSurelyComposed(_ bytes: Span<UInt8>) -> Bool {
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      // Below U+0300 nothing composes with what stands before it.
      if byte < 0xCC {
        place += 1
        continue
      }
      if byte < 0xE0 { return false }
      if byte >= 0xF0 { return false }
      guard place + 2 < bytes.count else { return false }
      let second = bytes[place + 1]
      let third = bytes[place + 2]
      let scalar = UInt32(byte & 15) << 12 | UInt32(second & 63) << 6 | UInt32(third & 63)
      guard isSafe(scalar) else { return false }
      place += 3
    }
    return true
  }

  /// Scalars of three bytes that neither compose nor decompose: Vietnamese letters, punctuation,
  /// private use, arrows and signs.
  private static func isSafe(_ scalar: UInt32) -> Bool {
    (0x1EA0...0x1EF9).contains(scalar) || (0x2002...0x20CF).contains(scalar)
      || (0x2190...0x2199).contains(scalar) || (0x2460...0x2ADB).contains(scalar)
      || (0x4E00...0x9FFF).contains(scalar) || (0xE000...0xF8FF).contains(scalar)
      || scalar == 0xFEFF
  }
}

/// The tables of canonical composition, built once from ``canonicalDecompositions``.
struct CanonicalComposition: Sendable {
  static let shared = CanonicalComposition()

  private var decompositions: [UInt32: [UInt32]] = [:]
  private var compositions: [UInt64: UInt32] = [:]

  private init() {
    let entries = canonicalDecompositions.utf8.split {
      $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n")
    }
    for entry in entries {
      let isExcluded = entry.first == UInt8(ascii: "!")
      let halves = entry.drop { $0 == UInt8(ascii: "!") }.split(separator: UInt8(ascii: "="))
      guard halves.count == 2, let whole = Self.hex(halves[0]) else { continue }
      let parts = halves[1].split(separator: UInt8(ascii: "+")).compactMap(Self.hex)
      decompositions[whole] = parts
      if !isExcluded, parts.count == 2 {
        compositions[UInt64(parts[0]) << 32 | UInt64(parts[1])] = whole
      }
    }
  }

  private static func hex(_ digits: Substring.UTF8View) -> UInt32? {
    UInt32(Substring(digits), radix: 16)
  }

  func composed(_ text: String) -> String {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { decompose(scalar.value, into: &scalars) }
    let classes = scalars.map(combiningClass)
    let order = reordered(classes)
    return compose(order.map { scalars[$0] }, order.map { classes[$0] })
  }

  /// Every letter parted from its marks.
  func decomposed(_ text: String) -> String.UnicodeScalarView {
    var scalars: [UInt32] = []
    for scalar in text.unicodeScalars { decompose(scalar.value, into: &scalars) }
    var result = String.UnicodeScalarView()
    for value in scalars { result.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    return result
  }

  private func combiningClass(_ scalar: UInt32) -> UInt8 {
    if scalar < 0x300 { return 0 }
    return Unicode.Scalar(scalar)?.properties.canonicalCombiningClass.rawValue ?? 0
  }

  private func decompose(_ scalar: UInt32, into scalars: inout [UInt32]) {
    if scalar < 0xC0 {
      scalars.append(scalar)
    } else if scalar >= 0xAC00, scalar <= 0xD7A3 {
      let index = scalar - 0xAC00
      scalars.append(0x1100 + index / 588)
      scalars.append(0x1161 + index % 588 / 28)
      if index % 28 != 0 { scalars.append(0x11A7 + index % 28) }
    } else if let parts = decompositions[scalar] {
      for part in parts { decompose(part, into: &scalars) }
    } else {
      scalars.append(scalar)
    }
  }

  /// Places of the scalars with each run of marks sorted by class, stably.
  private func reordered(_ classes: [UInt8]) -> [Int] {
    var order = Array(classes.indices)
    var start = 0
    while start < order.count {
      guard classes[start] != 0 else {
        start += 1
        continue
      }
      var end = start
      while end < order.count, classes[end] != 0 { end += 1 }
      if end - start > 1 {
        order[start..<end].sort { (classes[$0], $0) < (classes[$1], $1) }
      }
      start = end
    }
    return order
  }

  private func compose(_ scalars: [UInt32], _ classes: [UInt8]) -> String {
    var result: [UInt32] = []
    result.reserveCapacity(scalars.count)
    var starter: Int?
    var lastClass: UInt8 = 0
    for (scalar, combining) in zip(scalars, classes) {
      if let starter {
        let isAdjacent = result.count - 1 == starter
        let isBlocked = !isAdjacent && (lastClass == 0 || lastClass >= combining)
        if !isBlocked, let whole = composition(result[starter], scalar) {
          result[starter] = whole
          continue
        }
      }
      if combining == 0 { starter = result.count }
      lastClass = combining
      result.append(scalar)
    }
    var text = String.UnicodeScalarView()
    for value in result { text.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    return String(text)
  }

  private func composition(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if (0x1100..<0x1113).contains(first), (0x1161..<0x1176).contains(second) {
      return 0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28
    }
    if (0xAC00...0xD7A3).contains(first), (first - 0xAC00) % 28 == 0,
      (0x11A8..<0x11C3).contains(second)
    {
      return first + second - 0x11A7
    }
    return compositions[UInt64(first) << 32 | UInt64(second)]
  }
}
