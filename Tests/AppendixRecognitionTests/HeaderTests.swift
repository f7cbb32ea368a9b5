import AppendixModel
import AppendixRecognition
import CellGrid
import Foundation
import TestSupport
import Testing

/// How many generated tables are tried: thousands in a release run, few in a slow debug build.
private let tables: Int = {
  if let number = ProcessInfo.processInfo.environment["PHULUC_TABLES"].flatMap({ Int($0) }) {
    return number
  }
  #if DEBUG
  return 150
  #else
  return 5000
  #endif
}()

@Suite struct HeaderTests {
  @Test(arguments: try Fixture.table("header-rows"))
  func headersOfRealFormsAreRead(_ row: [String]) throws {
    guard AppendixTemplate.builtInIDs.contains(row[0]) else { return }
    let headings = row[1].split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    var sheet = Sheet(name: "PL")
    for (column, heading) in headings.enumerated() {
      sheet.set(.text(heading), at: CellAddress(row: 3, column: column))
    }
    let found = AppendixRecognizer(templates: [try .builtIn(row[0])])
      .recognise([sheet], input: InputID(0), file: "a.xlsx")
    let columns = try #require(found.appendices.first?.columns)
    #expect(columns.map(\.role.rawValue).joined(separator: " ") == row[2])
  }

  @Test func generatedTablesAreReadInAtLeast99Percent() throws {
    let template = try AppendixTemplate.builtIn("ke-hoach-cchc")
    let recognizer = AppendixRecognizer(templates: [template])
    var generator = try HeaderGenerator(seed: 20_251_121)
    var right = 0
    var failures: [String] = []
    for number in 0..<tables {
      let made = generator.next()
      let found = recognizer.recognise([made.sheet], input: InputID(0), file: "a.xlsx")
      let table = found.appendices.first
      let roles = Dictionary(
        (table?.columns ?? []).map { ($0.column, $0.role) }, uniquingKeysWith: { first, _ in first }
      )
      let isRight =
        found.appendices.count == 1 && roles == made.roles && table?.items.count == made.items
        && table?.headerRows == Array(made.headerRows)
        && table?.account.sections == made.sections
        && table?.items.reduce(0) { $0 + $1.parts.count } == made.subitems
      if isRight {
        right += 1
      } else {
        let headers = table?.columns.map { "\($0.header)=\($0.role.rawValue)" } ?? []
        failures.append(
          "\(number): wanted \(made.roles.sorted { $0.key < $1.key }.map(\.value.rawValue)) rows \(made.headerRows) items \(made.items)+\(made.subitems) sections \(made.sections), got \(headers) rows \(table?.headerRows ?? []) items \(table?.items.count ?? 0)+\(table?.items.reduce(0) { $0 + $1.parts.count } ?? 0) sections \(table?.account.sections ?? 0) tables \(found.appendices.count)"
        )
      }
    }
    for failure in failures.prefix(60) { print(failure) }
    let rate = Double(right) / Double(tables)
    print("generated tables with every role right: \(right) of \(tables), \(rate * 100) %")
    #expect(rate >= 0.99, "\(failures.prefix(40).joined(separator: "\n"))")
  }
}
