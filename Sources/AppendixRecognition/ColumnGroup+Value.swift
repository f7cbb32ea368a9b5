import AppendixModel

extension ColumnGroup {
  /// One value from those of the columns; nil where they say nothing.
  func value(_ cells: [(member: Member, field: Field)]) -> Field? {
    let cells = cells.filter { !ColumnContents.isVoid($0.field.text) || kind == .span }
    guard var field = cells.first?.field else { return nil }
    field.origins = cells.flatMap(\.field.origins)
    if cells.count > 1 || isTicked {
      field.date = nil
      field.number = nil
    }
    switch kind {
    case .ticks:
      let separator = role == .progress ? "\n" : ", "
      field.text = cells.map { Self.picked($0.member.label, $0.field.text) }
        .joined(separator: separator)
    case .periods(let unit, let year):
      let numbers = cells.compactMap { PeriodLabel($0.member.label)?.number }
      let remarks = cells.filter { !ColumnContents.isMark($0.field.text) && $0.field.text != "1" }
        .map { " (\($0.member.label): \($0.field.text))" }
      field.text = PeriodLabel.text(numbers, unit, year: year) + remarks.joined()
    case .span:
      field.text = spanText(cells)
    case .office:
      let texts = members.map { member in
        cells.first { $0.member == member }?.field.text ?? ""
      }
      field.text =
        texts.contains("") ? texts.joined() : "\(texts[0]) (\(texts.dropFirst().joined()))"
    case .list:
      field.text = cells.map(\.field.text).joined(separator: "\n")
    }
    return field
  }

  /// Whether cells hold marks rather than values.
  private var isTicked: Bool {
    switch kind {
    case .ticks, .periods: true
    default: false
    }
  }

  /// The label, with what was written instead of a mark.
  private static func picked(_ label: String, _ text: String) -> String {
    let isMark = ColumnContents.isMark(text) || text == "1"
    return isMark ? label : "\(label): \(text)"
  }

  /// «Từ … đến …»; the last day alone is a deadline by itself.
  private func spanText(_ cells: [(member: Member, field: Field)]) -> String {
    guard let from = cells.first(where: { $0.member == members.first })?.field.text else {
      return cells.first?.field.text ?? ""
    }
    guard let to = cells.first(where: { $0.member == members.last })?.field.text else {
      return "Từ \(Self.insideSentence(from))"
    }
    return from == to ? to : "Từ \(Self.insideSentence(from)) đến \(Self.insideSentence(to))"
  }

  /// `Tháng 3` → `tháng 3`; `III` and `Q1` stay.
  private static func insideSentence(_ text: String) -> String {
    guard text.dropFirst().first?.isLowercase == true else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
