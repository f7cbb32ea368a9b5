import ArgumentParser
import Foundation
import PhulucKit

/// Runs a job and tells a person, or a machine, what came of it.
struct RunPresentation {
  var terminal: Terminal
  var options: TerminalOptions

  init(_ options: TerminalOptions) {
    self.options = options
    terminal = options.terminal
  }

  /// - Throws: `ExitCode` with the code of the fault, after telling it.
  func perform(
    _ job: Job, products: [ConsolidationRun.Product], output: OutputOptions
  ) async throws {
    let report: RunReport
    do {
      report = try await ConsolidationRun(job, products: products, makesPDF: output.pdf).execute(
        into: output.folder, mayOverwrite: output.force, progress: terminal.progress)
    } catch {
      try fail(error)
    }
    tellFindings(report)
    if options.json {
      terminal.out(data: try report.record.json())
    } else {
      tell(report, products: products)
    }
    if options.strict && report.needsAttention { throw ExitCode(1) }
  }

  /// Runs a job of several appendices and tells what came of each.
  func perform(binding job: Job, output: OutputOptions) async throws {
    let reports: [RunReport]
    do {
      reports = try await AppendixBinding(job, makesPDF: output.pdf).execute(
        into: output.folder, mayOverwrite: output.force, progress: terminal.progress)
    } catch {
      try fail(error)
    }
    for report in reports {
      tellFindings(report)
      if options.json {
        terminal.out(data: try report.record.json())
      } else {
        tell(report, products: ConsolidationRun.Product.allCases)
      }
    }
    if let folder = output.folder, !options.json {
      terminal.out(
        terminal.say(
          vi: "  \(folder)/phu-luc.xlsx  \(reports.count) phụ lục trong một tệp",
          en: "  \(folder)/phu-luc.xlsx  \(reports.count) appendices in one workbook"))
    }
    if options.strict && reports.contains(where: \.needsAttention) { throw ExitCode(1) }
  }

  /// Tells a fault and ends with its exit code.
  func fail(_ failure: RunFailure) throws -> Never {
    for line in failure.lines(language: options.lang.rawValue) { terminal.error(line) }
    throw ExitCode(failure.exitCode)
  }

  private func tellFindings(_ report: RunReport) {
    let lines = report.findingLines(language: options.lang.rawValue)
    let shown = 40
    for line in lines.prefix(shown) { terminal.remark(line) }
    if lines.count > shown {
      let rest = lines.count - shown
      terminal.remark(
        terminal.say(
          vi: "… và \(rest) điều nữa; xem mục findings của run.json.",
          en: "… and \(rest) more; see findings in run.json."))
    }
  }

  private func tell(_ report: RunReport, products: [ConsolidationRun.Product]) {
    let record = report.record
    for input in record.inputs {
      terminal.out(
        terminal.say(
          vi: "\(input.name): \(input.items) nhiệm vụ, \(input.sections) lĩnh vực"
            + (input.subitems > 0 ? ", \(input.subitems) nội dung con" : "")
            + "  (\(input.file), «\(input.sheet)»)",
          en: "\(input.name): \(input.items) tasks, \(input.sections) sections"
            + (input.subitems > 0 ? ", \(input.subitems) sub-items" : "")
            + "  (\(input.file), “\(input.sheet)”)"))
    }
    terminal.out(terminal.painted(balanceLine(record), .bold))
    terminal.out()
    for line in StatusBars(record.status, names: report.statusNames).lines(terminal) {
      terminal.out(line)
    }
    terminal.out()
    terminal.out(report.summary.trimmingCharacters(in: .newlines))
    terminal.out()
    if !record.decisions.isEmpty {
      terminal.out(decisionsLine(record))
      terminal.out()
    }
    if !record.review.isEmpty || !record.conflicts.isEmpty {
      terminal.out(
        terminal.painted(
          terminal.say(
            vi: "Cần người xem: \(record.review.count) cặp chưa rõ có phải một nhiệm vụ, "
              + "\(record.conflicts.count) chỗ hai bên ghi khác nhau. Mở doi-chieu.xlsx, chọn, "
              + "lưu, rồi chạy lại với --decisions doi-chieu.xlsx.",
            en: "To settle: \(record.review.count) doubtful pairs, \(record.conflicts.count) "
              + "differing values. Open doi-chieu.xlsx, choose, save, and run again with "
              + "--decisions doi-chieu.xlsx."), .yellow))
    }
    guard let folder = report.folder else {
      terminal.out(
        terminal.say(vi: "Chạy thử: không ghi tệp nào.", en: "Dry run: nothing was written."))
      return
    }
    for product in products {
      terminal.out("  \(folder)/\(product.rawValue)  \(explanation(of: product))")
    }
  }

  /// What became of the decisions handed in.
  private func decisionsLine(_ record: RunRecord) -> String {
    func count(_ state: String) -> Int { record.decisions.count { $0.state == state } }
    let states: [(state: String, vi: String, en: String)] = [
      ("applied", "đã áp dụng", "applied"),
      ("stale", "cần xem lại vì nội dung đã đổi", "open again since the content changed"),
      ("unknown", "không còn dòng nào ứng với", "without any row here"),
      ("contradictory", "trái nhau, không áp dụng", "contradictory, not applied"),
    ]
    let vi = states.filter { count($0.state) > 0 }.map { "\(count($0.state)) \($0.vi)" }
    let en = states.filter { count($0.state) > 0 }.map { "\(count($0.state)) \($0.en)" }
    return terminal.say(
      vi: "Quyết định đã chọn: \(vi.joined(separator: "; ")).",
      en: "Decisions handed in: \(en.joined(separator: "; ")).")
  }

  /// `43 + 50 − 21 = 72`.
  private func balanceLine(_ record: RunRecord) -> String {
    let balance = record.balance
    if record.inputs.count == 1, balance.merged == 0, balance.rejected == 0 {
      return terminal.say(vi: "\(balance.output) nhiệm vụ", en: "\(balance.output) tasks")
    }
    var sum = record.inputs.map { String($0.items) }.joined(separator: " + ")
    if balance.merged > 0 || record.inputs.count > 1 { sum += " − \(balance.merged)" }
    // The inputs' items are those taken, so what was left out is told beside the sum.
    let rejected =
      balance.rejected > 0
      ? terminal.say(
        vi: "; ngoài ra không lấy \(balance.rejected) dòng",
        en: "; besides, \(balance.rejected) rows not taken") : ""
    return terminal.say(
      vi: "Cân đối: \(sum) = \(balance.output) nhiệm vụ (gộp \(balance.merged)\(rejected))",
      en: "Balance: \(sum) = \(balance.output) tasks (\(balance.merged) merged\(rejected))")
  }

  private func explanation(of product: ConsolidationRun.Product) -> String {
    switch product {
    case .appendix: terminal.say(vi: "phụ lục hợp nhất", en: "the consolidated appendix")
    case .status: terminal.say(vi: "tình hình thực hiện", en: "status")
    case .review:
      terminal.say(vi: "đối chiếu: gộp gì, vì sao, chỗ cần chọn", en: "review: what, why, choices")
    case .summary: terminal.say(vi: "câu cho báo cáo", en: "sentences for the report")
    case .record: terminal.say(vi: "hồ sơ cho máy đọc", en: "record for machines")
    }
  }
}
