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
      name: kind.name, title: "\(title): \(pairs.count)", lines: lines, columns: columns)
    for (index, pair) in pairs.enumerated() {
      let marked = WordDifference.marked(pair.left.text, pair.right.text)
      sheet.add(
        Column.allCases.map { cell(of: pair, index: index, column: $0, marked: marked) })
    }
    return sheet.finished { page in
      page.frozenColumns = 1
      // Seventeen columns need A3 to be read on paper.
      page.setup.paper = 8
      guard let body = sheet.body(column: Column.decision.rawValue) else { return }
      if kind == .pairs { Self.countOpen(pairs, in: body, of: &page) }
      page.validations.append(
        dropDown(
          body, column: 0, count: ReviewLayout.Choice.allCases.count,
          hint: "Gộp: hai dòng là một nhiệm vụ. Không gộp: là hai nhiệm vụ. Chưa rõ: để lại."))
      for (choice, fill) in [("Gộp", "C6E0B4"), ("Không gộp", "F8CBAD"), ("Chưa rõ", "D9D9D9")] {
        var look = CellLook()
        look.fill = fill
        page.conditions.append(
          Page.Condition(range: body, rule: .textEquals(choice), look: look))
      }
      page.tabColor = kind == .pairs && !pairs.isEmpty ? "C00000" : nil
    }
  }

  /// A count in the title that falls as decisions are made.
  private static func countOpen(_ pairs: [Pair], in body: CellRange, of page: inout Page) {
    let settled = [ReviewLayout.Choice.merge, .keep]
    let counts = settled.map { "COUNTIF(\(body),\"\($0.rawValue)\")" }.joined(separator: "-")
    let open = pairs.count {
      ReviewLayout.initialChoice(of: $0).map { !settled.contains($0) } ?? true
    }
    let (before, after) = ("CẶP NHIỆM VỤ CẦN QUYẾT ĐỊNH: \(pairs.count), CÒN ", " CHƯA QUYẾT ĐỊNH")
    page.rows[0].cells[0].content = .formula(
      "\"\(before)\"&(\(pairs.count)-\(counts))&\"\(after)\"",
      cached: .text("\(before)\(open)\(after)"))
  }

  private func width(of column: ReviewLayout.PairColumn) -> Double {
    switch column {
    case .ordinal: 11
    case .left, .right: 72
    case .decision: 24
    case .proposal: 19
    case .score: 14
    case .reasons: 62
    case .leftSource, .rightSource: 42
    case .leftSection, .rightSection: 36
    case .leftLead, .rightLead: 36
    case .leftDeadline, .rightDeadline: 24
    case .note: 36
    case .key: 24
    }
  }

  private func cell(
    of pair: Pair, index: Int, column: ReviewLayout.PairColumn,
    marked: (left: [Page.Run], right: [Page.Run])
  ) -> Page.Cell {
    switch column {
    case .ordinal: .number(Double(index + 1))
    case .left: Page.Cell(.rich(marked.left), TableSheet.cell)
    case .right: Page.Cell(.rich(marked.right), TableSheet.cell)
    case .decision:
      .text(ReviewLayout.initialChoice(of: pair)?.rawValue ?? "", TableSheet.input)
    case .proposal:
      .text(ReviewLayout.name(of: pair.proposal).vietnamese, TableSheet.centered)
    case .score: Page.Cell(.number((pair.evidence.score * 10).rounded() / 10), Self.scoreLook)
    case .reasons: .text(Self.text(of: pair.evidence))
    case .leftSource: .text(place(of: pair.left.origin))
    case .rightSource: .text(place(of: pair.right.origin))
    case .leftSection: .text(pair.leftSection)
    case .rightSection: .text(pair.rightSection)
    case .leftLead: .text(pair.left[.lead])
    case .rightLead: .text(pair.right[.lead])
    case .leftDeadline: .text(pair.left[.deadline])
    case .rightDeadline: .text(pair.right[.deadline])
    case .note: .text("", Self.noteLook)
    case .key: .text(pair.key)
    }
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

  /// One reason a line, with its signed points; contradictions first.
  static func text(of evidence: Evidence) -> String {
    let ordered = evidence.guards + evidence.reasons.filter { !$0.isGuard }
    return ordered.map { reason in
      let text = reason.message.vietnamese
      guard !reason.isGuard else { return "⚠ \(text)" }
      return "\(signed(reason.points)) \(text)"
    }.joined(separator: "\n")
  }

  private static func signed(_ points: Double) -> String {
    let tenths = (abs(points) * 10).rounded() / 10
    let digits = CellValue.shortest(tenths)
    let text = String(digits.map { $0 == "." ? "," : $0 })
    return (points < 0 ? "−" : "+") + text
  }
}
