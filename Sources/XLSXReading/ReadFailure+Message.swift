package import Findings

extension ReadFailure.Reason {
  /// What a clerk reads: what is wrong, then what to do.
  package var message: Message {
    switch self {
    case .missing, .folder, .notAllowed, .notAFile, .readFailed, .lockFile, .empty:
      placeMessage
    case .encrypted, .wrongKind, .noWorkbook: kindMessage
    default: contentMessage
    }
  }

  private var placeMessage: Message {
    switch self {
    case .missing:
      Message(
        vi: "không tìm thấy tệp. Hãy kiểm tra lại tên tệp và thư mục.",
        en: "there is no such file. Check its name and folder.")
    case .folder:
      Message(
        vi: "đây là một thư mục, không phải tệp Excel. Hãy chỉ ra tệp .xlsx ở trong đó.",
        en: "this is a folder, not an Excel file. Name the .xlsx file inside it.")
    case .notAllowed:
      Message(
        vi: "không có quyền đọc tệp. Hãy xin quyền đọc hoặc chép tệp sang thư mục của mình.",
        en: "you may not read this file. Ask for the right to read it, or copy it to your folder.")
    case .notAFile:
      Message(
        vi: "đây không phải tệp thông thường nên không đọc được. Hãy chỉ ra một tệp .xlsx.",
        en: "this is not an ordinary file. Name an .xlsx file.")
    case .readFailed(let code):
      Message(
        vi: "đọc tệp bị lỗi giữa chừng (mã \(code)). Hãy chép tệp sang ổ đĩa khác rồi thử lại.",
        en: "reading the file failed (code \(code)). Copy it to another disk and try again.")
    case .lockFile:
      Message(
        vi: "đây là tệp khoá tạm mà Excel tạo khi đang mở bảng tính, không phải bảng tính. "
          + "Hãy đóng Excel và chọn tệp cùng tên không có «~$» ở đầu.",
        en: "this is Excel's lock file for an open workbook, not the workbook. "
          + "Close Excel and choose the file of the same name without '~$'.")
    default:
      Message(
        vi: "tệp rỗng (0 byte). Hãy xin lại tệp từ nơi gửi.",
        en: "the file is empty (0 bytes). Ask the sender for it again.")
    }
  }

  private var kindMessage: Message {
    switch self {
    case .encrypted:
      Message(
        vi: "tệp được đặt mật khẩu nên không đọc được. Hãy mở bằng Excel, vào Tệp › Thông tin › "
          + "Bảo vệ sổ làm việc › Mã hoá bằng mật khẩu, xoá mật khẩu rồi lưu lại.",
        en: "the file is encrypted with a password. Open it in Excel, choose File › Info › "
          + "Protect Workbook › Encrypt with Password, clear the password and save it again.")
    case .wrongKind(let kind): kind.message
    default:
      Message(
        vi: "đây là một tệp nén ZIP, bên trong không có bảng tính Excel. "
          + "Nếu là gói nhiều tệp, hãy giải nén rồi chọn từng tệp .xlsx.",
        en: "this is a ZIP archive without an Excel workbook in it. "
          + "If it packs several files, unpack it and choose the .xlsx files.")
    }
  }

  private var contentMessage: Message {
    switch self {
    case .truncated:
      Message(
        vi: "tệp bị cụt hoặc hỏng (có thể do tải về hay sao chép dở dang). "
          + "Hãy tải lại, hoặc xin lại tệp từ nơi gửi.",
        en: "the file is cut off or damaged (an unfinished download or copy, perhaps). "
          + "Download it again, or ask the sender for it.")
    case .damagedPart(let part, let detail):
      Message(
        vi: "tệp bị hỏng ở phần «\(part)» (\(detail)). Hãy mở bằng Excel, cho Excel sửa rồi lưu "
          + "lại; nếu không được, xin lại tệp từ nơi gửi.",
        en: "the file is damaged in its part '\(part)' (\(detail)). Open it in Excel, let it "
          + "repair and save it again; failing that, ask the sender for it.")
    case .partMissing(let part):
      Message(
        vi: "tệp thiếu phần «\(part)» nên không đọc được. Hãy mở bằng Excel, lưu lại thành .xlsx, "
          + "hoặc xin lại tệp từ nơi gửi.",
        en: "the file lacks its part '\(part)'. Open it in Excel and save it again as .xlsx, "
          + "or ask the sender for it.")
    case .doctype(let part):
      Message(
        vi: "phần «\(part)» có khai báo DOCTYPE, thứ không có trong tệp Excel thật và có thể gây "
          + "hại, nên tệp bị từ chối. Hãy mở bằng Excel rồi lưu lại thành .xlsx.",
        en: "the part '\(part)' declares a DOCTYPE, which no real workbook does and which may do "
          + "harm, so the file is refused. Open it in Excel and save it again as .xlsx.")
    case .tooMuch(let what, let limit):
      Message(
        vi: "tệp có \(what.vietnamese) vượt giới hạn \(limit) nên bị từ chối. Hãy xoá các trang, "
          + "hàng, cột thừa rồi lưu lại, hoặc tách tệp thành nhiều tệp.",
        en: "the file has \(what.english) beyond the limit of \(limit), so it is refused. Delete "
          + "needless sheets, rows and columns and save it again, or split it.")
    case .tooSlow(let seconds):
      Message(
        vi: "đọc tệp quá \(seconds) giây nên phải dừng. Hãy mở bằng Excel, xoá phần thừa rồi lưu "
          + "lại thành tệp mới.",
        en: "reading the file took more than \(seconds) seconds and was stopped. Open it in "
          + "Excel, delete what is needless and save it as a new file.")
    default: placeMessage
    }
  }
}
