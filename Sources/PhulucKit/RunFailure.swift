package import Findings

/// Why a run could not go on: one or more faults, each with its file and what to do. Nothing was
/// written.
public struct RunFailure: Error, Sendable {
  /// Never empty.
  package let failures: [any Failure]

  package init(_ failure: any Failure) { failures = [failure] }

  /// nil where there is no fault.
  package init?(_ failures: [any Failure]) {
    guard !failures.isEmpty else { return nil }
    self.failures = failures
  }

  /// The exit code of the first fault (sysexits).
  public var exitCode: Int32 { failures.first?.exitCode.rawValue ?? 70 }

  /// One line a fault, in `vi` or `en`.
  public func lines(language code: String) -> [String] {
    let language = Language(rawValue: code) ?? .vietnamese
    return failures.map { $0.text(in: language) }
  }
}

extension RunFailure: CustomStringConvertible {
  /// The faults in Vietnamese, a line each.
  public var description: String { lines(language: "vi").joined(separator: "\n") }
}

/// A file that a person named and that is not there.
struct MissingFile: Failure {
  var path: String
  var location: Location? { Location(file: path) }
  var exitCode: ExitStatus { .inputMissing }
  var message: Message {
    Message(
      vi: "không tìm thấy tệp; hãy xem lại tên và thư mục.",
      en: "no such file; check its name and folder.")
  }
}

/// A job that asks for what can't be.
enum JobFault: Failure {
  case unknownSchema(String, file: String)
  case badDate(String)
  case badColumn(String, file: String)
  case unknownInput(String, setting: String)
  case unknownTemplate(String, known: [String])
  case noInputs
  case emptyFolder(String)
  case onlyLockFiles(String)
  case inputTwice(String)
  case noTable(file: String, reason: Message?)
  case noSuchSheet(file: String, sheet: String, present: [String])
  case noInputTable(files: [String])
  case otherKind(file: String, sheet: String, kind: String, common: String)

  var location: Location? {
    switch self {
    case .unknownSchema(_, let file), .noTable(let file, _), .noSuchSheet(let file, _, _),
      .emptyFolder(let file), .onlyLockFiles(let file), .inputTwice(let file),
      .badColumn(_, let file):
      Location(file: file)
    case .otherKind(let file, let sheet, _, _): Location(file: file, sheet: sheet)
    default: nil
    }
  }

  var exitCode: ExitStatus {
    switch self {
    case .noTable, .unknownSchema, .onlyLockFiles, .noSuchSheet, .noInputTable, .otherKind:
      .dataInvalid
    case .emptyFolder: .inputMissing
    default: .usage
    }
  }

  var message: Message {
    switch self {
    case .unknownSchema(let schema, _):
      Message(
        vi: "không đọc được loại việc «\(schema)»; bản này hiểu phuluc/job/1.",
        en: "unknown job schema “\(schema)”; this version understands phuluc/job/1.")
    case .badDate(let text):
      Message(
        vi: "«\(text)» không phải là ngày; hãy viết như 31/3/2025 hoặc 2025-03-31.",
        en: "“\(text)” is not a date; write it as 2025-03-31 or 31/3/2025.")
    case .badColumn(let letters, _):
      Message(
        vi: "«\(letters)» không phải là tên cột; hãy viết A, B, … AA.",
        en: "“\(letters)” is no column; write A, B, … AA.")
    case .unknownInput(let name, let setting):
      Message(
        vi:
          "thiết lập «\(setting)» nhắc đến «\(name)», nhưng không có tệp đầu vào nào mang tên đó.",
        en: "setting “\(setting)” names “\(name)”, but no input goes by that name.")
    case .unknownTemplate(let id, let known):
      Message(
        vi: "không có biểu mẫu «\(id)»"
          + (NearWord.closest(to: id, among: known).map { "; có phải «\($0)»?" } ?? ";")
          + " Hiện có: \(known.joined(separator: ", ")). Biểu mẫu riêng thì ghi tên tệp .yaml.",
        en: "no template “\(id)”"
          + (NearWord.closest(to: id, among: known).map { "; is it “\($0)”?" } ?? ";")
          + " There are: \(known.joined(separator: ", ")). For one of your own name its .yaml file."
      )
    case .noInputs:
      Message(
        vi: "chưa có tệp đầu vào; hãy cho biết ít nhất một tệp Excel (.xlsx).",
        en: "no input; name at least one workbook (.xlsx).")
    case .emptyFolder:
      Message(
        vi: "thư mục không có tệp Excel (.xlsx, .xlsm) nào.",
        en: "the folder holds no workbook (.xlsx, .xlsm).")
    case .onlyLockFiles:
      Message(
        vi: "chỉ có tệp khóa mà Excel tạo khi đang mở một tệp; hãy đóng tệp trong Excel rồi "
          + "đưa chính tệp đó vào (tên không có ~$).",
        en: "only a lock file that Excel makes while a workbook is open; close the workbook and "
          + "name it itself (without ~$).")
    case .inputTwice:
      Message(
        vi: "tệp này được đưa vào hai lần; hãy bỏ bớt một.",
        en: "this file is given twice; leave one out.")
    case .noTable(_, let reason):
      Message(
        vi: "không tìm thấy bảng nhiệm vụ nào trong tệp"
          + (reason.map { ": \($0.vietnamese)" } ?? "")
          + ". Bảng cần một dòng tiêu đề có cột nội dung nhiệm vụ; "
          + "hãy xem phuluc đọc được gì bằng lệnh: phuluc xem TỆP.",
        en: "no table of tasks was found"
          + (reason.map { ": \($0.english)" } ?? "")
          + ". A table needs a header row with a task column; "
          + "see what was read with: phuluc inspect FILE.")
    case .noSuchSheet(_, let sheet, let present):
      Message(
        vi: "không có trang tính «\(sheet)»; tệp có: \(present.joined(separator: ", ")).",
        en: "no sheet “\(sheet)”; the file has: \(present.joined(separator: ", ")).")
    case .otherKind(_, _, let kind, let common):
      Message(
        vi: "bảng này thuộc loại khác (\(kind)), không gộp chung được với các tệp kia (\(common)). "
          + "Hãy bỏ tệp này ra và gộp riêng, hoặc thêm --template \(common) nếu đúng là cùng loại.",
        en: "this table is of another kind (\(kind)) and can't be merged with the others "
          + "(\(common)). Leave the file out and merge it by itself, or add --template \(common) "
          + "if it is of that kind.")
    case .noInputTable(let files):
      Message(
        vi: "không tệp nào có bảng nhiệm vụ: \(files.joined(separator: ", ")).",
        en: "no file holds a table of tasks: \(files.joined(separator: ", ")).")
    }
  }
}
