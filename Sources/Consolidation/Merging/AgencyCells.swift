import AppendixModel

extension Appendix {
  /// The appendix with its cells of agencies changed, items and sub-items alike. `change` gets a
  /// cell's agencies and says what they become; nil leaves the cell as it is.
  func changingAgencies(
    _ kind: Rewriting.Kind, rewritings: inout [Rewriting], _ change: (Field, [Lead]) -> [Lead]?
  ) -> Appendix {
    var result = self
    // Most rows share their cells' texts with others: each is read once.
    var read: [String: [Lead]] = [:]
    func leads(_ text: String) -> [Lead] {
      if let known = read[text] { return known }
      let leads = Lead.list(parsing: text)
      read[text] = leads
      return leads
    }
    func rewrite(_ fields: inout [ColumnRole: Field]) {
      for role in [ColumnRole.lead, .support] {
        guard let field = fields[role], !field.isBlank,
          let leads = change(field, leads(field.text))
        else { continue }
        let text = Lead.joined(leads)
        guard text != field.text else { continue }
        fields[role]?.text = text
        for origin in field.origins.prefix(1) {
          rewritings.append(
            Rewriting(kind: kind, origin: origin, before: field.text, after: text))
        }
      }
    }
    for section in result.sections.indices {
      for item in result.sections[section].items.indices {
        rewrite(&result.sections[section].items[item].fields)
        for part in result.sections[section].items[item].parts.indices {
          rewrite(&result.sections[section].items[item].parts[part].fields)
        }
      }
    }
    return result
  }
}
