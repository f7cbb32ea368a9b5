/// Finds the widths at which a table fills its page, breaks no word and is as short as possible.
struct ColumnFitter {
  /// What a column holds, measured.
  struct Column {
    /// Share of the width that the template asks for: where the search begins.
    var share: Double
    /// In millimetres: the widest word, or more.
    var narrowest: Double
    /// The cells' words by row (see ``TextMeasure/wordWidths(_:)``), one list for each line.
    var cells: [[[Double]]]
    var measure: TextMeasure
    /// How much a line of its own counts.
    var weight = 1
  }

  /// Rows beyond this number are sampled evenly: widths need no more.
  static let sampleSize = 300

  /// Widths in millimetres that add up to `total`; scaled down evenly where even the narrowest
  /// columns are too wide together.
  static func widths(_ columns: [Column], total: Double) -> [Double] {
    guard !columns.isEmpty else { return [] }
    let narrowest = columns.map(\.narrowest)
    let least = narrowest.reduce(0, +)
    guard least < total else { return narrowest.map { $0 / least * total } }
    var fitter = Search(columns: columns, widths: start(columns, total: total))
    fitter.improve()
    return fitter.widths
  }

  /// The template's shares, no column below its least width.
  private static func start(_ columns: [Column], total: Double) -> [Double] {
    var widths = columns.map(\.narrowest)
    var open = Set(columns.indices)
    // Columns whose share is below their least width keep the latter; the rest share what is left.
    while !open.isEmpty {
      let fixed = columns.indices.filter { !open.contains($0) }.reduce(0) { $0 + widths[$1] }
      let shares = open.reduce(0) { $0 + max(columns[$1].share, 0.1) }
      let small = open.filter {
        (total - fixed) * max(columns[$0].share, 0.1) / shares < columns[$0].narrowest
      }
      guard small.isEmpty else {
        open.subtract(small)
        continue
      }
      for index in open {
        widths[index] = (total - fixed) * max(columns[index].share, 0.1) / shares
      }
      return widths
    }
    return widths
  }

  /// Moves width from column to column as long as the table becomes shorter.
  private struct Search {
    let columns: [Column]
    let weights: [Int]
    var widths: [Double]
    /// Lines of each cell at the current widths.
    var lines: [[Int]]

    init(columns: [Column], widths: [Double]) {
      self.columns = columns
      weights = columns.map(\.weight)
      self.widths = widths
      lines = columns.indices.map { Self.lines(columns[$0], width: widths[$0]) }
    }

    static func lines(_ column: Column, width: Double) -> [Int] {
      let room = ColumnMeasure.textWidth(millimetres: width)
      return column.cells.map { cell in
        cell.reduce(0) { $0 + column.measure.lines(ofWords: $1, width: room) }
      }
    }

    /// What is to become small: the rows' heights above all, and every cell's own lines.
    func cost(_ lines: [[Int]]) -> Int {
      var sum = 0
      for row in (lines.first ?? []).indices {
        var tallest = 1
        for (column, weight) in zip(lines, weights) {
          tallest = max(tallest, column[row])
          sum += column[row] * weight
        }
        sum += 4 * tallest
      }
      return sum
    }

    mutating func improve() {
      var best = cost(lines)
      for step in [24.0, 16, 12, 8, 6, 4, 3, 2] {
        var isBetter = true
        var rounds = 0
        while isBetter, rounds < 12 {
          isBetter = false
          rounds += 1
          for giver in columns.indices {
            let given = widths[giver] - step
            guard given >= columns[giver].narrowest else { continue }
            let less = Self.lines(columns[giver], width: given)
            for taker in columns.indices where taker != giver {
              let more = Self.lines(columns[taker], width: widths[taker] + step)
              var candidate = lines
              candidate[giver] = less
              candidate[taker] = more
              let sum = cost(candidate)
              guard sum < best else { continue }
              best = sum
              lines = candidate
              widths[giver] -= step
              widths[taker] += step
              isBetter = true
              break
            }
          }
        }
      }
    }
  }
}
