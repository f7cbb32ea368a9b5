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
  }

  let leads: LeadUnion
  let classifier: StatusClassifier
  private let valueKeys = ValueKeyMemo()

  init(leads: LeadUnion, classifier: StatusClassifier) {
    self.leads = leads
    self.classifier = classifier
  }

  /// `sources` come by preference; blanks never beat values.
  func merged(
    _ sources: [Source], role: ColumnRole, by rule: AppendixTemplate.MergeRule
  ) -> Merged {
    let filled = sources.filter { !$0.field.isBlank }
    guard let first = filled.first else {
      return Merged(field: Field("", origins: sources.flatMap(\.field.origins)), isConflict: false)
    }
    let origins = filled.flatMap(\.field.origins)
    func plain(_ source: Source) -> Field {
      var field = source.field
      field.origins = origins
      return field
    }
    switch rule {
    case .union:
      return Merged(
        field: Field(leads.united(filled.map(\.field.text)), origins: origins), isConflict: false)
    case .identity, .runningNumber, .sectionNumber:
      return Merged(field: plain(first), isConflict: false)
    // Equal figures of two inputs are two figures: 5 and 5 are 10.
    case .sum where filled.count > 1:
      if let total = sum(filled, origins) { return total }
    case .ratio where filled.count > 1:
      if let total = ratio(filled, origins) ?? sum(filled, origins) { return total }
    default: break
    }
    let distinct = distinct(filled, role: role)
    guard distinct.count > 1 else { return Merged(field: plain(first), isConflict: false) }
    switch rule {
    case .earliest, .latest:
      return Merged(field: plain(extreme(distinct, latest: rule == .latest)), isConflict: true)
    case .byAgency:
      return Merged(field: Field(byAgency(distinct), origins: origins), isConflict: true)
    case .sameOrList:
      let lines = distinct.map(\.field.text).joined(separator: "\n")
      return Merged(field: Field(lines, origins: origins), isConflict: true)
    case .sum:
      return sum(filled, origins) ?? Merged(field: plain(first), isConflict: true)
    case .ratio:
      return ratio(filled, origins) ?? Merged(field: plain(first), isConflict: true)
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

  /// «Sở A: …; Sở B: …»; sources of one name are told once.
  private func byAgency(_ sources: [Source]) -> String {
    sources.map { $0.name.isEmpty ? $0.field.text : "\($0.name): \($0.field.text)" }
      .joined(separator: "; ")
  }

  private func sum(_ sources: [Source], _ origins: [CellOrigin]) -> Merged? {
    let numbers = sources.compactMap { $0.field.number ?? DecimalText.number($0.field.text) }
    guard numbers.count == sources.count else { return nil }
    let total = numbers.reduce(0, +)
    return Merged(
      field: Field(DecimalText.text(total), number: total, origins: origins), isConflict: false)
  }

  /// `3/4` and `1/6` are `4/10 (40%)`.
  private func ratio(_ sources: [Source], _ origins: [CellOrigin]) -> Merged? {
    var done = 0.0
    var all = 0.0
    for source in sources {
      let head = source.field.text.prefix { $0 != "(" }
      let halves = head.split(separator: "/", omittingEmptySubsequences: false)
      guard halves.count == 2, let one = DecimalText.number(String(halves[0])),
        let other = DecimalText.number(String(halves[1]))
      else { return nil }
      done += one
      all += other
    }
    let percent = all > 0 ? " (\(DecimalText.text((done * 1000 / all).rounded() / 10))%)" : ""
    return Merged(
      field: Field(
        "\(DecimalText.text(done))/\(DecimalText.text(all))\(percent)", origins: origins),
      isConflict: false)
  }
}
