import AppendixModel
import TestSupport
import Testing

struct LeadTests {
  static func lead(_ agency: String, _ office: String? = nil) -> Lead {
    Lead(agency: agency, office: office)
  }

  @Test(arguments: [
    (
      "Sở TT&TT (P.PTCN&CĐS), Sở KH&CN (Văn phòng)",
      [lead("Sở TT&TT", "P.PTCN&CĐS"), lead("Sở KH&CN", "Văn phòng")]
    ),
    ("Sở KHCN", [lead("Sở KHCN")]),
    ("Trung tâm KH, CN&CĐS", [lead("Trung tâm KH, CN&CĐS")]),
    (
      "Sở TT&TT (Trung tâm KH, CN&CĐS), Sở KH&CN (P.KHTC)",
      [lead("Sở TT&TT", "Trung tâm KH, CN&CĐS"), lead("Sở KH&CN", "P.KHTC")]
    ),
    ("Sở Văn hóa, Thể thao và Du lịch", [lead("Sở Văn hóa, Thể thao và Du lịch")]),
    (
      "Sở Văn hóa, Thể thao và Du lịch và Sở Nội vụ",
      [lead("Sở Văn hóa, Thể thao và Du lịch"), lead("Sở Nội vụ")]
    ),
    ("Sở Nội vụ; Sở Tài chính", [lead("Sở Nội vụ"), lead("Sở Tài chính")]),
    ("Sở Nội vụ\nSở Tài chính", [lead("Sở Nội vụ"), lead("Sở Tài chính")]),
    ("- Sở Nội vụ;\n- UBND cấp xã.", [lead("Sở Nội vụ"), lead("UBND cấp xã")]),
    ("Sở Nội vụ phối hợp với Sở Tài chính", [lead("Sở Nội vụ"), lead("Sở Tài chính")]),
    (
      "Sở Nội vụ phối hợp các sở, ban, ngành",
      [lead("Sở Nội vụ"), lead("các sở, ban, ngành")]
    ),
    ("Văn phòng, P.KHTC", [lead("Văn phòng"), lead("P.KHTC")]),
    ("Các phòng, đơn vị thuộc Sở", [lead("Các phòng, đơn vị thuộc Sở")]),
    (
      "Các sở, ban, ngành, UBND các huyện",
      [lead("Các sở, ban, ngành"), lead("UBND các huyện")]
    ),
    (
      "Phòng Tổ chức, biên chế và tổ chức phi chính phủ",
      [lead("Phòng Tổ chức, biên chế và tổ chức phi chính phủ")]
    ),
    ("Sở NN&PTNT, Sở TN&MT", [lead("Sở NN&PTNT"), lead("Sở TN&MT")]),
    ("Sở Lao động - Thương binh và Xã hội", [lead("Sở Lao động - Thương binh và Xã hội")]),
    ("Văn phòng Sở - Thanh tra Sở", [lead("Văn phòng Sở"), lead("Thanh tra Sở")]),
    ("Sở KH&CN chủ trì, phối hợp Sở Tài chính", [lead("Sở KH&CN"), lead("Sở Tài chính")]),
    ("Sở Nội vụ/Sở Tài chính", [lead("Sở Nội vụ"), lead("Sở Tài chính")]),
    ("Sở Nội vụ cùng với UBND các huyện", [lead("Sở Nội vụ"), lead("UBND các huyện")]),
    ("1. Sở Nội vụ\n2. Sở Tài chính", [lead("Sở Nội vụ"), lead("Sở Tài chính")]),
    ("P.KHTC, P.QLKH", [lead("P.KHTC"), lead("P.QLKH")]),
    ("Văn phòng; các phòng, đơn vị", [lead("Văn phòng"), lead("các phòng, đơn vị")]),
    ("Phòng Bưu chính, Viễn thông", [lead("Phòng Bưu chính, Viễn thông")]),
    ("Sở Giáo dục & Đào tạo, Sở Y tế", [lead("Sở Giáo dục & Đào tạo"), lead("Sở Y tế")]),
    ("Sở KH&CN; Sở KHCN", [lead("Sở KH&CN"), lead("Sở KHCN")]),
    ("Sở KH&CN (Văn phòng, P.KHTC)", [lead("Sở KH&CN", "Văn phòng, P.KHTC")]),
    ("Sở A (P.1", [lead("Sở A (P.1")]),
    ("(Văn phòng)", [lead("Văn phòng")]),
    ("", []),
  ])
  func agenciesAndOfficesAreToldApart(text: String, leads: [Lead]) {
    #expect(Lead.list(parsing: text) == leads)
  }

  @Test func readingWhatWasWrittenGivesItBack() {
    let agencies = [
      "Sở TT&TT", "Sở KH&CN", "Sở Văn hóa, Thể thao và Du lịch", "UBND tỉnh", "Công an tỉnh",
      "Trung tâm KH, CN&CĐS", "Sở Lao động - Thương binh và Xã hội", "Sở Nội vụ",
      "Ban Quản lý Khu kinh tế", "Văn phòng Đoàn ĐBQH và HĐND tỉnh",
    ]
    let offices = [
      nil, "Văn phòng", "P.KHTC", "P.KH-TC", "P.PTCN&CĐS", "Trung tâm KH, CN&CĐS",
      "Phòng Bưu chính, viễn thông", "Chi cục TĐC; Thanh tra Sở",
    ]
    var random = SeededGenerator(seed: 4)
    for _ in 0..<500 {
      var list: [Lead] = []
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        guard let agency = agencies.randomElement(using: &random),
          let office = offices.randomElement(using: &random)
        else { continue }
        let lead = Lead(agency: agency, office: office)
        if !list.contains(lead) { list.append(lead) }
      }
      #expect(Lead.list(parsing: Lead.joined(list)) == list)
    }
  }
}
