import AppendixModel
import VietText

/// What a form looks like to whoever writes it and to whoever reads it back: names, headers and
/// hidden keys. People may sort, filter and widen; rows are found again by their keys.
package enum FormLayout {
  /// The sheet that people fill in.
  package static let sheetName = "Biểu mẫu"
  /// The hidden sheet that holds the drop-downs' choices.
  package static let choicesName = "Danh mục"
  /// The note how to fill the form in.
  package static let guideName = "Hướng dẫn"

  package static let statusHeader = "Trạng thái"
  package static let doneOnHeader = "Ngày hoàn thành"
  /// The header over the hidden keys.
  package static let keyHeader = "Mã dòng"
  /// What a key begins with, so that nothing else is taken for one.
  package static let keyPrefix = "PL1-"

  /// The key of an item's row: its number and a digest of its wording, so that a returned row is
  /// known even if its text was edited.
  package static func key(of item: MergedItem) -> String {
    key(number: String(item.number), text: item[.task])
  }

  /// The key of a part's row; `index` counts the item's parts from 1.
  package static func key(of part: MergedPart, index: Int, in item: MergedItem) -> String {
    key(number: "\(item.number).\(index)", text: part[.task])
  }

  private static func key(number: String, text: String) -> String {
    keyPrefix + number + "-" + digest(of: text)
  }

  /// A digest of a text: short, stable, and the same for every spelling of it.
  package static func digest(of text: String) -> String {
    // FNV-1a over the key of the text.
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in TextKey(text).text.utf8 {
      digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }
    let digits = String(digest, radix: 16, uppercase: true)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The number in a key (`12`, or `12.3` for a part); nil where the text is none.
  package static func number(in key: String) -> String? { parts(of: key)?.number }

  /// The digest of the text for which a key was made; nil where the text is no key.
  package static func digest(in key: String) -> String? { parts(of: key)?.digest }

  private static func parts(of key: String) -> (number: String, digest: String)? {
    guard key.hasPrefix(keyPrefix) else { return nil }
    let rest = key.dropFirst(keyPrefix.count)
    guard let dash = rest.lastIndex(of: "-"), rest.distance(from: dash, to: rest.endIndex) == 17
    else { return nil }
    let number = rest[..<dash]
    let isNumber = !number.isEmpty && number.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
    return isNumber ? (String(number), String(rest[rest.index(after: dash)...])) : nil
  }
}
