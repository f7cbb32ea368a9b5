package import Findings

/// One table of sections and items as it was recognised in a sheet.
package struct Appendix: Sendable {
  package var input: InputID
  package var file: String
  package var sheet: String
  /// The id of the template by which it was recognised.
  package var templateID: String
  package var heading: Heading
  /// Rows of the header, from zero.
  package var headerRows: [Int]
  package var columns: [RecognisedColumn]
  package var sections: [Section]
  /// Rows that could not be understood, each with a reason: nothing is dropped in silence.
  package var notTaken: [RowNotTaken]
  package var account: RowAccount
  /// Which legacy encodings were decoded, and in how many cells.
  package var decoded: [DecodedEncoding]

  package init(input: InputID, file: String, sheet: String, templateID: String) {
    self.input = input
    self.file = file
    self.sheet = sheet
    self.templateID = templateID
    heading = Heading()
    headerRows = []
    columns = []
    sections = []
    notTaken = []
    account = RowAccount()
    decoded = []
  }

  package var items: [Item] { sections.flatMap(\.items) }

  /// Makes the appendix, and every place that it remembers, belong to another input of the run:
  /// two tables of one workbook are two inputs.
  package mutating func place(in input: InputID) {
    self.input = input
    for section in sections.indices {
      sections[section].origin?.input = input
      for item in sections[section].items.indices {
        sections[section].items[item].place(in: input)
      }
    }
    for row in notTaken.indices { notTaken[row].origin.input = input }
  }
}

/// What stands above and below the table.
package struct Heading: Hashable, Sendable {
  /// `Phụ lục`, with its number if any.
  package var word = ""
  package var title = ""
  /// `(Kèm theo …)`.
  package var reference = ""
  /// The office that made the appendix, as the title block names it.
  package var agency = ""
  /// All lines above the table, in order.
  package var linesAbove: [String] = []
  /// Signature block, Nơi nhận, notes below the table.
  package var linesBelow: [String] = []

  package init() {}
}

/// What a column was taken for, and why.
package struct RecognisedColumn: Hashable, Sendable {
  /// From zero.
  package var column: Int
  package var role: ColumnRole
  /// The header as written; levels joined by ` / `.
  package var header: String
  /// 0 to 1.
  package var confidence: Double
  package var reason: Message
  package var isHidden: Bool

  package init(
    column: Int, role: ColumnRole, header: String, confidence: Double, reason: Message,
    isHidden: Bool = false
  ) {
    self.column = column
    self.role = role
    self.header = header
    self.confidence = confidence
    self.reason = reason
    self.isHidden = isHidden
  }
}

/// A row between header and end that is in no item.
package struct RowNotTaken: Hashable, Sendable {
  package var origin: RowOrigin
  /// The row's text, cells joined by ` | `.
  package var text: String
  package var reason: Message
  /// Whether it could be a task all the same; a total and its like are known to be none, and are
  /// in no balance of tasks.
  package var mayBeTask: Bool

  package init(origin: RowOrigin, text: String, reason: Message, mayBeTask: Bool = true) {
    self.origin = origin
    self.text = text
    self.reason = reason
    self.mayBeTask = mayBeTask
  }
}

/// Every row of the sheet's used range is in exactly one of these; they add up to `total`.
package struct RowAccount: Hashable, Sendable {
  /// Rows of items (an item over three rows counts three).
  package var items = 0
  package var parts = 0
  package var sections = 0
  package var headers = 0
  package var repeatedHeaders = 0
  package var blank = 0
  /// Above the header, or below the table's end.
  package var outside = 0
  package var notTaken = 0

  package init() {}

  package var total: Int {
    items + parts + sections + headers + repeatedHeaders + blank + outside + notTaken
  }
}

/// How many cells were decoded from a legacy encoding.
package struct DecodedEncoding: Hashable, Sendable {
  /// `TCVN3`, `VNI` …
  package var encoding: String
  package var cells: Int

  package init(encoding: String, cells: Int) {
    self.encoding = encoding
    self.cells = cells
  }
}
