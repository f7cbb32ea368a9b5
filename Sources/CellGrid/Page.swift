/// A sheet to be written: everything that it shows, and how. The counterpart of ``Sheet``.
package struct Page: Sendable {
  package var name: String
  package var isHidden = false
  package var columns: [Column] = []
  package var rows: [Row] = []
  package var merges: [CellRange] = []
  package var setup = PageSetup()
  /// Rows and columns at the top and left kept in view.
  package var frozenRows = 0
  package var frozenColumns = 0
  package var filter: CellRange?
  package var charts: [Chart] = []
  package var validations: [Validation] = []
  package var conditions: [Condition] = []
  /// Cells are locked unless their look says otherwise; a courtesy, no security.
  package var isProtected = false
  package var tabColor: String?
  package var hidesGridlines = false

  package init(name: String) { self.name = name }

  package struct Column: Hashable, Sendable {
    /// In Excel's unit: digits of the default font.
    package var width: Double
    package var isHidden = false
    package init(width: Double, isHidden: Bool = false) {
      self.width = width
      self.isHidden = isHidden
    }
  }

  package struct Row: Sendable {
    /// In points; nil lets the program choose.
    package var height: Double?
    package var isHidden = false
    /// Cells from column A on.
    package var cells: [Cell]
    package init(_ cells: [Cell], height: Double? = nil, isHidden: Bool = false) {
      self.cells = cells
      self.height = height
      self.isHidden = isHidden
    }
  }

  package struct Cell: Hashable, Sendable {
    package var content: Content
    package var look: CellLook
    /// A link inside the workbook: `'Dữ liệu'!A5`.
    package var link: String?
    /// A note shown when the mouse rests on the cell.
    package var comment: String?
    package init(
      _ content: Content, _ look: CellLook = CellLook(), link: String? = nil,
      comment: String? = nil
    ) {
      self.content = content
      self.look = look
      self.link = link
      self.comment = comment
    }
  }

  package enum Content: Hashable, Sendable {
    case blank
    /// Written as text, whatever it begins with.
    case text(String)
    case number(Double)
    // Rare and large: kept apart, so that all other cells stay small.
    indirect case date(CalendarDate)
    case boolean(Bool)
    /// Text in several looks.
    case rich([Run])
    /// A formula with the result that it must show before any program recalculates.
    indirect case formula(String, cached: Cached)
  }

  package enum Cached: Hashable, Sendable {
    case number(Double)
    case text(String)
  }

  package struct Run: Hashable, Sendable {
    package var text: String
    package var isBold: Bool
    package var isItalic: Bool
    package var isStruck: Bool
    /// RRGGBB; nil for black.
    package var color: String?
    package init(
      _ text: String, isBold: Bool = false, isItalic: Bool = false, isStruck: Bool = false,
      color: String? = nil
    ) {
      self.text = text
      self.isBold = isBold
      self.isItalic = isItalic
      self.isStruck = isStruck
      self.color = color
    }
  }

  package struct Chart: Hashable, Sendable {
    package enum Kind: String, Sendable { case stackedBar, bar, doughnut }
    /// Lines over a colour. Dots are missing: LibreOffice prints them as a plain dark surface.
    package enum Pattern: String, Sendable, CaseIterable {
      case none, upward, downward, grid, horizontal, vertical
    }
    package var kind: Kind
    package var title: String
    /// Top left corner.
    package var place: CellAddress
    /// In pixels.
    package var width: Int
    package var height: Int
    package var series: [Series]

    package struct Series: Hashable, Sendable {
      /// The sheet that holds name, categories and values.
      package var sheet: String
      package var name: CellAddress?
      package var categories: CellRange
      package var values: CellRange
      /// RRGGBB of the series, or of each point of a doughnut.
      package var colors: [String]
      /// What is drawn over each colour, so that they stay apart in grey; may be shorter.
      package var patterns: [Pattern]
      package init(
        sheet: String, name: CellAddress?, categories: CellRange, values: CellRange,
        colors: [String], patterns: [Pattern] = []
      ) {
        self.patterns = patterns
        self.sheet = sheet
        self.name = name
        self.categories = categories
        self.values = values
        self.colors = colors
      }
    }

    package init(
      kind: Kind, title: String, place: CellAddress, width: Int, height: Int, series: [Series]
    ) {
      self.kind = kind
      self.title = title
      self.place = place
      self.width = width
      self.height = height
      self.series = series
    }
  }

  package struct Validation: Hashable, Sendable {
    package enum Rule: Hashable, Sendable {
      /// Choices listed in a range of a sheet.
      case list(sheet: String, range: CellRange)
      case date(from: CalendarDate, to: CalendarDate)
      case wholeNumber(from: Int, to: Int)
      /// Whatever is typed; for the hint alone.
      case anything
    }
    package var range: CellRange
    package var rule: Rule
    package var title: String
    package var hint: String
    package var errorText: String
    package init(
      range: CellRange, rule: Rule, title: String = "", hint: String = "", errorText: String = ""
    ) {
      self.range = range
      self.rule = rule
      self.title = title
      self.hint = hint
      self.errorText = errorText
    }
  }

  /// A look that depends on a cell's value.
  package struct Condition: Hashable, Sendable {
    package enum Rule: Hashable, Sendable {
      case textEquals(String)
      case formula(String)
    }
    package var range: CellRange
    package var rule: Rule
    package var look: CellLook
    package init(range: CellRange, rule: Rule, look: CellLook) {
      self.range = range
      self.rule = rule
      self.look = look
    }
  }
}
