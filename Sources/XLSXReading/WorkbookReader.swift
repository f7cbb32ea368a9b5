import CellGrid
import Findings

/// Reads a workbook sheet by sheet: everything that sheets share is read at the start.
struct WorkbookReader: ~Copyable {
  /// A worksheet that the workbook lists.
  struct Listed {
    var name: String
    var state: Sheet.State
    /// Its place among all sheets of the workbook, chart sheets included.
    var position: Int
    var part: String
  }

  private var package: WorkbookPackage
  private let context: ReadContext
  private let workbook: WorkbookSink
  private let styles: Styles
  private let texts: TextTable
  private let longestText: Int
  let listed: [Listed]
  /// Every sheet that the workbook lists, chart sheets included.
  var listing: [Workbook.Listing] {
    workbook.sheets.enumerated().map { position, sheet in
      Workbook.Listing(
        name: sheet.name, state: sheet.state,
        sheet: listed.firstIndex { $0.position == position })
    }
  }

  /// Number of worksheets.
  var count: Int { listed.count }
  /// What was found so far.
  var findings: [Finding] { context.allFindings() }

  /// Opens a workbook and reads what its sheets share.
  static func open(
    _ memory: FileMemory, name: String, limits: ReadLimits, way: ReadWay
  ) throws(ReadFailure) -> WorkbookReader {
    let context = ReadContext(file: name, limits: limits, way: way)
    // A short look tells an archive; only what is none gets a longer one.
    if FileKind.sniff(memory.head(8)) != nil, let kind = FileKind.sniff(memory.head(4096)) {
      throw context.failure(reason(kind, memory))
    }
    var package = try WorkbookPackage(memory, context: context)
    try package.archive.checkCount()
    let part = try workbookPart(&package, context)
    guard let workbook = try package.hear(part, { WorkbookSink() }) else {
      throw context.failure(.partMissing(part))
    }
    let relationships = try package.relationships(of: part) ?? []
    let styles = try readStyles(&package, relationships, context)
    let texts = try readTexts(&package, relationships, context)
    let listed = try list(workbook, relationships, context)
    return WorkbookReader(
      package: package, context: context, workbook: workbook, styles: styles, texts: texts,
      longestText: (0..<texts.count).reduce(0) { max($0, texts.stretch($1).count) },
      listed: listed)
  }

  private static func reason(_ kind: FileKind, _ memory: FileMemory) -> ReadFailure.Reason {
    guard kind == .otherCompound else {
      if memory.bytes.isEmpty { return .empty }
      return .wrongKind(kind)
    }
    return CompoundFile.kind(Array(memory.bytes)).map { .wrongKind($0) } ?? .encrypted
  }

  /// The workbook's own part: by the package's relationships, else where it usually lies.
  private static func workbookPart(
    _ package: inout WorkbookPackage, _ context: ReadContext
  ) throws(ReadFailure) -> String {
    let roots = try package.relationships(of: "") ?? []
    if let root = roots.first(where: { $0.kind == "officeDocument" }) {
      let target = root.target
      if try package.entry(of: target) != nil {
        if target.hasSuffix(".bin") { throw context.failure(.wrongKind(.binaryExcel)) }
        if target.hasPrefix("word/") { throw context.failure(.wrongKind(.word)) }
        if target.hasPrefix("ppt/") { throw context.failure(.wrongKind(.powerPoint)) }
        return target
      }
    }
    if try package.entry(of: "xl/workbook.xml") != nil { return "xl/workbook.xml" }
    throw context.failure(try package.kindWithoutWorkbook())
  }

  private static func readStyles(
    _ package: inout WorkbookPackage, _ relationships: [Relationship], _ context: ReadContext
  ) throws(ReadFailure) -> Styles {
    guard let part = relationships.first(where: { $0.kind == "styles" })?.target else {
      return Styles()
    }
    let sink = try package.hear(part) { StylesSink(context: context) }
    if sink == nil { noteMissing(part, context) }
    return sink?.styles ?? Styles()
  }

  private static func readTexts(
    _ package: inout WorkbookPackage, _ relationships: [Relationship], _ context: ReadContext
  ) throws(ReadFailure) -> TextTable {
    guard let part = relationships.first(where: { $0.kind == "sharedStrings" })?.target else {
      return TextTable()
    }
    let sink = SharedTextsSink(context: context)
    if try !package.scan(part, sink) { noteMissing(part, context) }
    return sink.table
  }

  private static func noteMissing(_ part: String, _ context: ReadContext) {
    context.note(
      "part-missing", .warning, vi: "tệp thiếu phần «\(part)».",
      en: "the file lacks its part '\(part)'.")
  }

  /// The worksheets in the workbook's order; chart, dialog and macro sheets have no table.
  private static func list(
    _ workbook: WorkbookSink, _ relationships: [Relationship], _ context: ReadContext
  ) throws(ReadFailure) -> [Listed] {
    guard workbook.sheets.count <= context.limits.sheets else {
      throw context.failure(
        .tooMuch(
          Message(vi: "số trang tính", en: "a number of sheets"), limit: context.limits.sheets))
    }
    var byID: [String: Relationship] = [:]
    for relationship in relationships where byID[relationship.id] == nil {
      byID[relationship.id] = relationship
    }
    var listed: [Listed] = []
    for (position, sheet) in workbook.sheets.enumerated() {
      let relationship = byID[sheet.relationship]
      if let relationship, relationship.kind != "worksheet" { continue }
      listed.append(
        Listed(
          name: sheet.name, state: sheet.state, position: position,
          part: relationship?.target ?? ""))
    }
    return listed
  }

  /// Reads one worksheet.
  mutating func sheet(_ index: Int) throws(ReadFailure) -> Sheet {
    try readSheet(index, drainingTo: nil)
  }

  /// Reads one worksheet, handing over its cells piece by piece, each piece in order; what is
  /// returned has no cells. A body that returns false stops the reading.
  mutating func streamSheet(
    _ index: Int, _ body: @escaping (CellStore) -> Bool
  ) throws(ReadFailure) -> Sheet {
    try readSheet(index, drainingTo: body)
  }

  private func drain(_ sink: SheetSink, to body: @escaping (CellStore) -> Bool) {
    var longText = 0
    sink.drain = { [context, texts, longestText] store in
      // Texts that many cells share are counted as often as they are shown.
      if store.cells.count * longestText > 1 << 16 {
        for cell in store.cells where cell.kind == .sharedText {
          longText += texts.stretch(Int(truncatingIfNeeded: cell.payload)).count
        }
        do throws(ReadFailure) {
          try context.countText(longText)
        } catch {
          sink.failure = error
          return false
        }
        longText = 0
      }
      return body(store)
    }
  }

  private mutating func readSheet(
    _ index: Int, drainingTo body: ((CellStore) -> Bool)?
  ) throws(ReadFailure) -> Sheet {
    let listing = listed[index]
    let builder = SheetBuilder(
      name: listing.name, styles: styles, texts: texts, uses1904: workbook.uses1904,
      context: context)
    let sink = SheetSink(builder: builder, context: context)
    if let body { drain(sink, to: body) }
    guard try package.scan(listing.part, sink) else {
      context.note(
        "sheet-missing", .error, sheet: listing.name,
        vi: "trang tính có tên trong tệp nhưng nội dung bị mất; hãy hỏi lại nơi gửi.",
        en: "the sheet is listed in the file but its content is lost; ask the sender.")
      return Sheet(name: listing.name, state: listing.state)
    }
    if sink.drain != nil {
      sink.builder.finish()
      let last = sink.drain
      sink.drain = nil
      if let last, !sink.isDone { _ = sink.builder.drain(last) }
      if let failure = sink.failure { throw failure }
    }
    return try finish(sink, listing)
  }

  private mutating func finish(
    _ sink: SheetSink, _ listing: Listed
  ) throws(ReadFailure) -> Sheet {
    sink.builder.finish()
    let store = sink.builder.store
    try context.countCells(store.cells.count)
    try countText(store)
    var sheet = Sheet(
      name: listing.name, state: listing.state, store: store, runs: sink.builder.ownRuns)
    sheet.styles = styles.cellStyles
    sheet.merges = sink.merges
    sheet.hiddenRows = sink.builder.hiddenRows
    sheet.rowHeights = sink.builder.rowHeights
    sheet.fixedRows = sink.builder.fixedRows
    sheet.defaultColumnWidth = sink.layout.defaultColumnWidth
    sheet.defaultRowHeight = sink.layout.defaultRowHeight
    sheet.hiddenColumns = sink.layout.hiddenColumns
    sheet.columnWidths = sink.layout.columnWidths
    sheet.filter = sink.layout.filter
    sheet.pageSetup = sink.layout.pageSetup()
    sheet.hasPageSetup = sink.layout.hasSetup
    workbook.apply(to: &sheet.pageSetup, sheet: listing.position)
    for (address, runs) in try comments(of: listing) {
      sheet.comments[address] = runs.map(\.text).joined()
      if runs.contains(where: { $0.fontName != nil }) { sheet.commentRuns[address] = runs }
    }
    return sheet
  }

  /// A long text that many cells share would fill the memory of whoever unfolds it.
  private func countText(_ store: CellStore) throws(ReadFailure) {
    guard store.cells.count * longestText > 1 << 24 else { return }
    var bytes = 0
    for cell in store.cells where cell.kind == .sharedText {
      bytes += texts.stretch(Int(truncatingIfNeeded: cell.payload)).count
    }
    try context.countText(bytes)
  }

  /// The notes of a sheet. A damaged list of notes is told, and never a reason to refuse a file.
  private mutating func comments(
    of listing: Listed
  ) throws(ReadFailure) -> [CellAddress: [TextRun]] {
    guard package.has(PartName.relationships(of: listing.part)) else { return [:] }
    let relationships = try package.relationships(of: listing.part) ?? []
    guard let part = relationships.first(where: { $0.kind == "comments" })?.target else {
      return [:]
    }
    // What was heard before the damage is kept, as it is told.
    var sink = CommentsSink(context: context)
    do throws(ReadFailure) {
      _ = try package.hear(part) {
        sink = CommentsSink(context: context)
        return sink
      }
    } catch {
      guard case .damagedPart = error.reason else { throw error }
      context.note(
        "comments-damaged", .warning, sheet: listing.name,
        vi: "phần ghi chú của trang tính bị hỏng nên không đọc hết được.",
        en: "the notes of the sheet are damaged and could not all be read.")
    }
    return sink.comments
  }
}
