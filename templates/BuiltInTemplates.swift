/// The built-in templates, embedded in the binary so that it can be moved on its own.
package enum BuiltInTemplates {
  /// Each template's YAML by its id.
  package static let yaml: [String: [UInt8]] = [
    "ke-hoach-cchc": PackageResources.ke_hoach_cchc_yaml
  ]

  /// The registry of units, `danh-muc-don-vi.yaml`.
  package static let registry: [UInt8] = PackageResources.danh_muc_don_vi_yaml
}
