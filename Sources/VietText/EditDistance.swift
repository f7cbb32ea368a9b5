/// How many letters must be changed, put in or left out to make one word of the other; nil where
/// that is more than the limit, or a word is too long to be one.
package func editDistance(_ left: [Character], _ right: [Character], limit: Int) -> Int? {
  guard abs(left.count - right.count) <= limit, left.count <= 500, right.count <= 500 else {
    return nil
  }
  var row = Array(0...right.count)
  for (index, letter) in left.enumerated() {
    var next = [index + 1]
    for (place, other) in right.enumerated() {
      let change = row[place] + (letter == other ? 0 : 1)
      next.append(min(change, row[place + 1] + 1, next[place] + 1))
    }
    guard next.contains(where: { $0 <= limit }) else { return nil }
    row = next
  }
  return row.last.flatMap { $0 <= limit ? $0 : nil }
}
