package import Findings
import Foundation
import Glibc
import Subprocess
import SystemPackage

/// Turns workbooks into PDF through LibreOffice, for looking before printing.
///
/// phuluc never needs LibreOffice: where it is missing, slow or fails, that is a finding and the
/// workbooks stand as they are.
package struct PDFPreview: Sendable {
  /// The program's name, found on the PATH, or its path.
  package var program: String
  /// LibreOffice hangs now and then; it is stopped after so many seconds.
  package var secondsAllowed: Double

  package init(program: String = "soffice", secondsAllowed: Double = 120) {
    self.program = program
    self.secondsAllowed = secondsAllowed
  }

  /// Converts each workbook to a PDF of the same name in `folder`.
  ///
  /// - Returns: the PDFs that were made, and what a person should know.
  package func convert(
    _ workbooks: [String], into folder: String
  ) async -> (pdfs: [String], findings: [Finding]) {
    // A profile of its own: a LibreOffice that the person has open must not be disturbed.
    let profile = FileManager.default.temporaryDirectory
      .appendingPathComponent("phuluc-libreoffice-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: profile) }
    let outcome = await run(
      [
        "-env:UserInstallation=\(profile.absoluteString)", "--headless", "--norestore",
        "--convert-to", "pdf", "--outdir", folder,
      ] + workbooks)
    let made = workbooks.map { workbook in
      let name = ((workbook as NSString).lastPathComponent as NSString).deletingPathExtension
      return (folder as NSString).appendingPathComponent(name + ".pdf")
    }.filter { FileManager.default.fileExists(atPath: $0) }
    if outcome == .done && made.count == workbooks.count { return (made, []) }
    return (made, [finding(for: outcome)])
  }

  private enum Outcome { case done, missing, failed, tooSlow }

  private func run(_ arguments: [String]) async -> Outcome {
    var options = PlatformOptions()
    // LibreOffice starts further processes: a session of their own, stopped together.
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .terminate, toProcessGroup: true, allowedDurationToNextStep: .seconds(2)),
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1)),
    ]
    let executable: Executable = program.contains("/") ? .path(.init(program)) : .name(program)
    let (platform, allowed) = (options, secondsAllowed)
    return await withTaskGroup(of: Outcome.self) { group in
      group.addTask {
        do {
          let result = try await Subprocess.run(
            executable, arguments: .init(arguments), platformOptions: platform,
            output: .discarded)
          return result.terminationStatus.isSuccess ? .done : .failed
        } catch let error as SubprocessError where error.code == .executableNotFound {
          return .missing
        } catch {
          return .failed
        }
      }
      group.addTask {
        try? await Task.sleep(for: .seconds(allowed))
        return .tooSlow
      }
      let first = await group.next() ?? .failed
      group.cancelAll()
      return first
    }
  }

  private func finding(for outcome: Outcome) -> Finding {
    switch outcome {
    case .missing:
      Finding(
        "pdf-no-libreoffice",
        vi: "không tạo được PDF: máy này chưa có LibreOffice. Hãy cài LibreOffice, hoặc mở tệp "
          + "Excel rồi chọn Tệp › Xuất › PDF. Các tệp Excel vẫn đầy đủ.",
        en: "no PDF was made: LibreOffice is not installed. Install it, or open the workbook and "
          + "export it as PDF. The workbooks themselves are complete.")
    case .tooSlow:
      Finding(
        "pdf-too-slow",
        vi: "không tạo được PDF: LibreOffice chạy quá \(Int(secondsAllowed)) giây nên đã bị dừng. "
          + "Các tệp Excel vẫn đầy đủ.",
        en:
          "no PDF was made: LibreOffice took over \(Int(secondsAllowed)) seconds and was stopped. "
          + "The workbooks themselves are complete.")
    case .failed, .done:
      Finding(
        "pdf-failed",
        vi: "không tạo được PDF: LibreOffice báo lỗi. Các tệp Excel vẫn đầy đủ.",
        en: "no PDF was made: LibreOffice failed. The workbooks themselves are complete.")
    }
  }
}
