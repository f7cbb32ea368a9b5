import AppendixModel
import CellGrid
import Findings

/// Where pages end, and what stands on both sides of the break.
extension AppendixCheck {
  /// Rows that belong together and should stay on one page.
  private struct Block {
    var rows: ClosedRange<Int>
    var column: Int
  }

  mutating func pages(
    _ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>, _ printed: PrintedSheet
  ) {
    let blocks = blocks(rows, columns, printed)
    let manual = printed.sheet.pageSetup.breaksAfterRows.filter {
      $0 >= rows.lowerBound && $0 < rows.upperBound
    }
    var told: Set<Int> = []
    for end in manual {
      if let block = blocks.first(where: { $0.rows.contains(end) && $0.rows.contains(end + 1) }),
        told.insert(block.rows.lowerBound).inserted
      {
        add(torn: block, after: end, isSet: true)
      }
      headingAlone(end, columns)
    }
    let room = printed.bodyHeight / printed.scale(ofColumns: columns)
    for block in blocks where block.rows.count == 1 {
      let height = printed.height(ofRow: block.rows.lowerBound)
      guard height > room * 1.02 else { continue }
      findings.append(
        Finding(
          "row-too-tall", .warning, at: place(block.rows.lowerBound, block.column),
          vi: "dòng cao hơn cả trang giấy nên khi in bị cắt sang trang sau; "
            + "hãy nới rộng cột hoặc tách nội dung thành nhiều dòng.",
          en: "the row is taller than the page and is cut when printed; widen the column or part "
            + "the text over rows."))
    }
    for end in automaticEnds(rows, printed, room: room) {
      guard
        let block = blocks.first(where: { $0.rows.contains(end) && $0.rows.contains(end + 1) }),
        // Where pages end is an estimate: one that may fall just outside is not told.
        told.insert(block.rows.lowerBound).inserted,
        block.rows.reduce(0, { $0 + printed.height(ofRow: $1) }) <= room
      else { continue }
      add(torn: block, after: end, isSet: false)
    }
  }

  /// Rows of items, and of merged cells that one text goes over.
  private func blocks(
    _ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>, _ printed: PrintedSheet
  ) -> [Block] {
    let task = appendix.columns.first { $0.role == .task }?.column ?? columns.lowerBound
    var blocks = appendix.items.map { item in
      Block(rows: item.origin.row...max(item.origin.row, item.origin.lastRow), column: task)
    }
    for merge in printed.sheet.merges
    where merge.last.row > merge.first.row && rows.contains(merge.first.row)
      && columns.contains(merge.first.column) && !printed.sheet[merge.first].isBlank
    {
      blocks.append(Block(rows: merge.first.row...merge.last.row, column: merge.first.column))
    }
    return blocks.sorted { ($0.rows.lowerBound, $0.column) < ($1.rows.lowerBound, $1.column) }
  }

  /// The last row of each page, as far as heights tell.
  private func automaticEnds(
    _ rows: ClosedRange<Int>, _ printed: PrintedSheet, room: Double
  ) -> [Int] {
    let setup = printed.sheet.pageSetup
    let first = setup.printArea?.first.row ?? 0
    guard printed.sheet.hasPageSetup, first <= rows.upperBound, setup.fitsHeight == nil,
      rows.count <= 50_000
    else { return [] }
    let repeated = setup.repeatedRows.map { $0.reduce(0) { $0 + printed.height(ofRow: $1) } } ?? 0
    let manual = printed.isFitted ? [] : Set(setup.breaksAfterRows)
    var ends: [Int] = []
    var used = 0.0
    for row in first...rows.upperBound {
      let height = printed.height(ofRow: row)
      if manual.contains(row - 1) {
        used = repeated
      } else if used + height > room, used > repeated {
        ends.append(row - 1)
        used = repeated
      }
      used += height
    }
    return ends
  }

  private func place(_ row: Int, _ column: Int) -> Location {
    Location(
      file: appendix.file, sheet: appendix.sheet, cell: CellAddress(row: row, column: column))
  }

  private mutating func add(torn block: Block, after end: Int, isSet: Bool) {
    let first = block.rows.lowerBound + 1
    let last = block.rows.upperBound + 1
    let fix =
      block.column == appendix.columns.first { $0.role == .task }?.column
      ? "hãy chuyển ngắt trang lên trước dòng \(first)"
      : "hãy chuyển ngắt trang lên trước dòng \(first), hoặc bỏ gộp ô"
    findings.append(
      Finding(
        "row-torn", isSet ? .warning : .note, at: place(block.rows.lowerBound, block.column),
        vi: isSet
          ? "ngắt trang sau dòng \(end + 1) cắt đôi nội dung ở các dòng \(first)–\(last); \(fix)."
          : "khi in, trang có thể hết ở dòng \(end + 1), giữa nội dung ở các dòng "
            + "\(first)–\(last); hãy xem bản in thử, nếu bị cắt thì \(fix.dropFirst(4)).",
        en: isSet
          ? "the page break after row \(end + 1) cuts what stands in rows \(first)–\(last); put it "
            + "before row \(first)."
          : "the page may end at row \(end + 1), amid what stands in rows \(first)–\(last); look at "
            + "the print preview and put a break before row \(first)."))
  }

  /// A section's heading at the foot of a page, its first item on the next.
  private mutating func headingAlone(_ end: Int, _ columns: ClosedRange<Int>) {
    guard
      let section = appendix.sections.first(where: { $0.origin?.lastRow == end }),
      let origin = section.origin
    else { return }
    findings.append(
      Finding(
        "heading-alone", .note, at: place(origin.row, columns.lowerBound),
        vi: "tên lĩnh vực nằm cuối trang, nhiệm vụ của nó sang trang sau; "
          + "hãy chuyển ngắt trang lên trước dòng \(origin.row + 1).",
        en: "the section's name stands at the foot of a page and its items on the next; put the "
          + "break before row \(origin.row + 1)."))
  }
}
