/// How an output cell looks.
///
/// A value like any other to those who use it, but one reference in size: a sheet of a hundred
/// thousand rows holds a handful of looks a million times.
@dynamicMemberLookup
package struct CellLook: Hashable, Sendable {
  package enum Horizontal: String, Sendable { case general, left, center, right, justify }
  package enum Vertical: String, Sendable { case top, center, bottom }

  /// What a look is made of.
  package struct Parts: Hashable, Sendable {
    package var font = "Times New Roman"
    /// In points.
    package var size = 12.0
    package var isBold = false
    package var isItalic = false
    package var isUnderlined = false
    /// RRGGBB; nil for black.
    package var color: String?
    /// RRGGBB; nil for none.
    package var fill: String?
    package var horizontal = Horizontal.general
    package var vertical = Vertical.center
    package var wraps = true
    package var indent = 0
    package var hasBorder = false
    /// Excel's format code.
    package var numberFormat: String?
    package var isUnlocked = false
  }

  /// Never changes, so that copies may share it.
  private final class Shared: Sendable {
    let parts: Parts
    init(_ parts: Parts) { self.parts = parts }
    static let plain = Shared(Parts())
  }

  private var shared: Shared

  package init() { shared = .plain }

  package subscript<Value>(dynamicMember part: WritableKeyPath<Parts, Value>) -> Value {
    get { shared.parts[keyPath: part] }
    set {
      var parts = shared.parts
      parts[keyPath: part] = newValue
      shared = Shared(parts)
    }
  }

  package static func == (one: CellLook, other: CellLook) -> Bool {
    one.shared === other.shared || one.shared.parts == other.shared.parts
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(shared.parts) }
}
