/// The rows of plain tables: names or titles with what stands beside them.
struct NameRecordSet: Sendable {
  private(set) var places: [RecordPlace] = []
  private(set) var readings: [NameReading] = []
  private var columnValues: [(header: String, values: [String])]

  /// `headers` of the columns that several tables have.
  init(columns headers: [String]) {
    columnValues = headers.map { ($0, []) }
  }

  /// Adds a row; `values` by column, empty where the row has none.
  mutating func add(input: Int, row: Int, text: String, values: [String]) {
    let reading = NameReading(text)
    places.append(RecordPlace(input: input, row: row, content: ContentHash.of(reading.key)))
    readings.append(reading)
    for (column, value) in values.enumerated() { columnValues[column].values.append(value) }
  }

  var columns: [NameColumn] {
    columnValues.map { NameColumn(header: $0.header, values: $0.values) }
  }

  /// Whether one row in three names a model number: letters and digits in one word.
  var haveModels: Bool {
    let count = readings.count { reading in
      (reading.words + reading.joined).contains(where: isModel)
    }
    return count * 3 >= readings.count
  }

  private func isModel(_ word: String) -> Bool {
    word.utf8.count >= 4 && word.contains(where: \.isNumber) && word.contains(where: \.isLetter)
  }
}
