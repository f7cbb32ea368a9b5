import AppendixModel

/// How people call each input.
enum InputNames {
  /// From the settings; else the agency that leads most rows; else the one in the title block;
  /// else the file's name. Never twice the same.
  static func names(_ appendices: [Appendix], _ settings: ConsolidationSettings) -> [String] {
    var names = appendices.map { appendix in
      if let name = settings.inputNames[appendix.input] { return name }
      let lead = dominantLead(appendix)
      if !lead.isEmpty { return lead }
      return appendix.heading.agency.isEmpty ? fileName(appendix.file) : appendix.heading.agency
    }
    for index in names.indices
    where settings.inputNames[appendices[index].input] == nil
      && names.filter({ $0 == names[index] }).count > 1
    {
      names[index] = fileName(appendices[index].file)
    }
    return names
  }

  static func dominantLead(_ appendix: Appendix) -> String {
    var cells: [String: Int] = [:]
    for section in appendix.sections {
      for item in section.items { cells[item[.lead], default: 0] += 1 }
    }
    var counts: [String: Int] = [:]
    var total = 0
    for (cell, count) in cells {
      for lead in Lead.list(parsing: cell) {
        counts[lead.agency, default: 0] += count
        total += count
      }
    }
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      best.value * 2 > total
    else { return "" }
    return best.key
  }

  private static func fileName(_ path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return last }
    return String(last[..<dot])
  }
}
