import CXLSXWriter
import CellGrid
import Glibc

extension SheetWriter {
  /// Puts a chart over the sheet; every series stands with its cells on a sheet of the workbook.
  mutating func add(_ chart: Page.Chart, in workbook: inout WorkbookBuilder) {
    let type =
      switch chart.kind {
      case .stackedBar: LXW_CHART_BAR_STACKED
      case .bar: LXW_CHART_BAR
      case .doughnut: LXW_CHART_DOUGHNUT
      }
    guard let object = unsafe workbook_add_chart(workbook.pointer, UInt8(type.rawValue)) else {
      check(LXW_ERROR_MEMORY_MALLOC_FAILED, "chart")
      return
    }
    unsafe withFont(size: 13, isBold: true) { font in
      unsafe chart_title_set_name(object, chart.title)
      unsafe chart_title_set_name_font(object, &font)
    }
    unsafe withFont(size: 10) { font in unsafe chart_legend_set_font(object, &font) }
    unsafe chart_legend_set_position(
      object,
      UInt8(
        (chart.kind == .doughnut ? LXW_CHART_LEGEND_RIGHT : LXW_CHART_LEGEND_BOTTOM).rawValue))
    if chart.kind == .doughnut {
      unsafe chart_set_hole_size(object, 55)
    } else {
      if chart.series.count == 1 {
        unsafe chart_legend_set_position(object, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
      }
      unsafe setAxes(of: object, isStacked: chart.kind == .stackedBar)
      unsafe chart_set_series_gap(object, 60)
    }
    for series in chart.series { unsafe add(series, to: object, kind: chart.kind) }
    var options = unsafe lxw_chart_options()
    // libxlsxwriter takes a chart for 480 × 288 pixels, and columns for 7/8 of their width.
    unsafe options.x_scale = Double(chart.width) / 480 * 7 / 8
    unsafe options.y_scale = Double(chart.height) / 288
    let description = unsafe strdup(chart.title)
    defer { unsafe free(description) }
    unsafe options.description = unsafe description
    check(
      unsafe worksheet_insert_chart_opt(
        sheet, UInt32(chart.place.row), UInt16(chart.place.column), object, &options), "chart")
  }

  private func setAxes(of chart: UnsafeMutablePointer<lxw_chart>, isStacked: Bool) {
    // Bars lie: libxlsxwriter calls the upright axis, which holds the categories, y.
    let categories = unsafe chart_axis_get(chart, LXW_CHART_AXIS_TYPE_Y)
    let values = unsafe chart_axis_get(chart, LXW_CHART_AXIS_TYPE_X)
    // The first row of the table on top, as it is read, and the figures at the foot.
    unsafe chart_axis_set_reverse(categories)
    unsafe chart_axis_set_crossing_max(categories)
    unsafe chart_axis_set_interval_unit(categories, 1)
    unsafe chart_axis_set_num_format(values, "0")
    var line = lxw_chart_line()
    line.color = 0xD9D9D9
    line.width = 0.5
    unsafe chart_axis_major_gridlines_set_line(values, &line)
    unsafe withFont(size: 10) { font in
      unsafe chart_axis_set_num_font(categories, &font)
      unsafe chart_axis_set_num_font(values, &font)
    }
  }

  private func add(
    _ series: Page.Chart.Series, to chart: UnsafeMutablePointer<lxw_chart>,
    kind: Page.Chart.Kind
  ) {
    let added = unsafe chart_add_series(
      chart, "=" + series.categories.absolute(in: series.sheet),
      "=" + series.values.absolute(in: series.sheet))
    guard let added = unsafe added else { return }
    if let name = series.name {
      unsafe chart_series_set_name(
        added, "=" + CellRange(name, name).absolute(in: series.sheet))
    }
    // A dark outline keeps neighbours apart where colours become grey.
    var outline = lxw_chart_line()
    outline.color = 0x404040
    outline.width = 0.75
    if kind == .doughnut {
      unsafe setPoints(of: added, series, outline: outline)
      unsafe chart_series_set_labels(added)
      unsafe withFont(size: 10, isBold: true) { font in
        unsafe chart_series_set_labels_font(added, &font)
      }
      unsafe chart_series_set_labels_num_format(added, "0;;;")
      return
    }
    if var pattern = Self.pattern(of: series, at: 0) {
      unsafe chart_series_set_pattern(added, &pattern)
    } else if let color = series.colors.first.flatMap(rgb) {
      var fill = lxw_chart_fill()
      fill.color = color
      unsafe chart_series_set_fill(added, &fill)
    }
    unsafe chart_series_set_line(added, &outline)
    unsafe chart_series_set_labels(added)
    unsafe chart_series_set_labels_num_format(added, "0;;;")
    let isDark = series.colors.first.map(isDark) ?? false
    unsafe withFont(size: 9, color: isDark ? 0xFFFFFF : 0x000001) { font in
      unsafe chart_series_set_labels_font(added, &font)
    }
  }

  private func setPoints(
    of added: UnsafeMutablePointer<lxw_chart_series>, _ series: Page.Chart.Series,
    outline: lxw_chart_line
  ) {
    var line = outline
    var fills = series.colors.map { color in
      var fill = lxw_chart_fill()
      fill.color = rgb(color) ?? 0xBFBFBF
      return fill
    }
    // A point without a pattern has the type none here.
    var patterns = series.colors.indices.map {
      Self.pattern(of: series, at: $0) ?? lxw_chart_pattern()
    }
    unsafe withUnsafeMutablePointer(to: &line) { line in
      unsafe fills.withUnsafeMutableBufferPointer { fills in
        unsafe patterns.withUnsafeMutableBufferPointer { patterns in
          guard let fill = fills.baseAddress, let pattern = patterns.baseAddress else { return }
          var points = unsafe fills.indices.map { index in
            var point = unsafe lxw_chart_point()
            if unsafe patterns[index].type == LXW_CHART_PATTERN_NONE.rawValue {
              unsafe point.fill = unsafe fill + index
            } else {
              unsafe point.pattern = unsafe pattern + index
            }
            unsafe point.line = unsafe line
            return unsafe point
          }
          unsafe points.withUnsafeMutableBufferPointer { points in
            guard let first = points.baseAddress else { return }
            var list: [UnsafeMutablePointer<lxw_chart_point>?] =
              unsafe points.indices.map { unsafe first + $0 }
            unsafe list.append(nil)
            _ = unsafe chart_series_set_points(added, &list)
          }
        }
      }
    }
  }

  /// The pattern over a series' colour; nil for a plain fill.
  private static func pattern(of series: Page.Chart.Series, at index: Int) -> lxw_chart_pattern? {
    guard series.patterns.indices.contains(index), series.colors.indices.contains(index),
      series.patterns[index] != .none
    else { return nil }
    var pattern = lxw_chart_pattern()
    let type =
      switch series.patterns[index] {
      case .none: LXW_CHART_PATTERN_NONE
      case .upward: LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL
      case .horizontal: LXW_CHART_PATTERN_LIGHT_HORIZONTAL
      case .downward: LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL
      case .vertical: LXW_CHART_PATTERN_LIGHT_VERTICAL
      case .grid: LXW_CHART_PATTERN_LARGE_GRID
      }
    pattern.type = UInt8(type.rawValue)
    pattern.bg_color = rgb(series.colors[index]) ?? 0xBFBFBF
    // LibreOffice gives upright and level lines the wider share: there a dark one would hide all.
    let isLevel = [.horizontal, .vertical].contains(series.patterns[index])
    pattern.fg_color = isDark(series.colors[index]) ? 0xFFFFFF : isLevel ? 0xA6A6A6 : 0x595959
    return pattern
  }

  /// Lends a chart font in Times New Roman; libxlsxwriter copies what it is given.
  private func withFont(
    size: Double, isBold: Bool = false, color: UInt32 = 0, _ body: (inout lxw_chart_font) -> Void
  ) {
    let name = unsafe strdup("Times New Roman")
    defer { unsafe free(name) }
    var font = unsafe lxw_chart_font()
    unsafe font.name = unsafe name
    unsafe font.size = size
    // Bold is on unless it is turned off by name.
    unsafe font.bold = isBold ? UInt8(LXW_TRUE.rawValue) : UInt8(LXW_EXPLICIT_FALSE.rawValue)
    unsafe font.color = color
    unsafe body(&font)
  }
}

/// Whether text on this colour reads better in white.
private func isDark(_ color: String) -> Bool {
  guard let number = UInt32(color, radix: 16) else { return false }
  let (red, green, blue) = (number >> 16 & 255, number >> 8 & 255, number & 255)
  return red * 299 + green * 587 + blue * 114 < 128_000
}
