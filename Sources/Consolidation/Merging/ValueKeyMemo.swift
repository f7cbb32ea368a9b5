import AppendixModel

/// Keeps the keys of values that occur again and again; for the length of one merge.
final class ValueKeyMemo {
  private var cache = ValueKey.Cache()

  func key(of field: Field, role: ColumnRole) -> String { cache.key(of: field, role: role) }
}
