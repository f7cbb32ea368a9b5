import CellGrid
import Findings
import Glibc
import Testing
import XLSXReading
import XLSXWriting

@Suite("Files appear whole and alike, or not at all", .serialized)
struct FileWritingTests {
  static func everything() throws -> [Page] {
    var sheet = page("Phụ lục", [["a", "b"], ["c", "=d"]])
    sheet.columns = [Page.Column(width: 10.5), Page.Column(width: 22.25)]
    sheet.rows[0].height = 31.5
    sheet.rows[0].cells.append(Page.Cell(.number(1234.5)))
    sheet.rows[1].cells.append(Page.Cell(.number(0.125)))
    sheet.setup.header = "&C&P"
    sheet.setup.firstPageHeader = ""
    let values = try #require(CellRange("C1:C2"))
    sheet.charts = [
      Page.Chart(
        kind: .stackedBar, title: "Biểu đồ", place: CellAddress(row: 4, column: 0), width: 600,
        height: 300,
        series: [
          Page.Chart.Series(
            sheet: "Phụ lục", name: CellAddress(row: 0, column: 0),
            categories: try #require(CellRange("A1:A2")), values: values, colors: ["C00000"])
        ])
    ]
    return [sheet]
  }

  @Test func sameBytesWhateverTheLocaleAndTimeZone() throws {
    let plain = try WrittenWorkbook(Self.everything()).bytes()
    let locale = setlocale(LC_ALL, nil).map { String(cString: $0) } ?? "C"
    defer {
      setlocale(LC_ALL, locale)
      unsetenv("TZ")
      tzset()
    }
    // Locales with a decimal comma; made here where the system has none.
    Self.makeLocales()
    for name in ["vi_VN.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8", "C.UTF-8"] {
      setlocale(LC_ALL, name)
      for zone in ["Asia/Ho_Chi_Minh", "America/New_York", "UTC"] {
        setenv("TZ", zone, 1)
        tzset()
        #expect(try WrittenWorkbook(Self.everything()).bytes() == plain)
      }
    }
  }

  @Test func numbersHaveADotUnderEveryLocale() throws {
    let locale = setlocale(LC_ALL, nil).map { String(cString: $0) } ?? "C"
    defer { setlocale(LC_ALL, locale) }
    Self.makeLocales()
    guard setlocale(LC_ALL, "vi_VN.UTF-8") != nil else { return }
    #expect(localeconv().map { String(cString: $0.pointee.decimal_point) } == ",")
    let part = try WrittenWorkbook(Self.everything()).part("xl/worksheets/sheet1.xml")
    #expect(part.contains("<v>1234.5</v>"))
    #expect(!part.contains("1234,5"))
  }

  /// Makes the locale vi_VN in a folder of our own, with the C library's own tool.
  static func makeLocales() {
    let folder = "/tmp/phuluc-locales"
    mkdir(folder, 0o755)
    system(
      "test -d \(folder)/vi_VN.UTF-8 || localedef -i vi_VN -f UTF-8 \(folder)/vi_VN.UTF-8 2>/dev/null"
    )
    setenv("LOCPATH", folder, 1)
  }

  @Test(arguments: [
    ("/nicht/da/a.xlsx", Findings.ExitStatus.outputNotCreated),
    ("/dev/null/a.xlsx", .outputNotCreated),
  ])
  func folderThatCanNotBeWritten(_ path: String, _ status: Findings.ExitStatus) throws {
    let day = try #require(WrittenWorkbook.day)
    let failure = #expect(throws: WriteFailure.self) {
      try WorkbookWriter.write([page("a", [["b"]])], to: path, created: day, title: "")
    }
    #expect(failure?.exitCode == status)
    #expect(failure?.message.vietnamese.isEmpty == false)
  }

  @Test func targetThatIsAFolderIsLeftAlone() throws {
    let written = try WrittenWorkbook([page("a", [["b"]])])
    let target = written.folder + "/sub"
    #expect(mkdir(target, 0o755) == 0)
    defer { rmdir(target) }
    let day = try #require(WrittenWorkbook.day)
    #expect(throws: WriteFailure.self) {
      try WorkbookWriter.write([page("a", [["b"]])], to: target, created: day, title: "")
    }
    // Nothing else was left in the folder.
    var names: [String] = []
    if let directory = opendir(written.folder) {
      while let entry = readdir(directory) {
        names.append(
          withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
          })
      }
      closedir(directory)
    }
    #expect(Set(names) == [".", "..", "a.xlsx", "sub"])
  }

  @Test func noTimeOfDayInTheFile() throws {
    let core = try WrittenWorkbook([page("a", [["b"]])]).part("docProps/core.xml")
    #expect(core.contains("2025-03-31T00:00:00Z"))
  }
}
