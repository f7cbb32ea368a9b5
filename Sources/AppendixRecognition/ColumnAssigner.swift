import AppendixModel
import CellGrid
import Findings

/// Gives each column of a header its role: by the words of the heading, and where these are
/// ambiguous or unknown by what the column holds.
struct ColumnAssigner: Sendable {
  let lexicon: HeadingLexicon
  let classifier: StatusClassifier

  /// A header whose columns have their roles.
  struct Assignment: Sendable {
    var block: HeaderBlock
    var columns: [RecognisedColumn]
    /// Columns that hold one role's value together.
    var groups: [ColumnGroup]
    /// How well the header fits the template.
    var score: Double
    /// Roles that the words of headings gave, not the contents.
    var rolesByHeading: Int
    /// Share of headings that the template knows to the letter, with or without a role.
    var knownShare: Double

    func column(_ role: ColumnRole) -> Int? { columns.first { $0.role == role }?.column }
    var hasTask: Bool { column(.task) != nil }
  }

  private struct Claim {
    var column: Int
    var role: ColumnRole
    var score: Double
    var order: Int
    var byHeading: Bool
    var reason: Message
  }

  init(_ template: AppendixTemplate) {
    lexicon = HeadingLexicon(template)
    classifier = StatusClassifier(template)
  }

  func assign(
    _ block: HeaderBlock, contents: [Int: ColumnContents], forced: [Int: ColumnRole] = [:]
  )
    -> Assignment
  {
    var claims: [Claim] = []
    let groups = GroupFinder(
      block: block, contents: contents, lexicon: lexicon, classifier: classifier,
      forced: Set(forced.keys)
    ).groups().filter { group in !forced.values.contains(group.role) }
    let grouped = Set(groups.flatMap { $0.members.map(\.column) })
    for column in block.columns
    where forced[column.column] == nil && !grouped.contains(column.column) {
      claims += headingClaims(column, contents[column.column] ?? ColumnContents())
    }
    claims.sort { ($1.score, $0.order, $0.column) < ($0.score, $1.order, $1.column) }
    var roles: [Int: Claim] = [:]
    var taken = Set(forced.values.filter { $0 != .extra })
    for group in groups {
      taken.insert(group.role)
      for member in group.members {
        roles[member.column] = Claim(
          column: member.column, role: group.role, score: 0.9, order: 0, byHeading: true,
          reason: group.reason(member))
      }
    }
    for claim in claims where roles[claim.column] == nil && !taken.contains(claim.role) {
      roles[claim.column] = claim
      taken.insert(claim.role)
    }
    for claim in contentClaims(block, contents, taken: taken)
    where roles[claim.column] == nil && forced[claim.column] == nil && !taken.contains(claim.role) {
      roles[claim.column] = claim
      taken.insert(claim.role)
    }
    // Under a heading merged over several columns, those that hold nothing are no columns.
    var shown = block
    shown.columns.removeAll { column in
      column.levels.last.map { $0.column < column.column } == true
        && contents[column.column] == nil && roles[column.column] == nil
        && forced[column.column] == nil
        && block.columns.contains { $0.column != column.column && $0.levels == column.levels }
    }
    return assemble(shown, roles, groups, forced)
  }

  private func assemble(
    _ block: HeaderBlock, _ roles: [Int: Claim], _ groups: [ColumnGroup],
    _ forced: [Int: ColumnRole]
  ) -> Assignment {
    var columns: [RecognisedColumn] = []
    var score = 0.0
    for column in block.columns {
      if let role = forced[column.column] {
        columns.append(
          RecognisedColumn(
            column: column.column, role: role, header: column.text, confidence: 1,
            reason: Message(vi: "do người dùng chỉ định", en: "named by the user")))
        score += 1
      } else if let claim = roles[column.column] {
        columns.append(
          RecognisedColumn(
            column: column.column, role: claim.role, header: column.text,
            confidence: min(1, max(0, claim.score)), reason: claim.reason))
        score += claim.byHeading ? claim.score : claim.score / 2
      } else {
        let isOther = column.levels.contains { lexicon.isOther($0.key) }
        columns.append(
          RecognisedColumn(
            column: column.column, role: .extra, header: column.text,
            confidence: isOther ? 0.95 : 0.6,
            reason: isOther
              ? Message(
                vi: "cột thường gặp nhưng biểu mẫu không dùng; giữ làm cột thêm",
                en: "a known heading that the template has no role for; kept as an extra column")
              : Message(
                vi: "không khớp tiêu đề nào; giữ làm cột thêm",
                en: "no heading of the template fits; kept as an extra column")))
        score -= isOther ? 0.1 : 0.25
      }
    }
    let headed = Set(block.columns.map(\.column))
    for (column, role) in forced.sorted(by: { $0.key < $1.key }) where !headed.contains(column) {
      columns.append(
        RecognisedColumn(
          column: column, role: role, header: "", confidence: 1,
          reason: Message(vi: "do người dùng chỉ định", en: "named by the user")))
    }
    for claim in roles.values where !headed.contains(claim.column) {
      columns.append(
        RecognisedColumn(
          column: claim.column, role: claim.role, header: "", confidence: claim.score,
          reason: claim.reason))
    }
    columns.sort { $0.column < $1.column }
    return Assignment(
      block: block, columns: columns, groups: groups, score: score,
      rolesByHeading: Set(roles.values.filter(\.byHeading).map(\.role)).count + forced.count,
      knownShare: Double(block.columns.count { isKnown($0) || forced[$0.column] != nil })
        / Double(max(1, block.columns.count)))
  }

  private func isKnown(_ column: HeaderBlock.Column) -> Bool {
    column.levels.contains { level in
      lexicon.isExact(level.key) || lexicon.isOther(level.key) || lexicon.isExact(level.bareKey)
    } || (column.levels.count > 1 && lexicon.isExact(column.joinedKey))
  }

  // MARK: By the words

  private func headingClaims(_ column: HeaderBlock.Column, _ contents: ColumnContents) -> [Claim] {
    let keys = column.levels.map(\.key)
    guard let leaf = keys.last else { return [] }
    var found: [ColumnRole: (meaning: HeadingLexicon.Meaning, spelling: String)] = [:]
    func take(_ key: WordKey, _ text: String, weight: Double, ambiguous: Bool = false) {
      for var meaning in lexicon.meanings(key) {
        meaning.strength *= weight
        if ambiguous { meaning.isAmbiguous = true }
        if meaning.strength > found[meaning.role]?.meaning.strength ?? 0 {
          found[meaning.role] = (meaning, text)
        }
      }
    }
    let leafText = column.levels.last?.text ?? ""
    let bareLeaf = column.levels.last?.bareKey ?? leaf
    // «Thời gian / Hoàn thành»: the levels read together say more than the last one alone.
    let isPlain = lexicon.exactMeanings(leaf).contains { !$0.isAmbiguous }
    if keys.count > 1, !isPlain {
      let joined = column.joinedKey
      if lexicon.isExact(joined) { take(joined, column.text, weight: 1) }
    }
    if found.isEmpty {
      // What the template spells to the letter is that, whatever is meant without its brackets.
      if lexicon.isOther(leaf) || (!lexicon.isExact(leaf) && lexicon.isOther(bareLeaf))
        || (keys.count > 1 && lexicon.isOther(column.joinedKey))
      {
        return []
      }
      take(leaf, leafText, weight: 1)
      if found.isEmpty || found.values.allSatisfy({ $0.meaning.strength < 0.9 }) {
        if bareLeaf != leaf { take(bareLeaf, leafText, weight: 0.97) }
      }
      if keys.count > 1 {
        let outer = keys[0]
        let parents = lexicon.meanings(outer)
        for parent in parents where found[parent.role] != nil && !parent.isAmbiguous {
          found[parent.role]?.meaning.strength += 0.1
        }
        // «Phân công thực hiện» over anything says nothing of it.
        if found.isEmpty, !parents.allSatisfy(\.isAmbiguous) {
          take(outer, column.text, weight: 0.6, ambiguous: true)
        }
      }
    }
    // «Nhiệm vụ được giao» over sentences.
    if found.isEmpty, contents.filled > 0, contents.share(.text) >= 0.5,
      lexicon.beginsWithTask(leaf)
    {
      found[.task] = (
        HeadingLexicon.Meaning(role: .task, strength: 0.7, isAmbiguous: false, rank: 0), leafText
      )
    }
    return found.compactMap { role, match in
      claim(column.column, role, match.meaning, match.spelling, contents)
    }
  }

  private func claim(
    _ column: Int, _ role: ColumnRole, _ meaning: HeadingLexicon.Meaning, _ spelling: String,
    _ contents: ColumnContents
  ) -> Claim? {
    let order = lexicon.template.columns.firstIndex { $0.role == role } ?? 99
    let kind = lexicon.template.column(role)?.contents
    var score = meaning.strength - 0.001 * Double(min(meaning.rank, 40))
    var reason = Message(vi: "tiêu đề «\(spelling)»", en: "heading “\(spelling)”")
    if meaning.isAmbiguous, let kind, contents.filled > 0 {
      let share = contents.share(kind)
      // However well the contents agree, words that say it plainly say more.
      score = min(0.97, score + 0.6 * (share - 0.5))
      let percent = Int((share * 100).rounded())
      reason = Message(
        vi: "tiêu đề «\(spelling)» có nhiều nghĩa; \(percent)% số ô hợp với nghĩa này",
        en: "heading “\(spelling)” is ambiguous; \(percent)% of the cells fit")
    } else if meaning.strength < 0.9 {
      if let kind, contents.filled > 1 { score += 0.1 * (contents.share(kind) - 0.5) }
      reason = Message(
        vi: "tiêu đề «\(spelling)» gần với cách gọi đã biết",
        en: "heading “\(spelling)” is close to a known one")
    }
    // Of two columns whose headings say the same, the one that holds such values.
    if !meaning.isAmbiguous, let kind, contents.filled > 1 {
      score += 0.08 * (contents.share(kind) - 0.5)
    }
    // Of two columns under one heading the task's is the wordier.
    if kind == .text { score += 0.0005 * min(contents.wordsPerCell, 20) }
    // Numbers alone are no sentences.
    if kind == .text, contents.filled > 1, contents.share(.number) > 0.9 { score -= 0.6 }
    // Words where a kind has its numbers: some other kind's column of the same name.
    if kind == .number, contents.filled > 1, !contents.hasNumbers { score -= 0.6 }
    guard score >= 0.45 else { return nil }
    return Claim(
      column: column, role: role, score: score, order: order, byHeading: true, reason: reason)
  }

  // MARK: By the contents

  /// Number and task columns whose heading says nothing.
  private func contentClaims(
    _ block: HeaderBlock, _ contents: [Int: ColumnContents], taken: Set<ColumnRole>
  ) -> [Claim] {
    var claims: [Claim] = []
    func isKnown(_ column: Int) -> Bool {
      block.columns.first { $0.column == column }.map { column in
        column.levels.contains {
          lexicon.isOther($0.key) || !lexicon.meanings($0.key).isEmpty
        }
      } ?? false
    }
    let columns = contents.keys.sorted()
    if !taken.contains(.ordinal),
      let first = columns.first(where: { (contents[$0]?.filled ?? 0) > 1 }), !isKnown(first),
      let found = contents[first], found.share(.ordinal) >= 0.6, found.wordsPerCell < 4
    {
      claims.append(
        Claim(
          column: first, role: .ordinal, score: 0.6, order: 0, byHeading: false,
          reason: Message(vi: "các ô là số thứ tự", en: "the cells are running numbers")))
    }
    if !taken.contains(.task) {
      let best = columns.filter { !isKnown($0) }
        .max { (contents[$0]?.wordsPerCell ?? 0) < (contents[$1]?.wordsPerCell ?? 0) }
      if let best, let found = contents[best], found.filled > 1, found.wordsPerCell >= 5,
        found.share(.text) >= 0.6
      {
        claims.append(
          Claim(
            column: best, role: .task, score: 0.5, order: 1, byHeading: false,
            reason: Message(
              vi: "cột có các câu dài nhất và tiêu đề lạ",
              en: "the longest sentences, under an unknown heading")))
      }
    }
    return claims + rolesByContents(block, contents, taken.union(claims.map(\.role)), isKnown)
  }

  /// Leads, deadlines and progress under headings that nobody has heard of.
  private func rolesByContents(
    _ block: HeaderBlock, _ contents: [Int: ColumnContents], _ taken: Set<ColumnRole>,
    _ isKnown: (Int) -> Bool
  ) -> [Claim] {
    var claims: [Claim] = []
    for role in [ColumnRole.progress, .deadline, .lead] where !taken.contains(role) {
      guard let kind = lexicon.template.column(role)?.contents else { continue }
      let best = contents.keys.sorted().filter { !isKnown($0) }
        .max { (contents[$0]?.share(kind) ?? 0) < (contents[$1]?.share(kind) ?? 0) }
      guard let best, let found = contents[best], found.filled > 1, found.share(kind) >= 0.8,
        found.share(.date) < 0.5, found.wordsPerCell < 12
      else { continue }
      let percent = Int((found.share(kind) * 100).rounded())
      claims.append(
        Claim(
          column: best, role: role, score: 0.5, order: 2, byHeading: false,
          reason: Message(
            vi: "tiêu đề lạ nhưng \(percent)% số ô hợp với vai trò này",
            en: "the heading is unknown, but \(percent)% of the cells fit")))
    }
    return claims
  }

  static func withoutBrackets(_ text: String) -> String {
    var depth = 0
    var kept = ""
    for character in text {
      if character == "(" || character == "[" {
        depth += 1
      } else if character == ")" || character == "]" {
        depth = max(0, depth - 1)
      } else if depth == 0 {
        kept.append(character)
      }
    }
    return kept
  }
}
