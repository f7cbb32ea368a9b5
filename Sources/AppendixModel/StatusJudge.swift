package import CellGrid

/// Tells an item's status: by deadline and day of completion where the template judges by dates,
/// by its words otherwise.
package struct StatusJudge: Sendable {
  private let classifier: StatusClassifier
  private let byDates: [AppendixTemplate.DateOutcome: AppendixTemplate.StatusClass]
  /// The report date; nil leaves what is not done to the words.
  private let asOf: CalendarDate?

  package init(_ template: AppendixTemplate, asOf: CalendarDate?) {
    classifier = StatusClassifier(template)
    var byDates: [AppendixTemplate.DateOutcome: AppendixTemplate.StatusClass] = [:]
    for status in template.statuses {
      if let outcome = status.dates, byDates[outcome] == nil { byDates[outcome] = status }
    }
    self.byDates = byDates
    self.asOf = asOf
  }

  /// Whether the template judges by dates at all.
  package var judgesByDates: Bool { !byDates.isEmpty }

  /// The status of a row's fields.
  package func status(of fields: [ColumnRole: Field]) -> AppendixTemplate.StatusClass {
    let text = fields[.progress]?.text ?? ""
    guard judgesByDates else { return classifier.status(of: text) }
    let words = classifier.match(text)
    // «Không thực hiện» and the like stand, whatever the dates.
    if let words, words.dates == nil { return words }
    let deadline = fields[.deadline].flatMap { field -> CalendarDate? in
      guard !field.isBlank else { return nil }
      return Deadline(parsing: field.text, date: field.date).to
    }
    if let outcome = outcome(fields, deadline, words), let status = byDates[outcome] {
      return status
    }
    return words ?? classifier.status(of: text)
  }

  private func outcome(
    _ fields: [ColumnRole: Field], _ deadline: CalendarDate?,
    _ words: AppendixTemplate.StatusClass?
  ) -> AppendixTemplate.DateOutcome? {
    if let field = fields[.finishedDate], !field.isBlank,
      let finished = Deadline(parsing: field.text, date: field.date).to
    {
      // Work of a day after the report date is not done on it.
      if let asOf, finished.isLater(than: asOf) {
        return deadline.map { asOf.isLater(than: $0) ? .overdue : .inTime } ?? .inTime
      }
      guard let deadline else { return words?.isDone == true ? words?.dates : .doneOnTime }
      return finished.isLater(than: deadline) ? .doneLate : .doneOnTime
    }
    if words?.isDone == true { return words?.dates }
    guard let asOf, let deadline else { return nil }
    return asOf.isLater(than: deadline) ? .overdue : .inTime
  }
}

extension CalendarDate {
  /// By days alone, whatever the time of day.
  fileprivate func isLater(than other: CalendarDate) -> Bool {
    (year, month, day) > (other.year, other.month, other.day)
  }
}
