import Findings

/// Gathers the reasons of a score, so that the points that are shown add up to the score that is
/// shown.
struct ReasonList {
  private var reasons: [Evidence.Reason] = []

  init() {}

  /// Adds a part of the score; one that rounds to nothing is left out.
  mutating func add(_ code: String, _ points: Double, vi: String, en: String) {
    let rounded = Self.rounded(points)
    guard rounded != 0 else { return }
    append(code, rounded, vi, en, isGuard: false)
  }

  /// Adds what forbids merging by itself, whatever its points.
  mutating func addGuard(_ code: String, _ points: Double, vi: String, en: String) {
    append(code, Self.rounded(points), vi, en, isGuard: true)
  }

  private mutating func append(
    _ code: String, _ points: Double, _ vi: String, _ en: String, isGuard: Bool
  ) {
    reasons.append(
      Evidence.Reason(
        code: code, message: Message(vi: vi, en: en), points: points, isGuard: isGuard))
  }

  /// What was lost by rounding goes to the weightiest reason; what lies outside 0 to 100 is told.
  func evidence(total: Double) -> Evidence {
    var list = self
    let score = Self.rounded(total)
    let rest = Self.rounded(score - reasons.reduce(0) { $0 + $1.points })
    if rest != 0 {
      let weightiest = reasons.indices.max { abs(reasons[$0].points) < abs(reasons[$1].points) }
      if let weightiest, abs(rest) <= Self.roundingLimit {
        list.reasons[weightiest].points = Self.rounded(reasons[weightiest].points + rest)
      } else {
        list.add(
          "limits", rest, vi: "giữ trong khoảng 0–100", en: "kept within 0–100")
      }
    }
    return Evidence(score: score, reasons: list.reasons)
  }

  /// Less than half a tenth for each of a dozen reasons.
  private static let roundingLimit = 0.6

  private static func rounded(_ points: Double) -> Double { (points * 10).rounded() / 10 }
}
