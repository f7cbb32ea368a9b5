import CellGrid
import Findings

/// Turns the rows and cells that a parser hears into packed cells. Both parsers feed it, so that
/// what a cell means is decided in one place.
struct SheetBuilder {
  /// Where a cell or row number could not be understood.
  static let noPlace = -2

  let context: ReadContext
  let name: String
  let formats: [NumberFormat]
  let sharedCount: Int
  /// How many cells the store may hold before the file has too many.
  private var cellLimit: Int
  private(set) var store = CellStore()
  var hiddenRows: Set<Int> = []
  var rowHeights: [Int: Double] = [:]
  var fixedRows: Set<Int> = []
  private(set) var ownRuns: [CellAddress: [TextRun]] = [:]
  private(set) var failure: ReadFailure?
  /// Row of the cell to come; `noPlace` in a row whose number makes no sense.
  private(set) var row = -1
  /// Column of the last cell.
  private(set) var column = -1
  private var lastRow = -1
  private var blankCount = 0
  private var runCount = 0

  init(name: String, styles: Styles, texts: TextTable, uses1904: Bool, context: ReadContext) {
    self.name = name
    self.context = context
    formats = styles.formats
    sharedCount = texts.count
    store.sharedTexts = texts
    cellLimit = context.cellsLeft
    store.uses1904 = uses1904
  }

  /// A row begins. `number` is its index from zero, nil where the file leaves it out.
  @inline(__always)
  mutating func startRow(_ number: Int?) {
    row = number ?? lastRow &+ 1
    column = -1
    if row < 0 || row >= CellAddress.rowLimit {
      oddRow()
    } else {
      lastRow = row
    }
  }

  @inline(never)
  private mutating func oddRow() {
    row = Self.noPlace
    context.note(
      "row-place", .error, sheet: name, vi: "một hàng có số hàng không hợp lệ trong tệp.",
      en: "a row has an impossible row number in the file.")
  }

  /// The place of a cell: what its reference says, else the next one in its row.
  /// False where there is no such place.
  @inline(__always)
  mutating func place(row reference: Int?, column referenceColumn: Int) -> Bool {
    if let reference {
      if reference < 0 { return noPlace() }
      row = reference
      column = referenceColumn
      return true
    }
    column &+= 1
    if row < 0 || column >= CellAddress.columnLimit { return noPlace() }
    return true
  }

  @inline(never)
  private func noPlace() -> Bool {
    context.note(
      "cell-place", .error, sheet: name,
      vi: "một ô có địa chỉ không hợp lệ hoặc nằm ngoài giới hạn của Excel nên bị bỏ qua.",
      en: "a cell has an impossible address, or one beyond Excel's limits, and is left out.")
    return false
  }

  /// Makes room for about so many cells.
  mutating func reserve(_ count: Int) { store.reserve(min(count, cellLimit)) }

  /// Whether a row may begin here without complaint.
  @inline(__always)
  func canStartRow(_ number: Int?) -> Bool {
    number.map { $0 >= 0 && $0 < CellAddress.rowLimit } ?? (lastRow &+ 1 < CellAddress.rowLimit)
  }

  /// Whether a cell may be placed here without complaint.
  @inline(__always)
  func canPlace(_ reference: Int?) -> Bool {
    reference != nil || (row >= 0 && column &+ 1 < CellAddress.columnLimit)
  }

  /// Whether a style's index stands for a style.
  @inline(__always)
  func knows(style index: Int) -> Bool { index < formats.count || formats.isEmpty }

  /// The style of a cell whose index is known to be good.
  @inline(__always)
  func knownStyle(_ index: Int?) -> Int? { formats.isEmpty ? nil : index ?? 0 }

  /// Where the sheet stands, to come back to.
  struct Mark {
    fileprivate var cells: Int
    fileprivate var arena: Int
    fileprivate var lastRow: Int
    fileprivate var blankCount: Int
  }

  /// Remembers where the sheet stands before a row.
  @inline(__always)
  func mark() -> Mark {
    Mark(
      cells: store.cells.count, arena: store.arena.count, lastRow: lastRow, blankCount: blankCount)
  }

  /// Forgets what came since a mark.
  mutating func rewind(to mark: Mark) {
    store.removeLast(to: mark.cells, arena: mark.arena)
    lastRow = mark.lastRow
    blankCount = mark.blankCount
    failure = nil
  }

  /// Keeps the letters of a text as they stand in markup; nil where a reference is unknown.
  @inline(__always)
  mutating func keepText(
    _ bytes: Span<UInt8>, _ start: Int, _ end: Int, isPlain: Bool
  ) -> UInt64? {
    if isPlain { return keep(bytes, from: start, to: end) }
    let offset = store.arena.count
    let isKnown = store.withArena { arena in
      guard Entities.decode(bytes, start, end, into: &arena) else { return false }
      EscapedText.decode(&arena, from: offset)
      return true
    }
    guard isKnown else { return nil }
    return PackedCell.stretch(offset: offset, length: store.arena.count - offset)
  }

  /// A row's height and whether it is hidden.
  mutating func describeRow(isHidden: Bool, height: Double?, isFixed: Bool) {
    guard row >= 0 else { return }
    if isHidden { hiddenRows.insert(row) }
    if let height, height >= 0 {
      rowHeights[row] = height
      if isFixed { fixedRows.insert(row) }
    }
  }

  /// The style of a cell: the one it names, else the first.
  @inline(__always)
  mutating func style(_ index: Int?) -> Int? {
    guard let index else { return formats.isEmpty ? nil : 0 }
    if index >= 0, index < formats.count { return index }
    return oddStyle()
  }

  @inline(never)
  private func oddStyle() -> Int? {
    if !formats.isEmpty {
      context.note(
        "style-index", .note, sheet: name, cell: here,
        vi: "ô trỏ tới một kiểu không có trong tệp.",
        en: "the cell names a style that is not in the file.")
    }
    return nil
  }

  private var here: CellAddress? {
    row >= 0 && column >= 0 ? CellAddress(row: row, column: column) : nil
  }

  @inline(__always)
  private mutating func add(_ kind: PackedCell.Kind, _ payload: UInt64, _ style: Int?) {
    if store.cells.count >= cellLimit {
      failure = context.tooManyCells
      return
    }
    store.append(PackedCell(row: row, column: column, style: style, kind: kind, payload: payload))
  }

  /// A cell without content: kept for its style only.
  @inline(__always)
  mutating func addBlank(_ style: Int?) {
    guard let style, style > 0, blankCount < context.limits.blankCells else { return }
    blankCount += 1
    add(.blank, 0, style)
  }

  /// A cell with a number.
  @inline(__always)
  mutating func addNumber(_ number: Double, _ style: Int?) {
    var kind = PackedCell.Kind.number
    if let style, style < formats.count, formats[style] != .number {
      kind = formats[style] == .date ? .date : .duration
      if kind == .date, !isDate(number) { kind = .number }
    }
    add(kind, number.bitPattern, style)
  }

  /// Whether a number can be shown as a date: not a negative one in the 1900 system, nor one after
  /// the year 9999.
  private func isDate(_ number: Double) -> Bool {
    store.uses1904
      ? number > -695_055 && number < 2_957_004 : number >= 0 && number < 2_958_466
  }

  /// A cell with a shared text.
  @inline(__always)
  mutating func addShared(_ index: Int, _ style: Int?) {
    guard index >= 0, index < sharedCount else {
      addOddIndex(style)
      return
    }
    add(.sharedText, UInt64(truncatingIfNeeded: index), style)
  }

  @inline(never)
  private mutating func addOddIndex(_ style: Int?) {
    context.note(
      "text-index", .error, sheet: name, cell: here,
      vi: "ô trỏ tới một chuỗi không có trong tệp; nội dung ô đã mất, hãy hỏi lại nơi gửi.",
      en: "the cell names a text that is not in the file; its content is lost, ask the sender.")
    add(.error, store.keep("#REF!".utf8), style)
  }

  /// A cell with a text of its own that is in the arena already; an empty one counts as blank.
  @inline(__always)
  mutating func addText(_ payload: UInt64, _ style: Int?, runs: [TextRun]? = nil) {
    if payload & 0xFFFF_FFFF == 0 {
      addBlank(style)
      return
    }
    add(.ownText, payload, style)
    if let runs, let here, runCount + runs.count <= context.limits.runs {
      runCount += runs.count
      ownRuns[here] = runs
    }
  }

  /// Keeps the letters of a text, with Excel's escapes undone.
  @inline(__always)
  mutating func keep(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> UInt64 {
    store.keepUnescaping(bytes, from: start, to: end)
  }

  /// Keeps letters whose escapes are undone already.
  mutating func keepPlain(_ bytes: Span<UInt8>) -> UInt64 {
    store.keep(bytes, from: 0, to: bytes.count)
  }

  /// A cell whose value is written in `<v>`: the bytes from `start` to `end`, entities undone.
  mutating func addValue(
    _ type: CellType, _ bytes: Span<UInt8>, from start: Int, to end: Int, _ style: Int?
  ) {
    switch type {
    case .text, .inlineText:
      addText(keep(bytes, from: start, to: end), style)
      return
    default: break
    }
    var first = start
    var last = end
    while first < last, bytes[first] <= 0x20 { first += 1 }
    while first < last, bytes[last - 1] <= 0x20 { last -= 1 }
    guard first < last else {
      addBlank(style)
      return
    }
    switch type {
    case .number, .unknown:
      if let number = DecimalNumber.parse(bytes, from: first, to: last) {
        addNumber(number, style)
      } else {
        addUnreadable(bytes, from: start, to: end, style)
      }
    case .sharedText:
      addShared(Self.index(bytes, from: first, to: last), style)
    case .boolean:
      let word = Self.word(bytes, from: first, to: last)
      switch word {
      case "1", "true", "TRUE": add(.boolean, 1, style)
      case "0", "false", "FALSE": add(.boolean, 0, style)
      default: addUnreadable(bytes, from: start, to: end, style)
      }
    case .error:
      add(.error, store.keep(bytes, from: first, to: last), style)
    default:
      let word = Self.word(bytes, from: first, to: last)
      if let moment = ISODateText.serial(word, uses1904: store.uses1904) {
        add(moment.isDuration ? .duration : .date, moment.serial.bitPattern, style)
      } else {
        addText(keep(bytes, from: start, to: end), style)
      }
    }
  }

  /// A value that is not what its type says: kept as text, and told.
  @inline(never)
  private mutating func addUnreadable(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, _ style: Int?
  ) {
    context.note(
      "value-unreadable", .warning, sheet: name, cell: here,
      vi: "giá trị trong ô không đúng kiểu nên được giữ nguyên dưới dạng chữ.",
      en: "the cell's value is not of its type and is kept as text.")
    addText(keep(bytes, from: start, to: end), style)
  }

  private static func word(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> String {
    bytes.extracting(start..<min(end, start + 64)).withUnsafeBufferPointer {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The index that digits spell; negative where they don't.
  static func index(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var value = 0
    for position in start..<end {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit <= 9 else { return -1 }
      value = min(value &* 10 &+ Int(digit), 1 << 40)
    }
    return value
  }

  /// Whether the cells so far are worth handing over, and came in order.
  var isWorthDraining: Bool {
    (store.cells.count >= 8192 || store.arena.count >= 1 << 20) && store.cameInOrder
  }

  /// Hands over the cells so far and forgets them.
  mutating func drain(_ body: (CellStore) -> Bool) -> Bool {
    let goesOn = body(store)
    cellLimit -= store.cells.count
    store.removeAll()
    return goesOn
  }

  /// Brings the cells into order.
  mutating func finish() { store.finish() }
}
