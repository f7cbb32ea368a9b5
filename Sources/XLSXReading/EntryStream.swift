import CDeflate
import CISAL
import CZip
import Glibc

/// The content of one entry, unpacked piece by piece through a small window: a large sheet never
/// lies in memory whole. Size and checksum are checked at the end.
struct EntryStream: ~Copyable {
  private let file: OpaquePointer
  private let inflater: OpaquePointer?
  private let input: UnsafeMutableRawBufferPointer
  private let entry: Archive.Entry
  private let part: String
  private let context: ReadContext
  private var packedLeft: Int
  private var total = 0
  private var crc: UInt32 = 0
  private var isDone = false

  init(
    file: OpaquePointer, inflater: OpaquePointer?, entry: Archive.Entry, part: String,
    context: ReadContext
  ) {
    self.file = file
    self.inflater = inflater
    self.entry = entry
    self.part = part
    self.context = context
    packedLeft = entry.packedSize
    input = .allocate(byteCount: inflater == nil ? 16 : 64 << 10, alignment: 16)
  }

  deinit {
    zip_fclose(file)
    free(UnsafeMutableRawPointer(inflater))
    input.deallocate()
  }

  /// The next bytes into a buffer; 0 at the end.
  mutating func read(into output: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    guard !isDone, output.count > 0 else { return 0 }
    let count = inflater == nil ? try copy(output) : try inflate(output)
    total += count
    crc = libdeflate_crc32(crc, output.baseAddress, count)
    try context.countExpanded(count, part: total, packed: entry.packedSize)
    try context.checkTime()
    if isDone {
      guard total == entry.size else { throw damaged("its size is not as stated") }
      guard crc == entry.crc else { throw damaged("checksum mismatch") }
    }
    return count
  }

  private func damaged(_ detail: String) -> ReadFailure {
    context.failure(.damagedPart(part, detail: detail))
  }

  private mutating func copy(_ output: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    let got = zip_fread(file, output.baseAddress, UInt64(output.count))
    guard got >= 0 else { throw damaged("cut off") }
    packedLeft -= Int(got)
    if got == 0 || packedLeft <= 0 { isDone = true }
    return Int(got)
  }

  private mutating func inflate(
    _ output: UnsafeMutableRawBufferPointer
  ) throws(ReadFailure) -> Int {
    guard let inflater, let target = output.baseAddress else { return 0 }
    var made = 0
    while made < output.count {
      if phuluc_inflater_left(inflater) == 0, packedLeft > 0 {
        let got = zip_fread(file, input.baseAddress, UInt64(min(input.count, packedLeft)))
        guard got > 0 else { throw damaged("cut off") }
        packedLeft -= Int(got)
        phuluc_inflater_feed(inflater, input.baseAddress, UInt32(got))
      }
      let before = phuluc_inflater_left(inflater)
      let count = phuluc_inflater_run(
        inflater, target.advanced(by: made), UInt32(min(output.count - made, 1 << 30)))
      guard count >= 0 else { throw damaged("cannot be unpacked") }
      made += Int(count)
      if phuluc_inflater_is_done(inflater) != 0 {
        isDone = true
        break
      }
      let hasMoved = count > 0 || phuluc_inflater_left(inflater) < before
      if !hasMoved, packedLeft == 0 { throw damaged("cut off") }
    }
    return made
  }
}
