package import AppendixModel
package import Consolidation
import Mustache

/// The report's sentences, tom-tat.md: each of the template's mustache texts filled with the
/// figures, one paragraph each; plain text that pastes well into Word.
///
/// Sentences with known names stand in the order of ``sentenceOrder``, others after them by name;
/// one that comes out empty is left out.
package func summaryText(
  _ summary: StatusSummary, _ consolidated: Consolidated, template: AppendixTemplate,
  changes: [StatusChange]? = nil
) throws(TemplateFailure) -> String {
  let context = SummaryContext(
    summary: summary, consolidated: consolidated, item: template.itemWord, changes: changes
  ).values
  let known = sentenceOrder.filter { template.sentences[$0] != nil }
  let others = template.sentences.keys.filter { !sentenceOrder.contains($0) }.sorted()
  var paragraphs: [String] = []
  for name in known + others {
    guard let text = template.sentences[name] else { continue }
    let filled = try filledSentence(text, name: name, template: template, context: context)
    if !filled.isEmpty { paragraphs.append(filled) }
  }
  return paragraphs.joined(separator: "\n\n") + "\n"
}

/// The order of the sentences with known names.
package let sentenceOrder = [
  "plan", "summary", "statuses", "sections", "agencies", "overdue", "dueSoon", "silent",
  "changes",
]

private func filledSentence(
  _ text: String, name: String, template: AppendixTemplate, context: [String: Any]
) throws(TemplateFailure) -> String {
  do {
    // Text, not HTML: «Sở TT&TT» stays as it is.
    let mustache = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}" + text)
    return tidied(mustache.render(context))
  } catch {
    throw TemplateFailure(
      name: template.id,
      vi: "câu «\(name)» viết sai cú pháp mustache: \(error)",
      en: "the sentence «\(name)» is no valid mustache: \(error)")
  }
}

/// Without spaces at the ends of lines, and without blank lines at either end.
private func tidied(_ text: String) -> String {
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
  while lines.last?.isEmpty == true { lines.removeLast() }
  while lines.first?.isEmpty == true { lines.removeFirst() }
  return lines.joined(separator: "\n")
}
