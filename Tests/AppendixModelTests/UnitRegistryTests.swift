import AppendixModel
import Testing

struct UnitRegistryTests {
  @Test(arguments: [
    ["Sở KH&CN", "Sở KHCN", "Sở Khoa học và Công nghệ", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "SKHCN"],
    ["Sở TT&TT", "Sở TTTT", "STTTT", "Sở Thông tin và Truyền thông"],
    ["P.KHTC", "P.KH-TC", "P. KHTC", "Phòng KHTC", "Phòng Kế hoạch - Tài chính"],
    ["UBND tỉnh", "Uỷ ban nhân dân tỉnh", "Ủy ban Nhân dân Tỉnh"],
    ["Sở LĐTBXH", "Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"],
    ["Sở VHTTDL", "Sở VH-TT&DL", "Sở VHTT&DL", "Sở Văn hoá, Thể thao và Du lịch"],
  ])
  func spellingsOfOneUnitAreOne(names: [String]) {
    let keys = Set(names.map { UnitRegistry.builtIn.key(of: $0) })
    #expect(keys.count == 1)
  }
}
