/// Colours that stay apart when they are printed in grey.
enum StatusPalette {
  /// How light a colour prints: 0 is black, 255 white.
  static func grey(_ color: String) -> Double {
    guard color.utf8.count == 6, let number = UInt32(color, radix: 16) else { return 191 }
    let (red, green, blue) = (number >> 16 & 255, number >> 8 & 255, number & 255)
    return Double(red) * 0.299 + Double(green) * 0.587 + Double(blue) * 0.114
  }

  static func isDark(_ color: String) -> Bool { grey(color) < 128 }

  /// The colours as asked for; where neighbours would print alike, the later one is made lighter
  /// or darker until it differs.
  static func apart(_ colors: [String]) -> [String] {
    var result: [String] = []
    for color in colors {
      guard let last = result.last, abs(grey(last) - grey(color)) < 24 else {
        result.append(color)
        continue
      }
      let target = grey(last) < 128 ? grey(last) + 60 : grey(last) - 60
      result.append(shaded(color, toGrey: target))
    }
    return result
  }

  /// The colour mixed with white or black until it prints at that grey.
  private static func shaded(_ color: String, toGrey target: Double) -> String {
    guard let number = UInt32(color, radix: 16) else { return color }
    let own = grey(color)
    let channels = [16, 8, 0].map { Double(number >> UInt32($0) & 255) }
    let mixed = channels.map { channel in
      target > own
        ? channel + (255 - channel) * (target - own) / max(255 - own, 1)
        : channel * target / max(own, 1)
    }
    return mixed.map { channel in
      let digits = String(UInt8(min(max(channel.rounded(), 0), 255)), radix: 16, uppercase: true)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
  }
}
