import Findings
import Testing
import XLSXReading

/// What is no workbook is told for what it is, with the right exit code.
@Suite struct RefusalTests {
  private static func refusal(_ bytes: [UInt8]) -> ReadFailure? {
    do throws(ReadFailure) {
      _ = try Workbook.read(bytes: bytes, name: "a.xlsx")
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("%PDF-1.7\n", FileKind.pdf), ("<!DOCTYPE html><html>", .html), ("  <table><tr>", .html),
    ("<?xml version=\"1.0\"?><a/>", .xml), ("Stt;Nhiệm vụ\n1;Rà soát\n", .csv),
    ("{\\rtf1", .richText), ("\u{1}\u{2}\u{3}", .unknown), ("Rar!\u{1A}", .rar),
  ])
  func wrongKindsAreNamed(text: String, kind: FileKind) {
    let failure = Self.refusal(Array(text.utf8))
    #expect(failure?.reason == .wrongKind(kind))
    #expect(failure?.exitCode == .dataInvalid)
  }

  @Test func emptyMissingFolderAndLockFile() throws {
    func reason(_ path: String) -> (ReadFailure.Reason, Findings.ExitStatus)? {
      do throws(ReadFailure) {
        _ = try Workbook.read(path: path)
        return nil
      } catch {
        return (error.reason, error.exitCode)
      }
    }
    #expect(reason("/no/such.xlsx")?.0 == .missing)
    #expect(reason("/no/such.xlsx")?.1 == .inputMissing)
    #expect(reason("/")?.0 == .folder)
    #expect(reason("/no/~$a.xlsx")?.0 == .lockFile)
    #expect(reason("/dev/null")?.0 == .notAFile)
    #expect(Self.refusal([])?.reason == .empty)
  }

  @Test func messagesSayWhatToDoInBothLanguages() {
    let failure = ReadFailure(.encrypted, file: "kế hoạch.xlsx")
    #expect(failure.text(in: .vietnamese).hasPrefix("kế hoạch.xlsx: lỗi: tệp được đặt mật khẩu"))
    #expect(failure.text(in: .english).contains("clear the password"))
  }
}
