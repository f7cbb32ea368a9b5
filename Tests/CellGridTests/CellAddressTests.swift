import CellGrid
import Testing

@Suite struct CellAddressTests {
  @Test(
    arguments: zip(
      ["A1", "C12", "$AA$3", "XFD1048576"], [(0, 0), (11, 2), (2, 26), (1_048_575, 16_383)]))
  func readsAndPrints(text: String, place: (Int, Int)) throws {
    let address = try #require(CellAddress(text))
    #expect((address.row, address.column) == place)
    #expect("\(address)" == text.filter { $0 != "$" })
  }

  @Test(arguments: ["", "A", "1", "A0", "XFE1", "A1048577", "1A", "A1B", "AAAA1", "A99999999999"])
  func refuses(text: String) {
    #expect(CellAddress(text) == nil)
  }
}
