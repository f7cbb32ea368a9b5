import CDeflate
import CISAL
import CZip
import Findings

/// A workbook's ZIP container: libzip finds the entries, libdeflate unpacks small ones whole,
/// ISA-L larger ones through a window. Every size is bounded before and counted after.
struct Archive: ~Copyable {
  /// An entry of the archive.
  struct Entry {
    var index: UInt64
    var size: Int
    var packedSize: Int
    var crc: UInt32
    var method: UInt16
  }

  /// Entries up to this size are unpacked in one go.
  static let wholeLimit = 1 << 20
  /// Size of the window through which larger ones pass.
  static let windowSize = 256 << 10

  private let handle: OpaquePointer
  private let inflater: OpaquePointer
  private let memory: FileMemory
  private let isConsistent: Bool
  let context: ReadContext

  /// Opens an archive that lies in memory.
  init(_ memory: FileMemory, context: ReadContext) throws(ReadFailure) {
    self.context = context
    self.memory = memory
    var isConsistent = true
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    let source = zip_source_buffer_create(
      memory.bytes.baseAddress, UInt64(memory.bytes.count), 0, &error)
    guard let source else { throw context.failure(.truncated) }
    // Some writers state a detail differently in two places. Such an archive is read too, but
    // told of; sizes and checksums of its entries are checked as ever.
    var archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error)
    if archive == nil, zip_error_code_zip(&error) == ZIP_ER_INCONS {
      archive = zip_open_from_source(source, ZIP_RDONLY, &error)
      if archive != nil { isConsistent = false }
    }
    guard let opened = archive else {
      zip_source_free(source)
      throw context.failure(.truncated)
    }
    guard let inflater = libdeflate_alloc_decompressor() else {
      zip_discard(opened)
      throw context.failure(.truncated)
    }
    handle = opened
    self.inflater = inflater
    self.isConsistent = isConsistent
  }

  deinit {
    zip_discard(handle)
    libdeflate_free_decompressor(inflater)
  }

  /// Refuses an archive of too many entries.
  func checkCount() throws(ReadFailure) {
    guard count <= context.limits.entries else {
      throw context.failure(
        .tooMuch(
          Message(vi: "số tệp con trong gói nén", en: "a number of entries"),
          limit: context.limits.entries))
    }
    if !isConsistent { try checkOverlaps() }
  }

  /// Entries that together are larger than the archive share their bytes: a bomb's way.
  private func checkOverlaps() throws(ReadFailure) {
    var total = 0
    for index in 0..<count {
      total += try entry(index, part: "").packedSize
      if total > memory.bytes.count { throw context.failure(.truncated) }
    }
    context.note(
      "archive-inconsistent", .note,
      vi: "gói nén của tệp có chi tiết không khớp nhau; vẫn đọc được.",
      en: "details of the file's archive contradict each other; it could be read all the same.")
  }

  /// Number of entries.
  var count: Int { Int(zip_get_num_entries(handle, 0)) }

  /// The name of an entry as it stands in the archive.
  func name(_ index: Int) -> String {
    zip_get_name(handle, UInt64(index), zip_flags_t(ZIP_FL_ENC_GUESS)).map { String(cString: $0) }
      ?? ""
  }

  /// The index of the entry of exactly that name.
  func index(named name: String) -> Int? {
    let index = zip_name_locate(handle, name, zip_flags_t(ZIP_FL_ENC_GUESS))
    return index < 0 ? nil : Int(index)
  }

  /// What the directory says of an entry; encrypted ones and odd ways of packing are refused.
  func entry(_ index: Int, part: String) throws(ReadFailure) -> Entry {
    var info = zip_stat_t()
    zip_stat_init(&info)
    guard zip_stat_index(handle, UInt64(index), 0, &info) == 0 else {
      throw context.failure(.truncated)
    }
    if info.encryption_method != UInt16(ZIP_EM_NONE) { throw context.failure(.encrypted) }
    guard info.comp_method == UInt16(ZIP_CM_STORE) || info.comp_method == UInt16(ZIP_CM_DEFLATE)
    else {
      throw damaged(part, "unknown compression method \(info.comp_method)")
    }
    guard info.comp_size <= UInt64(context.limits.fileBytes), info.size <= UInt64(Int64.max) else {
      throw context.failure(.truncated)
    }
    return Entry(
      index: UInt64(index), size: Int(info.size), packedSize: Int(info.comp_size), crc: info.crc,
      method: info.comp_method)
  }

  func damaged(_ part: String, _ detail: String) -> ReadFailure {
    context.failure(.damagedPart(part, detail: detail))
  }

  /// The whole content of an entry.
  func read(_ entry: Entry, part: String) throws(ReadFailure) -> [UInt8] {
    let memory = try readPadded(entry, part: part)
    defer { memory.deallocate() }
    return Array(memory[..<entry.size])
  }

  /// The whole content of an entry, followed by ``Markup/padding`` zero bytes, in memory that the
  /// caller must free.
  func readPadded(
    _ entry: Entry, part: String
  ) throws(ReadFailure) -> UnsafeMutableRawBufferPointer {
    try context.countExpanded(entry.size, part: entry.size, packed: entry.packedSize)
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: entry.size + Markup.padding, alignment: 16)
    do throws(ReadFailure) {
      try unpack(entry, part: part, into: memory)
    } catch {
      memory.deallocate()
      throw error
    }
    UnsafeMutableRawBufferPointer(rebasing: memory[entry.size...])
      .initializeMemory(as: UInt8.self, repeating: 0)
    return memory
  }

  private func unpack(
    _ entry: Entry, part: String, into memory: UnsafeMutableRawBufferPointer
  ) throws(ReadFailure) {
    guard let packed = packedBytes(entry) else { throw damaged(part, "cut off") }
    if entry.method == UInt16(ZIP_CM_STORE) {
      guard packed.count == entry.size else { throw damaged(part, "its size is not as stated") }
      memory.copyBytes(from: packed)
    } else {
      var actual = 0
      let result = packed.withUnsafeBytes {
        libdeflate_deflate_decompress(
          inflater, $0.baseAddress, $0.count, memory.baseAddress, entry.size, &actual)
      }
      guard result == LIBDEFLATE_SUCCESS else { throw damaged(part, "cannot be unpacked") }
      guard actual == entry.size else { throw damaged(part, "its size is not as stated") }
    }
    let crc = libdeflate_crc32(0, memory.baseAddress, entry.size)
    guard crc == entry.crc else { throw damaged(part, "checksum mismatch") }
  }

  /// The bytes of an entry as they lie in the archive.
  private func packedBytes(_ entry: Entry) -> [UInt8]? {
    guard let file = zip_fopen_index(handle, entry.index, zip_flags_t(ZIP_FL_COMPRESSED)) else {
      return nil
    }
    defer { zip_fclose(file) }
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: entry.packedSize) { buffer, count in
      while count < entry.packedSize {
        let got = zip_fread(
          file, buffer.baseAddress?.advanced(by: count), UInt64(entry.packedSize - count))
        if got <= 0 { break }
        count += Int(got)
      }
      isWhole = count == entry.packedSize
    }
    return isWhole ? bytes : nil
  }

  /// The content of an entry, piece by piece.
  func stream(_ entry: Entry, part: String) throws(ReadFailure) -> EntryStream {
    guard let file = zip_fopen_index(handle, entry.index, zip_flags_t(ZIP_FL_COMPRESSED)) else {
      throw damaged(part, "cannot be unpacked")
    }
    var inflater: OpaquePointer?
    if entry.method == UInt16(ZIP_CM_DEFLATE) {
      inflater = phuluc_inflater_new()
      if inflater == nil {
        zip_fclose(file)
        throw damaged(part, "no memory")
      }
    }
    return EntryStream(file: file, inflater: inflater, entry: entry, part: part, context: context)
  }
}
