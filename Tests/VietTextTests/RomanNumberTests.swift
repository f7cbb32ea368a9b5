import Testing
import VietText

@Suite struct RomanNumberTests {
  @Test(arguments: [(1, "I"), (4, "IV"), (14, "XIV"), (1999, "MCMXCIX"), (0, "0"), (4000, "4000")])
  func `numbers are written in Roman capitals`(_ number: Int, _ text: String) {
    #expect(RomanNumber.written(number) == text)
  }

  @Test func `what is written is read`() {
    for number in 1...3999 {
      #expect(RomanNumber.value(RomanNumber.written(number)) == number)
      #expect(RomanNumber.value(RomanNumber.written(number).lowercased()) == number)
    }
  }

  @Test(arguments: ["", "IIII", "VX", "IVI", "A", "12", "I ", "MMMM", "MIXED", "Ⅳ"])
  func `other letters are no number`(_ text: String) {
    #expect(RomanNumber.value(text) == nil)
  }
}
