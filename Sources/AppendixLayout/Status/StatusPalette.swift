import CellGrid

/// Colours that stay apart when they are printed in grey.
enum StatusPalette {
  /// How light a colour prints: 0 is black, 255 white.
  static func grey(_ color: String) -> Double {
    guard color.utf8.count == 6, let number = UInt32(color, radix: 16) else { return 191 }
    let (red, green, blue) = (number >> 16 & 255, number >> 8 & 255, number & 255)
    return Double(red) * 0.299 + Double(green) * 0.587 + Double(blue) * 0.114
  }

  static func isDark(_ color: String) -> Bool { grey(color) < 128 }

  /// What to draw over each colour so that all stay apart in grey: nothing over the first of a
  /// lightness, lines over those that would print like an earlier one.
  static func patterns(for colors: [String]) -> [Page.Chart.Pattern] {
    var patterns: [Page.Chart.Pattern] = []
    for (index, color) in colors.enumerated() {
      let taken = Set(
        colors[..<index].indices.filter { abs(grey(colors[$0]) - grey(color)) < 28 }
          .map { patterns[$0] })
      let free = Page.Chart.Pattern.allCases.filter { !taken.contains($0) }
      // One that is nowhere yet, where there is one.
      let next = free.first { $0 == .none || !patterns.contains($0) } ?? free.first
      patterns.append(next ?? .none)
    }
    return patterns
  }
}
