import CellGrid
import Findings

/// What reading needs of a workbook's styles.
struct Styles {
  /// One for each cell format, as later rooms see it.
  var cellStyles: [CellStyle] = []
  /// What each cell format makes of a number.
  var formats: [NumberFormat] = []
}

/// Reads the styles part: fonts, number formats and the cell formats made of them.
final class StylesSink: XMLSink {
  private(set) var styles = Styles()
  private let context: ReadContext
  private var fonts: [CellStyle] = []
  private var codes: [Int: String] = [:]
  private var kinds: [Int: NumberFormat] = [:]
  private enum Place { case fonts, formats, cellFormats }
  private var place: Place?
  private var inFont = false
  private var font = CellStyle()

  init(context: ReadContext) { self.context = context }

  override func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "fonts": place = .fonts
    case "numFmts": place = .formats
    case "cellXfs": place = .cellFormats
    case "font" where place == .fonts:
      inFont = true
      font = CellStyle()
    case "numFmt" where place == .formats && codes.count < context.limits.styles:
      if let id = attributes.integer("numFmtId"), let code = attributes["formatCode"] {
        codes[id] = code
        kinds[id] = NumberFormat(code: code)
      }
    case "xf" where place == .cellFormats: startFormat(attributes)
    case "alignment" where place == .cellFormats: align(attributes)
    case "protection" where place == .cellFormats:
      if let last = styles.cellStyles.indices.last {
        styles.cellStyles[last].isLocked = attributes.flag("locked") ?? true
      }
    default: if inFont { startInFont(name, attributes) }
    }
  }

  private func startInFont(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "name": font.fontName = attributes["val"]
    case "sz": font.fontSize = attributes.number("val")
    case "b": font.isBold = attributes.flag("val") ?? true
    case "i": font.isItalic = attributes.flag("val") ?? true
    default: break
    }
  }

  private func startFormat(_ attributes: XMLAttributes) {
    guard styles.cellStyles.count < context.limits.styles else {
      failure = context.failure(
        .tooMuch(
          Message(vi: "số kiểu ô", en: "a number of cell formats"), limit: context.limits.styles))
      return
    }
    let id = attributes.integer("numFmtId") ?? 0
    let fontIndex = attributes.integer("fontId") ?? 0
    var style = fonts.indices.contains(fontIndex) ? fonts[fontIndex] : CellStyle()
    style.numberFormat = codes[id] ?? NumberFormat.builtInCode(id)
    styles.cellStyles.append(style)
    styles.formats.append(kinds[id] ?? NumberFormat(builtIn: id))
  }

  private func align(_ attributes: XMLAttributes) {
    guard let last = styles.cellStyles.indices.last else { return }
    styles.cellStyles[last].horizontalAlignment = attributes["horizontal"]
    styles.cellStyles[last].verticalAlignment = attributes["vertical"]
    styles.cellStyles[last].wrapsText = attributes.flag("wrapText") ?? false
    let indent = attributes.integer("indent") ?? 0
    styles.cellStyles[last].indent = min(max(indent, 0), 250)
  }

  override func end(_ name: String) {
    switch name {
    case "fonts", "numFmts", "cellXfs": place = nil
    case "font" where inFont:
      inFont = false
      if fonts.count < context.limits.styles { fonts.append(font) }
    default: break
    }
  }
}
