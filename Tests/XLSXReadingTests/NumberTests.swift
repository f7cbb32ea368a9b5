import CellGrid
import TestSupport
import Testing
import XLSXReading

/// Numbers are the doubles nearest to what is written, however it is written.
@Suite struct NumberTests {
  /// Numbers as programs write them, and as they might.
  private static func spellings(_ generator: inout SeededGenerator) -> [String] {
    var texts: [String] = []
    for _ in 0..<1500 {
      let bits = UInt64.random(in: 0...UInt64.max, using: &generator)
      let any = Double(bitPattern: bits)
      if any.isFinite { texts.append("\(any)") }
      texts.append("\(Double.random(in: -1e6...1e6, using: &generator))")
      let digits = UInt64.random(in: 0...UInt64.max, using: &generator)
      let places = Int.random(in: 0...19, using: &generator)
      texts.append("\(digits)E-\(places)")
      texts.append("\(digits >> UInt64.random(in: 0..<40, using: &generator))E+\(places + 5)")
      let whole = Int.random(in: 0...9_999_999, using: &generator)
      let part = UInt64.random(in: 0...999_999_999_999, using: &generator)
      texts.append("\(whole).\(part)")
      // Halfway between two doubles, and just beside it.
      let odd = (UInt64(1) << 53) + 1 + 2 * UInt64.random(in: 0...1_000_000, using: &generator)
      texts += ["\(odd)", "\(odd).0000000000000000000000001", "\(odd)e3"]
    }
    return texts
  }

  @Test func areReadExactly() throws {
    var generator = SeededGenerator(seed: 3)
    let texts = Self.spellings(&generator)
    let rows = texts.map { "<row><c><v>\($0)</v></c></row>" }.joined()
    let markup =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
      + rows + "</sheetData></worksheet>"
    for way in [ReadWay.fast, .judge] {
      let workbook = try Workbook.read(
        bytes: StoredArchive.workbook(sheet: Array(markup.utf8)), name: "a.xlsx", way: way)
      let store = workbook.sheets[0].packed
      #expect(store.cells.count == texts.count)
      for (cell, text) in zip(store.cells, texts) {
        let expected = try #require(Double(text))
        #expect(cell.kind == .number && cell.payload == expected.bitPattern, "\(text)")
      }
    }
  }

  @Test func limitsRefuseWithTheirReason() throws {
    let markup =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
      + String(repeating: "<row><c><v>1</v></c></row>", count: 50) + "</sheetData></worksheet>"
    let bytes = StoredArchive.workbook(sheet: Array(markup.utf8))
    func isRefused(_ change: (inout ReadLimits) -> Void) -> Bool {
      var limits = ReadLimits()
      change(&limits)
      do throws(ReadFailure) {
        _ = try Workbook.read(bytes: bytes, name: "a.xlsx", limits: limits)
        return false
      } catch {
        guard case .tooMuch = error.reason else { return false }
        return true
      }
    }
    #expect(!isRefused { _ in })
    #expect(!isRefused { $0.cells = 50 })
    #expect(isRefused { $0.cells = 49 })
    #expect(isRefused { $0.expandedBytes = 100 })
    #expect(isRefused { $0.partBytes = 100 })
    #expect(isRefused { $0.entries = 2 })
    #expect(isRefused { $0.sheets = 0 })
    #expect(isRefused { $0.xmlDepth = 1 })
  }
}
