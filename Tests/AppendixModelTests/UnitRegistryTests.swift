import AppendixModel
import CellGrid
import Findings
import Testing

struct UnitRegistryTests {
  private let registry = UnitRegistry.builtIn

  private func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(iso: text))
  }

  @Test func theBuiltInRegistryCanBeRead() throws {
    #expect(registry.names.count > 25)
    #expect(registry.provinces.all(asOf: try day("2025-06-30")).count == 63)
    #expect(registry.provinces.all(asOf: try day("2025-07-01")).count == 34)
    let cities = registry.provinces.all(asOf: try day("2025-07-01")).filter { $0.type != "Tỉnh" }
    #expect(cities.count == 6)
    #expect(registry.provinces.all(asOf: try day("2026-11-01")).count { $0.type != "Tỉnh" } == 9)
  }

  @Test(arguments: [
    ["Sở KH&CN", "Sở KHCN", "Sở Khoa học và Công nghệ", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "SKHCN"],
    ["Sở TT&TT", "Sở TTTT", "STTTT", "Sở Thông tin và Truyền thông"],
    ["UBND tỉnh", "Uỷ ban nhân dân tỉnh", "Ủy ban Nhân dân Tỉnh"],
    ["Sở LĐTBXH", "Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"],
    ["Sở VHTTDL", "Sở VH-TT&DL", "Sở VHTT&DL", "Sở Văn hoá, Thể thao và Du lịch"],
    ["Sở Nội vụ", "SNV", "sở nội vụ tỉnh"],
    ["VP UBND tỉnh", "Văn phòng Uỷ ban nhân dân tỉnh", "Văn phòng UBND"],
  ])
  func spellingsOfOneUnitAreOne(names: [String]) {
    #expect(Set(names.map { registry.key(of: $0) }).count == 1)
  }

  @Test(arguments: [
    ["P.KHTC", "P.KH-TC", "P. KHTC", "Phòng KHTC", "Phòng Kế hoạch - Tài chính", "Phòng KHTC Sở"],
    ["Văn phòng", "Văn phòng Sở", "VP", "VP Sở", "Văn phòng thuộc Sở"],
    ["Thanh tra", "Thanh tra Sở"],
  ])
  func spellingsOfOneOfficeAreOne(names: [String]) {
    #expect(Set(names.map { registry.key(ofOffice: $0) }).count == 1)
  }

  @Test func anEndedDepartmentNamesWhoFollowed() throws {
    let answer = registry.find("Sở TT&TT", asOf: try day("2025-04-01"))
    #expect(answer.name == "Sở Thông tin và Truyền thông")
    #expect(answer.standing == .ended)
    #expect(answer.until == (try day("2025-02-28")))
    #expect(answer.current == ["Sở Khoa học và Công nghệ"])
    #expect(answer.ending?.source == "NĐ 45/2025/NĐ-CP")
    #expect(answer.moved.map(\.to) == ["Sở Văn hóa, Thể thao và Du lịch", "Công an tỉnh"])
    let before = registry.find("Sở TT&TT", asOf: try day("2025-02-28"))
    #expect(before.standing == .exists)
    #expect(before.current == ["Sở Thông tin và Truyền thông"])
    #expect(before.moved.isEmpty)
  }

  @Test func aNameKeptOverAMergerIsToldApartByTheDay() throws {
    let old = registry.find("Sở KHCN", asOf: try day("2025-02-01"))
    let new = registry.find("Sở KHCN", asOf: try day("2025-03-01"))
    #expect(old.standing == .exists && new.standing == .exists)
    #expect(old.isNameShared && new.isNameShared)
    #expect(old.until == (try day("2025-02-28")))
    #expect(old.beginning == nil)
    #expect(new.from == (try day("2025-03-01")))
    #expect(
      new.beginning?.from == ["Sở Khoa học và Công nghệ", "Sở Thông tin và Truyền thông"])
  }

  @Test func aDepartmentThatIsNotMadeYetNamesWhatItComesFrom() throws {
    let answer = registry.find("Sở NN&MT", asOf: try day("2025-01-15"))
    #expect(answer.standing == .notYet)
    #expect(
      answer.current == ["Sở Nông nghiệp và Phát triển nông thôn", "Sở Tài nguyên và Môi trường"])
  }

  @Test(arguments: [
    ("tỉnh Kiên Giang", "2025-06-30", UnitAnswer.Standing.exists, "Tỉnh Kiên Giang"),
    ("Kiên Giang", "2025-07-01", .ended, "Tỉnh An Giang"),
    ("UBND tỉnh Hà Giang", "2025-08-01", .ended, "Ủy ban nhân dân tỉnh Tuyên Quang"),
    ("tỉnh Hoà Bình", "2026-01-01", .ended, "Tỉnh Phú Thọ"),
    ("An Giang", "2025-08-01", .exists, "Tỉnh An Giang"),
    ("TP.HCM", "2025-08-01", .exists, "Thành phố Hồ Chí Minh"),
    ("Bình Dương", "2025-08-01", .ended, "Thành phố Hồ Chí Minh"),
    ("Bắc Giang", "2026-10-01", .ended, "Thành phố Bắc Ninh"),
    ("tỉnh Cao Bằng", "2025-08-01", .exists, "Tỉnh Cao Bằng"),
  ])
  func provincesAreFollowed(
    name: String, date: String, standing: UnitAnswer.Standing, current: String
  ) throws {
    let answer = registry.find(name, asOf: try day(date))
    #expect(answer.standing == standing)
    #expect(answer.current == [current])
  }

  @Test func aDepartmentOfAProvinceFollowsBoth() throws {
    let answer = registry.find("Sở TT&TT tỉnh Kiên Giang", asOf: try day("2025-08-01"))
    #expect(answer.standing == .ended)
    #expect(answer.current == ["Sở Khoa học và Công nghệ tỉnh An Giang"])
    let kept = registry.find("Sở Tư pháp tỉnh Kiên Giang", asOf: try day("2025-08-01"))
    #expect(kept.standing == .ended)
    #expect(kept.current == ["Sở Tư pháp tỉnh An Giang"])
    let police = registry.find("Công an tỉnh Kiên Giang", asOf: try day("2025-08-01"))
    #expect(police.current == ["Công an tỉnh An Giang"])
  }

  @Test(arguments: [
    "UBND huyện Châu Thành", "Phòng Nội vụ huyện Tri Tôn", "UBND thị xã Tân Châu", "UBND quận 5",
    "UBND thành phố Long Xuyên", "UBND cấp huyện",
  ])
  func aDistrictHasNoSuccessorByRule(name: String) throws {
    let answer = registry.find(name, asOf: try day("2025-07-01"))
    #expect(answer.standing == .ended)
    #expect(answer.current.isEmpty)
    #expect(answer.question != nil)
    #expect(registry.find(name, asOf: try day("2025-06-30")).standing == .exists)
  }

  /// Query, day, standing, who does the work.
  @Test(arguments: [
    ("Thừa Thiên Huế", "2024-12-31", UnitAnswer.Standing.exists, ["Tỉnh Thừa Thiên Huế"]),
    ("Thừa Thiên Huế", "2025-01-01", .ended, ["Thành phố Huế"]),
    ("TP. Huế", "2024-12-31", .notYet, []),
    ("TQ", "2025-08-01", .exists, ["Tỉnh Tuyên Quang"]),
    ("thành phố Long Xuyên", "2025-06-30", .exists, ["thành phố Long Xuyên"]),
    ("thành phố Long Xuyên", "2025-07-01", .ended, []),
    ("Thành phố Cần Thơ", "2025-07-01", .exists, ["Thành phố Cần Thơ"]),
    ("thị trấn Óc Eo", "2025-07-01", .ended, []),
    ("đặc khu Phú Quốc", "2025-06-30", .notYet, []),
    ("đặc khu Phú Quốc", "2025-07-01", .exists, ["đặc khu Phú Quốc"]),
    ("UBND xã Vĩnh Hòa", "2025-07-01", .exists, ["UBND xã Vĩnh Hòa"]),
    ("Bảo hiểm xã hội tỉnh", "2025-07-01", .unknown, []),
    ("Hợp tác xã Hòa Bình", "2025-07-01", .unknown, []),
    ("Phòng Văn hóa - Xã hội", "2025-07-01", .exists, ["Phòng Văn hóa - Xã hội"]),
    ("Bộ TT&TT", "2025-03-01", .ended, ["Bộ Khoa học và Công nghệ"]),
    ("UBND tỉnh", "2025-03-01", .exists, ["Ủy ban nhân dân tỉnh"]),
    ("Thanh tra huyện", "2025-07-01", .ended, []),
  ])
  func otherLevelsAreKnown(
    name: String, date: String, standing: UnitAnswer.Standing, current: [String]
  ) throws {
    let answer = registry.find(name, asOf: try day(date))
    #expect(answer.standing == standing)
    #expect(answer.current == current)
  }

  @Test func aCommuneOfTheSameNameMayBeAnother() throws {
    let before = registry.find("xã Vĩnh Tế", asOf: try day("2025-06-30"))
    let after = registry.find("xã Vĩnh Tế", asOf: try day("2025-07-01"))
    #expect(before.isNameShared && after.isNameShared)
    #expect(before.question == nil && after.question != nil)
  }

  @Test(arguments: [
    ("so thong tin va truyen thong", "Sở Thông tin và Truyền thông"),
    ("SO TT&TT", "Sở Thông tin và Truyền thông"), ("so tttt", "Sở Thông tin và Truyền thông"),
    ("Sở Thông tin và Truyền thong", "Sở Thông tin và Truyền thông"),
    ("so khcn tinh kien giang", "Sở Khoa học và Công nghệ tỉnh Kiên Giang"),
    ("kien giang", "Kiên Giang"), ("tp ho chi minh", "Hồ Chí Minh"),
    ("so ldtbxh", "Sở Lao động - Thương binh và Xã hội"),
  ])
  func aNameWithoutDiacriticsIsReadAsWhatItCanOnlyBe(query: String, name: String) throws {
    let answer = registry.find(query, asOf: try day("2025-04-01"))
    #expect(answer.readAs == name)
    #expect(answer.standing != .unknown)
    #expect(registry.findExactly(query, asOf: try day("2025-04-01")).standing == .unknown)
  }

  @Test(arguments: [
    ("Sở Thông tn và Truyền thông", "Sở Thông tin và Truyền thông"),
    ("Sở Giao thông", "Sở Giao thông vận tải"), ("Sở KHCN&MT", "Sở Khoa học và Công nghệ"),
    ("ĐN", "Đồng Nai"), ("Kiên Giangg", "Kiên Giang"),
  ])
  func nearNamesAreOffered(query: String, name: String) throws {
    let answer = registry.find(query, asOf: try day("2025-04-01"))
    #expect(answer.standing == .unknown)
    #expect(answer.suggestions.contains(name))
    #expect(answer.suggestions.count <= 5)
  }

  @Test func aChangeOfTypeIsNoMerger() throws {
    let answer = registry.find("Quảng Ninh", asOf: try day("2026-08-31"))
    #expect(!answer.isNameShared)
    #expect(answer.ending?.from == ["Tỉnh Quảng Ninh"])
    #expect(answer.ending?.to == ["Thành phố Quảng Ninh"])
    #expect(
      registry.find("Quảng Ninh", asOf: try day("2026-09-01")).current == ["Thành phố Quảng Ninh"])
  }

  @Test func whatIsUnknownIsSaidSo() throws {
    let answer = registry.find("Câu lạc bộ cờ vua", asOf: try day("2025-07-01"))
    #expect(answer.standing == .unknown)
    #expect(answer.question != nil)
  }

  @Test func anOfficeAddsItsOwnUnits() throws {
    let own = try registry.adding(
      yaml: """
        schema: phuluc/units/1
        units:
          - {name: Trung tâm Tin học, spellings: [TTTH]}
        changes:
          - {kind: merge, date: '2025-05-01', from: [Trung tâm Tin học, Trung tâm Ứng dụng], to: [Trung tâm Chuyển đổi số]}
        """, file: "don-vi.yaml")
    let answer = own.find("TTTH", asOf: try day("2025-06-01"))
    #expect(answer.standing == .ended)
    #expect(answer.current == ["Trung tâm Chuyển đổi số"])
    #expect(own.find("Sở TT&TT", asOf: try day("2025-06-01")).standing == .ended)
    #expect(own.rank(of: "Trung tâm Tin học") == 0)
  }

  @Test(arguments: [
    "schema: phuluc/units/2", "schema: phuluc/units/1\nunit: []",
    "schema: phuluc/units/1\nlevels: [{words: [huyện], until: hôm qua, ask: ''}]", ": : :",
  ])
  func aFaultyFileIsRefused(yaml: String) {
    #expect(throws: (any Error).self) { try registry.adding(yaml: yaml, file: "don-vi.yaml") }
  }

  @Test func aPlansOwnOfficeGoesByManyNames() {
    let agency = "SỞ KHOA HỌC VÀ CÔNG NGHỆ TỈNH KIÊN GIANG"
    for name in ["Sở", "Sở KH&CN", "Sở Thông tin và Truyền thông", "Sở KHCN tỉnh Kiên Giang"] {
      #expect(registry.isOwn(name, of: agency), "\(name)")
    }
    #expect(!registry.isOwn("Sở Nội vụ", of: agency))
    #expect(!registry.isOwn("UBND tỉnh", of: agency))
    let names = registry.ownNames(of: agency)
    #expect(names.last == "sở")
  }

  @Test func theHeadingNamesTheDepartment() {
    #expect(
      registry.agency(inHeading: ["UBND TỈNH HÀ NAM", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "Phụ lục"])
        == "Sở Thông tin và Truyền thông")
    #expect(registry.agency(inHeading: ["(Kèm theo Kế hoạch số 5/KH-STTTT)"]) == nil)
  }

  @Test func theAnswerIsReadable() throws {
    let date = try day("2025-04-01")
    let text = registry.find("Sở TT&TT", asOf: date).lines(asOf: date, in: .vietnamese)
    #expect(text[0] == "Sở Thông tin và Truyền thông")
    #expect(text[1] == "  Ngày 01/4/2025: không còn; ngày cuối là 28/02/2025.")
    #expect(text.contains { $0.contains("Trở thành 01/3/2025") && $0.contains("NĐ 45/2025") })
  }
}
