package import AppendixModel
import CellGrid
import Findings
package import Foundation

/// Two plans with the truth about their rows, read from JSON: `a` and `b` with `rows`
/// [{id, section, text, lead, output, deadline, progress}] and `sections`, `matches` [{a, b,
/// kinds}], `near_misses` [{a, b, reason, tempting}].
package struct LabelledPlans: Sendable {
  package struct Pair: Hashable, Sendable {
    package var left: String
    package var right: String
    package init(_ left: String, _ right: String) {
      self.left = left
      self.right = right
    }
  }

  package var name: String
  package var appendices: [Appendix]
  /// Row ids by input and row.
  package var ids: [[String]]
  /// Kinds of variation of each true pair.
  package var matches: [Pair: [String]] = [:]
  package var nearMisses: [Pair: String] = [:]

  package init(name: String, appendices: [Appendix], ids: [[String]]) {
    self.name = name
    self.appendices = appendices
    self.ids = ids
  }

  package init(contentsOf url: URL) throws {
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
    name = url.deletingLastPathComponent().lastPathComponent + "/" + url.lastPathComponent
    appendices = []
    ids = []
    for (index, side) in ["a", "b"].enumerated() {
      let plan = object?[side] as? [String: Any] ?? [:]
      var titles: [String: String] = [:]
      for section in plan["sections"] as? [[String: Any]] ?? [] {
        titles[section["section"] as? String ?? ""] = section["title"] as? String ?? ""
      }
      let rows = plan["rows"] as? [[String: Any]] ?? []
      ids.append(rows.map { $0["id"] as? String ?? "" })
      appendices.append(
        Self.appendix(InputID(index), agency: plan["agency"] as? String ?? "", titles, rows))
    }
    for match in object?["matches"] as? [[String: Any]] ?? [] {
      let pair = Pair(match["a"] as? String ?? "", match["b"] as? String ?? "")
      matches[pair] = match["kinds"] as? [String] ?? []
    }
    for miss in object?["near_misses"] as? [[String: Any]] ?? [] {
      let pair = Pair(miss["a"] as? String ?? "", miss["b"] as? String ?? "")
      nearMisses[pair] = miss["reason"] as? String ?? ""
    }
  }

  private static func appendix(
    _ input: InputID, agency: String, _ titles: [String: String], _ rows: [[String: Any]]
  ) -> Appendix {
    var appendix = Appendix(input: input, file: "\(input.index)", sheet: "", templateID: "")
    appendix.heading.agency = agency
    appendix.heading.linesAbove = [agency]
    for (index, row) in rows.enumerated() {
      let section = row["section"] as? String ?? ""
      if appendix.sections.last?.number != section {
        appendix.sections.append(Section(number: section, title: titles[section] ?? section))
      }
      var fields: [ColumnRole: Field] = [:]
      let columns: [(ColumnRole, String)] = [
        (.task, "text"), (.lead, "lead"), (.output, "output"), (.deadline, "deadline"),
        (.progress, "progress"),
      ]
      for (role, name) in columns {
        let text = row[name] as? String ?? ""
        let date = role == .deadline ? CalendarDate(iso: text) : nil
        if !text.isEmpty { fields[role] = Field(text, date: date) }
      }
      appendix.sections[appendix.sections.count - 1].items.append(
        Item(
          number: "\(index + 1)",
          origin: RowOrigin(input: input, file: "\(input.index)", sheet: "", row: index),
          fields: fields))
    }
    return appendix
  }
}
