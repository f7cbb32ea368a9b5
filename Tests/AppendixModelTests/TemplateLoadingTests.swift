import AppendixModel
import Findings
import StrictYAML
import Testing

@Suite struct TemplateLoadingTests {
  static let minimal = """
    schema: phuluc/template/1
    id: thu
    name: Biểu thử
    columns:
      - role: task
        header: Nội dung
        merge: identity
        width: 40
    statuses:
      - {id: KHAC, name: Khác, isDone: false, rank: 0, patterns: ['…']}
    layout:
      orientation: auto
      font: Times New Roman
      fontSize: 13
      word: Phụ lục
      title: ''
      reference: ''
      margins: {top: 20, bottom: 20, left: 30, right: 15}
    """

  @Test(arguments: AppendixTemplate.builtInIDs)
  func builtInTemplatesLoad(_ id: String) throws {
    let template = try AppendixTemplate.builtIn(id)
    #expect(template.id == id)
    #expect(template.column(.task) != nil)
  }

  @Test func aTemplateNeedsLittle() throws {
    let template = try AppendixTemplate.load(yaml: Self.minimal, name: "thu.yaml")
    #expect(template.columns.map(\.headings) == [["Nội dung"]])
  }

  @Test(arguments: [
    ("merge: identity", "merge: sumup", 7, "sum"),
    ("width: 40", "width: rộng", 8, "width"),
    ("role: task", "role: lead", 5, "task"),
    ("isDone: false", "isDone: có", 10, "isDone"),
    ("font: Times New Roman", "fonts: Times New Roman", 13, "fonts"),
    ("phuluc/template/1", "phuluc/template/9", 1, "phuluc/template/1"),
    ("id: thu", "id: Biểu 1", 2, "Biểu 1"),
    ("margins: {top: 20", "margins: {top: cao", 18, "top"),
    ("fontSize: 13", "fontSize: [13", 15, "YAML"),
    ("id: thu\n", "", 1, "hãy thêm dòng «id: …»"),
    ("width: 40", "width: 0", 8, "0,1 đến 1000"),
    ("width: 40", "width: .nan", 8, "không phải «.nan»"),
    ("rank: 0", "rank: 1e400", 10, "0 đến 1000"),
    ("merge: identity", "merge: identity\n    aligment: left", 8, "aligment"),
    ("merge: identity", "merge: identity\n    align: middle", 8, "left, center, right"),
    ("merge: identity", "merge: identity\n    headings: STT", 8, "danh sách"),
    ("merge: identity", "merge: identity\n    parts: {ofice: [Phòng]}", 8, "from, office, to"),
    ("  - role: task", "\t- role: task", 5, "Tab"),
    ("name: Biểu thử", "name: Biểu: thử", 3, "nháy"),
    ("name: Biểu thử", "name: *thử", 3, "nháy"),
    ("name: Biểu thử", "name: ' '", 3, "để trống"),
    (
      "patterns: ['…']",
      "patterns: ['…']}\n  - {id: KHAC, name: Hai, isDone: true, rank: 1, patterns: []", 11,
      "hai lần"
    ),
    ("rank: 0,", "rank: 0, color: đỏ,", 10, "548235"),
    ("rank: 0,", "rank: 0, dates: late,", 10, "done-late"),
    ("margins: {top", "margins: {trái: 1, top", 18, "bottom, left, right, top"),
    ("orientation: auto", "orientation: ngang", 12, "portrait, landscape, auto"),
    ("isDone: false", "isDone: yes", 10, "true hoặc false"),
  ])
  func mistakesNameTheirLine(_ good: String, _ bad: String, _ line: Int, _ word: String) throws {
    let yaml = Self.minimal.replacing(good, with: bad)
    let failure = #expect(throws: TemplateFailure.self) {
      try AppendixTemplate.load(yaml: yaml, name: "thu.yaml")
    }
    #expect(failure?.line == line)
    #expect(failure?.text(in: .vietnamese).contains(word) == true)
    #expect(failure?.text(in: .vietnamese).hasPrefix("thu.yaml: lỗi: dòng \(line)") == true)
  }

  @Test(arguments: ["", "- 1", "\u{0}", "a: &x [*x]", "]", "columns: {a: 1, a: 2}"])
  func nonsenseIsRefused(_ yaml: String) {
    #expect(throws: TemplateFailure.self) {
      try AppendixTemplate.load(yaml: yaml, name: "x")
    }
  }

  @Test(arguments: ["- 1", "chữ", "a: &a [x]\nb: [*a, *a]"])
  func theFileItselfIsNamedInWords(_ yaml: String) {
    let failure = #expect(throws: TemplateFailure.self) {
      try AppendixTemplate.load(yaml: yaml, name: "x")
    }
    #expect(failure?.text(in: .vietnamese).contains("«»") == false)
    #expect(failure?.text(in: .vietnamese).contains("\n") == false)
  }

  @Test func bytesMustBeText() {
    #expect(throws: TemplateFailure.self) {
      try AppendixTemplate.load(yaml: [0xFF, 0xFE, 0x41] as [UInt8], name: "x")
    }
  }
}
