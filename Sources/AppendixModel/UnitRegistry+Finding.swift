package import CellGrid
import Findings

extension UnitRegistry {
  /// What a name stands for on a day, what it came from and what it became. A name typed without
  /// diacritics is read as the one that it can only be; for an unknown one near names are offered.
  package func find(_ query: String, asOf date: CalendarDate) -> UnitAnswer {
    var answer = findExactly(query, asOf: date)
    guard answer.standing == .unknown else { return answer }
    if let guess = restored(query) {
      answer = findExactly(guess, asOf: date)
      answer.query = query
      answer.readAs = guess
      return answer
    }
    if answer.suggestions.isEmpty { answer.suggestions = suggestions(for: query) }
    return answer
  }

  /// Only by the name's words, as a merge needs it.
  package func findExactly(_ query: String, asOf date: CalendarDate) -> UnitAnswer {
    let words = UnitKey.words(query)
    let place = provinces.trailing(in: words)
    let body = Array(words.dropLast(place?.count ?? 0))
    if let place, body.isEmpty || body == ["ủy", "ban", "nhân", "dân"] {
      return province(query, place.provinces, hasBody: !body.isEmpty, date)
    }
    // With a place behind it «Công an tỉnh …» has lost its «tỉnh».
    let keys = [UnitKey(query), UnitKey(words: body), UnitKey(words: body + ["tỉnh"])]
    for key in keys {
      if let (unit, eras) = unit(key) {
        var answer = department(query, unit, eras, date)
        if key != keys[0] || place != nil, let place {
          add(place.provinces, to: &answer, date)
        }
        return answer
      }
    }
    if let answer = communeOffice(query, date) ?? level(query, words, date) { return answer }
    var answer = UnitAnswer(query: query, name: query, standing: .unknown)
    if let several = ambiguous.first(where: { UnitKey($0.spelling) == UnitKey(query) }) {
      answer.suggestions = several.names
      answer.question = Message(
        vi: "«\(query)» có thể là nhiều nơi; hãy ghi đủ tên.",
        en: "“\(query)” may stand for several; write the name in full.")
      return answer
    }
    answer.question = Message(
      vi: "Danh mục không có «\(query)»; hãy thêm vào tệp đơn vị của cơ quan nếu cần theo dõi.",
      en: "The registry doesn't know “\(query)”; add it to your office's own units file.")
    return answer
  }

  // MARK: - Departments

  private func department(
    _ query: String, _ unit: UnitRegistryFile.Unit, _ eras: [Era], _ date: CalendarDate
  ) -> UnitAnswer {
    var answer = UnitAnswer(query: query, name: unit.name, standing: .exists)
    answer.note = unit.note ?? ""
    answer.isNameShared = eras.count > 1
    let era: Era?
    if let present = eras.first(where: { $0.contains(date) }) {
      era = present
    } else if let past = eras.last(where: { $0.until.map { $0 < date.dayOnly } ?? false }) {
      answer.standing = .ended
      era = past
    } else {
      answer.standing = .notYet
      era = eras.first
    }
    answer.from = era?.from
    answer.until = era?.until
    answer.beginning = era?.beginning.map(step)
    answer.ending = era?.ending.map(step)
    switch answer.standing {
    case .exists: answer.current = [unit.name]
    case .notYet: answer.current = answer.beginning?.from ?? []
    default: answer.current = successors(of: unit.name, asOf: date)
    }
    let key = UnitKey(unit.name)
    answer.moved = transfers.filter { dated in
      (UnitKey(dated.transfer.from) == key || UnitKey(dated.transfer.to) == key)
        && dated.date <= date.dayOnly
        && (era?.until.map { dated.date.daysSince1970 <= $0.daysSince1970 + 1 } ?? true)
        && (era?.from.map { $0 <= dated.date } ?? true)
    }.map { dated in
      UnitAnswer.Moved(
        date: dated.date, function: dated.transfer.function, from: dated.transfer.from,
        to: dated.transfer.to, source: dated.transfer.source ?? "")
    }
    if answer.standing == .ended, answer.current.isEmpty {
      answer.question = Message(
        vi: unit.ask ?? "Không có đơn vị kế thừa tự động: cần hỏi.",
        en: "There is no automatic successor: ask.")
    }
    return answer
  }

  private func step(_ place: Int) -> UnitAnswer.Step {
    let dated = changes[place]
    return UnitAnswer.Step(
      date: dated.date, from: dated.change.from, to: dated.change.to,
      what: dated.change.what ?? "", source: dated.change.source ?? "",
      certainty: dated.change.certainty ?? "", note: dated.change.note ?? "")
  }

  /// Who does a unit's work on a day: the unit itself while it is there, then whoever followed,
  /// through several changes; empty where nobody followed by rule.
  package func successors(of agency: String, asOf date: CalendarDate) -> [String] {
    successors(of: agency, asOf: date, depth: 0)
  }

  private func successors(of agency: String, asOf date: CalendarDate, depth: Int) -> [String] {
    guard depth < 16, let (unit, eras) = unit(UnitKey(agency)) else { return [] }
    if eras.contains(where: { $0.contains(date) }) { return [unit.name] }
    guard let past = eras.last(where: { $0.until.map { $0 < date.dayOnly } ?? false }),
      let ending = past.ending
    else { return [] }
    var names: [String] = []
    for next in changes[ending].change.to {
      for name in successors(of: next, asOf: date, depth: depth + 1) where !names.contains(name) {
        names.append(name)
      }
    }
    return names
  }

  // MARK: - Provinces

  private func province(
    _ query: String, _ found: [ProvinceTable.Province], hasBody: Bool, _ date: CalendarDate
  ) -> UnitAnswer {
    let present = found.first { $0.contains(date) }
    let past = found.last { $0.until.map { $0 < date.dayOnly } ?? false }
    guard let shown = present ?? past ?? found.first else {
      return UnitAnswer(query: query, name: query, standing: .unknown)
    }
    func title(_ province: ProvinceTable.Province) -> String {
      hasBody ? "Ủy ban nhân dân \(province.type.lowercased()) \(province.name)" : province.title
    }
    var answer = UnitAnswer(query: query, name: title(shown), standing: .exists)
    if present == nil { answer.standing = past == nil ? .notYet : .ended }
    answer.isNameShared = found.contains { $0.predecessors.count > 1 } && found.count > 1
    (answer.from, answer.until) = (shown.from, shown.until)
    /// A province that only its type changed is named with it.
    func step(_ names: [String], to next: ProvinceTable.Province) -> (from: [String], to: [String])
    {
      guard names.count == 1,
        let before = provinces.named(names[0]).first(where: { $0.successor == next.name })
      else { return (names, [next.name]) }
      return ([before.title], [next.title])
    }
    if let from = shown.from, !shown.predecessors.isEmpty {
      let step = step(shown.predecessors, to: shown)
      answer.beginning = UnitAnswer.Step(
        date: from, from: step.from, to: step.to, what: "", source: shown.source,
        certainty: "high", note: "")
    }
    if let until = shown.until, let successor = shown.successor,
      let next = CalendarDate(daysSince1970: until.daysSince1970 + 1)
    {
      let became = provinces.named(successor).first { $0.from == next }
      let step = became.map { step($0.predecessors, to: $0) }
      answer.ending = UnitAnswer.Step(
        date: next, from: step?.from ?? [], to: step?.to ?? [successor], what: "",
        source: became?.source ?? shown.source, certainty: "high", note: "")
    }
    answer.current = provinceNow(shown, date).map { [title($0)] } ?? []
    return answer
  }

  /// The province that a province is part of on a day.
  private func provinceNow(
    _ province: ProvinceTable.Province, _ date: CalendarDate
  ) -> ProvinceTable.Province? {
    var current = province
    for _ in 0..<8 {
      if current.contains(date) { return current }
      guard let until = current.until, let successor = current.successor,
        let next = provinces.named(successor).first(where: {
          $0.from.map { $0.daysSince1970 == until.daysSince1970 + 1 } ?? false
        })
      else { return nil }
      current = next
    }
    return nil
  }

  /// A department of a named province: both histories count.
  private func add(
    _ found: [ProvinceTable.Province], to answer: inout UnitAnswer, _ date: CalendarDate
  ) {
    let past = found.last { $0.until.map { $0 < date.dayOnly } ?? false }
    guard let shown = found.first(where: { $0.contains(date) }) ?? past,
      let now = provinceNow(shown, date)
    else { return }
    func placed(_ name: String, _ province: ProvinceTable.Province) -> String {
      let type = province.type.lowercased()
      return name.hasSuffix(" tỉnh")
        ? "\(name.dropLast(4))\(type) \(province.name)" : "\(name) \(type) \(province.name)"
    }
    answer.name = placed(answer.name, shown)
    answer.current = answer.current.map { placed($0, now) }
    if now.name != shown.name, let from = now.from {
      if answer.standing == .exists {
        answer.standing = .ended
        answer.until = shown.until
      }
      let step = UnitAnswer.Step(
        date: from, from: now.predecessors, to: [now.name], what: "sáp nhập tỉnh",
        source: now.source, certainty: "high", note: "")
      if answer.ending == nil {
        answer.ending = step
      } else {
        answer.note += (answer.note.isEmpty ? "" : " ") + "Tỉnh nay là \(now.title)."
      }
    } else if let from = now.from, now.predecessors.count > 1 {
      answer.isNameShared = true
      answer.note +=
        (answer.note.isEmpty ? "" : " ")
        + "Từ \(from.written) gồm các sở cùng tên của \(now.predecessors.joined(separator: ", "))."
    }
  }

  // MARK: - Districts and communes

  /// A body of the district or commune level, known by a word of its name.
  private func level(
    _ query: String, _ words: [Substring], _ date: CalendarDate
  ) -> UnitAnswer? {
    guard let level = levels.first(where: { level in level.words.contains { names($0, words) } })
    else { return nil }
    func day(_ text: String?) -> CalendarDate? { text.flatMap { CalendarDate(iso: $0) } }
    var answer = UnitAnswer(query: query, name: query, standing: .exists)
    (answer.from, answer.until) = (day(level.from), day(level.until))
    answer.note = level.source ?? ""
    let question = Message(
      vi: level.ask,
      en: "This level of government was made anew; there is no automatic successor: ask.")
    if let until = answer.until, until < date.dayOnly {
      answer.standing = .ended
      answer.question = question
    } else if let from = answer.from, date.dayOnly < from {
      answer.standing = .notYet
      answer.question = question
    } else {
      answer.current = [query]
      if let remade = day(level.remade) {
        answer.isNameShared = true
        if remade <= date.dayOnly { answer.question = question }
      }
    }
    return answer
  }

  /// Whether a level's word stands in a name as that word: not the «xã» of «xã hội».
  private func names(_ word: String, _ words: [Substring]) -> Bool {
    let wanted = UnitKey.words(word)
    guard !wanted.isEmpty, words.count >= wanted.count else { return false }
    return (0...(words.count - wanted.count)).contains { start in
      guard words[start..<(start + wanted.count)].elementsEqual(wanted) else { return false }
      let next = start + wanted.count < words.count ? words[start + wanted.count] : ""
      let before = start > 0 ? words[start - 1] : ""
      if before == "thị" || before == "tác" || ["hội", "nghĩa", "viên"].contains(next) {
        return false
      }
      // A city that is no province is a city of a province.
      return wanted != ["thành", "phố"] || !next.isEmpty
    }
  }

  private func communeOffice(_ query: String, _ date: CalendarDate) -> UnitAnswer? {
    guard let offices = communeOffices, let from = CalendarDate(iso: offices.from),
      let name = offices.names.first(where: { UnitKey($0) == UnitKey(query) })
    else { return nil }
    var answer = UnitAnswer(
      query: query, name: name, standing: date.dayOnly < from ? .notYet : .exists)
    answer.from = from
    answer.note = "Cơ quan của xã, phường, đặc khu (\(offices.source ?? ""))."
    if answer.standing == .exists { answer.current = [name] }
    return answer
  }
}

extension CalendarDate {
  /// `01/3/2025`: days and the first two months with a zero, as Nghị định 30 writes them.
  package var written: String {
    func padded(_ number: Int, below limit: Int) -> String {
      number < limit ? "0\(number)" : "\(number)"
    }
    return "\(padded(day, below: 10))/\(padded(month, below: 3))/\(year)"
  }
}
