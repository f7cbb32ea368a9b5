/// Sizes of columns as they are on paper.
///
/// The file counts a column's width in digits of the workbook's own font, which is the first
/// style's.
extension Sheet {
  /// Pixels, 96 to the inch, that a digit of the workbook's own font takes.
  package var digitWidth: Double {
    let font = styles.first
    // Digits take half of the size in Times New Roman and hardly more in Calibri.
    let share = font?.fontName == "Arial" ? 0.556 : 0.507
    return max(4, ((font?.fontSize ?? 11) / 0.75 * share).rounded())
  }

  /// The width of a column, hidden or not, in pixels; Excel's own where nothing is said.
  package func pixels(ofColumn column: Int) -> Double {
    guard let units = columnWidths[column] ?? defaultColumnWidth else { return 64 }
    return (units * digitWidth).rounded()
  }

  /// The width of a column in millimetres, to the step in which workbooks are written: a seventh
  /// of a digit of eight pixels.
  package func millimetres(ofColumn column: Int) -> Double {
    let sevenths = max(12, (pixels(ofColumn: column) / 8 * 7).rounded())
    return (sevenths / 7 * 8).rounded() / 96 * 25.4
  }
}
