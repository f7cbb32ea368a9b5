import AppendixModel
import CellGrid

/// Fonts and alignments of the official appendix.
struct AppendixLooks {
  private let base: CellLook
  private let sectionLook: AppendixTemplate.SectionLook

  init(layout: AppendixTemplate.Layout, size: Double) {
    var look = CellLook()
    look.font = layout.font
    look.size = size
    base = look
    sectionLook = layout.section ?? AppendixTemplate.SectionLook()
  }

  /// «Phụ lục»: size 14, bold, upright, centred.
  var word: CellLook { centred(size: 14, isBold: true) }
  /// The title: capitals, bold, upright, centred.
  var title: CellLook { centred(size: 14, isBold: true) }
  /// «(Kèm theo …)»: italic.
  var reference: CellLook {
    var look = centred(size: 14)
    look.isItalic = true
    return look
  }

  var plain: CellLook { base }

  var header: CellLook {
    var look = centred(size: base.size, isBold: true)
    look.hasBorder = true
    return look
  }

  var section: CellLook {
    var look = base
    look.isBold = sectionLook.isBold
    look.isItalic = sectionLook.isItalic
    look.hasBorder = true
    look.horizontal = PrintedColumn.horizontal(sectionLook.align)
    return look
  }

  var sectionNumber: CellLook {
    var look = section
    look.horizontal = .center
    return look
  }

  /// Which cells of a section's row are one.
  var sectionSpan: AppendixTemplate.SectionLook.Span { sectionLook.span }

  func cell(_ column: PrintedColumn) -> CellLook {
    var look = base
    look.hasBorder = true
    look.horizontal = column.alignment
    return look
  }

  var footnote: CellLook {
    var look = base
    look.size = max(base.size - 1, 10)
    look.horizontal = .left
    look.vertical = .top
    return look
  }

  private func centred(size: Double, isBold: Bool = false) -> CellLook {
    var look = base
    look.size = size
    look.isBold = isBold
    look.horizontal = .center
    return look
  }
}
