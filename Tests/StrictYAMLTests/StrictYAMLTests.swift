import Findings
import StrictYAML
import Testing

@Suite struct StrictYAMLTests {
  struct Plan: Codable, Equatable {
    struct Input: Codable, Equatable {
      var file: String
      var name: String?
    }
    var title: String
    var count: Int?
    var inputs: [Input]
  }

  @Test func readsWhatIsRight() throws {
    let text = "title: Kế hoạch\ninputs:\n  - file: a.xlsx\n  - {file: b.xlsx, name: B}\n"
    let plan = try StrictYAML.decode(Plan.self, from: text, file: "p.yaml")
    #expect(
      plan
        == Plan(
          title: "Kế hoạch", count: nil,
          inputs: [.init(file: "a.xlsx", name: nil), .init(file: "b.xlsx", name: "B")]))
  }

  @Test(
    arguments: [
      ("title: a\ninputs:\n  - file: a\n    nmae: b\n", 4, "nmae"),
      ("title: a\ntitel: b\ninputs: []\n", 2, "titel"),
      ("title: a\ncount: nhiều\ninputs: []\n", 2, "count"),
      ("title: a\n", 1, "inputs"),
      ("title: a\ninputs:\n  - name: x\n", 3, "file"),
      ("title: [a\n", 2, "YAML"),
    ])
  func namesTheLineOfAMistake(text: String, line: Int, word: String) {
    let failure = #expect(throws: YAMLFailure.self) {
      try StrictYAML.decode(Plan.self, from: text, file: "p.yaml")
    }
    #expect(failure?.line == line)
    #expect(failure?.message.vietnamese.contains(word) == true, "\(failure.debugDescription)")
  }

  @Test func refusesAnEmptyFile() {
    #expect(throws: YAMLFailure.self) {
      try StrictYAML.decode(Plan.self, from: "", file: "p.yaml")
    }
  }
}
