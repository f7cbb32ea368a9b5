import CellGrid

/// Reads the workbook part: the sheets in their order, the epoch, print titles and areas.
final class WorkbookSink: XMLSink {
  struct Listed {
    var name: String
    var state: Sheet.State
    var relationship: String
  }

  struct DefinedName {
    var name: String
    var sheet: Int
    var formula: String
  }

  private(set) var sheets: [Listed] = []
  private(set) var uses1904 = false
  private(set) var names: [DefinedName] = []
  private var pending: DefinedName?
  private var textBytes: [UInt8] = []
  private var inSheets = false

  override func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "workbookPr": uses1904 = attributes.flag("date1904") ?? uses1904
    case "sheets": inSheets = true
    case "sheet" where inSheets && sheets.count <= 10_000:
      sheets.append(
        Listed(
          name: attributes["name"] ?? "",
          state: attributes["state"].flatMap { Sheet.State(rawValue: $0) } ?? .visible,
          relationship: attributes.relationship("id") ?? ""))
    case "definedName":
      textBytes.removeAll(keepingCapacity: true)
      if let word = attributes["name"], let sheet = attributes.integer("localSheetId"),
        names.count < 10_000, word == "_xlnm.Print_Titles" || word == "_xlnm.Print_Area"
      {
        pending = DefinedName(name: word, sheet: sheet, formula: "")
      }
    default: break
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if pending != nil, textBytes.count < 10_000 { textBytes.append(contentsOf: bytes) }
  }

  override func end(_ name: String) {
    if name == "sheets" { inSheets = false }
    guard name == "definedName", var found = pending else { return }
    found.formula = String(decoding: textBytes, as: UTF8.self)
    names.append(found)
    pending = nil
  }

  /// Puts what the names of a sheet say into its page set-up.
  func apply(to setup: inout PageSetup, sheet: Int) {
    for name in names where name.sheet == sheet {
      // «'Phụ lục'!$A$1:$B$2,'Phụ lục'!$1:$2»: the part after the last «!» of each.
      for piece in name.formula.split(separator: ",") {
        let place = piece.split(separator: "!").last ?? ""
        if name.name == "_xlnm.Print_Area" {
          setup.printArea = setup.printArea ?? CellRange(place)
        } else {
          let ends = place.filter { $0 != "$" }.split(separator: ":").map { Int($0) }
          if ends.count == 2, let first = ends[0], let last = ends[1], first >= 1, first <= last,
            last <= CellAddress.rowLimit
          {
            setup.repeatedRows = first - 1...last - 1
          }
        }
      }
    }
  }
}
