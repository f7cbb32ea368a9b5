import CellGrid

/// The header of a table: a row, or several where columns stand in groups.
struct PrintedHeader {
  /// One text of the header, over one or more rows and columns.
  struct Block {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>
  }

  private(set) var rows: [[Page.Cell]]
  private(set) var blocks: [Block] = []

  init(_ columns: [PrintedColumn], look: CellLook) {
    let depth = (columns.map(\.groups.count).max() ?? 0) + 1
    rows = Array(
      repeating: columns.map { _ in Page.Cell(.blank, look) }, count: depth)
    for (index, column) in columns.enumerated() {
      for level in column.groups.indices {
        let path = column.groups[...level]
        // The first column of a group writes its name.
        if index > 0, columns[index - 1].groups.count > level,
          columns[index - 1].groups[...level].elementsEqual(path)
        {
          continue
        }
        let last = columns.indices.dropFirst(index).prefix {
          columns[$0].groups.count > level && columns[$0].groups[...level].elementsEqual(path)
        }.last
        rows[level][index].content = .text(column.groups[level])
        blocks.append(Block(rows: level...level, columns: index...(last ?? index)))
      }
      let own = column.groups.count
      rows[own][index].content = .text(column.header)
      blocks.append(Block(rows: own...depth - 1, columns: index...index))
    }
  }
}
