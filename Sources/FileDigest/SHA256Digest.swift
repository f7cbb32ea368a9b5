import CCrypto
import Glibc

/// The SHA-256 of a file: what ties a result to the very bytes that it was made from.
package struct SHA256Digest: Hashable, Sendable, CustomStringConvertible {
  /// 64 lower-case hexadecimal digits.
  package let description: String

  /// The digest of bytes in memory.
  package init(of bytes: some Sequence<UInt8>) {
    var hasher = Hasher()
    hasher.update(Array(bytes))
    description = hasher.finish()
  }

  /// The digest of a file, read in pieces; nil where it can't be read to its end.
  package init?(ofFileAt path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var hasher = Hasher()
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = piece.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      hasher.update(Array(piece.prefix(count)))
    }
    description = hasher.finish()
  }

  /// Owns one of libcrypto's digest contexts.
  private struct Hasher: ~Copyable {
    private let context: OpaquePointer?

    init() {
      context = EVP_MD_CTX_new()
      EVP_DigestInit_ex(context, EVP_sha256(), nil)
    }

    deinit { EVP_MD_CTX_free(context) }

    mutating func update(_ bytes: [UInt8]) {
      _ = bytes.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    }

    consuming func finish() -> String {
      var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
      var length: UInt32 = 0
      EVP_DigestFinal_ex(context, &digest, &length)
      let digits = Array("0123456789abcdef".utf8)
      let text = digest.prefix(Int(length)).flatMap {
        [digits[Int($0 >> 4)], digits[Int($0 & 0x0F)]]
      }
      return String(decoding: text, as: UTF8.self)
    }
  }
}
