import CExpat

/// A parser of expat's to be used again for the next part: making one anew costs as much as reading
/// a small part.
final class ParserStock {
  private var spare: OpaquePointer?
  /// What expat's hash tables are salted with; one for the process is as good as one a parser.
  private static let salt = UInt.random(in: 1...UInt.max)

  deinit { if let spare { XML_ParserFree(spare) } }

  /// A parser that resolves namespaces, without handlers.
  func take() -> OpaquePointer? {
    if let parser = spare {
      spare = nil
      if XML_ParserReset(parser, nil) != 0 {
        XML_SetHashSalt(parser, Self.salt)
        return parser
      }
      XML_ParserFree(parser)
    }
    // The separator never occurs in a namespace or a name.
    guard let parser = XML_ParserCreateNS(nil, 10) else { return nil }
    XML_SetHashSalt(parser, Self.salt)
    return parser
  }

  /// A parser that is no longer needed.
  func giveBack(_ parser: OpaquePointer) {
    if spare == nil { spare = parser } else { XML_ParserFree(parser) }
  }
}
