import AppendixModel
import CellGrid

/// Merges the values of one column by the template's rule.
struct FieldMerger {
  /// A value with the row it comes from.
  struct Source {
    var origin: RowOrigin
    /// How people call the row's input.
    var name: String
    var field: Field
  }

  struct Merged {
    var field: Field
    /// Whether the sources contradict each other.
    var isConflict: Bool
    /// The rule that chose, where it is not the one asked for: figures that can't be added are
    /// listed by agency.
    var rule: AppendixTemplate.MergeRule?
  }

  let leads: LeadUnion
  let classifier: StatusClassifier
  private let valueKeys = ValueKeyMemo()

  init(leads: LeadUnion, classifier: StatusClassifier) {
    self.leads = leads
    self.classifier = classifier
  }

  /// `sources` come by preference; blanks never beat values. Figures are added only where `adds`:
  /// the sum of two percents or scores is no figure of anything.
  func merged(
    _ sources: [Source], role: ColumnRole, by rule: AppendixTemplate.MergeRule, adds: Bool = true
  ) -> Merged {
    let filled = sources.filter { !$0.field.isBlank }
    guard let first = filled.first else {
      return Merged(field: Field("", origins: sources.flatMap(\.field.origins)), isConflict: false)
    }
    let origins = filled.flatMap(\.field.origins)
    func plain(_ source: Source) -> Field {
      var field = source.field
      // The cell whose value it is comes first.
      field.origins = source.field.origins + origins.filter { !source.field.origins.contains($0) }
      return field
    }
    switch rule {
    case .union:
      return Merged(
        field: Field(leads.united(filled.map(\.field.text)), origins: origins), isConflict: false)
    case .identity, .runningNumber, .sectionNumber:
      return Merged(field: plain(first), isConflict: false)
    // Equal figures of two inputs are two figures: 5 and 5 are 10.
    case .sum, .ratio:
      if filled.count > 1, let total = total(filled, by: rule, adds: adds, origins) {
        return total
      }
    default: break
    }
    let distinct = distinct(filled, role: role)
    guard distinct.count > 1 else { return Merged(field: plain(first), isConflict: false) }
    switch rule {
    case .earliest, .latest:
      return Merged(field: plain(extreme(distinct, latest: rule == .latest)), isConflict: true)
    case .byAgency:
      return Merged(field: Field(byAgency(filled, role), origins: origins), isConflict: true)
    case .sum, .ratio:
      return Merged(
        field: Field(byAgency(filled, role), origins: origins), isConflict: true, rule: .byAgency)
    case .sameOrList, .list:
      let lines = distinct.map(\.field.text).joined(separator: "\n")
      return Merged(field: Field(lines, origins: origins), isConflict: rule == .sameOrList)
    case .leastAdvanced:
      let least = distinct.min {
        classifier.status(of: $0.field.text).rank < classifier.status(of: $1.field.text).rank
      }
      return Merged(field: plain(least ?? first), isConflict: true)
    case .first, .union, .identity, .runningNumber, .sectionNumber:
      return Merged(field: plain(first), isConflict: true)
    }
  }

  /// One source for each meaning: spellings, and ways to write a period, make no difference.
  func distinct(_ sources: [Source], role: ColumnRole) -> [Source] {
    guard let first = sources.first else { return sources }
    // Most values are written alike.
    if sources.allSatisfy({ $0.field.text == first.field.text }) { return [first] }
    var seen: Set<String> = []
    return sources.filter { seen.insert(valueKeys.key(of: $0.field, role: role)).inserted }
  }

  private func extreme(_ sources: [Source], latest: Bool) -> Source {
    let dated = sources.compactMap { source -> (Source, CalendarDate)? in
      let deadline = Deadline(parsing: source.field.text, date: source.field.date)
      return deadline.to.map { (source, $0) }
    }
    guard let first = dated.first else { return sources[0] }
    return dated.dropFirst().reduce(first) { best, next in
      (latest ? next.1 > best.1 : next.1 < best.1) ? next : best
    }.0
  }

  /// «Sở A: …; Sở B: …»; inputs of one value share it: «Sở A, Sở B: …».
  private func byAgency(_ sources: [Source], _ role: ColumnRole) -> String {
    var texts: [String] = []
    var names: [String: (text: String, names: [String])] = [:]
    for source in sources {
      let key = valueKeys.key(of: source.field, role: role)
      if names[key] == nil {
        texts.append(key)
        names[key] = (Self.written(source.field), [])
      }
      if !source.name.isEmpty, names[key]?.names.contains(source.name) == false {
        names[key]?.names.append(source.name)
      }
    }
    return texts.compactMap { names[$0] }.map { entry in
      entry.names.isEmpty ? entry.text : "\(entry.names.joined(separator: ", ")): \(entry.text)"
    }.joined(separator: "; ")
  }

  /// A number's cell has no text of its own: it is written as Vietnamese texts write numbers.
  private static func written(_ field: Field) -> String {
    guard let number = field.number, field.text == CellValue.shortest(number) else {
      return field.text
    }
    return DecimalText.text(number)
  }

  private func total(
    _ sources: [Source], by rule: AppendixTemplate.MergeRule, adds: Bool, _ origins: [CellOrigin]
  ) -> Merged? {
    // n/m are counts, whatever they are counts of.
    if rule == .ratio, let ratio = ratio(sources, origins) { return ratio }
    return adds ? sum(sources, origins) : nil
  }

  private func sum(_ sources: [Source], _ origins: [CellOrigin]) -> Merged? {
    let numbers = sources.compactMap { source -> Double? in
      // A percent is no count, even where its cell holds a number.
      guard !source.field.text.contains("%") else { return nil }
      return source.field.number ?? DecimalText.number(source.field.text)
    }
    guard numbers.count == sources.count else { return nil }
    let decimals = sources.map { DecimalText.decimals($0.field.text) }.max() ?? 0
    let total = DecimalText.rounded(numbers.reduce(0, +), decimals: decimals)
    return Merged(
      field: Field(
        DecimalText.text(total, like: sources.map(\.field.text)), number: total, origins: origins),
      isConflict: false)
  }

  /// `3/4` and `1/6` are `4/10 (40%)`.
  private func ratio(_ sources: [Source], _ origins: [CellOrigin]) -> Merged? {
    var done = 0.0
    var all = 0.0
    let texts = sources.map(\.field.text)
    for source in sources {
      let head = source.field.text.prefix { $0 != "(" }
      let halves = head.split(separator: "/", omittingEmptySubsequences: false)
      guard halves.count == 2, let one = DecimalText.number(String(halves[0])),
        let other = DecimalText.number(String(halves[1]))
      else { return nil }
      done += one
      all += other
    }
    // Beside n/m a percent stands only where a source has one there.
    let isTold = all > 0 && texts.contains { $0.contains("%") }
    let percent = isTold ? " (\(DecimalText.text((done * 1000 / all).rounded() / 10))%)" : ""
    return Merged(
      field: Field(
        "\(DecimalText.text(done, like: texts))/\(DecimalText.text(all, like: texts))\(percent)",
        origins: origins),
      isConflict: false)
  }
}
