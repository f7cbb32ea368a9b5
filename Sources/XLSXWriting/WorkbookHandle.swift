import CXLSXWriter
import CellGrid

/// A workbook of libxlsxwriter: released when it goes out of scope, or closed once.
@safe struct WorkbookHandle: ~Copyable {
  let pointer: UnsafeMutablePointer<lxw_workbook>

  /// nil where libxlsxwriter has no memory left.
  init?(path: String) {
    guard let handle = unsafe workbook_new(path) else { return nil }
    unsafe pointer = unsafe handle
  }

  deinit { unsafe lxw_workbook_free(pointer) }

  /// Writes the file; the workbook is gone afterwards, whatever comes of it.
  consuming func close() -> lxw_error {
    let handle = unsafe pointer
    discard self
    return unsafe workbook_close(handle)
  }
}

/// A workbook being made, with the formats that its cells share.
@safe struct WorkbookBuilder: ~Copyable {
  private let handle: WorkbookHandle
  private var formats: [FormatKey: UnsafeMutablePointer<lxw_format>] = unsafe [:]

  /// Looks beyond Excel's limits for which the nearest legal one was taken.
  private(set) var changedLooks = 0

  /// The size of the default font, by which column widths are counted: at 12 points the digits of
  /// Times New Roman are 8 pixels wide.
  static let defaultFontSize = 12.0

  /// nil where libxlsxwriter has no memory left.
  init?(path: String) {
    guard let handle = WorkbookHandle(path: path) else { return nil }
    unsafe phuluc_workbook_set_default_font(
      handle.pointer, "Times New Roman", Self.defaultFontSize)
    self.handle = handle
  }

  /// Lent for one call; it goes with the workbook.
  var pointer: UnsafeMutablePointer<lxw_workbook> { unsafe handle.pointer }

  /// Writes the file; the workbook is gone afterwards, whatever comes of it.
  consuming func close() -> lxw_error { handle.close() }

  /// What a format is made from.
  struct FormatKey: Hashable {
    var look: CellLook
    var isStruck = false
    /// A condition's look changes only what it names.
    var isPartial = false
  }

  /// The workbook's format for a look; made once.
  mutating func format(_ key: FormatKey) -> UnsafeMutablePointer<lxw_format>? {
    if let known = unsafe formats[key] { return unsafe known }
    var key = key
    if !key.look.isLegal {
      key.look = key.look.legal
      changedLooks += 1
      return unsafe self.format(key)
    }
    guard let format = unsafe workbook_add_format(pointer) else { return nil }
    unsafe Self.set(key, on: format)
    unsafe formats[key] = unsafe format
    return unsafe format
  }

  private static func set(_ key: FormatKey, on format: UnsafeMutablePointer<lxw_format>) {
    let look = key.look
    if look.isBold { unsafe format_set_bold(format) }
    if look.isItalic { unsafe format_set_italic(format) }
    if look.isUnderlined {
      unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
    if key.isStruck { unsafe format_set_font_strikeout(format) }
    if let color = look.color.flatMap(rgb) { unsafe format_set_font_color(format, color) }
    if let fill = look.fill.flatMap(rgb) {
      if key.isPartial {
        unsafe format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
        unsafe format_set_bg_color(format, fill)
      } else {
        unsafe format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
        unsafe format_set_fg_color(format, fill)
      }
    }
    if let code = look.numberFormat { unsafe format_set_num_format(format, code) }
    guard !key.isPartial else { return }
    unsafe format_set_font_name(format, look.font)
    unsafe format_set_font_size(format, look.size)
    switch look.horizontal {
    case .general: break
    case .left: unsafe format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .center: unsafe format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    case .justify: unsafe format_set_align(format, UInt8(LXW_ALIGN_JUSTIFY.rawValue))
    }
    switch look.vertical {
    case .top: unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .center: unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    case .bottom: unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue))
    }
    if look.wraps { unsafe format_set_text_wrap(format) }
    if look.indent > 0 { unsafe format_set_indent(format, UInt8(min(look.indent, 15))) }
    if look.hasBorder { unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if look.isUnlocked { unsafe format_set_unlocked(format) }
  }
}

/// `RRGGBB` as libxlsxwriter's number; nil for anything else. Its black is not zero, since zero
/// means that no colour is set.
func rgb(_ text: String) -> lxw_color_t? {
  guard text.utf8.count == 6, let number = UInt32(text, radix: 16) else { return nil }
  return number == 0 ? lxw_color_t(LXW_COLOR_BLACK.rawValue) : number
}

extension CellLook {
  /// Whether fonts and number formats are within Excel's limits.
  fileprivate var isLegal: Bool {
    self.size.isFinite && (1...409).contains(self.size) && (1...31).contains(self.font.utf8.count)
      && CellText.writable(self.font) == nil && (self.numberFormat?.utf8.count ?? 0) <= 127
      && self.numberFormat.flatMap(CellText.writable) == nil
  }

  /// The nearest look within the limits.
  fileprivate var legal: CellLook {
    var look = self
    if !(self.size.isFinite && (1...409).contains(self.size)) { look.size = 12 }
    if !(1...31).contains(self.font.utf8.count) || CellText.writable(self.font) != nil {
      look.font = "Times New Roman"
    }
    if (self.numberFormat?.utf8.count ?? 0) > 127
      || self.numberFormat.flatMap(CellText.writable) != nil
    {
      look.numberFormat = nil
    }
    return look
  }
}
