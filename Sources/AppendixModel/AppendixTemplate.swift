/// A kind of appendix as data: what its columns mean and are called, how they merge, which
/// sections and statuses it knows, how it is laid out and told in sentences.
///
/// Written in YAML; see `templates/` for the built-in ones. Every rule that an office may want
/// otherwise is here and not in code.
package struct AppendixTemplate: Codable, Sendable {
  package var schema: String
  /// Short stable name, such as `ke-hoach-cchc`.
  package var id: String
  /// For people.
  package var name: String
  /// What an item is called in titles and sentences; by default «nhiệm vụ».
  package var itemName: String?
  package var columns: [Column]
  package var sections: Sections
  package var statuses: [StatusClass]
  package var layout: Layout
  /// Mustache texts by name.
  package var sentences: [String: String]
  /// Headings of columns that forms often add and that no role here claims; they are kept as
  /// extra columns and never mistaken for one of the roles.
  package var otherHeadings: [String]?

  package struct Column: Codable, Sendable {
    package var role: ColumnRole
    /// The header in the output.
    package var header: String
    /// Headers that stand over this one and its neighbours of the same group, outermost first.
    package var groups: [String]?
    /// Spellings by which the column is recognised, best first; any case, any tone placement.
    package var headings: [String]
    /// Spellings that mean this role only if the contents agree («Kết quả», «Tiến độ»).
    package var ambiguousHeadings: [String]?
    /// Headings of columns that hold a part of the value each.
    package var parts: Parts?
    /// What the cells hold, by which an ambiguous or unknown heading is settled.
    package var contents: ContentKind?
    package var merge: MergeRule
    /// Share of the table's width.
    package var width: Double
    package var align: Alignment?
    /// In the output even if no input has it.
    package var isRequired: Bool?
    /// Not in the output (an internal column).
    package var isOmitted: Bool?
  }

  /// Headings under which forms split one value over two columns: the first and the last day of
  /// a period, the agency's office.
  package struct Parts: Codable, Sendable {
    package var from: [String]?
    package var to: [String]?
    package var office: [String]?
  }

  /// What kind of values a column holds.
  package enum ContentKind: String, Codable, Sendable, CaseIterable {
    /// Running numbers.
    case ordinal
    /// Sentences.
    case text
    /// Names of agencies and offices.
    case agency
    /// Deadlines: quarters, months, years, dates, «Thường xuyên».
    case period
    /// Texts that a status class knows.
    case status
    /// Kinds of documents and products: «Kế hoạch», «Báo cáo».
    case document
    /// A number and symbol of a document: `13/2025/QĐ-UBND`.
    case reference
    case date
    case number
    /// n/m.
    case ratio
    case percent
  }

  package enum MergeRule: String, Codable, Sendable, CaseIterable {
    /// Numbered anew over the whole appendix.
    case runningNumber = "running-number"
    /// Numbered anew in each section.
    case sectionNumber = "section-number"
    /// One wording, by a stated preference; the others are kept as sources.
    case identity
    /// Agencies united, in order, each once.
    case union
    /// The common value; differing values listed on lines of their own.
    case sameOrList = "same-or-list"
    /// Differing values listed on lines of their own and no conflict: codes, references.
    case list
    case earliest
    case latest
    /// «Sở TT&TT: …; Sở KH&CN: …» where they differ.
    case byAgency = "by-agency"
    case sum
    /// n/m: counts added, the percent worked out anew.
    case ratio
    case first
    /// The least advanced status of the sources.
    case leastAdvanced = "least-advanced"
  }

  package enum Alignment: String, Codable, Sendable, CaseIterable {
    case left, center, right, justify
  }

  package struct Sections: Codable, Sendable {
    /// Known sections with their spellings, in their usual order; unknown ones are kept as found.
    package var known: [KnownSection]
    /// Words that titles open with and that say nothing: «Cải cách thể chế» is «Thể chế».
    package var openers: [String]

    package init(known: [KnownSection] = [], openers: [String] = []) {
      self.known = known
      self.openers = openers
    }
  }

  package struct KnownSection: Codable, Sendable {
    package var code: String
    package var name: String
    package var variants: [String]

    package init(code: String, name: String, variants: [String]) {
      self.code = code
      self.name = name
      self.variants = variants
    }
  }

  /// A status and the texts that mean it. Classes are tried in the order written, and the first
  /// with a matching pattern wins, so that «chưa …» must stand before «hoàn thành …».
  ///
  /// A pattern is compared with the text's words (``WordKey``: lower case, one tone placement, no
  /// punctuation). `…` stands for any words or none, so that `chưa …` begins with, `… quá hạn`
  /// ends with and `… chờ …` contains; a pattern without `…` is the whole text. `<100%` stands for
  /// one word that is a percentage below a hundred. The pattern `` is the blank text.
  package struct StatusClass: Codable, Sendable {
    package var id: String
    /// For people: «Hoàn thành».
    package var name: String
    /// Whether it counts as done.
    package var isDone: Bool
    /// How far along, for `least-advanced`: higher is further.
    package var rank: Int
    /// Which texts mean it; see above.
    package var patterns: [String]
    /// For forms with dates: which outcome of deadline and day of completion is this class.
    package var dates: DateOutcome?
    /// RRGGBB for charts and colours.
    package var color: String?
  }

  /// What a deadline, a day of completion and the report date come to.
  package enum DateOutcome: String, Codable, Sendable, CaseIterable {
    case doneOnTime = "done-on-time"
    case doneLate = "done-late"
    /// Not done, and the deadline has not passed.
    case inTime = "in-time"
    case overdue
  }

  package struct Layout: Codable, Sendable, Hashable {
    /// Whether a form's own look is kept, rather than fitted to the contents.
    package var keepsForm: Bool { widths == .exact }

    package enum Orientation: String, Codable, Sendable, CaseIterable {
      case portrait, landscape, auto
    }
    package var orientation: Orientation
    package var font: String
    /// In points.
    package var fontSize: Double
    /// `Phụ lục`
    package var word: String
    package var title: String
    package var reference: String
    /// In millimetres: top, bottom, left, right.
    package var margins: Margins
    /// What the columns' widths mean; by default shares of the page.
    package var widths: Widths?
    /// By default A4.
    package var paper: Paper?
    /// How rows of sections look; by default bold, their title over the columns that follow it.
    package var section: SectionLook?
    /// How the items' numbers are written; by default with a dot.
    package var numbers: NumberStyle?
  }

  package enum Widths: String, Codable, Sendable, CaseIterable {
    /// Shares of the page, fitted to the contents.
    case shares
    /// Millimetres, kept as they are, with all columns: a form must look as it always did.
    case exact
  }

  package enum Paper: String, Codable, Sendable, CaseIterable {
    case a3 = "A3"
    case a4 = "A4"
    case a5 = "A5"
    case letter = "Letter"
    case legal = "Legal"

    /// Upright, in millimetres.
    package var size: (width: Double, height: Double) {
      switch self {
      case .a3: (297, 420)
      case .a4: (210, 297)
      case .a5: (148, 210)
      case .letter: (215.9, 279.4)
      case .legal: (215.9, 355.6)
      }
    }

    /// OOXML's code.
    package var code: Int {
      switch self {
      case .a3: 8
      case .a4: 9
      case .a5: 11
      case .letter: 1
      case .legal: 5
      }
    }
  }

  package enum NumberStyle: String, Codable, Sendable, CaseIterable {
    /// `1.`
    case dotted
    /// `1`
    case plain
  }

  package struct SectionLook: Codable, Sendable, Hashable {
    /// Which cells of the row are one.
    package enum Span: String, Codable, Sendable, CaseIterable {
      /// Number and title in one cell over the whole table.
      case table
      /// The title over the task's column and those after it.
      case task
      /// No cells are joined.
      case none
    }
    package var isBold: Bool
    package var isItalic: Bool
    package var align: Alignment
    package var span: Span

    package init(
      isBold: Bool = true, isItalic: Bool = false, align: Alignment = .left, span: Span = .task
    ) {
      self.isBold = isBold
      self.isItalic = isItalic
      self.align = align
      self.span = span
    }
  }

  package struct Margins: Codable, Sendable, Hashable {
    package var top: Double
    package var bottom: Double
    package var left: Double
    package var right: Double
  }

  /// What an item is called: «nhiệm vụ», «chỉ tiêu», «văn bản».
  package var itemWord: String { itemName ?? "nhiệm vụ" }

  package func column(_ role: ColumnRole) -> Column? { columns.first { $0.role == role } }
}
