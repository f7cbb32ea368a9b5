/// The bytes of a file, held once outside Swift's arrays, where libzip can read them.
final class FileMemory {
  let bytes: UnsafeMutableRawBufferPointer

  /// Memory for so many bytes, filled by a closure that says how many it wrote.
  init(capacity: Int, fill: (UnsafeMutableRawBufferPointer) -> Int) {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: max(capacity, 16), alignment: 16)
    let count = fill(UnsafeMutableRawBufferPointer(rebasing: room[..<capacity]))
    bytes = UnsafeMutableRawBufferPointer(start: room.baseAddress, count: min(count, capacity))
  }

  convenience init(_ content: [UInt8]) {
    self.init(capacity: content.count) { room in
      room.copyBytes(from: content)
      return content.count
    }
  }

  deinit { bytes.baseAddress?.deallocate() }

  /// The first bytes.
  func head(_ count: Int) -> [UInt8] { Array(bytes.prefix(count)) }
}
