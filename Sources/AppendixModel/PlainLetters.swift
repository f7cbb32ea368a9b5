/// Vietnamese without its marks, for names in files and for texts typed without them: đơn → don.
package enum PlainLetters {
  /// The word in lower case; signs that are neither letters nor digits are dropped.
  package static func of(_ word: some StringProtocol) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in word.lowercased().unicodeScalars {
      if scalar.isASCII {
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          plain.append(scalar)
        }
      } else if let base = bases[scalar] {
        plain.append(base)
      }
    }
    return String(plain)
  }

  /// Whether a text was typed without marks: it has letters, all of them plain.
  package static func isWithoutMarks(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy { $0 < 0x80 } && text.contains(where: \.isLetter)
  }

  private static let bases: [Unicode.Scalar: Unicode.Scalar] = {
    let marked: [(Unicode.Scalar, String)] = [
      ("a", "àáảãạăằắẳẵặâầấẩẫậ"), ("e", "èéẻẽẹêềếểễệ"), ("i", "ìíỉĩị"),
      ("o", "òóỏõọôồốổỗộơờớởỡợ"), ("u", "ùúủũụưừứửữự"), ("y", "ỳýỷỹỵ"), ("d", "đ"),
    ]
    var bases: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (base, letters) in marked {
      for letter in letters.unicodeScalars { bases[letter] = base }
    }
    return bases
  }()
}
