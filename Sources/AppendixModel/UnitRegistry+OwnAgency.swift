package import CellGrid
import VietText

extension UnitRegistry {
  /// How a plan may name the office that made it: its own name with and without its province, the
  /// names of the units it was made of and became, and plain «Sở».
  ///
  /// Each is the text of a ``TextKey``, longest first, so that «của Sở Khoa học và Công nghệ» in
  /// one plan and «của Sở TT&TT» in the other can both be read as «own agency».
  package func ownNames(of agency: String, asOf date: CalendarDate? = nil) -> [String] {
    let words = UnitKey.words(agency)
    guard !words.isEmpty else { return [] }
    let place = provinces.trailing(in: words)
    let body = UnitKey(words: words.dropLast(place?.count ?? 0))
    var names: [String] = [agency]
    let known = unit(UnitKey(agency)) ?? unit(body)
    if let known {
      names.append(known.unit.name)
      names += relatives(of: known.unit.name, asOf: date)
    }
    var texts: [String] = []
    func add(_ text: String) {
      if !text.isEmpty, !texts.contains(text) { texts.append(text) }
    }
    for name in names {
      let text = TextKey(name).text
      add(text)
      for era in place?.provinces ?? [] {
        add(TextKey("\(name) \(era.type) \(era.name)").text)
      }
      add(text + " tỉnh")
    }
    // «… của Sở» is the office itself in any plan of a department.
    if let first = words.first, ["sở", "ban", "phòng"].contains(first) { add(String(first)) }
    return texts.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  /// Whether a name means the office that made the plan.
  package func isOwn(_ name: String, of agency: String, asOf date: CalendarDate? = nil) -> Bool {
    let text = TextKey(name).text
    return ownNames(of: agency, asOf: date).contains(text)
  }

  /// Names of the units that a unit was made of or became, by one change.
  private func relatives(of name: String, asOf date: CalendarDate?) -> [String] {
    let key = UnitKey(name)
    return changes.flatMap { dated -> [String] in
      // A plan knows nothing of a change a year ahead.
      if let date, dated.date.daysSince1970 > date.daysSince1970 + 366 { return [] }
      if dated.change.to.contains(where: { UnitKey($0) == key }) { return dated.change.from }
      return dated.change.from.contains { UnitKey($0) == key } ? dated.change.to : []
    }
  }

  /// The department that a title block names: the first line that holds a listed unit's name,
  /// as the registry spells it.
  package func agency(inHeading lines: [String]) -> String? {
    for line in lines {
      let words = UnitKey.words(line)
      for start in words.indices {
        for end in stride(from: min(words.count, start + 12), to: start + 1, by: -1) {
          guard let (unit, _) = unit(UnitKey(words: words[start..<end])),
            unit.isSuperior != true
          else { continue }
          return unit.name
        }
      }
    }
    return nil
  }
}
