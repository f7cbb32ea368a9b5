import FileDigest
import Foundation
import Testing

@Suite struct SHA256DigestTests {
  /// FIPS 180-4's own examples.
  @Test(
    arguments: zip(
      ["", "abc"],
      [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      ]))
  func agreesWithTheStandard(text: String, digest: String) {
    #expect(SHA256Digest(of: text.utf8).description == digest)
  }

  @Test func readsAFileInPieces() throws {
    let path = NSTemporaryDirectory() + "digest-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    #expect(SHA256Digest(ofFileAt: path) == SHA256Digest(of: bytes))
    #expect(SHA256Digest(ofFileAt: path + ".missing") == nil)
  }
}
