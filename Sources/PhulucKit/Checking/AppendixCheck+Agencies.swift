import AppendixModel
import Findings
import VietText

extension AppendixCheck {
  /// Agencies that the registry doesn't know, and agencies that don't exist at the report date.
  /// Each is told once, where it comes first.
  mutating func agencies() {
    var seen: Set<UnitKey> = []
    for item in appendix.items {
      let rows = [(item.fields, item.origin)] + item.parts.map { ($0.fields, $0.origin) }
      for (fields, origin) in rows {
        for role in [ColumnRole.lead, .support] {
          guard let text = fields[role]?.text, !text.isEmpty else { continue }
          for lead in Lead.list(parsing: text) {
            guard !lead.agency.isEmpty, seen.insert(registry.key(of: lead.agency)).inserted
            else { continue }
            agency(lead.agency, role, origin)
          }
        }
      }
    }
  }

  private mutating func agency(_ name: String, _ role: ColumnRole, _ origin: RowOrigin) {
    let kind = AgencyName(name)
    guard kind != .anyone else { return }
    let answer = registry.find(name, asOf: asOf)
    // A department's own offices are in no registry, and «Thanh tra» may be one of them.
    if kind == .office || kind == .officeOrAgency && ownAgency != nil { return }
    if let meant = answer.readAs {
      misspelt(name, meant, role, origin)
      return
    }
    switch answer.standing {
    case .exists: return
    case .ended:
      let heirs = answer.current.joined(separator: ", ")
      add(
        "agency-gone", .warning, origin, role,
        vi: "«\(name)» không còn vào ngày \(asOf.vietnamese)"
          + (heirs.isEmpty
            ? "; hãy ghi cơ quan kế nhiệm." + Self.sentence(answer.question?.vietnamese)
            : "; nay là \(heirs), hãy sửa lại."),
        en: "“\(name)” does not exist on \(asOf)"
          + (heirs.isEmpty ? "; name its successor." : "; it is now \(heirs): correct it."))
    case .notYet:
      let former = answer.current.joined(separator: ", ")
      add(
        "agency-not-yet", .warning, origin, role,
        vi: "«\(name)» chưa có vào ngày \(asOf.vietnamese)"
          + (former.isEmpty ? "; hãy xem lại." : "; khi đó là \(former), hãy xem lại."),
        en: "“\(name)” does not exist yet on \(asOf)"
          + (former.isEmpty ? "; look again." : "; it was \(former) then: look again."))
    case .unknown: unknown(name, kind, role, origin)
    }
  }

  private mutating func misspelt(
    _ name: String, _ meant: String, _ role: ColumnRole, _ origin: RowOrigin
  ) {
    add(
      "agency-unknown", .warning, origin, role,
      vi: "danh mục đơn vị không có «\(name)»; có phải «\(meant)»? Hãy sửa cho đúng.",
      en: "the registry has no “\(name)”; is it “\(meant)”? Correct it.")
  }

  private mutating func unknown(
    _ name: String, _ kind: AgencyName, _ role: ColumnRole, _ origin: RowOrigin
  ) {
    if let meant = registry.closest(to: name) {
      misspelt(name, meant, role, origin)
      return
    }
    // In a department's own plan, a name that begins like no agency's is one of its people.
    guard kind == .agency || ownAgency == nil && kind != .commune else { return }
    add(
      "agency-unknown", .note, origin, role,
      vi: "danh mục đơn vị không có «\(name)»; hãy xem có viết sai không, hoặc thêm vào tệp đơn vị "
        + "của cơ quan rồi chạy với --registry.",
      en: "the registry has no “\(name)”; see whether it is misspelt, or add it to your office's "
        + "units file and run with --registry.")
  }

  /// The department that made the appendix, by its title block.
  private var ownAgency: String? {
    registry.agency(inHeading: [appendix.heading.agency] + appendix.heading.linesAbove)
  }

  private static func sentence(_ text: String?) -> String { text.map { " \($0)" } ?? "" }
}

/// What a name in a lead column can be, by its first words.
enum AgencyName {
  /// «Các sở, ban, ngành», «toàn thể công chức», a person by an office held.
  case anyone
  /// A room of an agency: «Phòng Tổ chức cán bộ».
  case office
  /// Part of a department, or an agency of its own: «Trung tâm …», «Chi cục …».
  case officeOrAgency
  /// Of a commune; there are thousands and no registry lists them.
  case commune
  case agency
  case other

  init(_ name: String) {
    let key = WordKey(name)
    func begins(_ list: [WordKey]) -> Bool { list.contains { key.starts(with: $0) } }
    if key.words.count <= 1, !Self.shortNames.contains(key.text) {
      self = begins(Self.offices) ? .office : .anyone
    } else if begins(Self.anyones) {
      self = .anyone
    } else if begins(Self.communes) {
      self = .commune
    } else if begins(Self.agencies) {
      self = .agency
    } else if begins(Self.offices) {
      self = .office
    } else if begins(Self.either) {
      self = .officeOrAgency
    } else {
      self = .other
    }
  }

  /// Agencies of one word.
  private static let shortNames: Set<String> = ["vpub"]

  private static let anyones = keys([
    "các", "toàn", "tất cả", "mọi", "những", "một số", "cơ quan", "đơn vị", "thủ trưởng",
    "lãnh đạo", "giám đốc", "phó", "trưởng", "chánh", "chủ tịch", "công chức", "viên chức",
    "cán bộ", "chuyên viên", "cá nhân", "ông", "bà", "đồng chí", "đ c", "ubnd các",
    "ủy ban nhân dân các", "ubnd cấp", "ủy ban nhân dân cấp", "văn phòng các", "phòng các",
    "tập thể", "doanh nghiệp", "tổ chức", "người dân", "theo phân công", "sở ban ngành",
    "sở ngành", "ban ngành", "địa phương", "bộ ngành",
  ])

  private static let communes = keys([
    "ubnd xã", "ubnd phường", "ubnd đặc khu", "ủy ban nhân dân xã", "ủy ban nhân dân phường",
    "ủy ban nhân dân đặc khu", "xã", "phường", "đặc khu", "đảng ủy xã", "đảng ủy phường",
    "trạm y tế", "công an xã", "công an phường",
  ])

  private static let agencies = keys([
    "sở", "bộ", "ubnd", "ủy ban", "hđnd", "hội đồng nhân dân", "văn phòng ubnd",
    "văn phòng ủy ban", "văn phòng hđnd", "văn phòng hội đồng", "văn phòng tỉnh ủy",
    "văn phòng đoàn", "tỉnh ủy", "thành ủy", "huyện ủy", "tỉnh đoàn", "thành đoàn", "công an tỉnh",
    "công an thành phố", "bộ chỉ huy", "kho bạc", "ngân hàng nhà nước", "bảo hiểm xã hội",
    "cục", "tổng cục", "thanh tra tỉnh", "thanh tra thành phố", "tòa án", "viện kiểm sát",
    "mặt trận", "ủy ban mặt trận", "liên đoàn", "hải quan", "thuế tỉnh", "huyện", "quận",
    "thị xã", "bưu điện tỉnh", "đài phát thanh", "ban dân tộc", "ban tổ chức tỉnh", "ban nội chính",
    "ban tuyên giáo", "ban quản lý khu", "ban quản lý các khu", "đại học",
  ])

  private static let offices = keys([
    "phòng", "p", "văn phòng", "vp", "bộ phận", "tổ", "nhóm", "đội", "khoa", "hạt", "văn thư",
    "kế toán", "công đoàn", "chi bộ", "đảng ủy", "thanh tra sở", "hội đồng khoa học",
  ])

  private static let either = keys([
    "trung tâm", "tt", "chi cục", "thanh tra", "ban", "quỹ", "viện", "trường", "bệnh viện",
    "bảo tàng", "thư viện", "báo", "đài", "hội", "đoàn", "hội đồng", "vườn", "cảng", "công ty",
    "tập đoàn", "vnpt", "viettel",
  ])

  private static func keys(_ texts: [String]) -> [WordKey] { texts.map { WordKey($0) } }
}

extension UnitRegistry {
  /// The name in the registry that a name must mean that differs from it by a slip of the hand:
  /// one letter or mark, two in a long name. nil where there is none, or more than one.
  func closest(to name: String) -> String? {
    let key = Array(WordKey(name).text)
    guard key.count >= 6 else { return nil }
    let limit = key.count >= 16 ? 2 : 1
    var best: (name: String, distance: Int)?
    var isTied = false
    for candidate in names {
      let other = Array(WordKey(candidate).text)
      guard abs(other.count - key.count) <= limit,
        let distance = editDistance(key, other, limit: limit), distance > 0
      else { continue }
      if let found = best, found.distance <= distance {
        if found.distance == distance { isTied = true }
      } else {
        best = (candidate, distance)
        isTied = false
      }
    }
    return isTied ? nil : best?.name
  }
}
