import AppendixModel

/// Looks in a header for columns that hold one role's value together.
struct GroupFinder {
  let block: HeaderBlock
  let contents: [Int: ColumnContents]
  let lexicon: HeadingLexicon
  let classifier: StatusClassifier
  /// Columns that a person gave a role.
  let forced: Set<Int>

  private var template: AppendixTemplate { lexicon.template }

  /// The groups found, none sharing a column or a role.
  func groups() -> [ColumnGroup] {
    var groups: [ColumnGroup] = []
    for group in candidates() {
      let columns = Set(group.members.map(\.column))
      guard columns.count > 1,
        !groups.contains(where: {
          $0.role == group.role || $0.members.contains { columns.contains($0.column) }
        }), group.role == .progress || !hasColumnOfItsOwn(group.role, besides: columns)
      else { continue }
      groups.append(group)
    }
    return groups
  }

  private func candidates() -> [ColumnGroup] {
    let free = block.columns.filter { !forced.contains($0.column) }
    let families = families(free)
    var found = statusTicks(free).map { [$0] } ?? []
    for family in families { found += periods(family.columns, under: family.outer) }
    found += periods(free.filter { PeriodLabel(leaf($0))?.unit != nil }, under: [])
    for family in families { found += spans(family.columns, under: family.outer) }
    found += spans(free, under: [])
    for family in families {
      found += offices(family.columns, under: family.outer)
      found += lists(family.columns, under: family.outer)
    }
    found += numberedLists(free)
    return found
  }

  // MARK: Families

  private struct Family {
    /// The headings above, outermost first.
    var outer: [HeaderBlock.Level]
    var columns: [HeaderBlock.Column]
  }

  /// Neighbouring columns under one heading.
  private func families(_ columns: [HeaderBlock.Column]) -> [Family] {
    var families: [Family] = []
    var last: HeaderBlock.Level?
    for column in columns {
      guard column.levels.count > 1 else {
        // One merged heading over several columns that have none of their own.
        if let only = column.levels.first, only.column < column.column, last == only,
          let index = families.indices.last
        {
          families[index].columns.append(column)
        } else if let only = column.levels.first {
          families.append(Family(outer: [only], columns: [column]))
          last = only
        }
        continue
      }
      let parent = column.levels[column.levels.count - 2]
      if parent == last, let index = families.indices.last {
        families[index].columns.append(column)
      } else {
        families.append(Family(outer: Array(column.levels.dropLast()), columns: [column]))
        last = parent
      }
    }
    return families.filter { $0.columns.count > 1 }
  }

  private func leaf(_ column: HeaderBlock.Column) -> String { column.levels.last?.text ?? "" }

  private func contents(_ column: HeaderBlock.Column) -> ColumnContents {
    contents[column.column] ?? ColumnContents()
  }

  private func member(_ column: HeaderBlock.Column) -> ColumnGroup.Member {
    ColumnGroup.Member(column: column.column, label: leaf(column))
  }

  /// Whether one of the headings means the role.
  private func means(
    _ headings: [HeaderBlock.Level], _ role: ColumnRole, atLeast strength: Double = 0.6
  )
    -> Bool
  {
    headings.contains { heading in
      [heading.key, heading.bareKey].contains { key in
        lexicon.meanings(key).contains { $0.role == role && $0.strength >= strength }
      }
    }
  }

  /// Whether a column outside a group means the role, and surely so.
  private func hasColumnOfItsOwn(_ role: ColumnRole, besides columns: Set<Int>) -> Bool {
    block.columns.contains { column in
      !columns.contains(column.column)
        && lexicon.exactMeanings(column.leafKey).contains {
          $0.role == role && !$0.isAmbiguous
        }
    }
  }

  // MARK: Ticks

  /// Columns that mark a status, two or more: «Đã thực hiện», «Chưa thực hiện». Numbers in such
  /// columns are counts, unless every one of them is 1.
  private func statusTicks(_ columns: [HeaderBlock.Column]) -> ColumnGroup? {
    guard template.column(.progress) != nil else { return nil }
    let named = columns.filter { column in
      classifier.match(leaf(column)) != nil && column.leafKey.words.count <= 4
    }
    let members = named.filter { column in
      let isStatus = means(Array(column.levels.dropLast()), .progress, atLeast: 0.7)
      let found = contents(column)
      let hasNeighbour = named.contains {
        abs($0.column - column.column) == 1 && contents($0).marks > 0
      }
      return found.isTicks(orOnes: isStatus) && (isStatus || found.filled > 0 || hasNeighbour)
    }
    return members.count > 1
      ? ColumnGroup(role: .progress, kind: .ticks, members: members.map(member)) : nil
  }

  /// Quarters or months to tick.
  private func periods(_ columns: [HeaderBlock.Column], under outer: [HeaderBlock.Level])
    -> [ColumnGroup]
  {
    guard columns.count > 1,
      let role = template.columns.first(where: { $0.contents == .period })?.role
    else { return [] }
    let labels = columns.compactMap { PeriodLabel(leaf($0)) }
    guard labels.count == columns.count, Set(labels.map(\.number)).count == labels.count,
      columns.allSatisfy({ contents($0).isTicks(orOnes: means(outer, role)) }),
      columns.contains(where: { contents($0).filled > 0 }) || means(outer, role)
    else { return [] }
    let words = outer.flatMap(\.key.words)
    let named = Set(labels.compactMap(\.unit))
    let unit: PeriodLabel.Unit
    if let only = named.first, named.count == 1 {
      unit = only
    } else if !named.isEmpty {
      return []
    } else if let said = words.compactMap({ PeriodLabel.unit(of: $0) }).first {
      unit = said
    } else if means(outer, role) {
      unit = labels.count <= 4 && labels.allSatisfy { $0.number <= 4 } ? .quarter : .month
    } else {
      return []
    }
    guard unit != .quarter || labels.allSatisfy({ $0.number <= 4 }) else { return [] }
    let year =
      labels.compactMap(\.year).first
      ?? words.compactMap { Int($0) }.first { (1990...2200).contains($0) }
    return [
      ColumnGroup(role: role, kind: .periods(unit, year: year), members: columns.map(member))
    ]
  }

  // MARK: Values in parts

  /// «Từ | Đến», «Bắt đầu | Kết thúc».
  private func spans(_ columns: [HeaderBlock.Column], under outer: [HeaderBlock.Level])
    -> [ColumnGroup]
  {
    template.columns.compactMap { spec in
      guard let parts = lexicon.parts[spec.role],
        let first = column(among: columns, called: parts.from),
        let last = column(among: columns, called: parts.to), first.column < last.column,
        outer.isEmpty || means(outer, spec.role)
      else { return nil }
      return ColumnGroup(role: spec.role, kind: .span, members: [member(first), member(last)])
    }
  }

  /// «Sở | Phòng» under one lead heading.
  private func offices(_ columns: [HeaderBlock.Column], under outer: [HeaderBlock.Level])
    -> [ColumnGroup]
  {
    template.columns.compactMap { spec in
      guard columns.count == 2, let parts = lexicon.parts[spec.role], means(outer, spec.role),
        let office = column(among: columns, called: parts.office),
        office.column != columns[0].column,
        lexicon.exactMeanings(columns[0].leafKey).allSatisfy({ $0.role == spec.role })
      else { return nil }
      return ColumnGroup(role: spec.role, kind: .office, members: columns.map(member))
    }
  }

  private func column(among columns: [HeaderBlock.Column], called headings: Set<WordKey>?)
    -> HeaderBlock.Column?
  {
    guard let headings else { return nil }
    return columns.first { column in
      column.levels.last.map { headings.contains($0.key) || headings.contains($0.bareKey) } == true
    }
  }

  /// Several agencies side by side: a column each, or one to tick.
  private func lists(_ columns: [HeaderBlock.Column], under outer: [HeaderBlock.Level])
    -> [ColumnGroup]
  {
    template.columns.compactMap { spec in
      guard spec.merge == .union, means(outer, spec.role, atLeast: 0.9) else { return nil }
      let own = columns.filter { column in
        column.levels.count == 1
          || lexicon.meanings(column.leafKey).allSatisfy { $0.role == spec.role }
      }
      let marked = own.filter { contents($0).marks > 0 }
      if own.count > 1, !marked.isEmpty, own.allSatisfy({ contents($0).isTicks(orOnes: false) }),
        own.allSatisfy({ $0.levels.count > 1 })
      {
        return ColumnGroup(role: spec.role, kind: .ticks, members: own.map(member))
      }
      let filled = own.filter { contents($0).filled > 0 }
      guard filled.count > 1, filled.allSatisfy({ contents($0).share(.agency) >= 0.5 }) else {
        return nil
      }
      return ColumnGroup(role: spec.role, kind: .list, members: filled.map(member))
    }
  }

  /// «Đơn vị chủ trì 1», «Đơn vị chủ trì 2».
  private func numberedLists(_ columns: [HeaderBlock.Column]) -> [ColumnGroup] {
    template.columns.compactMap { spec in
      guard spec.merge == .union else { return nil }
      let own = columns.filter { column in
        var key = column.leafKey
        if let last = key.words.last, Int(last) != nil { key.words.removeLast() }
        return lexicon.exactMeanings(key).contains { $0.role == spec.role && !$0.isAmbiguous }
          && (contents(column).filled == 0
            ? column.levels.last?.column == column.column : contents(column).share(.agency) >= 0.5)
      }
      guard own.count > 1, own.contains(where: { contents($0).filled > 0 }) else { return nil }
      return ColumnGroup(role: spec.role, kind: .list, members: own.map(member))
    }
  }
}
