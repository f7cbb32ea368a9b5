package import CellGrid
package import Findings

extension UnitAnswer {
  /// The answer in sentences, one a line.
  package func lines(asOf date: CalendarDate, in language: Language) -> [String] {
    messages(asOf: date).map { $0.text(in: language) }
  }

  private func messages(asOf date: CalendarDate) -> [Message] {
    var lines = [Message(vi: name, en: name)]
    let day = date.written
    if let readAs {
      lines.append(
        Message(
          vi: "  «\(query)» ghi thiếu dấu; hiểu là «\(readAs)».",
          en: "  “\(query)” lacks diacritics; read as “\(readAs)”."))
    }
    switch standing {
    case .exists:
      lines.append(
        Message(vi: "  Ngày \(day): đang hoạt động\(spanVi).", en: "  On \(day): exists\(spanEn)."))
    case .ended:
      let last = until.map { $0.written } ?? "?"
      lines.append(
        Message(
          vi: "  Ngày \(day): không còn; ngày cuối là \(last).",
          en: "  On \(day): ended; its last day was \(last)."))
    case .notYet:
      let first = from.map { $0.written } ?? "?"
      lines.append(
        Message(
          vi: "  Ngày \(day): chưa có; thành lập từ \(first).",
          en: "  On \(day): not yet; made on \(first)."))
    case .unknown: break
    }
    if isNameShared {
      lines.append(
        Message(
          vi: "  Cùng một tên trước và sau sắp xếp: chỉ ngày và tệp mới cho biết là cơ quan nào.",
          en: "  One name before and after a merger: only date and file tell which body is meant."))
    }
    if let beginning { lines += stepLines(beginning, vi: "Hình thành", en: "Made") }
    if let ending { lines += stepLines(ending, vi: "Trở thành", en: "Became") }
    if standing == .ended || standing == .notYet, !current.isEmpty {
      let names = current.joined(separator: "; ")
      lines.append(
        Message(vi: "  Cơ quan vào ngày đó: \(names).", en: "  In charge on that day: \(names)."))
    }
    for step in moved {
      lines.append(
        Message(
          vi: "  Chuyển chức năng từ \(step.date.written): \(step.function): \(step.from) → "
            + "\(step.to) (\(step.source)).",
          en: "  Function moved on \(step.date.written): \(step.function): \(step.from) → "
            + "\(step.to) (\(step.source))."))
    }
    if !note.isEmpty { lines.append(Message(vi: "  \(note)", en: "  \(note)")) }
    if let question {
      lines.append(Message(vi: "  \(question.vietnamese)", en: "  \(question.english)"))
    }
    if !suggestions.isEmpty {
      let names = suggestions.map { "«\($0)»" }.joined(separator: ", ")
      lines.append(Message(vi: "  Có phải: \(names)?", en: "  Did you mean: \(names)?"))
    }
    return lines
  }

  private var spanVi: String {
    switch (from, until) {
    case (nil, nil): ""
    case (let from?, nil): ", từ \(from.written)"
    case (nil, let until?): ", đến hết \(until.written)"
    case (let from?, let until?): ", từ \(from.written) đến hết \(until.written)"
    }
  }

  private var spanEn: String {
    switch (from, until) {
    case (nil, nil): ""
    case (let from?, nil): ", since \(from.written)"
    case (nil, let until?): ", until \(until.written)"
    case (let from?, let until?): ", from \(from.written) until \(until.written)"
    }
  }

  private func stepLines(_ step: Step, vi: String, en: String) -> [Message] {
    let from = step.from.joined(separator: " + ")
    let to = step.to.joined(separator: "; ")
    let what = step.what.isEmpty ? "" : " (\(step.what))"
    var source = step.source.isEmpty ? "" : ". Nguồn: \(step.source)"
    var sourceEn = step.source.isEmpty ? "" : ". Source: \(step.source)"
    if !step.certainty.isEmpty, step.certainty != "high" {
      source += ", độ chắc chắn: \(step.certainty == "medium" ? "vừa" : "thấp")"
      sourceEn += ", certainty: \(step.certainty)"
    }
    let note = step.note.isEmpty ? "" : ". \(step.note)"
    func ended(_ text: String) -> String { text.hasSuffix(".") ? text : text + "." }
    return [
      Message(
        vi: ended("  \(vi) \(step.date.written): \(from) → \(to)\(what)\(source)\(note)"),
        en: ended("  \(en) \(step.date.written): \(from) → \(to)\(what)\(sourceEn)\(note)"))
    ]
  }
}
