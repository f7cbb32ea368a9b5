import AppendixModel
import Findings
import VietText

/// Says whose office is meant. Each department has its «Văn phòng» and its «Phòng Pháp chế»; in a
/// merged appendix a bare name would make one office of two. Where inputs share such a name, all
/// their bare offices are written with their unit: «Sở GTVT (Phòng Pháp chế)».
struct OfficeNaming {
  private let registry: UnitRegistry
  /// By input: the unit, as its own cells spell it; nil where nothing is known of it.
  private let units: [String?]
  /// Whether an office of one name stands in inputs of different units.
  private var hasSharedName = false

  init(_ appendices: [Appendix], names: [String], registry: UnitRegistry) {
    self.registry = registry
    units = zip(appendices, names).map { Self.unit(of: $0, name: $1, registry) }
    var holders: [UnitKey: Set<UnitKey>] = [:]
    for (appendix, unit) in zip(appendices, units) {
      guard let unit else { continue }
      let owner = registry.key(of: unit)
      for cell in Self.cells(of: appendix) {
        for lead in Lead.list(parsing: cell) where isBareOffice(lead) {
          holders[registry.key(ofOffice: lead.agency), default: []].insert(owner)
        }
      }
    }
    hasSharedName = holders.values.contains { $0.count > 1 }
  }

  /// The appendices with their offices named where any is shared, and a finding for each input.
  func applied(
    to appendices: [Appendix], rewritings: inout [Rewriting], findings: inout [Finding]
  ) -> [Appendix] {
    guard hasSharedName else { return appendices }
    return zip(appendices, units).map { appendix, unit in
      guard let unit else { return appendix }
      var offices: [String] = []
      var cells = 0
      var first: Location?
      let result = appendix.changingAgencies(.office, rewritings: &rewritings) { field, leads in
        var leads = leads
        var hasChanged = false
        for index in leads.indices where isBareOffice(leads[index]) {
          let office = leads[index].agency
          if !offices.contains(office) { offices.append(office) }
          first = first ?? field.origins.first?.location
          cells += 1
          leads[index] = Lead(agency: unit, office: office)
          hasChanged = true
        }
        return hasChanged ? leads : nil
      }
      if let office = offices.first {
        let all = offices.map { "«\($0)»" }.joined(separator: ", ")
        let example = Lead(agency: unit, office: office)
        findings.append(
          Finding(
            "office-with-unit", .note, at: first,
            vi: "có phòng trùng tên ở nhiều đơn vị, nên các phòng của \(unit) được ghi kèm đơn vị, "
              + "như «\(example)» (\(cells) ô: \(all)); muốn giữ nguyên thì thêm "
              + "--offices as-written.",
            en: "offices of several units bear one name, so those of \(unit) are written with "
              + "it, like “\(example)” (\(cells) cells: \(all)); to keep them as they are, add "
              + "--offices as-written."))
      }
      return result
    }
  }

  /// The name of an office inside a department, and of no agency.
  private func isBareOffice(_ lead: Lead) -> Bool {
    guard lead.office == nil else { return false }
    let words = tokens(of: lead.agency).map(\.key)
    guard Self.isOffice(lead.agency) else { return false }
    // «Văn phòng Sở», «Thanh tra Sở» are offices; «Văn phòng UBND tỉnh» is an agency.
    let key = registry.key(ofOffice: lead.agency)
    if ["văn phòng", "thanh tra"].contains(key.text) { return true }
    return registry.name(of: lead.agency) == nil && !Self.namesBody(words)
  }

  /// Centres and branches are left alone: one name in two plans is often one body of the province.
  private static let heads = [["văn", "phòng"], ["thanh", "tra"], ["bộ", "phận"]]

  /// Whether a name says itself of which place or body it is: «Văn phòng UBND tỉnh», «Phòng Nội vụ
  /// huyện …», «Phòng KHTC Sở Xây dựng».
  private static func namesBody(_ words: [String]) -> Bool {
    let text = " " + words.joined(separator: " ") + " "
    if text.contains(" sở "), words.last != "sở" { return true }
    return [
      " tỉnh ", " huyện ", " quận ", " phường ", " ủy ban ", " hội đồng ", " thành phố ",
      " thị xã ", " cấp xã ", " đoàn ", " bộ tư ", " cục ",
    ].contains { text.dropFirst(7).contains($0) }
  }

  private static func cells(of appendix: Appendix) -> Set<String> {
    var cells: Set<String> = []
    for section in appendix.sections {
      for item in section.items {
        for fields in [item.fields] + item.parts.map(\.fields) {
          for role in [ColumnRole.lead, .support] { cells.insert(fields[role]?.text ?? "") }
        }
      }
    }
    return cells
  }

  /// The unit that made a plan, as the plan's own cells spell it most.
  private static func unit(
    of appendix: Appendix, name: String, _ registry: UnitRegistry
  ) -> String? {
    let heading = [appendix.heading.agency] + appendix.heading.linesAbove
    let named = registry.agency(inHeading: heading) ?? Self.given(name, to: appendix)
    let unit = named.isEmpty ? InputNames.dominantLead(appendix) : named
    guard !unit.isEmpty, !isOffice(unit) else { return nil }
    let key = registry.key(of: unit)
    var cells: [String: Int] = [:]
    for section in appendix.sections {
      for item in section.items { cells[item[.lead], default: 0] += 1 }
    }
    var counts: [String: Int] = [:]
    for (cell, count) in cells {
      for lead in Lead.list(parsing: cell) where registry.key(of: lead.agency) == key {
        counts[lead.agency, default: 0] += count
      }
    }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? unit
  }

  /// The name that a person gave to an input, without the sheet behind it; empty for one that goes
  /// by its file's name, which belongs to nobody known.
  private static func given(_ name: String, to appendix: Appendix) -> String {
    let sheet = " – \(appendix.sheet)"
    let bare = name.hasSuffix(sheet) ? String(name.dropLast(sheet.count)) : name
    let stem = appendix.file.split(separator: "/").last.map(String.init) ?? ""
    return stem.hasPrefix(bare) ? "" : bare
  }

  private static func isOffice(_ name: String) -> Bool {
    let words = tokens(of: name).map(\.key)
    return words.first == "phòng" || heads.contains { words.starts(with: $0) }
  }
}
