/// Something that a person should see; the work goes on.
package struct Finding: Hashable, Sendable {
  /// A short stable word for machines, such as `unit-unknown`.
  package struct Code: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
    package var rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral value: String) { rawValue = value }
  }

  package enum Severity: String, Sendable, Comparable, CaseIterable {
    /// Good to know.
    case note
    /// A person must look: counts under `--strict`.
    case warning
    /// A value is wrong or lost to the reader; the row still stands.
    case error

    private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
  }

  package var code: Code
  package var severity: Severity
  package var location: Location?
  /// What was found and what to do about it.
  package var message: Message

  package init(
    _ code: Code, _ severity: Severity = .warning, at location: Location? = nil,
    _ message: Message
  ) {
    self.code = code
    self.severity = severity
    self.location = location
    self.message = message
  }

  package init(
    _ code: Code, _ severity: Severity = .warning, at location: Location? = nil, vi: String,
    en: String
  ) {
    self.init(code, severity, at: location, Message(vi: vi, en: en))
  }

  /// `a.xlsx:PL1!C12: cảnh báo: [unit-unknown] …`.
  package func text(in language: Language) -> String {
    let word =
      switch (severity, language) {
      case (.note, .vietnamese): "lưu ý"
      case (.warning, .vietnamese): "cảnh báo"
      case (.error, .vietnamese): "lỗi"
      case (.note, .english): "note"
      case (.warning, .english): "warning"
      case (.error, .english): "error"
      }
    let place = location.map { "\($0): " } ?? ""
    return "\(place)\(word): [\(code.rawValue)] \(message.text(in: language))"
  }
}

/// Gathers findings in the order they were made.
package struct FindingLog: Sendable {
  package private(set) var findings: [Finding] = []

  package init() {}

  package mutating func add(_ finding: Finding) { findings.append(finding) }

  package mutating func add(contentsOf others: some Sequence<Finding>) {
    findings.append(contentsOf: others)
  }

  /// The gravest severity so far; nil where nothing was found.
  package var gravest: Finding.Severity? { findings.map(\.severity).max() }
}
