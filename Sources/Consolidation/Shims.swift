import AppendixModel
import CellGrid

extension Lead {
  static func list(parsing text: String) -> [Lead] {
    var parts: [String] = [""]
    var depth = 0
    for c in text {
      if c == "(" { depth += 1 }
      if c == ")" { depth -= 1 }
      if c == ",", depth == 0 { parts.append("") } else { parts[parts.count - 1].append(c) }
    }
    return parts.map { part in
      let halves = part.split(separator: "(", maxSplits: 1).map { $0.trimmingSpaces }
      return Lead(
        agency: halves.first ?? "",
        office: halves.count > 1 ? String(halves[1].dropLast()) : nil)
    }
  }
}
extension Substring {
  var trimmingSpaces: String {
    var text = self.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
func unitKey(_ agency: String) -> String { comparisonKey(agency) }
extension Deadline {
  init(parsing text: String, date: CalendarDate? = nil, year: Int? = nil) {
    self.init(text: text, kind: .free)
  }
}
