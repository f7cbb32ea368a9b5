import AppendixModel
import CellGrid

/// Looks for the headers of tables in a sheet.
struct HeaderFinder: Sendable {
  let assigners: [ColumnAssigner]
  let grid: TextGrid
  private let facts: CellFacts
  /// Rows from the top in which headings may be spelt in ways of their own.
  private static let fuzzyRows = 300
  /// Rows of contents that are looked at below a header.
  private static let sampleRows = 60

  init(assigners: [ColumnAssigner], grid: TextGrid) {
    self.assigners = assigners
    self.grid = grid
    facts = CellFacts(assigners.map(\.classifier))
  }

  /// A header found, and the template that fits it best.
  struct Found: Sendable {
    var assignment: ColumnAssigner.Assignment
    var template: AppendixTemplate
    var classifier: StatusClassifier
  }

  /// A row that may hold headings.
  struct Candidate {
    var row: Int
    /// Whether most of its texts are headings to the letter, as those of a further table must be.
    var isPlain: Bool
  }

  /// Rows with several short texts of which two or more are known.
  func candidates() -> [Candidate] {
    var answers: [String: (known: Bool, exact: Bool)] = [:]
    // Spellings that are only alike are looked for where a sheet's first header may stand; a
    // further table's headings must be known to the letter.
    var fuzzyRows = Self.fuzzyRows
    func look(_ text: String) -> (known: Bool, exact: Bool) {
      if let answer = answers[text] { return answer }
      let key = WordKey(text)
      let bare = text.contains("(") ? WordKey(ColumnAssigner.withoutBrackets(text)) : key
      let exact = assigners.contains {
        $0.lexicon.isExact(key) || $0.lexicon.isOther(key) || $0.lexicon.isExact(bare)
      }
      let known =
        exact
        || (fuzzyRows > 0 && key.words.count <= 12
          && assigners.contains {
            !$0.lexicon.meanings(key).isEmpty || !$0.lexicon.meanings(bare).isEmpty
          })
      answers[text] = (known, exact)
      return (known, exact)
    }
    return grid.rowIndexes.compactMap { row in
      fuzzyRows -= 1
      guard let cells = grid.rows[row], cells.count >= 2, cells.count <= TextGrid.columnLimit
      else { return nil }
      var known = 0
      var exact = 0
      for cell in cells where cell.date == nil && cell.number == nil && cell.text.utf8.count <= 240
      {
        let answer = look(cell.text)
        if answer.known { known += 1 }
        if answer.exact { exact += 1 }
      }
      return known < 2 ? nil : Candidate(row: row, isPlain: exact >= 2 && exact * 2 >= cells.count)
    }
  }

  /// The best header that begins at or around a row, and not above `floor`.
  func header(around row: Int, floor: Int, forced: RecognitionOverrides? = nil) -> Found? {
    var best: [Found?] = Array(repeating: nil, count: assigners.count)
    // What stands below a header is the same for every block that ends in the same row.
    var contents: [Int: [[Int: ColumnContents]]] = [:]
    for start in max(floor, row - 2, 0)...row {
      guard start == row || grid.rows[start] != nil else { continue }
      for depth in 1...4 where start + depth - 1 >= row {
        let rows = start...(start + depth - 1)
        guard isHeaderLike(rows), let block = HeaderBlock(rows, in: grid) else { continue }
        let below = contents[rows.upperBound] ?? self.contents(below: rows.upperBound)
        contents[rows.upperBound] = below
        let made = assignments(of: block, forced: forced?.columns ?? [:], contents: below)
        for (kind, var found) in made.enumerated() {
          found.assignment.score -= penalty(rows)
          if found.assignment.score > (best[kind]?.assignment.score ?? -.infinity) + 0.02 {
            best[kind] = found
          }
        }
      }
    }
    return self.best(of: best.compactMap { $0 })
  }

  /// The kind that fits best; a later one must know a heading that an earlier one does not.
  private func best(of found: [Found]) -> Found? {
    found.reduce(nil) { best, next in
      guard let best else { return next }
      if best.assignment.hasTask != next.assignment.hasTask {
        return best.assignment.hasTask ? best : next
      }
      return fit(next) > fit(best) + 0.15 ? next : best
    }
  }

  /// How well a header fits a kind. One that has none of the columns by which the kind differs
  /// from the others is hardly of it, however many the kinds have in common; the first kind is
  /// what a table is taken for otherwise.
  private func fit(_ found: Found) -> Double {
    if found.template.id == assigners.first?.lexicon.template.id { return found.assignment.score }
    let others = assigners.filter { $0.lexicon.template.id != found.template.id }
    let own = found.template.columns.filter { column in
      column.isRequired == true
        && !others.contains { $0.lexicon.template.column(column.role)?.isRequired == true }
    }
    let hasOwn = own.isEmpty || own.contains { found.assignment.column($0.role) != nil }
    return found.assignment.score - (hasOwn ? 0 : 1.5)
  }

  /// The header of a table whose headings are all unknown: the row above the one that is numbered
  /// 1, where the columns hold what a table of tasks holds.
  func headerByContents() -> Found? {
    var looked = 0
    for (place, row) in grid.rowIndexes.enumerated().dropFirst() where looked < 20 {
      guard let cells = grid.rows[row], cells.count >= 3,
        cells.contains(where: { RowNumber(cell: $0.text) == .integer(1, suffix: "") })
      else { continue }
      looked += 1
      let above = grid.rowIndexes[place - 1]
      guard (grid.rows[above]?.count ?? 0) >= 3, isHeaderLike(above...above),
        let block = HeaderBlock(above...above, in: grid)
      else { continue }
      let best = assignments(of: block, forced: [:])
        .filter { found in
          let roles = Set(found.assignment.columns.map(\.role))
          return roles.contains(.task) && roles.contains(.ordinal)
            && !roles.isDisjoint(with: [.lead, .deadline, .progress])
        }
        .max { $0.assignment.score < $1.assignment.score }
      if let best { return best }
    }
    return nil
  }

  /// A row more must bring a heading more, otherwise it is a title's; merges downwards tie rows
  /// together, and cut ones show that a row is missing.
  private func penalty(_ rows: ClosedRange<Int>) -> Double {
    let depths = (grid.rows[rows.lowerBound] ?? []).compactMap { cell -> Int? in
      let merge = grid.merges.covering(row: cell.row, column: cell.column)
      return merge.map(\.last.row)
    }
    if depths.contains(where: { $0 > rows.upperBound }) { return 1.5 }
    if rows.count > 1, depths.contains(rows.upperBound) { return 0 }
    return 0.3 * Double(rows.count - 1)
  }

  func assignments(
    of block: HeaderBlock, forced: [Int: ColumnRole], contents: [[Int: ColumnContents]]? = nil
  ) -> [Found] {
    let contents = contents ?? self.contents(below: block.rows.upperBound)
    return zip(assigners, contents).map { assigner, contents in
      Found(
        assignment: assigner.assign(block, contents: contents, forced: forced),
        template: assigner.lexicon.template, classifier: assigner.classifier)
    }
  }

  /// What the columns hold below a row, for each template.
  private func contents(below row: Int) -> [[Int: ColumnContents]] {
    let sample = sampleCells(below: row)
    return assigners.indices.map { kind in
      sample.mapValues { ColumnContents($0, facts: facts, kind: kind) }
    }
  }

  /// Every row is there and none of them looks like data or like a title.
  private func isHeaderLike(_ rows: ClosedRange<Int>) -> Bool {
    for row in rows {
      guard let cells = grid.rows[row] else { return false }
      // Under a group's heading, quarters and months are headings too.
      if row > rows.lowerBound, rows.contains(row - 1), isUnderGroups(cells) { continue }
      // A row that begins with a number is an item.
      if let first = cells.first, RowNumber(cell: first.text) != nil { return false }
      if rows.count > 1, cells.contains(where: { Self.isTitle($0.text) }) { return false }
      if cells.contains(where: { $0.date != nil || !Self.isHeadingNumber($0.number) }) {
        return false
      }
      if cells.contains(where: { cell in
        (grid.merges.covering(row: row, column: cell.column)?.last.row ?? row) > rows.upperBound
          && row == rows.lowerBound && rows.count > 1
      }) {
        return false
      }
      if rows.count > 1, row == rows.lowerBound, cells.count == 1 { return false }
      if rows.count > 1, cells.count == 1, let cell = cells.first,
        let merge = grid.merges.covering(row: row, column: cell.column),
        merge.width * 2 > grid.columnCount
      {
        return false
      }
    }
    return true
  }

  /// Whether each cell stands under a heading that is merged over several columns.
  private func isUnderGroups(_ cells: [TextGrid.Cell]) -> Bool {
    cells.allSatisfy { cell in
      let merge = grid.merges.covering(row: cell.row - 1, column: cell.column)
      return cell.date == nil && merge.map { $0.height == 1 && $0.width > 1 } == true
    }
  }

  /// Lines of a title block: the national title, «Phụ lục II», «(Kèm theo …)».
  private static func isTitle(_ text: String) -> Bool {
    let key = WordKey(text)
    return OfficeWords.nationalTitle.startsAny(key) || OfficeWords.appendixStarts.startsAny(key)
      || (text.hasPrefix("(") && key.contains(WordKey("kèm theo")))
  }

  /// Years stand in headings; other numbers don't.
  private static func isHeadingNumber(_ number: Double?) -> Bool {
    number.map { (1990...2100).contains($0) } ?? true
  }

  private func sampleCells(below row: Int) -> [Int: [TextGrid.Cell]] {
    var sample: [Int: [TextGrid.Cell]] = [:]
    let start = grid.rowIndexes.partitioningIndex { $0 > row }
    var taken = 0
    for index in start..<grid.rowIndexes.count {
      guard taken < Self.sampleRows, let cells = grid.rows[grid.rowIndexes[index]] else { break }
      // Section rows, titles and page numbers say nothing about columns; nor do column numbers.
      guard cells.count >= 2, !Self.isColumnNumbers(cells), !Furniture.isHint(cells),
        !cells.prefix(3).contains(where: { Furniture.isTotal($0.text, hasValues: true) })
      else { continue }
      if cells.count == 2, RowNumber(cell: cells[0].text)?.isSectionStyle == true { continue }
      if RowNumber(cell: cells[0].text) == nil, BodySurvey.isSignature(cells) { break }
      taken += 1
      for cell in cells { sample[cell.column, default: []].append(cell) }
    }
    return sample
  }

  /// `(1) (2) (3)`, `1 2 3`, `A B 1 2` under a header.
  static func isColumnNumbers(_ cells: [TextGrid.Cell]) -> Bool {
    guard cells.count >= 3 else { return false }
    var expected: Int?
    var numbers = 0
    for cell in cells {
      // `(7)=(5)-(6)` says how a column is worked out; `(1)` typed into Excel becomes -1.
      var head = cell.text.prefix { $0 != "=" }.filter { !$0.isWhitespace && !"[]{}".contains($0) }
      if head.count > 1, let sign = head.first, "-–".contains(sign) { head.removeFirst() }
      switch RowNumber(cell: String(head)) {
      case .integer(let value, suffix: "")?:
        if let expected, value != expected, value != expected - 1 { return false }
        expected = value + 1
        numbers += 1
      case .upperLetter?, .lowerLetter?, .roman?:
        if numbers > 0 { return false }
      default: return false
      }
    }
    return numbers >= 2 || (numbers == 0 && cells.count >= 4)
  }
}

extension [Int] {
  /// Index of the first element for which the test holds; the elements before it must fail it.
  func partitioningIndex(_ test: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if test(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
