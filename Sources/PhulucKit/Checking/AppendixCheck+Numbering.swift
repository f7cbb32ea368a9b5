import AppendixModel
import Findings

extension AppendixCheck {
  /// Numbers that are missing, come twice, or leave a gap. They may run over the whole appendix
  /// or begin anew in each section.
  mutating func numbering() {
    guard has(.ordinal) || appendix.items.contains(where: { !$0.number.isEmpty }) else { return }
    let restarts =
      appendix.sections.count > 1
      && appendix.sections.filter { Self.integer($0.items.first?.number ?? "") == 1 }.count > 1
    var previous: (number: Int, row: Int)?
    var seen: [Int: Int] = [:]
    for section in appendix.sections {
      if restarts {
        previous = nil
        seen = [:]
      }
      for item in section.items {
        number(item, &previous, &seen)
        subitems(of: item)
      }
    }
  }

  private mutating func number(
    _ item: Item, _ previous: inout (number: Int, row: Int)?, _ seen: inout [Int: Int]
  ) {
    guard let number = Self.integer(item.number) else {
      if item.number.isEmpty {
        add(
          "number-missing", .warning, item.origin, .ordinal,
          vi: "nhiệm vụ chưa có số thứ tự; hãy đánh số.", en: "the item has no number; number it.")
      }
      return
    }
    if let row = seen[number] {
      add(
        "number-twice", .warning, item.origin, .ordinal,
        vi: "số thứ tự \(number) đã có ở dòng \(row + 1); hãy đánh số lại.",
        en: "number \(number) stands in row \(row + 1) already; renumber.")
    } else if let previous, number != previous.number + 1 {
      add(
        "number-gap", .warning, item.origin, .ordinal,
        vi: "số thứ tự nhảy từ \(previous.number) sang \(number); hãy xem có thiếu dòng không.",
        en: "the numbers go from \(previous.number) to \(number); see whether a row is missing.")
    } else if previous == nil, number != 1, seen.isEmpty, appendix.sections.count == 1 {
      add(
        "number-gap", .note, item.origin, .ordinal,
        vi: "số thứ tự bắt đầu từ \(number); hãy xem có thiếu dòng không.",
        en: "the numbers begin with \(number); see whether rows are missing.")
    }
    seen[number] = item.origin.row
    previous = (number, item.origin.row)
  }

  private mutating func subitems(of item: Item) {
    var wanted = 1
    for part in item.parts where part.kind == .subitem {
      let pieces = part.number.split(separator: ".").map { Int(String($0)) }
      guard pieces.count == 2, let head = pieces[0], let tail = pieces[1] else { continue }
      if let own = Self.integer(item.number), own != head {
        add(
          "number-gap", .warning, part.origin, .ordinal,
          vi: "mục \(part.number) đứng dưới nhiệm vụ số \(own); hãy sửa số hoặc chuyển dòng.",
          en: "\(part.number) stands below item \(own); correct its number or move the row.")
      } else if tail != wanted {
        add(
          "number-gap", .warning, part.origin, .ordinal,
          vi: "mục \(part.number) không nối tiếp \(head).\(wanted - 1); hãy đánh số lại.",
          en: "\(part.number) does not follow \(head).\(wanted - 1); renumber.")
      }
      wanted = tail + 1
    }
  }

  static func integer(_ written: String) -> Int? {
    var digits = Substring(written)
    while let last = digits.last, !last.isNumber { digits.removeLast() }
    return digits.utf8.count <= 9 ? Int(digits) : nil
  }
}
