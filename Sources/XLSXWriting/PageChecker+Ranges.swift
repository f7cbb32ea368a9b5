import CellGrid
import Findings

/// Ranges: merges, filter, validations, conditions.
extension PageChecker {
  mutating func checkRanges(_ index: Int) {
    checkMerges(index)
    let names = Set(pages.map(\.name))
    let page = pages[index]
    if let filter = page.filter, !isInSheet(filter) { change(index) { $0.filter = nil } }
    if let area = page.setup.printArea, !isInSheet(area) {
      change(index) { $0.setup.printArea = nil }
    }
    let validations = page.validations.compactMap { validation in
      checked(validation, page: index, names: names)
    }
    if validations != page.validations { change(index) { $0.validations = validations } }
    let conditions = page.conditions.filter { condition in
      guard isInSheet(condition.range) else { return false }
      switch condition.rule {
      case .textEquals(let text): return text.utf16.count <= 255 && CellText.writable(text) == nil
      case .formula(let text): return text.utf16.count <= CellChecker.formulaLimit
      }
    }
    if conditions.count != page.conditions.count {
      change(index) { $0.conditions = conditions }
      report(
        "condition-left-out", .note, index, nil,
        vi: "có định dạng theo điều kiện vượt giới hạn của Excel, đã bỏ qua",
        en: "a conditional format is beyond Excel's limits and was left out")
    }
    let charts = page.charts.filter { chart in
      !chart.series.isEmpty
        && chart.series.allSatisfy {
          names.contains($0.sheet) && isInSheet($0.values) && isInSheet($0.categories)
        }
    }
    if charts.count != page.charts.count {
      change(index) { $0.charts = charts }
      report(
        "chart-left-out", .warning, index, nil,
        vi: "có biểu đồ không có dữ liệu, đã bỏ qua",
        en: "a chart without data was left out")
    }
  }

  func isInSheet(_ range: CellRange) -> Bool {
    range.first.row >= 0 && range.first.column >= 0 && range.last.row < CellAddress.rowLimit
      && range.last.column < CellAddress.columnLimit
  }

  /// Merges that overlap an earlier one, or are one cell or none, are left out.
  private mutating func checkMerges(_ index: Int) {
    let merges = pages[index].merges
    guard !merges.isEmpty else { return }
    var kept: [CellRange] = []
    // Merges that are still open at the row that is looked at, in row order.
    var order = merges.indices.sorted { merges[$0].first < merges[$1].first }
    order.removeAll { merges[$0].first == merges[$0].last || !isInSheet(merges[$0]) }
    var open: [CellRange] = []
    var leftOut: [CellRange] = []
    for place in order {
      let merge = merges[place]
      open.removeAll { $0.last.row < merge.first.row }
      if open.contains(where: { $0.overlaps(merge) }) {
        leftOut.append(merge)
      } else {
        open.append(merge)
        kept.append(merge)
      }
    }
    if kept != merges { change(index) { $0.merges = kept } }
    for merge in leftOut {
      report(
        "merge-left-out", .warning, index, merge.first,
        vi: "vùng gộp \(merge) chồng lên vùng gộp khác, đã bỏ qua",
        en: "the merge \(merge) overlaps another one and was left out")
    }
  }

  private mutating func checked(
    _ validation: Page.Validation, page: Int, names: Set<String>
  ) -> Page.Validation? {
    var result = validation
    var isPossible = isInSheet(validation.range)
    switch validation.rule {
    case .list(let sheet, let range):
      isPossible = isPossible && names.contains(sheet) && isInSheet(range)
    case .date(let from, let to): isPossible = isPossible && from <= to && from.year >= 1900
    case .wholeNumber(let from, let to): isPossible = isPossible && from <= to
    case .anything: break
    }
    guard isPossible else {
      report(
        "validation-left-out", .warning, page, validation.range.first,
        vi: "quy tắc nhập liệu ở \(validation.range) không dùng được trong Excel, đã bỏ qua",
        en: "the validation of \(validation.range) can't be used in Excel and was left out")
      return nil
    }
    result.title = Self.plain(validation.title, limit: 32)
    result.hint = Self.plain(validation.hint, limit: 255)
    result.errorText = Self.plain(validation.errorText, limit: 255)
    if result != validation {
      report(
        "hint-cut", .note, page, validation.range.first,
        vi: "lời nhắc nhập liệu dài quá giới hạn của Excel, đã cắt bớt",
        en: "an input hint is longer than Excel allows and was cut")
    }
    return result
  }
}
