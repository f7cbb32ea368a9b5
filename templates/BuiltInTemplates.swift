/// The built-in templates, embedded in the binary so that it can be moved on its own.
package enum BuiltInTemplates {
  /// Ids, the plan of tasks first: where two kinds fit a table alike, the first is taken.
  package static let ids = [
    "ke-hoach-cchc", "giao-nhiem-vu", "chi-tieu", "van-ban-qppl", "danh-sach-ten",
  ]

  /// Each template's YAML by its id.
  package static let yaml: [String: [UInt8]] = [
    "ke-hoach-cchc": PackageResources.ke_hoach_cchc_yaml,
    "giao-nhiem-vu": PackageResources.giao_nhiem_vu_yaml,
    "chi-tieu": PackageResources.chi_tieu_yaml,
    "van-ban-qppl": PackageResources.van_ban_qppl_yaml,
    "danh-sach-ten": PackageResources.danh_sach_ten_yaml,
  ]

  /// The registry of units, `danh-muc-don-vi.yaml`.
  package static let registry: [UInt8] = PackageResources.danh_muc_don_vi_yaml
}
