/// An agency with the office in it that does the work: «Sở TT&TT (Văn phòng)».
package struct Lead: Hashable, Sendable {
  /// As written: `Sở TT&TT`.
  package var agency: String
  /// As written, without brackets: `Văn phòng`; nil where none is named.
  package var office: String?

  package init(agency: String, office: String? = nil) {
    self.agency = agency
    self.office = office
  }
}

extension Lead: CustomStringConvertible {
  package var description: String { office.map { "\(agency) (\($0))" } ?? agency }
}
