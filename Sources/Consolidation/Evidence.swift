package import Findings

/// Why two rows are held for one task or for two: signed parts that add up to the score.
package struct Evidence: Hashable, Sendable {
  package struct Reason: Hashable, Sendable {
    /// Short stable word: `words`, `numbers`, `agency`, `guard-period` …
    package var code: String
    package var message: Message
    /// Signed points; a guard's veto carries none but says so.
    package var points: Double
    /// True for a contradiction that forbids merging by itself.
    package var isGuard: Bool

    package init(code: String, message: Message, points: Double, isGuard: Bool = false) {
      self.code = code
      self.message = message
      self.points = points
      self.isGuard = isGuard
    }

    /// Points and words in Vietnamese; a guard is marked.
    package var line: String {
      guard isGuard else { return "\(signedPoints) \(message.vietnamese)" }
      return points == 0
        ? "⚠ \(message.vietnamese)" : "⚠ \(signedPoints) \(message.vietnamese)"
    }

    /// The points as people read them: `+12,3`, `−30`.
    package var signedPoints: String {
      let tenths = (abs(points) * 10).rounded() / 10
      return (points < 0 ? "−" : "+") + DecimalText.text(tenths)
    }
  }

  /// 0 to 100.
  package var score: Double
  package var reasons: [Reason]

  package init(score: Double, reasons: [Reason]) {
    self.score = score
    self.reasons = reasons
  }

  package var guards: [Reason] { reasons.filter(\.isGuard) }
}
