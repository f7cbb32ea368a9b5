import AppendixModel
import CellGrid
import Consolidation
import Findings
import Foundation

extension RunRecord {
  /// The record of a run, without findings and outputs, which come last.
  init(
    _ consolidated: Consolidated, summary: StatusSummary, tables: InputTables,
    settings: ConsolidationSettings, decisionFiles: [(path: String, sha256: String)],
    asOf: CalendarDate
  ) {
    let ids = tables.tables.map(\.id)
    func id(_ input: InputID) -> String {
      ids.indices.contains(input.index) ? ids[input.index] : String(input.index + 1)
    }
    func source(_ origin: RowOrigin) -> Source {
      Source(input: id(origin.input), sheet: origin.sheet, row: origin.row + 1)
    }
    func order(_ preference: [InputID]) -> [String] {
      let all = tables.tables.indices.map { InputID($0) }
      return (preference + all.filter { !preference.contains($0) }).map(id)
    }
    version = PhulucVersion.current
    self.asOf = asOf.description
    template = tables.template.id
    self.settings = Settings(
      wording: order(settings.wordingOrder), leads: order(settings.leadOrder),
      rows: order(settings.rowOrder),
      units: (settings.writesSuccessors ? Job.UnitNames.successors : .former).rawValue,
      status: settings.statusRule.rawValue, offices: settings.officeNames.rawValue,
      matching: Self.numbers(of: consolidated.matching))
    inputs = consolidated.inputs.map { input in
      Input(
        id: id(input.input), file: input.file, name: input.name,
        sha256: tables.tables.indices.contains(input.input.index)
          ? tables.tables[input.input.index].sha256 : "",
        sheet: input.sheet, items: input.items, subitems: input.subitems,
        sections: input.sections)
    }
    let counted = consolidated.balance
    balance = Balance(
      input: counted.input, merged: counted.merged, output: counted.output,
      rejected: counted.rejected, balanced: counted.isBalanced)
    items = consolidated.sections.flatMap { section in
      section.items.map { item in
        var cells = Self.cells(item.fields, item.extras)
        cells["status"] = cells[ColumnRole.progress.rawValue]
        return Item(
          number: item.number, section: section.number, text: item[.task], status: item.statusID,
          done: item.isDone, sources: item.sources.map(source), decision: item.decision.rawValue,
          score: item.evidence.map { Self.rounded($0.score) },
          reasons: item.evidence?.reasons.map(\.line) ?? [], cells: cells,
          parts: item.parts.map { part in
            Item.Part(
              number: part.number, text: part[.task], sources: part.sources.map(source),
              cells: Self.cells(part.fields, part.extras))
          })
      }
    }
    review = consolidated.review.map { pair in
      Review(
        sources: [source(pair.left.origin), source(pair.right.origin)],
        score: Self.rounded(pair.evidence.score),
        reasons: pair.evidence.reasons.map(\.line),
        proposal: pair.proposal.rawValue)
    }
    conflicts = consolidated.conflicts.map { conflict in
      Conflict(
        item: conflict.item,
        column: conflict.header.map { "extra:\($0)" } ?? conflict.role.rawValue,
        part: conflict.part,
        values: conflict.values.map {
          Conflict.Value(input: id($0.source.input), value: $0.value)
        },
        chosen: conflict.chosen, rule: conflict.rule)
    }
    status = Status(summary)
    self.decisionFiles = decisionFiles.map { Output(file: $0.path, sha256: $0.sha256) }
    rewritings = consolidated.rewritings.map {
      Rewriting(
        kind: $0.kind.rawValue, cell: "\($0.origin.location)", before: $0.before, after: $0.after)
    }
    decisions = consolidated.decisions.map {
      Decision(
        state: $0.state.rawValue, cell: $0.location.map { "\($0)" },
        message: $0.message.vietnamese)
    }
    notTaken = consolidated.notTaken.map {
      NotTaken(source: source($0.origin), text: $0.text, reason: $0.reason.vietnamese)
    }
    findings = []
    outputs = []
  }

  /// The cells of each column, by role or by header.
  private static func cells(
    _ fields: [ColumnRole: Field], _ extras: [ExtraField]
  ) -> [String: [String]] {
    var cells: [String: [String]] = [:]
    for (role, field) in fields where !field.origins.isEmpty {
      cells[role.rawValue] = field.origins.map { "\($0.location)" }
    }
    for extra in extras where !extra.field.origins.isEmpty {
      cells["extra:\(extra.header)"] = extra.field.origins.map { "\($0.location)" }
    }
    return cells
  }

  private static func numbers(of settings: MatchSettings) -> [String: Double] {
    (try? JSONEncoder().encode(settings))
      .flatMap { try? JSONDecoder().decode([String: Double].self, from: $0) } ?? [:]
  }

  /// Two decimals are all that a score can claim.
  private static func rounded(_ score: Double) -> Double {
    (score * 100).rounded() / 100
  }
}

extension RunRecord.Status {
  /// The same figures as in the status workbook and the sentences.
  init(_ summary: StatusSummary) {
    total = summary.total
    done = summary.done
    byStatus = Dictionary(uniqueKeysWithValues: summary.byStatus.map { ($0.id, $0.count) })
    bySection = summary.bySection.map {
      Group(number: $0.number, name: $0.name, total: $0.total, done: $0.done)
    }
    byAgency = summary.byAgency.map {
      Group(number: nil, name: $0.name, total: $0.total, done: $0.done)
    }
  }
}

extension RunRecord.FindingEntry {
  init(_ finding: Finding) {
    self.init(
      code: finding.code.rawValue, severity: finding.severity.rawValue,
      file: finding.location?.file, sheet: finding.location?.sheet,
      cell: finding.location?.cell.map { "\($0)" }, message: finding.message.vietnamese)
  }
}
