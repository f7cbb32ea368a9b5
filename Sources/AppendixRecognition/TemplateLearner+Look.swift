import AppendixModel
import CellGrid
import Findings

/// How the form looks: its header's levels, alignments, fonts, section rows, page set-up.
extension TemplateLearner {
  // MARK: Columns

  /// What stands over a column, outermost first, its own header last.
  func headerLevels(_ column: RecognisedColumn) -> [String] {
    let levels = column.header.split(separator: " / ").map(String.init)
    guard levels.count > 1, appendix.headerRows.count > 1 else { return [column.header] }
    // «Kết quả / Sản phẩm» may as well be the words of one cell.
    let whole = WordKey(column.header)
    let isOneCell = appendix.headerRows.contains { row in
      sheet.cells(inRow: row).contains { WordKey($0.value.displayText) == whole }
    }
    return isOneCell ? [column.header] : levels
  }

  /// How most cells of the column's items stand.
  func alignment(_ column: Int) -> AppendixTemplate.Alignment {
    var counts: [AppendixTemplate.Alignment: Int] = [:]
    for item in appendix.items.prefix(200) {
      let address = CellAddress(row: item.origin.row, column: column)
      let value = sheet[address]
      guard !value.isBlank else { continue }
      counts[alignment(sheet.style(at: address), value), default: 0] += 1
    }
    return counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .left
  }

  /// Without an alignment of its own, text stands left and a number right.
  private func alignment(_ style: CellStyle?, _ value: CellValue) -> AppendixTemplate.Alignment {
    if let word = style?.horizontalAlignment.flatMap({ AppendixTemplate.Alignment(rawValue: $0) }) {
      return word
    }
    switch value {
    case .number, .date: return style?.horizontalAlignment == "centerContinuous" ? .center : .right
    default: return .left
    }
  }

  // MARK: Page

  func layout(_ doubts: inout [Finding]) -> [String] {
    let setup = sheet.pageSetup
    let (font, size) = commonFont()
    func margin(_ value: Double) -> String {
      CellValue.shortest(max(0, min(200, (value * 10).rounded() / 10)))
    }
    var lines = ["", "layout:"]
    let paper = AppendixTemplate.Paper.allCases.first { $0.code == setup.paper }
    if !sheet.hasPageSetup || paper == nil {
      lines.append("  # CẦN XEM: tệp mẫu không đặt khổ giấy, chiều giấy quen dùng.")
      doubts.append(
        Finding(
          "page-unsure", .note, at: Location(file: appendix.file, sheet: appendix.sheet),
          vi: "tệp mẫu không đặt khổ giấy, chiều giấy; hãy xem lại mục layout của biểu mẫu.",
          en: "the form sets no paper and direction; look at the template's layout."))
    }
    let word = appendix.heading.word
    lines += [
      "  orientation: \(setup.isLandscape ? "landscape" : "portrait")",
      "  paper: \((paper ?? .a4).rawValue)",
      "  font: \(Self.quoted(font))", "  fontSize: \(CellValue.shortest(size))",
      "  word: \(Self.quoted(Self.oneLine(word.isEmpty ? "Phụ lục" : word)))",
      // Titles are printed in capitals.
      "  title: \(Self.quoted(Self.oneLine(appendix.heading.title).uppercased()))",
      "  reference: \(Self.quoted(Self.oneLine(appendix.heading.reference)))",
      "  margins: {top: \(margin(setup.marginTop)), bottom: \(margin(setup.marginBottom)), "
        + "left: \(margin(setup.marginLeft)), right: \(margin(setup.marginRight))}",
      "  # Cột giữ đúng như tệp mẫu: width là milimét; shares: co giãn theo nội dung.",
      "  widths: exact", "  numbers: \(numberStyle.rawValue)",
    ]
    if let look = sectionLook() {
      lines.append(
        "  section: {isBold: \(look.isBold), isItalic: \(look.isItalic), "
          + "align: \(look.align.rawValue), span: \(look.span.rawValue)}")
    }
    return lines
  }

  /// Whether most numbers of items end with a dot.
  private var numberStyle: AppendixTemplate.NumberStyle {
    let numbers = appendix.items.map(\.number).filter { !$0.isEmpty }
    return numbers.count { $0.hasSuffix(".") } * 2 > numbers.count ? .dotted : .plain
  }

  /// The look that most section rows have; nil where there are none.
  private func sectionLook() -> AppendixTemplate.SectionLook? {
    var counts: [AppendixTemplate.SectionLook: Int] = [:]
    for row in appendix.sections.prefix(200).compactMap(\.origin?.row) {
      if let look = sectionLook(inRow: row) { counts[look, default: 0] += 1 }
    }
    func rank(_ look: AppendixTemplate.SectionLook) -> String {
      "\(look.isBold)\(look.isItalic)\(look.align.rawValue)\(look.span.rawValue)"
    }
    return counts.max { ($0.value, rank($1.key)) < ($1.value, rank($0.key)) }?.key
  }

  private func sectionLook(inRow row: Int) -> AppendixTemplate.SectionLook? {
    guard let first = appendix.columns.map(\.column).min(),
      let last = appendix.columns.map(\.column).max()
    else { return nil }
    let cells = sheet.cells(inRow: row).filter {
      (first...last).contains($0.address.column) && !$0.value.isBlank
    }
    // The title is longer than its number.
    guard
      let title = cells.max(by: {
        ($0.value.displayText.count, $1.address.column)
          < ($1.value.displayText.count, $0.address.column)
      })
    else { return nil }
    let style = sheet.style(at: title.address)
    let merge = sheet.merges.first { $0.first == title.address && $0.last.column > $0.first.column }
    let span: AppendixTemplate.SectionLook.Span =
      merge == nil ? .none : title.address.column == first && cells.count == 1 ? .table : .task
    return AppendixTemplate.SectionLook(
      isBold: style?.isBold ?? false, isItalic: style?.isItalic ?? false,
      align: alignment(style, title.value), span: span)
  }

  /// The font that most cells of the table's rows are in.
  private func commonFont() -> (String, Double) {
    var counts: [String: (font: String, size: Double, count: Int)] = [:]
    let rows = appendix.items.prefix(200).map(\.origin.row)
    for row in rows.isEmpty ? appendix.headerRows : rows {
      for cell in sheet.cells(inRow: row) {
        guard let index = cell.style, sheet.styles.indices.contains(index),
          let font = sheet.styles[index].fontName, let size = sheet.styles[index].fontSize
        else { continue }
        counts["\(font)\u{0}\(size)", default: (font, size, 0)].count += 1
      }
    }
    let best = counts.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.value
    // A font of a legacy encoding shows Unicode text wrong.
    let isLegacy = best.map { $0.font.hasPrefix(".") || $0.font.uppercased().hasPrefix("VNI") }
    let font = isLegacy == false ? best?.font : nil
    return (font ?? base.layout.font, max(6, min(72, best?.size ?? base.layout.fontSize)))
  }
}
