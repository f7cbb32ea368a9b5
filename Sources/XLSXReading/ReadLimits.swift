/// How much a workbook may ask for before it is refused. All sizes are counted, never believed.
package struct ReadLimits: Sendable, Hashable {
  /// Bytes that all parts of a file together may expand to.
  package var expandedBytes = 256 << 20
  /// Bytes that one part may expand to.
  package var partBytes = 128 << 20
  /// Times its packed size that a part may expand to, once it is larger than ``ratioFreeBytes``.
  package var ratio = 100
  /// Up to here any ratio is fine.
  package var ratioFreeBytes = 8 << 20
  /// Entries of the archive.
  package var entries = 1000
  /// How deep elements may nest.
  package var xmlDepth = 64
  /// Cells of a workbook that hold something.
  package var cells = 5_000_000
  /// Styled cells without content that are kept; further ones are left out.
  package var blankCells = 1_000_000
  /// Merged ranges of a sheet.
  package var merges = 500_000
  /// Texts that cells share.
  package var sharedTexts = 5_000_000
  /// Bytes of text in all cells together, a shared text counted as often as cells show it.
  package var cellTextBytes = 512 << 20
  /// Runs of rich text that are kept; beyond, texts are kept without their fonts.
  package var runs = 500_000
  /// Notes on cells that are kept.
  package var comments = 100_000
  /// Cell formats of a workbook (Excel's own limit is 65,490).
  package var styles = 100_000
  /// Sheets of a workbook.
  package var sheets = 1000
  /// Bytes that the file itself may have.
  package var fileBytes = 512 << 20
  /// Seconds that reading may take.
  package var seconds = 30

  package init() {}
}
