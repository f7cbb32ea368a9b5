/// The version of phuluc, as `phuluc --version` and run.json tell it.
public enum PhulucVersion {
  /// `MAJOR.MINOR.PATCH`.
  public static let current = "0.1.0"
}
