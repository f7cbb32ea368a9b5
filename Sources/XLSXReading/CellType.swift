/// How a cell's value is written: the `t` attribute.
enum CellType: UInt8 {
  case number, sharedText, text, inlineText, boolean, error, isoDate, unknown

  init(word: String) {
    switch word {
    case "n", "": self = .number
    case "s": self = .sharedText
    case "str": self = .text
    case "inlineStr": self = .inlineText
    case "b": self = .boolean
    case "e": self = .error
    case "d": self = .isoDate
    default: self = .unknown
    }
  }
}
