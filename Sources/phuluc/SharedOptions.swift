import ArgumentParser
import PhulucKit

/// What every command takes.
struct TerminalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Ngôn ngữ của thông báo: vi hoặc en.", valueName: "vi|en"))
  var lang: MessageLanguage = .vi

  @Option(help: ArgumentHelp("Tô màu: auto, always hoặc never.", valueName: "khi"))
  var color: ColorChoice = .auto

  @Flag(help: "Chỉ in lỗi; không in cảnh báo và tiến độ.")
  var quiet = false

  @Flag(help: "In kết quả dạng JSON cho máy đọc.")
  var json = false

  @Flag(help: "Kết thúc với mã 1 nếu có điều cần người xem.")
  var strict = false

  var terminal: Terminal { Terminal(language: lang, color: color, isQuiet: quiet) }
}

enum MessageLanguage: String, ExpressibleByArgument, CaseIterable { case vi, en }

enum ColorChoice: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

/// Where the results go.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Thư mục nhận kết quả.", valueName: "thư mục"))
  var output = "ket-qua"

  @Flag(help: "Ghi đè kết quả của lần chạy trước; không bao giờ ghi đè tệp đầu vào.")
  var force = false

  @Flag(help: "Làm mọi việc nhưng không ghi gì.")
  var dryRun = false

  @Flag(help: "Thêm bản PDF của phụ lục và bảng tình hình (cần LibreOffice).")
  var pdf = false

  var folder: String? { dryRun ? nil : output }
}

/// How the appendix is to be understood and headed.
struct AppendixOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Biểu mẫu: mã có sẵn hoặc tệp YAML.", valueName: "mã|tệp"))
  var template: String?

  @Option(
    help: ArgumentHelp("Ngày báo cáo, như 31/3/2025; mặc định là hôm nay.", valueName: "ngày"))
  var asOf: String?

  @Option(help: ArgumentHelp("Chữ trên cùng, như «Phụ lục I».", valueName: "chữ"))
  var word: String?

  @Option(help: ArgumentHelp("Tên phụ lục.", valueName: "chữ"))
  var title: String?

  @Option(help: ArgumentHelp("Dòng «(Kèm theo …)».", valueName: "chữ"))
  var reference: String?

  func apply(to job: inout Job) {
    if let template { job.template = template }
    if let asOf { job.asOf = asOf }
    var heading = job.heading ?? Job.Heading()
    if let word { heading.word = word }
    if let title { heading.title = title }
    if let reference { heading.reference = reference }
    if word != nil || title != nil || reference != nil { job.heading = heading }
  }
}

/// With what the status is compared.
struct PeriodOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Phụ lục của kỳ trước, để nêu thay đổi trong tinh-hinh.xlsx.", valueName: "tệp"))
  var previous: String?

  func apply(to job: inout Job) {
    if let previous { job.previous = previous }
  }
}
