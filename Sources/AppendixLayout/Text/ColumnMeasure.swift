/// Conversions between millimetres, points and Excel's unit of width, for a workbook whose default
/// font is Times New Roman 12: its digits are 8 pixels wide.
enum ColumnMeasure {
  /// Excel's unit for a column of so many millimetres.
  static func units(millimetres: Double) -> Double { (millimetres / 25.4 * 96 - 5) / 8 }

  /// A little less room than there is, since screens round letters up.
  private static let roomUsed = 0.985

  /// Room for text in a column of so many millimetres, in points: without the margins that both
  /// programs leave at its sides.
  static func textWidth(millimetres: Double) -> Double {
    max(1, (millimetres / 25.4 * 72 - 4.5) * roomUsed)
  }

  /// The narrowest column whose text has so much room, in millimetres.
  static func millimetres(textWidth: Double) -> Double {
    (textWidth / roomUsed + 4.5) / 72 * 25.4
  }

  /// The tallest row that Excel takes, in points.
  static let tallestRow = 409.0
}
