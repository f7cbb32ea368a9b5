import VietText

/// The words of a text as they are compared: one spelling, abbreviations made one, no punctuation.
func comparisonWords(_ text: String) -> [Substring] {
  comparisonKey(text).split(separator: " ")
}

/// The text by which two spellings of the same wording are equal.
func comparisonKey(_ text: String) -> String {
  let abbreviations = [
    "cchc": "cải cách hành chính", "tthc": "thủ tục hành chính", "ubnd": "ủy ban nhân dân",
    "vbqppl": "văn bản quy phạm pháp luật", "qppl": "quy phạm pháp luật",
    "ccvc": "công chức viên chức", "cbccvc": "cán bộ công chức viên chức",
    "hđnd": "hội đồng nhân dân", "kh&cn": "khoa học và công nghệ",
    "tt&tt": "thông tin và truyền thông", "khcn": "khoa học và công nghệ",
  ]
  return text.lowercased().split { " \n\t,;:.()[]\"“”…–-+*".contains($0) }
    .map { abbreviations[String($0)] ?? String($0) }.joined(separator: " ")
}
