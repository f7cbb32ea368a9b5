import AppendixModel
import CellGrid
import Consolidation
import Findings

/// The sheets that hold one pair a row.
extension ReviewBook {
  func pairPage(
    _ kind: ReviewLayout.SheetKind, _ pairs: [Pair], title: String, lines: [String]
  ) -> Page {
    typealias Column = ReviewLayout.PairColumn
    let columns = Column.allCases.map {
      TableSheet.Column($0.header, width(of: $0), isHidden: $0.isHidden)
    }
    var sheet = TableSheet(
      name: kind.name, title: "\(title): \(pairs.count)",
      lines: pairs.isEmpty ? [Self.nothing(kind)] : lines, columns: columns)
    for (index, pair) in pairs.enumerated() {
      let marked = WordDifference.marked(pair.left.text, pair.right.text)
      sheet.add(
        Column.allCases.map { cell(of: pair, index: index, column: $0, marked: marked) })
    }
    return sheet.finished { page in
      page.frozenColumns = 1
      // So many columns need A3 to be read on paper.
      page.setup.paper = 8
      guard let body = sheet.body(column: Column.decision.rawValue) else { return }
      if kind == .pairs { Self.countOpen(pairs, in: body, of: &page) }
      page.validations.append(
        dropDown(
          body, column: 0, count: ReviewLayout.Choice.allCases.count,
          hint: "Gộp: hai dòng là một nhiệm vụ. Không gộp: là hai nhiệm vụ. Chưa rõ: để lại. "
            + "Gộp nhiều: một dòng bên này là nhiều dòng bên kia."))
      for (choice, fill) in [
        (ReviewLayout.Choice.merge, "C6E0B4"), (.mergeSeveral, "A9D08E"), (.keep, "F8CBAD"),
        (.undecided, "D9D9D9"),
      ] {
        var look = CellLook()
        look.fill = fill
        page.conditions.append(
          Page.Condition(range: body, rule: .textEquals(choice.rawValue), look: look))
      }
      page.tabColor = kind == .pairs && !pairs.isEmpty ? "C00000" : nil
    }
  }

  /// What an empty list means, and what comes next.
  private static func nothing(_ kind: ReviewLayout.SheetKind) -> String {
    switch kind {
    case .pairs:
      "Không có cặp nào cần quyết định: phụ lục dùng được ngay. Nên xem qua trang "
        + "«\(ReviewLayout.SheetKind.conflicts.name)» và «\(ReviewLayout.SheetKind.merged.name)»."
    case .merged: "Không có nhiệm vụ nào được gộp: không tệp nào có nhiệm vụ trùng với tệp khác."
    default: "Không có cặp nào gần giống mà giữ riêng."
    }
  }

  /// A count in the title that falls as decisions are made.
  private static func countOpen(_ pairs: [Pair], in body: CellRange, of page: inout Page) {
    let settled = ReviewLayout.Choice.allCases.filter { $0 != .undecided }
    let counts = settled.map { "COUNTIF(\(body),\"\($0.rawValue)\")" }.joined(separator: "-")
    let open = pairs.count { !$0.isReviewed }
    let (before, after) = ("CẶP NHIỆM VỤ CẦN QUYẾT ĐỊNH: \(pairs.count), CÒN ", " CHƯA QUYẾT ĐỊNH")
    page.rows[0].cells[0].content = .formula(
      "\"\(before)\"&(\(pairs.count)-\(counts))&\"\(after)\"",
      cached: .text("\(before)\(open)\(after)"))
  }

  private func width(of column: ReviewLayout.PairColumn) -> Double {
    switch column {
    case .ordinal: 11
    case .left, .right: 72
    case .decision: 25
    case .note: 34
    case .proposal: 19
    case .score: 14
    case .reasons: 66
    case .comparison: 70
    case .items: 20
    case .leftSource, .rightSource: 40
    case .key: 24
    }
  }

  private func cell(
    of pair: Pair, index: Int, column: ReviewLayout.PairColumn,
    marked: (left: [Page.Run], right: [Page.Run])
  ) -> Page.Cell {
    switch column {
    case .ordinal: .number(Double(index + 1))
    case .left: Page.Cell(Self.content(marked.left), TableSheet.cell)
    case .right: Page.Cell(Self.content(marked.right), TableSheet.cell)
    case .decision:
      .text(ReviewLayout.initialChoice(of: pair)?.rawValue ?? "", TableSheet.input)
    case .note: .text(pair.note, Self.noteLook)
    case .proposal: .text(proposal(of: pair), TableSheet.centered)
    case .score: Page.Cell(.number((pair.evidence.score * 10).rounded() / 10), Self.scoreLook)
    case .reasons: .text(Self.text(of: pair.evidence))
    case .comparison: Page.Cell(Self.content(comparison(of: pair)), TableSheet.cell)
    case .items: .text(numbers(of: pair), TableSheet.centered)
    case .leftSource: .text(place(of: pair.left.origin))
    case .rightSource: .text(place(of: pair.right.origin))
    case .key: .text(pair.key)
    }
  }

  /// What the engine would do; and what a person decided before a row changed.
  private func proposal(of pair: Pair) -> String {
    let name = ReviewLayout.name(of: pair.proposal).vietnamese
    guard let former = pair.formerDecision else { return name }
    return "\(name)\n(trước đây: \(former.rawValue); nội dung đã đổi)"
  }

  private static func content(_ runs: [Page.Run]) -> Page.Content {
    runs.isEmpty ? .blank : .rich(runs)
  }

  /// Where the two rows stand in the appendix: `12`, or `5 và 8` while they stand apart.
  private func numbers(of pair: Pair) -> String {
    let numbers = [pair.left, pair.right].compactMap { numberOfRow[$0.origin] }
    guard let first = numbers.first else { return "" }
    return numbers.allSatisfy { $0 == first }
      ? String(first) : numbers.map(String.init).joined(separator: " và ")
  }

  /// What the rows say besides their task, a line a column; what differs is bold.
  private func comparison(of pair: Pair) -> [Page.Run] {
    var runs: [Page.Run] = []
    func add(_ label: String, _ left: String, _ right: String, isSame: Bool = false) {
      guard !left.isEmpty || !right.isEmpty else { return }
      let start = runs.isEmpty ? "" : "\n"
      guard left != right, !isSame else {
        runs.append(Page.Run("\(start)\(label): \(left)"))
        return
      }
      runs.append(Page.Run("\(start)\(label): "))
      runs.append(Page.Run(left.isEmpty ? "–" : left, isBold: true, color: "C00000"))
      runs.append(Page.Run(" ↔ "))
      runs.append(Page.Run(right.isEmpty ? "–" : right, isBold: true, color: "1F4E9E"))
    }
    add("Lĩnh vực", pair.leftSection, pair.rightSection)
    for column in template.columns where column.role != .task && column.isOmitted != true {
      guard column.merge != .runningNumber, column.merge != .sectionNumber else { continue }
      let role = column.role
      add(
        column.header, pair.left[role], pair.right[role],
        isSame: ValueKey.areSame(pair.left.fields[role], pair.right.fields[role], role: role))
    }
    let parts = [pair.left, pair.right].map { item in
      item.parts.count { $0.kind == .subitem }
    }
    if parts[0] + parts[1] > 0 { add("Mục con", String(parts[0]), String(parts[1])) }
    return runs
  }

  static let scoreLook: CellLook = {
    var look = TableSheet.centered
    look.numberFormat = "0.0"
    return look
  }()

  static let noteLook: CellLook = {
    var look = TableSheet.cell
    look.fill = "FFF2CC"
    look.isUnlocked = true
    return look
  }()

  /// One reason a line, with its signed points; contradictions first. The points add up to the
  /// score as it is printed.
  static func text(of evidence: Evidence) -> String {
    let ordered = evidence.guards + evidence.reasons.filter { !$0.isGuard }
    return ordered.map(\.line).joined(separator: "\n")
  }
}
