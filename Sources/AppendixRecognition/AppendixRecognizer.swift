package import AppendixModel
package import CellGrid
import Findings

/// Finds the tables in a workbook and reads them as appendices.
///
/// Each sheet is looked through for header rows; each header is given to every template, and the
/// one that fits best reads the rows below it. What is not understood goes to the appendix's list
/// of rows not taken, so that every row of the sheet is accounted for.
package struct AppendixRecognizer: Sendable {
  private let assigners: [ColumnAssigner]
  private let overrides: RecognitionOverrides?

  /// - Parameters:
  ///   - templates: the kinds to look for; the first wins where two fit alike.
  ///   - overrides: what a person decided; it overrules what would be recognised.
  package init(templates: [AppendixTemplate], overrides: RecognitionOverrides? = nil) {
    assigners = templates.map { ColumnAssigner($0) }
    self.overrides = overrides
  }

  /// The appendices of a workbook's sheets.
  package func recognise(_ sheets: [Sheet], input: InputID, file: String) -> Recognition {
    var recognition = Recognition()
    for sheet in sheets {
      if let wanted = overrides?.sheet, wanted != sheet.name { continue }
      read(sheet, input, file, &recognition)
    }
    if let wanted = overrides?.sheet, !sheets.contains(where: { $0.name == wanted }) {
      let names = sheets.map(\.name).joined(separator: ", ")
      recognition.findings.append(
        Finding(
          "sheet-missing", .error, at: Location(file: file),
          vi: "không có trang tính «\(wanted)»; hãy chọn một trong: \(names).",
          en: "there is no sheet “\(wanted)”; choose one of: \(names)."))
    }
    return recognition
  }

  private func read(
    _ sheet: Sheet, _ input: InputID, _ file: String, _ recognition: inout Recognition
  ) {
    let grid = TextGrid(sheet)
    guard !grid.rowIndexes.isEmpty else {
      recognition.sheetsWithoutTable.append(
        SheetWithoutTable(
          name: sheet.name, reason: Message(vi: "trang tính trống", en: "the sheet is empty")))
      return
    }
    recognition.findings += encodings(grid, file)
    let finder = HeaderFinder(assigners: assigners, grid: grid)
    let bands = overrides?.headerRows == nil ? SheetBands.columns(finder) : nil
    let first = recognition.appendices.count
    if let bands {
      for band in bands where !grid.keeping(band).rowIndexes.isEmpty {
        let part = grid.keeping(band)
        read(
          tables(HeaderFinder(assigners: assigners, grid: part), part), part, input, file,
          &recognition)
      }
    } else {
      read(tables(finder, grid), grid, input, file, &recognition)
    }
    if recognition.appendices.count == first {
      recognition.sheetsWithoutTable.append(withoutTable(sheet.name, finder))
    } else if sheet.state != .visible {
      recognition.findings.append(
        Finding(
          "hidden-sheet", .note, at: Location(file: file, sheet: sheet.name),
          vi: "trang tính đang ẩn cũng được đọc; nếu không muốn, hãy xóa trang này hoặc chọn trang "
            + "cần đọc.",
          en: "the hidden sheet was read too; delete it, or name the sheet to read, if that is not "
            + "wanted."))
    }
  }

  /// Reads the tables of a sheet, or of a band of its columns.
  private func read(
    _ tables: [HeaderFinder.Found], _ grid: TextGrid, _ input: InputID, _ file: String,
    _ recognition: inout Recognition
  ) {
    let lastRow = grid.rowIndexes.last ?? 0
    var floor = 0
    for (index, found) in tables.enumerated() {
      let header = found.assignment.block.rows
      let end =
        index + 1 < tables.count ? tables[index + 1].assignment.block.rows.lowerBound : lastRow + 1
      guard var shape = TableShape(found.assignment) else { continue }
      shape.addUnheaded(grid, body: (header.upperBound + 1)..<max(header.upperBound + 1, end))
      let body = BodyReader(
        grid: grid, shape: shape, template: found.template, input: input, file: file,
        region: (header.upperBound + 1)..<max(header.upperBound + 1, end))
      var appendix = Appendix(
        input: input, file: file, sheet: grid.name, templateID: found.template.id)
      appendix.headerRows = Array(header)
      appendix.columns = shape.columns.map { column in
        var column = column
        column.isHidden = grid.hiddenColumns.contains(column.column)
        return column
      }
      appendix.sections = body.sections
      appendix.notTaken = body.notTaken
      appendix.account = body.account
      appendix.account.headers = header.count
      // Rows between two tables were counted below the first one.
      let titleStart = index == 0 ? 0 : floor
      let above = grid.rowIndexes.count { index == 0 && $0 < header.lowerBound }
      appendix.account.outside += above
      if index == 0 { appendix.account.blank += header.lowerBound - above }
      appendix.heading = HeadingReader.heading(
        grid, above: header.lowerBound, from: titleStart, below: body.linesBelow)
      appendix.decoded = grid.decoded
      floor = body.tailStart
      recognition.appendices.append(appendix)
      recognition.findings += body.findings
      recognition.findings += hidden(grid, appendix, header.lowerBound..<end)
    }
  }

  /// The headers of a sheet's tables, top to bottom.
  private func tables(_ finder: HeaderFinder, _ grid: TextGrid) -> [HeaderFinder.Found] {
    if let rows = overrides?.headerRows, let block = HeaderBlock(rows, in: grid) {
      let best = finder.assignments(of: block, forced: overrides?.columns ?? [:])
        .filter(\.assignment.hasTask)
        .max { $0.assignment.score < $1.assignment.score }
      return best.map { [$0] } ?? []
    }
    var tables: [HeaderFinder.Found] = []
    var floor = 0
    for candidate in finder.candidates() where candidate.row >= floor {
      guard tables.isEmpty || candidate.isPlain,
        let found = finder.header(around: candidate.row, floor: floor, forced: overrides),
        isTable(found.assignment, after: tables.last)
      else { continue }
      if let last = tables.last, isRepeated(found, of: last, grid) {
        floor = found.assignment.block.rows.upperBound + 1
        continue
      }
      tables.append(found)
      floor = found.assignment.block.rows.upperBound + 1
    }
    return tables.isEmpty ? finder.headerByContents().map { [$0] } ?? [] : tables
  }

  /// Two or more columns are known, the task among them. Below a table's header, where rows of
  /// data may look like one, most headings must be known to the letter.
  private func isTable(
    _ assignment: ColumnAssigner.Assignment, after last: HeaderFinder.Found?
  ) -> Bool {
    guard assignment.hasTask else { return false }
    if last != nil, assignment.knownShare < 0.6 { return false }
    let taskByHeading = assignment.columns.contains { $0.role == .task && $0.confidence > 0.55 }
    let isEnough = taskByHeading || assignment.knownShare >= 0.6
    return assignment.rolesByHeading >= (isEnough ? 2 : 3)
  }

  /// The same header again, with only rows of the table before it: a page break's.
  private func isRepeated(
    _ found: HeaderFinder.Found, of last: HeaderFinder.Found, _ grid: TextGrid
  ) -> Bool {
    guard let shape = TableShape(last.assignment) else { return false }
    for row in found.assignment.block.rows where !shape.isHeader(grid.rows[row] ?? []) {
      return false
    }
    // A title between the two begins a table of its own.
    let between = last.assignment.block.rows.upperBound + 1..<found.assignment.block.rows.lowerBound
    let start = grid.rowIndexes.partitioningIndex { $0 >= between.lowerBound }
    let end = grid.rowIndexes.partitioningIndex { $0 >= between.upperBound }
    for index in grid.rowIndexes[start..<max(start, end)].reversed().prefix(12) {
      let row = TableRow(index, shape, grid, bodyStart: between.lowerBound)
      if row.number != nil, row.task != nil { return true }
      if BodySurvey.isSignature(row) { return false }
      let isTitle = row.cells.contains { cell in
        OfficeWords.appendixStarts.startsAny(WordKey(cell.text))
          && !Furniture.isContinuation(cell.text)
      }
      if isTitle { return false }
    }
    return true
  }

  private func withoutTable(_ name: String, _ finder: HeaderFinder) -> SheetWithoutTable {
    let near = finder.candidates().prefix(200).lazy
      .compactMap { finder.header(around: $0.row, floor: 0) }
      .first { $0.assignment.rolesByHeading >= 2 && !$0.assignment.hasTask }
    guard let near else {
      return SheetWithoutTable(
        name: name,
        reason: Message(
          vi: "không thấy dòng tiêu đề của bảng nhiệm vụ", en: "no header of a table was found"))
    }
    let row = near.assignment.block.rows.upperBound + 1
    let headers = near.assignment.columns.map(\.header).joined(separator: " | ")
    return SheetWithoutTable(
      name: name,
      reason: Message(
        vi: "dòng \(row) là tiêu đề bảng (\(headers)) nhưng thiếu cột nội dung nhiệm vụ",
        en: "row \(row) is a header (\(headers)) but has no task column"),
      lacksTaskColumn: true)
  }

  /// What was decoded, and what could not be told.
  private func encodings(_ grid: TextGrid, _ file: String) -> [Finding] {
    var findings = grid.decoded.map { decoded in
      Finding(
        "legacy-encoding", .note, at: Location(file: file, sheet: grid.name),
        vi: "\(decoded.cells) ô viết bằng mã \(decoded.encoding) đã được chuyển sang Unicode; "
          + "hãy soát lại vài ô trong kết quả.",
        en:
          "\(decoded.cells) cells in \(decoded.encoding) were decoded to Unicode; look over a few "
          + "of them in the result.")
    }
    if let first = grid.undecided.first {
      let count = grid.undecided.count
      findings.append(
        Finding(
          "encoding-unknown", .warning, at: Location(file: file, sheet: grid.name, cell: first),
          vi: "không rõ \(count) ô viết bằng bảng mã nào nên để nguyên; "
            + "hãy mở tệp, chọn phông Unicode và gõ lại nếu chữ bị sai.",
          en: "the encoding of \(count) cells is unclear and they were left as they are; if they "
            + "look wrong, retype them in a Unicode font."))
    }
    return findings
  }

  /// Hidden rows and columns are read like any other; a person should know.
  private func hidden(_ grid: TextGrid, _ appendix: Appendix, _ rows: Range<Int>) -> [Finding] {
    var findings: [Finding] = []
    let hiddenRows = grid.rowIndexes.filter { rows.contains($0) && grid.hiddenRows.contains($0) }
    if let first = hiddenRows.first {
      findings.append(
        Finding(
          "hidden-rows", .note,
          at: Location(
            file: appendix.file, sheet: grid.name, cell: CellAddress(row: first, column: 0)),
          vi:
            "\(hiddenRows.count) dòng đang ẩn cũng được đọc; nếu không muốn, hãy xóa các dòng đó.",
          en: "\(hiddenRows.count) hidden rows were read too; delete them if that is not wanted."))
    }
    for column in appendix.columns where column.isHidden {
      let letters = CellAddress.columnName(column.column)
      findings.append(
        Finding(
          "hidden-column", .note,
          at: Location(
            file: appendix.file, sheet: grid.name,
            cell: CellAddress(row: rows.lowerBound, column: column.column)),
          vi: "cột \(letters) («\(column.header)») đang ẩn cũng được đọc; "
            + "nếu không muốn, hãy xóa cột đó.",
          en:
            "the hidden column \(letters) (“\(column.header)”) was read too; delete it if that is "
            + "not wanted."))
    }
    return findings
  }
}
