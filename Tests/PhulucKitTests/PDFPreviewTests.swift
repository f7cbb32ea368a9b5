import Findings
import Foundation
import PhulucKit
import TestSupport
import Testing

/// A preview that can't be made is a finding, never a failure, and never hangs.
@Suite struct PDFPreviewTests {
  static func script(_ body: String, in folder: TemporaryFolder) throws -> String {
    let path = folder.path("soffice")
    try Data("#!/bin/sh\n\(body)\n".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  @Test func aMissingProgramIsAFinding() async throws {
    let folder = try TemporaryFolder()
    let result = await PDFPreview(program: "khong-co-chuong-trinh-nay").convert(
      ["a.xlsx"], into: folder.url.path)
    #expect(result.pdfs.isEmpty)
    #expect(result.findings.map(\.code.rawValue) == ["pdf-no-libreoffice"])
  }

  @Test func aProgramThatFailsIsAFinding() async throws {
    let folder = try TemporaryFolder()
    let program = try Self.script("exit 3", in: folder)
    let result = await PDFPreview(program: program).convert(["a.xlsx"], into: folder.url.path)
    #expect(result.findings.map(\.code.rawValue) == ["pdf-failed"])
  }

  @Test(.timeLimit(.minutes(1)))
  func aProgramThatHangsIsStopped() async throws {
    let folder = try TemporaryFolder()
    let program = try Self.script("sleep 300", in: folder)
    let result = await PDFPreview(program: program, secondsAllowed: 0.5).convert(
      ["a.xlsx"], into: folder.url.path)
    #expect(result.findings.map(\.code.rawValue) == ["pdf-too-slow"])
  }

  @Test func whatTheProgramMadeIsTaken() async throws {
    let folder = try TemporaryFolder()
    let program = try Self.script(": > '\(folder.path("a.pdf"))'", in: folder)
    let result = await PDFPreview(program: program).convert(["x/a.xlsx"], into: folder.url.path)
    #expect(result.pdfs == [folder.path("a.pdf")])
    #expect(result.findings.isEmpty)
  }
}
