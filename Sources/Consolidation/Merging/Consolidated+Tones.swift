import AppendixModel
package import VietText

extension Consolidated {
  /// The output with every tone mark placed in one style (`hòa` or `hoà`), where a job asks for it;
  /// by default an appendix keeps its sources' own spelling. Evidence and conflicts, which quote the
  /// sources, stay as they are.
  package func toned(as style: ToneStyle) -> Consolidated {
    var result = self
    for section in result.sections.indices {
      result.sections[section].title = VietText.toned(result.sections[section].title, as: style)
      for item in result.sections[section].items.indices {
        result.sections[section].items[item].place(tonesAs: style)
      }
    }
    return result
  }
}

extension MergedItem {
  fileprivate mutating func place(tonesAs style: ToneStyle) {
    fields = fields.mapValues { $0.toned(as: style) }
    extras = extras.map { ExtraField(header: $0.header, field: $0.field.toned(as: style)) }
    for part in parts.indices {
      parts[part].fields = parts[part].fields.mapValues { $0.toned(as: style) }
      parts[part].extras = parts[part].extras.map {
        ExtraField(header: $0.header, field: $0.field.toned(as: style))
      }
    }
  }
}

extension Field {
  fileprivate func toned(as style: ToneStyle) -> Field {
    var result = self
    result.text = VietText.toned(text, as: style)
    return result
  }
}
