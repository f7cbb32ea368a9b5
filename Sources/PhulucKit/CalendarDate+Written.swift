package import CellGrid
import Glibc

extension CalendarDate {
  /// A date as a person gives it to a command: `2025-03-31`, `31/3/2025`, `31-03-2025`.
  package init?(written text: String) {
    if let date = CalendarDate(iso: text) {
      self = date
      return
    }
    let parts = text.split(omittingEmptySubsequences: false) { "/-.".contains($0) }.map { Int($0) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2],
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    self = date
  }

  /// Today where this machine stands.
  package static func today() -> CalendarDate {
    var now = time(nil)
    var local = tm()
    guard localtime_r(&now, &local) != nil else { return .epoch }
    return CalendarDate(
      year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
      ?? .epoch
  }

  /// `31/3/2025`, as Vietnamese reports write it, with zeros before days and months under ten.
  package var vietnamese: String {
    (day < 10 ? "0" : "") + "\(day)/" + (month < 10 ? "0" : "") + "\(month)/\(year)"
  }
}
