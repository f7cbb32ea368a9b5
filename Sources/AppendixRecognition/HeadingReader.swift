import AppendixModel

/// Reads the title block above a table.
enum HeadingReader {
  static func heading(_ grid: TextGrid, above row: Int, from first: Int, below: [String])
    -> Heading
  {
    var heading = Heading()
    heading.linesBelow = below
    var titles: [String] = []
    var agencyColumn: Int?
    for index in grid.rowIndexes where index >= first && index < row {
      for cell in grid.rows[index] ?? [] {
        let lines = cell.text.split(whereSeparator: \.isNewline).map(String.init)
        heading.linesAbove += lines
        for line in lines {
          read(line, cell.column, &heading, &titles, &agencyColumn)
        }
      }
    }
    if heading.title.isEmpty { heading.title = titles.joined(separator: " ") }
    return heading
  }

  private static func read(
    _ line: String, _ column: Int, _ heading: inout Heading, _ titles: inout [String],
    _ agencyColumn: inout Int?
  ) {
    let key = WordKey(line)
    guard !key.isEmpty, !OfficeWords.nationalTitle.startsAny(key) else { return }
    if isReference(line, key) {
      if heading.reference.isEmpty { heading.reference = line }
      return
    }
    // A line in brackets under the title, whatever it refers to.
    if line.hasPrefix("("), !titles.isEmpty, heading.reference.isEmpty {
      heading.reference = line
      return
    }
    if OfficeWords.appendixStarts.startsAny(key) {
      let (word, title) = splitWord(line)
      if heading.word.isEmpty { heading.word = word }
      titles = title.isEmpty ? [] : [title]
      return
    }
    if !heading.reference.isEmpty { return }
    let isCapital = line == line.uppercased() && line.contains(where: \.isLetter)
    if heading.word.isEmpty, titles.isEmpty, isCapital,
      AgencyWords.builtIn.begins(key), agencyColumn == nil || column == agencyColumn
    {
      // The last of several lines is the agency itself; those above are its parents.
      heading.agency = line
      agencyColumn = column
      return
    }
    if let (label, value) = formLine(line) {
      if heading.agency.isEmpty, label.words.first != "kỳ", label.words.first != "ngày" {
        heading.agency = value
      }
      return
    }
    let isDated =
      key.text.contains("ngày") && key.text.contains("tháng") && key.text.contains("năm")
    if !heading.word.isEmpty || OfficeWords.titleStarts.startsAny(key) || !titles.isEmpty,
      !(isDated && line.contains(","))
    {
      titles.append(line)
    }
  }

  /// «Đơn vị báo cáo: …», «Kỳ báo cáo: …», «Đơn vị tính: …»: a form's line filled in. The value of
  /// a unit of measure and of a person's name is no agency.
  private static func formLine(_ line: String) -> (label: WordKey, value: String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let label = WordKey(line[..<colon])
    let starts = ["đơn vị", "cơ quan", "kỳ", "ngày", "người"].map { WordKey($0) }
    guard label.words.count <= 4, starts.startsAny(label) else { return nil }
    let isAgency = label.words.first == "đơn" || label.words.first == "cơ"
    let value = isAgency && !label.words.contains("tính")
    return (label, value ? line[line.index(after: colon)...].trimmed : "")
  }

  private static func isReference(_ line: String, _ key: WordKey) -> Bool {
    let starts = ["kèm theo", "ban hành kèm theo", "đính kèm", "kèm", "ban hành theo", "theo"]
    return line.hasPrefix("(") && starts.contains { key.starts(with: WordKey($0)) }
      || ["kèm theo", "ban hành kèm theo", "đính kèm"].contains { key.starts(with: WordKey($0)) }
  }

  /// «PHỤ LỤC: DANH MỤC …» → word and title; «Phụ lục II» is all word.
  private static func splitWord(_ line: String) -> (word: String, title: String) {
    for separator in [":", " - ", " – ", "."] as [String] {
      guard let range = line.firstRange(of: separator) else { continue }
      let word = line[..<range.lowerBound].trimmed
      let title = line[range.upperBound...].trimmed
      if WordKey(word).words.count <= 5, !title.isEmpty { return (word, title) }
    }
    let words = line.split(separator: " ")
    var length = min(2, words.count)
    if words.count > 2,
      RowNumber(cell: String(words[2])) != nil
        || words[2].first?.isNumber == true
    {
      length = 3
    }
    return (
      words[..<length].joined(separator: " "), words[length...].joined(separator: " ")
    )
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
