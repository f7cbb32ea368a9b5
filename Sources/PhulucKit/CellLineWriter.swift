import CellGrid

/// Writes cells as JSON Lines into a buffer of bytes, without a detour by `String`.
struct CellLineWriter {
  /// What was written and not yet taken.
  private(set) var buffer: [UInt8] = []
  /// `{"sheet":"PL",` with the file before it where several are read.
  private var head: [UInt8] = []

  init() { buffer.reserveCapacity(1 << 17) }

  /// Empties the buffer into a closure.
  mutating func take<E: Error>(_ body: ([UInt8]) throws(E) -> Void) throws(E) {
    if buffer.isEmpty { return }
    try body(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// The lines that follow belong to a sheet.
  mutating func begin(sheet: String, file: String?) {
    let old = buffer
    buffer.removeAll(keepingCapacity: true)
    add("{")
    if let file {
      add("\"file\":")
      addString(file)
      add(",")
    }
    add("\"sheet\":")
    addString(sheet)
    add(",")
    head = buffer
    buffer = old
  }

  /// One cell; nothing for a blank one.
  mutating func add(_ cell: PackedCell, of store: CellStore) {
    let raw = Double(bitPattern: cell.payload)
    switch cell.kind {
    case .blank: return
    case .number:
      open(cell, "n")
      addNumber(raw)
    case .date, .duration:
      let text =
        cell.kind == .duration
        ? Self.duration(raw) : Self.moment(raw, uses1904: store.uses1904)
      if let text {
        open(cell, "d")
        addString(text)
      } else {
        open(cell, "n")
        addNumber(raw)
      }
    case .boolean:
      open(cell, "b")
      add(cell.payload != 0 ? "true" : "false")
    case .error:
      open(cell, "e")
      addText(store.arena.span, PackedCell.stretch(of: cell.payload))
    case .sharedText:
      let stretch = store.sharedTexts.stretch(Int(truncatingIfNeeded: cell.payload))
      if stretch.isEmpty { return }
      open(cell, "s")
      addText(store.sharedTexts.bytes.span, stretch)
    case .ownText:
      open(cell, "s")
      addText(store.arena.span, PackedCell.stretch(of: cell.payload))
    }
    add("}\n")
  }

  /// The line of a sheet, after its cells.
  mutating func addSheet(state: Sheet.State, merges: [CellRange]) {
    buffer.append(contentsOf: head)
    add("\"merged\":[")
    var isFirst = true
    for merge in merges {
      if !isFirst { add(",") }
      isFirst = false
      add("\"\(merge)\"")
    }
    add("],\"state\":\"\(state.rawValue)\"}\n")
  }

  private mutating func open(_ cell: PackedCell, _ type: StaticString) {
    buffer.append(contentsOf: head)
    add("\"ref\":\"")
    addAddress(cell)
    add("\",\"type\":\"")
    add(type)
    add("\",\"value\":")
  }

  private mutating func addAddress(_ cell: PackedCell) {
    let column = cell.column
    if column >= 702 { buffer.append(UInt8(truncatingIfNeeded: 65 + (column - 702) / 676)) }
    if column >= 26 { buffer.append(UInt8(truncatingIfNeeded: 65 + (column / 26 - 1) % 26)) }
    buffer.append(UInt8(truncatingIfNeeded: 65 + column % 26))
    addInteger(cell.row + 1)
  }

  private mutating func addInteger(_ number: Int) {
    var rest = number.magnitude
    if number < 0 { buffer.append(UInt8(ascii: "-")) }
    let start = buffer.count
    repeat {
      buffer.append(UInt8(truncatingIfNeeded: rest % 10) + UInt8(ascii: "0"))
      rest /= 10
    } while rest > 0
    buffer[start...].reverse()
  }

  /// The shortest digits that give the same double back.
  private mutating func addNumber(_ number: Double) {
    if abs(number) < 1e15, let whole = Int(exactly: number) {
      addInteger(whole)
    } else {
      buffer.append(contentsOf: number.description.utf8)
    }
  }

  private mutating func add(_ text: StaticString) {
    buffer.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func add(_ text: String) { buffer.append(contentsOf: text.utf8) }

  private mutating func addString(_ text: String) {
    let bytes = Array(text.utf8)
    addText(bytes.span, 0..<bytes.count)
  }

  /// A JSON string; what JSON can't hold is escaped, all else stays as it is.
  private mutating func addText(_ bytes: Span<UInt8>, _ stretch: Range<Int>) {
    buffer.append(UInt8(ascii: "\""))
    var start = stretch.lowerBound
    for index in stretch {
      let byte = bytes[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F
      else { continue }
      append(bytes, start..<index)
      start = index + 1
      addEscaped(byte)
    }
    append(bytes, start..<stretch.upperBound)
    buffer.append(UInt8(ascii: "\""))
  }

  private mutating func append(_ bytes: Span<UInt8>, _ stretch: Range<Int>) {
    bytes.extracting(stretch).withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
  }

  private mutating func addEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): add("\\\"")
    case UInt8(ascii: "\\"): add("\\\\")
    case 10: add("\\n")
    case 13: add("\\r")
    case 9: add("\\t")
    default:
      let digits = Array("0123456789abcdef".utf8)
      add("\\u00")
      buffer.append(digits[Int(byte >> 4)])
      buffer.append(digits[Int(byte & 15)])
    }
  }

  /// `2025-03-31`, `2025-03-31T08:30:00`, or `08:30:00` for a time without a day.
  static func moment(_ raw: Double, uses1904: Bool) -> String? {
    guard let date = SerialDate(serial: raw, uses1904: uses1904),
      let day = CalendarDate(daysSince1970: date.days)
    else { return nil }
    let isTimeOnly = raw >= 0 && raw < 1 && date.milliseconds > 0
    if date.milliseconds == 0, raw != 0 { return "\(day)" }
    let second = date.milliseconds / 1000
    var clock =
      "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
    if date.milliseconds % 1000 != 0 { clock += ".\(padded(date.milliseconds % 1000, 3))" }
    return isTimeOnly || raw == 0 ? clock : "\(day)T\(clock)"
  }

  /// `PT95505S`: a stretch of time that may run beyond a day.
  static func duration(_ raw: Double) -> String? {
    guard abs(raw) < 1e9 else { return nil }
    let milliseconds = Int((raw * 86_400_000).rounded())
    let rest = Int(milliseconds.magnitude % 1000)
    let fraction = rest == 0 ? "" : ".\(padded(rest, 3))"
    return "\(milliseconds < 0 ? "-" : "")PT\(milliseconds.magnitude / 1000)\(fraction)S"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
