import Glibc
import PhulucKit

/// Reads every workbook named, whole, and prints how many cells there were.
///
/// `--list FILE` takes the names from a file, one a line.
@main
struct ReadWorkbooks {
  static func main() throws {
    var paths = Array(CommandLine.arguments.dropFirst())
    if paths.count == 2, paths[0] == "--list" { paths = lines(of: paths[1]) }
    var cells = 0
    for path in paths {
      for sheet in try WorkbookContents(path: path).sheets { cells += sheet.cellCount }
    }
    print(cells)
  }

  private static func lines(of path: String) -> [String] {
    guard let file = fopen(path, "r") else { return [] }
    defer { fclose(file) }
    var lines: [String] = []
    var line: UnsafeMutablePointer<CChar>?
    var room = 0
    while getline(&line, &room, file) > 0 {
      if let line { lines.append(String(String(cString: line).dropLast())) }
    }
    free(line)
    return lines
  }
}
