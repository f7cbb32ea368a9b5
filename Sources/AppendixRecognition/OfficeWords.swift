import AppendixModel

/// Words by which Vietnamese offices open the parts of a paper that are no rows of its table.
enum OfficeWords {
  /// First words of a signature block or of the list of recipients.
  static let signatureStarts = keys([
    "nơi nhận", "kt", "tm", "tl", "tuq", "q giám đốc", "giám đốc", "phó giám đốc", "chủ tịch",
    "phó chủ tịch", "thủ trưởng", "thủ trưởng đơn vị", "chánh văn phòng", "phó chánh văn phòng",
    "trưởng phòng", "phó trưởng phòng", "trưởng ban", "trưởng đoàn", "bộ trưởng", "thứ trưởng",
    "cục trưởng", "chi cục trưởng", "vụ trưởng", "hiệu trưởng", "người lập", "người lập biểu",
    "người tổng hợp", "lãnh đạo đơn vị", "xác nhận của", "đã ký", "ký tên",
  ])

  /// First words of a line under a table that explains it.
  static let noteStarts = keys(["ghi chú", "chú thích", "lưu ý", "tài liệu kèm theo"])

  /// A row that adds up: the whole text, or its beginning where no number stands before it.
  static let totals = keys([
    "tổng", "tổng cộng", "tổng số", "cộng", "tổng hợp chung", "tổng cộng toàn ngành",
  ])

  static let appendixStarts = keys(["phụ lục", "biểu mẫu", "biểu số", "mẫu số", "mẫu biểu"])

  static let titleStarts = keys([
    "danh mục", "kế hoạch", "báo cáo", "kết quả", "bảng", "tổng hợp", "nhiệm vụ", "phân công",
    "tình hình", "chương trình", "tiến độ", "biểu", "thống kê", "chỉ tiêu", "rà soát",
  ])

  static let nationalTitle = keys(["cộng hòa xã hội chủ nghĩa việt nam", "độc lập tự do"])

  /// First words of an agency's or office's name.
  static let agencyStarts = keys([
    "sở", "ubnd", "ủy ban", "hđnd", "hội đồng", "phòng", "p", "văn phòng", "vp", "trung tâm", "tt",
    "ban", "bộ", "cục", "chi cục", "thanh tra", "công an", "các sở", "các phòng", "các cơ quan",
    "các đơn vị", "các ban", "đơn vị", "cơ quan", "huyện", "xã", "phường", "thành phố", "tỉnh",
    "viện", "trường", "bệnh viện", "tổ", "quỹ", "kho bạc", "bảo hiểm", "ngân hàng", "báo", "đài",
    "lãnh đạo", "công đoàn", "đoàn", "hội", "vnpt", "viettel", "bưu điện", "thuế", "tòa án",
    "viện kiểm sát", "bộ phận", "chánh", "trưởng", "ngành", "toàn",
  ])

  /// First words of documents and other products of a task.
  static let documentStarts = keys([
    "kế hoạch", "báo cáo", "công văn", "quyết định", "văn bản", "nghị quyết", "tờ trình", "đề án",
    "tài liệu", "hội nghị", "danh mục", "hệ thống", "phần mềm", "thông báo", "quy chế",
    "quy định", "chương trình", "hướng dẫn", "dự thảo", "biên bản", "phương án", "các văn bản",
    "kh", "bc", "qđ", "cv", "lớp", "hồ sơ", "bài", "tin bài", "cơ sở dữ liệu", "csdl", "kết quả",
    "đề tài", "chỉ thị", "thông tư", "tổ chức", "phiếu", "bộ", "cổng", "ứng dụng",
  ])

  static let periodWords = keys([
    "thường xuyên", "hằng tháng", "hàng tháng", "hằng quý", "hàng quý", "hằng năm", "hàng năm",
    "hằng tuần", "hàng tuần", "định kỳ", "trong năm", "cả năm", "khi có", "theo yêu cầu",
    "đầu năm", "cuối năm", "liên tục", "theo kế hoạch", "theo hướng dẫn",
  ])

  private static func keys(_ texts: [String]) -> [WordKey] { texts.map { WordKey($0) } }
}

extension [WordKey] {
  func startsAny(_ key: WordKey) -> Bool { contains { key.starts(with: $0) } }
  func isAny(_ key: WordKey) -> Bool { contains(key) }
  func standsIn(_ key: WordKey) -> Bool { contains { key.contains($0) } }
}
