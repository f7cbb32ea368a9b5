import AppendixModel
import Findings
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

  @Test func bytesMustBeText() {
    #expect(throws: TemplateFailure.self) {
      try AppendixTemplate.load(yaml: [0xFF, 0xFE, 0x41] as [UInt8], name: "x")
    }
  }
}
