package import AppendixModel
package import Foundation

extension LabelledPlans {
  /// Two plain tables of names from lines `left <tab> right`: names of a line are the same thing,
  /// a blank side means that the other has no partner.
  package init(table url: URL) throws {
    let text = try String(contentsOf: url, encoding: .utf8)
    var names: [[String]] = [[], []]
    var pairs: [Pair: [String]] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 2 else { continue }
      if !cells[0].isEmpty, !cells[1].isEmpty {
        pairs[Pair("L\(names[0].count)", "R\(names[1].count)")] = ["plain"]
      }
      for side in 0...1 where !cells[side].isEmpty { names[side].append(cells[side]) }
    }
    self.init(
      name: url.lastPathComponent,
      appendices: names.enumerated().map { Self.table(InputID($0.offset), $0.element) },
      ids: [names[0].indices.map { "L\($0)" }, names[1].indices.map { "R\($0)" }])
    matches = pairs
  }

  /// An appendix without sections that holds names alone.
  package static func table(_ input: InputID, _ names: [String]) -> Appendix {
    let file = "\(input.index)"
    var appendix = Appendix(input: input, file: file, sheet: "", templateID: "")
    appendix.sections = [
      Section(
        number: "", title: "",
        items: names.enumerated().map { row, name in
          Item(
            number: "\(row + 1)",
            origin: RowOrigin(input: input, file: file, sheet: "", row: row),
            fields: [.task: Field(name)])
        })
    ]
    return appendix
  }
}
