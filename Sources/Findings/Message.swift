/// A sentence for people, in both languages; numbers and names are already filled in.
package struct Message: Hashable, Sendable {
  package var vietnamese: String
  package var english: String

  package init(vi vietnamese: String, en english: String) {
    self.vietnamese = vietnamese
    self.english = english
  }

  package func text(in language: Language) -> String {
    language == .vietnamese ? vietnamese : english
  }
}

/// The language of messages.
package enum Language: String, Sendable, CaseIterable {
  case vietnamese = "vi"
  case english = "en"
}
